//! The open row of a product.

use std::collections::BTreeSet;

use app::portal::{BenefitDetail, BenefitPage};
use domain::{
    command::Command,
    company::MachineName,
    id::{BenefitId, KeyId},
    policy::{ActivationCounting, PolicyOverride},
    software::{Hardware, Reveal},
};
use server::portal::door::Caller;

use super::{Answered, OPEN, Question, Scene, answers, everybody};
use crate::support::{
    Installation,
    cast::{ATELIER, LUMIERE},
};

/// The commands of this page.
pub const NAMES: [&str; 4] = ["get-keys", "reveal-key", "record-activation", "choose-installation"];

const ROLE: &str = "access/role-required";
/// A product with a key that the demonstration has got.
const WINDOWS: &str = "windows-10-enterprise";
/// A product whose keys nobody has asked for.
const VISIO: &str = "visio-professional-2019";
/// A machine that is not recorded.
const NEW: &str = "A machine that is new";
/// A product without keys or packages.
const CAL: &str = "windows-server-2019-user-cal";

async fn benefit(installation: &Installation, company: &str, product: &str) -> BenefitId {
    let id = installation.company(company).await;
    let of = format!("SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND product = '{product}'");
    installation.text(&of).await.parse().unwrap()
}

async fn keys(installation: &Installation, benefit: BenefitId) -> Vec<KeyId> {
    let of = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}' ORDER BY number");
    installation.texts(&of).await.iter().map(|key| key.parse().unwrap()).collect()
}

/// The machine that was recorded last.
async fn known_machine(installation: &Installation, benefit: BenefitId) -> Option<String> {
    let of =
        format!("SELECT machine FROM activations WHERE benefit_id = '{benefit}' ORDER BY recorded_at DESC");
    installation.texts(&of).await.into_iter().next()
}

fn record(benefit: BenefitId, machine: &str, hardware: Hardware) -> Command {
    Command::RecordActivation { benefit, machine: MachineName::parse(machine).unwrap(), hardware }
}

async fn asked(installation: &Installation, admin: Caller, benefit: BenefitId) -> Vec<Question> {
    let known = known_machine(installation, benefit).await;
    // The form is open while some machine can be recorded; beside it stands whether that may be a new one.
    let any = known.as_deref().unwrap_or(NEW);
    let beside_new = format!("{benefit}/new");
    let mut questions = vec![
        Question::new(Command::GetKeys { benefit }),
        Question::new(record(benefit, any, Hardware::Unchanged)),
        Question { command: record(benefit, NEW, Hardware::Unchanged), beside: beside_new.clone() },
    ];
    if let Some(known) = &known {
        let changed = record(benefit, known, Hardware::Changed);
        questions.push(Question { command: changed, beside: beside_new });
    }
    for key in keys(installation, benefit).await {
        for manner in [Reveal::Shown, Reveal::Copied] {
            questions.push(Question::new(Command::RevealKey { key, manner }));
        }
    }
    let mut browser = installation.browser_of(admin).await;
    let read = browser.get(&format!("/api/benefits/software?open={benefit}")).await;
    let page: BenefitPage = serde_json::from_str(&read.body).unwrap();
    let detail = page.open.row().and_then(|(_, detail)| detail.read());
    let Some(BenefitDetail::Software(open)) = detail else { panic!("the row is open") };
    if let (Some((language, _)), Some((os_type, _))) = (open.languages.first(), open.os_types.first()) {
        let (language, os_type) = (language.clone(), os_type.clone());
        questions.push(Question::new(Command::ChooseInstallation { benefit, language, os_type }));
    }
    questions
}

/// The programme's other rule, for one company.
async fn count_every_activation(installation: &Installation, company: &str) {
    let id = installation.company(company).await;
    let value = PolicyOverride::ActivationCounting(ActivationCounting::EveryActivation);
    let value = serde_json::to_string(&value).unwrap();
    let insert = format!(
        "INSERT INTO policy_overrides (event_id, company_id, value, set_at)
         SELECT event_id, company_id, '{value}', 0 FROM events WHERE company_id = '{id}' LIMIT 1"
    );
    installation.write(&insert).await;
}

async fn agrees(installation: &Installation, company: &str, product: &str) -> Answered {
    let people = everybody(installation, company).await;
    let benefit = benefit(installation, company, product).await;
    let questions = asked(installation, people[0], benefit).await;
    let address = format!("/benefits/software?open={benefit}");
    Scene { installation, address, questions }.agrees_for(&people).await
}

#[tokio::test]
async fn of_a_product_whose_keys_are_got() {
    let installation = Installation::new().await;
    let answered = agrees(&installation, LUMIERE, WINDOWS).await;
    assert_eq!(answered.keys().copied().collect::<BTreeSet<_>>(), BTreeSet::from(NAMES));
    for name in NAMES {
        assert_eq!(answers(&answered, name), [ROLE, OPEN], "{name}");
    }
}

#[tokio::test]
async fn of_a_product_whose_keys_are_still_to_be_got() {
    let answered = agrees(&Installation::new().await, LUMIERE, VISIO).await;
    assert_eq!(answers(&answered, "get-keys"), [ROLE, OPEN]);
    assert_eq!(answers(&answered, "record-activation"), [ROLE, "software/keys-not-issued"]);
}

#[tokio::test]
async fn of_a_product_whose_stock_is_empty() {
    let installation = Installation::new().await;
    installation.write("DELETE FROM software_keys WHERE company_id IS NULL").await;
    let answered = agrees(&installation, LUMIERE, VISIO).await;
    assert_eq!(answers(&answered, "get-keys"), [ROLE, "software/stock-empty"]);
}

#[tokio::test]
async fn of_a_product_of_which_every_activation_is_used() {
    let installation = Installation::new().await;
    installation.write("UPDATE benefits SET used = granted WHERE family = 'software'").await;
    let answered = agrees(&installation, LUMIERE, WINDOWS).await;
    // The known machine costs nothing; a new one, or new hardware, is refused.
    assert_eq!(answers(&answered, "record-activation"), [ROLE, OPEN, "software/maximum-reached"]);
    assert_eq!(answers(&answered, "reveal-key"), [ROLE, OPEN]);
}

#[tokio::test]
async fn of_a_product_of_which_every_activation_is_used_where_each_of_them_counts() {
    let installation = Installation::new().await;
    installation.write("UPDATE benefits SET used = granted WHERE family = 'software'").await;
    count_every_activation(&installation, LUMIERE).await;
    let answered = agrees(&installation, LUMIERE, WINDOWS).await;
    assert_eq!(answers(&answered, "record-activation"), [ROLE, "software/maximum-reached"]);
}

#[tokio::test]
async fn of_a_product_without_keys() {
    let answered = agrees(&Installation::new().await, LUMIERE, CAL).await;
    assert_eq!(answers(&answered, "get-keys"), [ROLE, "software/no-keys"]);
    assert_eq!(answers(&answered, "record-activation"), [ROLE, "software/no-keys"]);
}

#[tokio::test]
async fn of_a_product_whose_offers_have_lapsed() {
    let installation = Installation::after_days(60).await;
    for product in [WINDOWS, VISIO] {
        let answered = agrees(&installation, ATELIER, product).await;
        assert_eq!(answers(&answered, "get-keys"), [ROLE, "software/benefit-closed"], "{product}");
        assert_eq!(answers(&answered, "record-activation"), [ROLE, "software/benefit-closed"], "{product}");
    }
}
