//! The one door for changes: once, whole or not at all, and always in the log.

mod races;

use std::collections::BTreeMap;

use axum::http::Request;
use domain::{command::Command, event::Event, outcome::Outcome};

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::LUMIERE,
};

/// The last pool of a company, with its free seats: the seats of the others would do as well.
struct Pool {
    benefit: String,
    free: usize,
}

impl Pool {
    async fn of(installation: &Installation, company: &str) -> Self {
        let id = installation.company(company).await;
        let newest = format!(
            "SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND family = 'visual-studio'
             ORDER BY benefit_id DESC"
        );
        let benefit = installation.text(&newest).await;
        let free = format!(
            "seats WHERE benefit_id = '{benefit}'
             AND seat_id NOT IN (SELECT seat_id FROM seat_assignments WHERE released_at IS NULL)"
        );
        Self { free: usize::try_from(installation.count(&free).await).unwrap(), benefit }
    }
}

/// Posts a form in place, under an idempotency key.
async fn send(browser: &mut Browser, command: &str, fields: &str, once: &str) -> Answered {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    browser.send(Request::post(format!("/act/{command}")), &headers, &format!("{fields}&once={once}")).await
}

/// Every command in an order in which each of them is carried out, with its fields. `{}` is the seat or the key that the
/// outcomes before have named.
async fn every_command(installation: &Installation, company: &str) -> Vec<(&'static str, String)> {
    let id = installation.company(company).await;
    let software = format!(
        "SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND product = 'visio-professional-2019'"
    );
    let (software, pool) =
        (installation.text(&software).await, Pool::of(installation, company).await.benefit);
    let people = installation.seatless(company, 2).await;
    let (one, two) = (people[0].user, people[1].user);
    let steps = vec![
        ("get-keys", format!("benefit={software}")),
        ("reveal-key", "key={key}&manner=copied".to_owned()),
        ("record-activation", format!("benefit={software}&machine=PC-1")),
        ("choose-installation", format!("benefit={software}&language=en&os-type=windows-x64")),
        ("assign-seat", format!("benefit={pool}&holder={one}")),
        ("reassign-seat", format!("seat={{seat}}&holder={two}")),
        ("undo-seat-change", "event={event}".to_owned()),
        ("confirm-activation", "seat={seat}".to_owned()),
        ("remove-seat", "seat={seat}".to_owned()),
        ("choose-language", "language=fr-FR".to_owned()),
    ];
    let mut names: Vec<_> = steps.iter().map(|(name, _)| *name).collect();
    let mut all = Command::NAMES;
    names.sort_unstable();
    all.sort_unstable();
    assert_eq!(names, all);
    steps
}

/// What the outcomes before have named.
#[derive(Default)]
struct Named(BTreeMap<&'static str, String>);

impl Named {
    fn fill(&self, fields: &str) -> String {
        let filled = |text: String, (name, id): (&&str, &String)| text.replace(&format!("{{{name}}}"), id);
        self.0.iter().fold(fields.to_owned(), filled)
    }

    async fn learn(&mut self, installation: &Installation, outcome: &Outcome) {
        if let Some(event) = outcome.undoable() {
            self.0.insert("event", event.to_string());
        }
        if let Outcome::SeatAssigned { seat, .. } = outcome {
            self.0.insert("seat", seat.to_string());
        }
        if let Outcome::KeysListed { benefit, .. } = outcome {
            let key = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}'");
            self.0.insert("key", installation.text(&key).await);
        }
    }
}

fn done(answer: &Answered) -> Outcome {
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str::<app::act::Done>(&answer.body).unwrap().outcome
}

#[tokio::test]
async fn every_command_that_is_carried_out_is_one_entry_of_the_log_and_one_submission() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let (mut browser, mut named) = (installation.browser_of(admin).await, Named::default());
    for (command, fields) in every_command(&installation, LUMIERE).await {
        installation.application.clock.advance(1);
        let before = (installation.count("events").await, installation.count("submissions").await);
        let outcome =
            done(&send(&mut browser, command, &named.fill(&fields), &format!("once-{command}")).await);
        named.learn(&installation, &outcome).await;
        let after = (installation.count("events").await, installation.count("submissions").await);
        assert_eq!(after, (before.0 + 1, before.1 + 1), "{command}");
        let latest = "SELECT content FROM events ORDER BY at DESC, event_id DESC";
        let latest = installation.text(latest).await;
        let event: Event = serde_json::from_str(&latest).unwrap();
        // Outcomes and events have the same names, past participles of the commands.
        let said = serde_json::to_value(&outcome).unwrap();
        assert!(said.get(event.kind()).is_some(), "{command}: {said} {latest}");
    }
    let by = format!("events WHERE user_id = '{}' AND account_id = '{}'", admin.user, admin.account);
    assert!(installation.count(&by).await >= 10);
}

#[tokio::test]
async fn a_form_that_is_sent_again_gets_the_same_answer_and_has_one_effect() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let mut named = Named::default();
    for (command, fields) in every_command(&installation, LUMIERE).await {
        installation.application.clock.advance(1);
        let (fields, once) = (named.fill(&fields), format!("once-{command}"));
        let first = send(&mut browser, command, &fields, &once).await;
        let contents = installation.contents().await;
        installation.application.clock.advance(1);
        let again = send(&mut browser, command, &fields, &once).await;
        assert_eq!((again.status, &again.body), (200, &first.body), "{command}");
        // A key that is shown twice was seen twice.
        if command != "reveal-key" {
            assert_eq!(installation.contents().await, contents, "{command}");
        }
        named.learn(&installation, &done(&first)).await;
    }
}

#[tokio::test]
async fn a_key_that_is_shown_by_a_form_sent_again_is_logged_again() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let mut named = Named::default();
    for (command, fields) in every_command(&installation, LUMIERE).await.into_iter().take(2) {
        let fields = named.fill(&fields);
        let first = done(&send(&mut browser, command, &fields, &format!("once-{command}")).await);
        named.learn(&installation, &first).await;
        if command == "reveal-key" {
            let before = installation.count("events").await;
            installation.application.clock.advance(1);
            let _ = done(&send(&mut browser, command, &fields, "once-reveal-key").await);
            assert_eq!(installation.count("events").await, before + 1);
        }
    }
}

#[tokio::test]
async fn a_key_that_was_used_for_something_else_is_refused() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pool = Pool::of(&installation, LUMIERE).await;
    let people = installation.seatless(LUMIERE, 2).await;
    let fields = |person: usize| format!("benefit={}&holder={}", pool.benefit, people[person].user);
    let _ = done(&send(&mut browser, "assign-seat", &fields(0), "once-and-again").await);
    let contents = installation.contents().await;
    let other_body = send(&mut browser, "assign-seat", &fields(1), "once-and-again").await;
    let other_command = send(&mut browser, "choose-language", "language=fr-FR", "once-and-again").await;
    for answer in [other_body, other_command] {
        assert_eq!(answer.status, 409);
        assert!(answer.body.contains(r#""already-sent":{"command":"assign-seat"}"#), "{}", answer.body);
    }
    assert_eq!(installation.contents().await, contents);
}

#[tokio::test]
async fn the_same_key_of_another_person_is_another_form() {
    let installation = Installation::new().await;
    let people = installation.offered(LUMIERE).await;
    for person in &people {
        let mut browser = installation.browser_of(*person).await;
        let _ = done(&send(&mut browser, "choose-language", "language=fr-FR", "once-for-each").await);
    }
    let kept = installation.count("submissions WHERE once = 'once-for-each'").await;
    assert_eq!(usize::try_from(kept).unwrap(), people.len());
}

#[tokio::test]
async fn what_is_refused_writes_no_row_and_may_be_sent_again() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let id = installation.company(LUMIERE).await;
    let core = format!("SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND pool = 'core'");
    let (core, person) = (installation.text(&core).await, installation.seatless(LUMIERE, 1).await[0].user);
    let contents = installation.contents().await;
    let fields = format!("benefit={core}&holder={person}");
    let refused = send(&mut browser, "assign-seat", &fields, "refused-and-sent-again").await;
    assert_eq!((refused.status, refused.body.contains("no-seat-left")), (409, true), "{}", refused.body);
    assert_eq!(installation.contents().await, contents);
    let seat = format!("SELECT seat_id FROM seats WHERE benefit_id = '{core}'");
    let seat = installation.text(&seat).await;
    let _ = done(&send(&mut browser, "remove-seat", &format!("seat={seat}"), "makes-room").await);
    let _ = done(&send(&mut browser, "assign-seat", &fields, "refused-and-sent-again").await);
}

#[tokio::test]
async fn a_command_that_fails_leaves_nothing_half_done() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let mut named = Named::default();
    for (command, fields) in every_command(&installation, LUMIERE).await {
        installation.application.clock.advance(1);
        let (fields, once) = (named.fill(&fields), format!("once-{command}"));
        let contents = installation.contents().await;
        // The log is written after the change, the submission after the log.
        for table in ["events", "submissions"] {
            let fault = format!(
                "CREATE TRIGGER fault BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'a fault'); END"
            );
            installation.write(&fault).await;
            let answer = send(&mut browser, command, &fields, &once).await;
            installation.write("DROP TRIGGER fault").await;
            assert_eq!(answer.status, 503, "{command} {table}: {}", answer.body);
            assert!(!answer.body.contains("fault"), "{}", answer.body);
            assert_eq!(installation.contents().await, contents, "{command} {table}");
        }
        let outcome = done(&send(&mut browser, command, &fields, &once).await);
        named.learn(&installation, &outcome).await;
    }
}
