//! Whom a name means that was typed and sent without a choice (R47): one person of all of the company, or nobody.

use app::portal::{Found, PortalError};
use axum::http::Request;
use domain::{
    company::{FieldFault, finds},
    id::UserId,
};
use server::{db::users::search_key, portal::door::Caller};

use crate::support::{
    Installation,
    browser::{Browser, FORM},
    cast::LUMIERE,
};

/// More people than a picker offers, or a page of a list.
const NAMESAKES: usize = 60;

/// Files a person under another name and address.
async fn name_person(installation: &Installation, person: Caller, name: &str, address: &str) {
    let (name, key) = (name.replace('\'', "''"), search_key(name, address).replace('\'', "''"));
    installation
        .write(&format!(
            "UPDATE accounts SET full_name = '{name}', email = '{address}', email_key = '{address}'
             WHERE account_id = '{}'; UPDATE users SET search_key = '{key}' WHERE user_id = '{}'",
            person.account, person.user
        ))
        .await;
}

/// Gives so many people the name that begins like that of the last one, who has no more than that.
async fn crowd(installation: &Installation) -> UserId {
    let people = installation.seatless(LUMIERE, NAMESAKES).await;
    for (number, person) in people.iter().enumerate() {
        let (name, address) = if number + 1 == NAMESAKES {
            ("Zoé Quux".to_owned(), "zoe.quux@lumiere.example".to_owned())
        } else {
            (format!("Zoé Quux Alba {number}"), format!("alba{number}@lumiere.example"))
        };
        name_person(installation, *person, &name, &address).await;
    }
    people[NAMESAKES - 1].user
}

/// A pool of which every seat is held.
async fn full_pool(installation: &Installation) -> String {
    let company = installation.company(LUMIERE).await;
    let full = format!(
        "SELECT benefit_id FROM benefits
         WHERE company_id = '{company}' AND family = 'visual-studio' AND pool = 'core'"
    );
    installation.text(&full).await
}

/// What is answered to the form that assigns a seat to whom `text` means: the pool is full, so nobody gets one.
async fn sent(browser: &mut Browser, pool: &str, text: &str) -> PortalError {
    let once = server::random::hexadecimal(&server::random::bytes::<16>());
    let fields = format!("benefit={pool}&holder-typed={text}&once={once}&back=/benefits/visual-studio");
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let answer = browser.send(Request::post("/act/assign-seat"), &headers, &fields).await;
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn a_whole_name_or_address_means_its_person_among_all_and_among_several_nobody_is_guessed() {
    let installation = Installation::new().await;
    let person = crowd(&installation).await;
    let pool = full_pool(&installation).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for (text, is_meant) in [
        ("zoe+quux", true),
        ("Zo%C3%89++QUUX", true),
        ("Zoe.Quux%40lumiere.example", true),
        ("quux", false),
        ("zoe+qu", false),
    ] {
        let found = browser.get(&format!("/api/people?benefit={pool}&text={text}")).await;
        let found: Found = serde_json::from_str(&found.body).unwrap();
        assert_eq!(found.meant, is_meant.then_some(person), "{text}");
        let refusal = sent(&mut browser, &pool, text).await;
        if is_meant {
            assert_eq!(found.people[0].person.user, person, "{text}");
            assert!(matches!(refusal, PortalError::Refused(_)), "{text}: {refusal:?}");
        } else {
            assert_eq!((found.people.len(), found.count), (8, 60), "{text}");
            assert_eq!(refusal.fault("holder"), Some(FieldFault::Several { count: 60 }), "{text}");
        }
    }
}

#[tokio::test]
async fn the_picker_finds_whom_the_rules_find_and_a_hyphen_is_a_space() {
    let installation = Installation::new().await;
    let filed = [
        ("Jéan Quux Durand", "jqd@lumiere.example"),
        ("Jéan-Quux Dupont", "dupont-q@lumiere.example"),
        ("Quux D’Arc Da Costa Silva", "arc@lumiere.example"),
        ("Quux D’Arc Da Cunha", "cunha@lumiere.example"),
    ];
    let people = installation.seatless(LUMIERE, filed.len()).await;
    for (person, (name, address)) in people.iter().zip(filed) {
        name_person(&installation, *person, name, address).await;
    }
    let pool = full_pool(&installation).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for (typed, meant) in [
        ("Jean-Quux Durand", Some(0)),
        ("jean quux durand", Some(0)),
        ("JEAN QUUX DUPONT", Some(1)),
        ("jean'quux-dupont", Some(1)),
        ("dupont-q@", Some(1)),
        ("quux d'arc", None),
        ("quux d arc da co", Some(2)),
        ("Quux-d’Arc-da-Cunha", Some(3)),
        ("quux d arc da silva durand", None),
        ("uux", None),
        ("-", None),
    ] {
        let text = typed.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        let found = browser.get(&format!("/api/people?benefit={pool}&text={text}")).await;
        let found: Found = serde_json::from_str(&found.body).unwrap();
        let expected = filed.iter().filter(|(name, address)| finds(typed, name, address)).count();
        assert_eq!(
            (found.people.len(), usize::try_from(found.count).unwrap()),
            (expected, expected),
            "{typed}"
        );
        assert_eq!(found.meant, meant.map(|number: usize| people[number].user), "{typed}");
        let refusal = sent(&mut browser, &pool, &text).await;
        let fault = match (meant, found.count) {
            (Some(_), _) => None,
            (None, 0) => Some(FieldFault::Nobody),
            (None, count) => Some(FieldFault::Several { count }),
        };
        assert_eq!(refusal.fault("holder"), fault, "{typed}: {refusal:?}");
    }
}
