//! The open row of a pool of seats.

use std::collections::BTreeSet;

use app::portal::Found;
use domain::{
    command::{Command, OperatorCommand},
    id::{BenefitId, SeatId},
    policy::PolicyOverride,
    refusal::Refusal,
    role::Role,
};
use server::portal::door::Door;

use super::{Answered, OPEN, Question, Scene, answers, everybody, names};
use crate::support::{
    Installation,
    cast::{ATELIER, FJORD, LUMIERE},
    page::actions,
};

/// The commands of this page.
pub const NAMES: [&str; 4] = ["assign-seat", "remove-seat", "reassign-seat", "confirm-activation"];

/// The page of a pool, and everything that can be asked about its seats.
pub async fn asked(installation: &Installation, company: &str, pool: &str) -> (String, Vec<Question>) {
    let id = installation.company(company).await;
    let newest = format!(
        "SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND family = 'visual-studio'
         AND pool LIKE '{pool}%' ORDER BY benefit_id DESC"
    );
    let benefit: BenefitId = installation.text(&newest).await.parse().unwrap();
    let newcomer = installation.seatless(company, 20).await[19].user;
    let mut questions = vec![Question::new(Command::AssignSeat { benefit, holder: newcomer })];
    let seats = format!("SELECT seat_id FROM seats WHERE benefit_id = '{benefit}' ORDER BY number");
    for seat in installation.texts(&seats).await {
        let seat: SeatId = seat.parse().unwrap();
        questions.push(Question::new(Command::RemoveSeat { seat }));
        questions.push(Question::new(Command::ReassignSeat { seat, holder: newcomer }));
        questions.push(Question::new(Command::ConfirmActivation { seat }));
    }
    // A locked seat is offered to its last holder, beside the seat.
    let locked = format!(
        "SELECT seat_id || ' ' || user_id FROM seat_assignments WHERE locked_until IS NOT NULL
         AND seat_id IN (SELECT seat_id FROM seats WHERE benefit_id = '{benefit}')"
    );
    for row in installation.texts(&locked).await {
        let (seat, holder) = row.split_once(' ').unwrap();
        let command = Command::AssignSeat { benefit, holder: holder.parse().unwrap() };
        questions.push(Question { command, beside: seat.to_owned() });
    }
    assert_eq!(names(&questions), BTreeSet::from(NAMES));
    (format!("/benefits/visual-studio?open={benefit}"), questions)
}

async fn agrees(installation: &Installation, company: &str, pool: &str) -> Answered {
    let people = everybody(installation, company).await;
    let (address, questions) = asked(installation, company, pool).await;
    Scene { installation, address, questions }.agrees_for(&people).await
}

const ROLE: &str = "access/role-required";

#[tokio::test]
async fn of_a_pool_with_free_seats() {
    let answered = agrees(&Installation::new().await, LUMIERE, "incremental/devops").await;
    assert_eq!(answers(&answered, "assign-seat"), [ROLE, OPEN]);
    assert_eq!(answers(&answered, "remove-seat"), [ROLE, OPEN, "seat/not-held"]);
    let confirm = answers(&answered, "confirm-activation");
    assert_eq!(confirm, [OPEN, "seat/not-held", "seat/not-the-holder"]);
}

#[tokio::test]
async fn of_a_full_pool() {
    let answered = agrees(&Installation::new().await, LUMIERE, "core").await;
    assert_eq!(answers(&answered, "assign-seat"), [ROLE, "seat/no-seat-left"]);
    assert_eq!(answers(&answered, "reassign-seat"), [ROLE, OPEN]);
    assert!(answers(&answered, "confirm-activation").contains(&"seat/already-activated"));
}

#[tokio::test]
async fn of_a_pool_with_a_seat_that_waits_for_its_lock() {
    let answered = agrees(&Installation::new().await, FJORD, "core").await;
    assert_eq!(answers(&answered, "assign-seat"), [ROLE, OPEN]);
    assert_eq!(answers(&answered, "reassign-seat"), [ROLE, OPEN, "seat/not-held", "seat/too-soon"]);
}

#[tokio::test]
async fn of_a_pool_of_which_only_a_locked_seat_is_left() {
    let installation = Installation::new().await;
    let (_, questions) = asked(&installation, FJORD, "core").await;
    let Command::AssignSeat { benefit, .. } = questions[0].command else { panic!("the pool comes first") };
    let unheld = format!(
        "DELETE FROM seats WHERE benefit_id = '{benefit}'
         AND seat_id NOT IN (SELECT seat_id FROM seat_assignments)"
    );
    installation.write(&unheld).await;
    let answered = agrees(&installation, FJORD, "core").await;
    assert_eq!(answers(&answered, "assign-seat"), [ROLE, OPEN, "seat/locked-until"]);
}

#[tokio::test]
async fn of_a_pool_whose_offer_has_lapsed() {
    let answered = agrees(&Installation::after_days(60).await, ATELIER, "core").await;
    assert_eq!(answers(&answered, "assign-seat"), [ROLE, "seat/pool-closed"]);
    assert_eq!(answers(&answered, "remove-seat"), [ROLE, OPEN, "seat/not-held"]);
}

#[tokio::test]
async fn of_a_company_whose_partner_admins_assign_too() {
    let installation = Installation::new().await;
    let company = installation.company(FJORD).await.parse().unwrap();
    let value = PolicyOverride::AssigningRoles([Role::GlobalAdmin, Role::MpnPartnerAdmin].into());
    let command = OperatorCommand::OverridePolicy { company, value };
    let _ = Door(&installation.store).operate(None, command).await.unwrap();
    let hatted = installation.hatted(FJORD).await;
    let (address, questions) = asked(&installation, FJORD, "core").await;
    let scene = Scene { installation: &installation, address, questions };
    for (role, person) in hatted {
        let answered = scene.agrees_for(&[person]).await;
        let may = matches!(role, Some(Role::GlobalAdmin | Role::MpnPartnerAdmin));
        assert_eq!(answers(&answered, "assign-seat") == [OPEN], may, "{role:?}");
    }
}

#[tokio::test]
async fn of_one_s_own_seat_on_the_dashboard() {
    let installation = Installation::new().await;
    let mut open = 0;
    for company in [LUMIERE, FJORD, ATELIER] {
        for person in installation.offered(company).await {
            let page = installation.browser_of(person).await.get("/").await;
            for ((command, seat), said) in actions(&page.body) {
                assert_eq!(command, "confirm-activation");
                let command = Command::ConfirmActivation { seat: seat.parse().unwrap() };
                let scene = Scene { installation: &installation, address: String::new(), questions: vec![] };
                assert_eq!(scene.door(person, command).await, said.as_deref().unwrap_or(OPEN));
                open += usize::from(said.is_none());
            }
        }
    }
    assert_eq!(open, 2);
}

#[tokio::test]
async fn of_every_person_whom_a_picker_offers() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let (_, questions) = asked(&installation, LUMIERE, "incremental/devops").await;
    let Command::AssignSeat { benefit, .. } = questions[0].command else { panic!("the pool comes first") };
    let people = installation.seatless(LUMIERE, 2).await;
    let (info, stopped) = (people[0], people[1].user);
    let mailbox = format!(
        "UPDATE accounts SET email = 'info@lumiere.example', email_key = 'info@lumiere.example'
         WHERE account_id = '{}'; UPDATE users SET search_key = 'info info' WHERE user_id = '{}';
         UPDATE users SET search_key = 'info stopped', suspended_at = 1 WHERE user_id = '{stopped}'",
        info.account, info.user
    );
    installation.write(&mailbox).await;
    let scene = Scene { installation: &installation, address: String::new(), questions: vec![] };
    let mut seen = BTreeSet::new();
    for round in ["", "UPDATE grants SET cap_country = 1"] {
        installation.write(round).await;
        let mut browser = installation.browser_of(admin).await;
        for text in ["info", "ines", "bjorn", "amelie", "elise", "nadia", "theo", "zoe"] {
            let found = browser.get(&format!("/api/people?benefit={benefit}&text={text}")).await;
            for candidate in serde_json::from_str::<Found>(&found.body).unwrap().people {
                let said = candidate.refusal.map_or(OPEN, |refusal| Refusal::from(refusal).code());
                let command = Command::AssignSeat { benefit, holder: candidate.person.user };
                assert_eq!(scene.door(admin, command).await, said, "{}", candidate.person.email);
                seen.insert(said);
            }
        }
    }
    let expected = [OPEN, "seat/already-holds", "seat/country-full", "seat/guests-may-not-hold"];
    for code in expected.into_iter().chain(["seat/holder-not-active", "seat/shared-mailbox"]) {
        assert!(seen.contains(code), "{code} was not met: {seen:?}");
    }
}
