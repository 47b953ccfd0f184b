//! The one door for changes: once, whole or not at all, and always in the log.

mod faults;
mod oneself;
mod races;

use std::collections::BTreeMap;

use app::act::Done;
use axum::http::Request;
use domain::{command::Command, event::Event, outcome::Outcome, role::Role};
use server::portal::door::Caller;

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

fn done(answer: &Answered) -> Done {
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// The Global admin of a company before the door, with what the outcomes so far have named.
pub struct Admin {
    pub installation: Installation,
    pub caller: Caller,
    pub browser: Browser,
    named: BTreeMap<&'static str, String>,
}

impl Admin {
    async fn new() -> Self {
        Self::of(Installation::new().await).await
    }

    pub async fn of(installation: Installation) -> Self {
        let caller = installation.admin(LUMIERE).await;
        let browser = installation.browser_of(caller).await;
        Self { installation, caller, browser, named: BTreeMap::new() }
    }

    /// Every command in an order in which each of them is carried out, with its fields. `{}` is what the outcomes before
    /// have named.
    pub async fn every_command(&self) -> Vec<(&'static str, String)> {
        let id = self.installation.company(LUMIERE).await;
        let software = format!(
            "SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND product = 'visio-professional-2019'"
        );
        let software = self.installation.text(&software).await;
        let pool = Pool::of(&self.installation, LUMIERE).await.benefit;
        let people = self.installation.seatless(LUMIERE, 2).await;
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
            ("export-activity", "act=seats".to_owned()),
        ];
        let mut names: Vec<_> = steps.iter().map(|(name, _)| *name).collect();
        let mut all = Command::NAMES;
        names.sort_unstable();
        all.sort_unstable();
        assert_eq!(names, all);
        steps
    }

    /// Fields with what the outcomes so far have named.
    pub fn filled(&self, fields: &str) -> String {
        let filled = |text: String, (name, id): (&&str, &String)| text.replace(&format!("{{{name}}}"), id);
        self.named.iter().fold(fields.to_owned(), filled)
    }

    /// Sends one of those commands, a second after whatever was before, under a key of its own.
    pub async fn ask(&mut self, command: &str, fields: &str) -> Answered {
        self.installation.application.clock.advance(1);
        self.ask_again(command, fields).await
    }

    /// The same at the same time as whatever was before.
    pub async fn ask_again(&mut self, command: &str, fields: &str) -> Answered {
        let fields = self.filled(fields);
        send(&mut self.browser, command, &fields, &format!("once-{command}")).await
    }

    /// Sends it and learns what its outcome names.
    pub async fn act(&mut self, command: &str, fields: &str) -> Done {
        let answer = self.ask(command, fields).await;
        self.learn(&answer).await
    }

    /// Learns what an outcome names.
    pub async fn learn(&mut self, answer: &Answered) -> Done {
        let answer = done(answer);
        let outcome = &answer.outcome;
        if let Some(event) = outcome.undoable() {
            self.named.insert("event", event.to_string());
        }
        if let Outcome::SeatAssigned { seat, .. } = outcome {
            self.named.insert("seat", seat.to_string());
        }
        if let Outcome::KeysListed { benefit, .. } = outcome {
            let key = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}'");
            self.named.insert("key", self.installation.text(&key).await);
        }
        answer
    }
}

#[tokio::test]
async fn every_command_that_is_carried_out_is_one_entry_of_the_log_and_one_submission() {
    let mut admin = Admin::new().await;
    for (command, fields) in admin.every_command().await {
        let before =
            (admin.installation.count("events").await, admin.installation.count("submissions").await);
        let Done { outcome, key } = admin.act(command, &fields).await;
        assert_eq!(key.is_some(), command == "reveal-key", "{command}");
        let after = (admin.installation.count("events").await, admin.installation.count("submissions").await);
        assert_eq!(after, (before.0 + 1, before.1 + 1), "{command}");
        let latest = "SELECT content FROM events ORDER BY at DESC, event_id DESC";
        let latest = admin.installation.text(latest).await;
        let event: Event = serde_json::from_str(&latest).unwrap();
        // Outcomes and events have the same names, past participles of the commands.
        let said = serde_json::to_value(&outcome).unwrap();
        assert!(said.get(event.kind()).is_some(), "{command}: {said} {latest}");
    }
    let Caller { user, account } = admin.caller;
    let by = format!("events WHERE user_id = '{user}' AND account_id = '{account}'");
    assert!(admin.installation.count(&by).await >= 9);
}

#[tokio::test]
async fn a_form_that_is_sent_again_gets_the_same_answer_and_has_one_effect() {
    let mut admin = Admin::new().await;
    for (command, fields) in admin.every_command().await {
        let first = admin.act(command, &fields).await;
        let contents = admin.installation.contents().await;
        let again = admin.act(command, &fields).await;
        // A file that is taken twice is another one, and a key that is shown twice was seen twice.
        if command != "export-activity" {
            assert_eq!(again, first, "{command}");
        }
        if command != "reveal-key" && command != "export-activity" {
            assert_eq!(admin.installation.contents().await, contents, "{command}");
        }
    }
}

#[tokio::test]
async fn a_key_that_is_shown_by_a_form_sent_again_is_logged_again() {
    let mut admin = Admin::new().await;
    let commands = admin.every_command().await;
    let [(get_keys, of_benefit), (reveal_key, of_key), ..] = commands.as_slice() else {
        panic!("two come first")
    };
    let _ = admin.act(get_keys, of_benefit).await;
    let _ = admin.act(reveal_key, of_key).await;
    let before = admin.installation.count("events").await;
    let _ = admin.act(reveal_key, of_key).await;
    assert_eq!(admin.installation.count("events").await, before + 1);
}

#[tokio::test]
async fn a_key_that_is_revealed_in_place_needs_nothing_but_itself_to_be_read() {
    let mut admin = Admin::new().await;
    let commands = admin.every_command().await;
    let [(get_keys, of_benefit), (reveal_key, of_key), ..] = commands.as_slice() else {
        panic!("two come first")
    };
    let first = admin.act(get_keys, of_benefit).await.outcome;
    let Outcome::KeysListed { benefit, .. } = first else { panic!("{first:?}") };
    // The list of the keys cannot be read, of which the page without JavaScript tells which one it shows.
    let fault = format!(
        "UPDATE software_keys SET first_viewed_at = 1, first_viewed_on = 'no day', first_viewed_by = '{}'
         WHERE benefit_id = '{benefit}'",
        admin.caller.user
    );
    admin.installation.write(&fault).await;
    let listed = Request::get(format!("/api/benefits/software?open={benefit}"));
    assert_eq!(admin.browser.send(listed, &[("accept", "application/json")], "").await.status, 503);
    assert!(admin.act(reveal_key, of_key).await.key.is_some());
}

#[tokio::test]
async fn a_key_that_was_used_for_something_else_is_refused() {
    let Admin { installation, mut browser, .. } = Admin::new().await;
    let pool = Pool::of(&installation, LUMIERE).await;
    let people = installation.seatless(LUMIERE, 2).await;
    let fields = |person: usize| format!("benefit={}&holder={}", pool.benefit, people[person].user);
    let _ = done(&send(&mut browser, "assign-seat", &fields(0), "once-and-again").await);
    let contents = installation.contents().await;
    let benefit = format!("benefit={}", pool.benefit);
    let other_body = send(&mut browser, "assign-seat", &fields(1), "once-and-again").await;
    let other_command = send(&mut browser, "get-keys", &benefit, "once-and-again").await;
    for answer in [other_body, other_command] {
        assert_eq!(answer.status, 409);
        assert!(answer.body.contains(r#""already-sent":{"command":"assign-seat"}"#), "{}", answer.body);
    }
    assert_eq!(installation.contents().await, contents);
}

#[tokio::test]
async fn the_same_key_of_another_person_is_another_form() {
    let installation = Installation::new().await;
    let pool = Pool::of(&installation, LUMIERE).await;
    let people = installation.seatless(LUMIERE, 2).await;
    let admin = Role::GlobalAdmin.code();
    for person in &people {
        installation.write(&format!("INSERT INTO user_roles VALUES ('{}', '{admin}', 1)", person.user)).await;
        let mut browser = installation.browser_of(*person).await;
        let fields = format!("benefit={}&holder={}", pool.benefit, person.user);
        let _ = done(&send(&mut browser, "assign-seat", &fields, "the-same-once").await);
    }
    assert_eq!(installation.count("submissions WHERE once = 'the-same-once'").await, 2);
}

#[tokio::test]
async fn what_is_refused_writes_no_row_and_may_be_sent_again() {
    let Admin { installation, mut browser, .. } = Admin::new().await;
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
