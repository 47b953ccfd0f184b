//! What a page shows of an act, open or closed with its refusal, is what the door answers to it: for everybody, in every
//! state of a benefit.
//!
//! The page is read as it is sent. The door is asked in a transaction that is taken back, so that one state is there for
//! all who ask.

mod seats;
mod software;

use std::collections::{BTreeMap, BTreeSet};

use domain::{command::Command, role::Role};
use server::portal::{
    Failure,
    door::{Caller, Door},
};

use crate::support::{
    Installation,
    page::{Actions, actions},
};

/// What the door says of an act that it would carry out.
const OPEN: &str = "open";
/// Refusals that are no news where the page leaves the act out: there is nothing on which it could be done.
const NOTHING_TO_DO: [&str; 3] = ["seat/not-held", "seat/already-activated", "software/no-keys"];

/// Something that a person could ask for on a page.
struct Question {
    command: Command,
    /// The object beside which the page says it.
    beside: String,
}

impl Question {
    fn new(command: Command) -> Self {
        let beside = beside(&command).unwrap_or_else(|| panic!("no page offers {}", command.name()));
        Self { command, beside }
    }
}

/// The object beside which a page offers a command; none for those that stand on no page of a benefit.
fn beside(command: &Command) -> Option<String> {
    match command {
        Command::GetKeys { benefit }
        | Command::RecordActivation { benefit, .. }
        | Command::ChooseInstallation { benefit, .. }
        | Command::AssignSeat { benefit, .. } => Some(benefit.to_string()),
        Command::RevealKey { key, .. } => Some(key.to_string()),
        Command::RemoveSeat { seat }
        | Command::ReassignSeat { seat, .. }
        | Command::ConfirmActivation { seat } => Some(seat.to_string()),
        // Offered by the answer to a change, and by the frame; by a page that only those see who may.
        Command::UndoSeatChange { .. } | Command::ExportActivity { .. } => None,
    }
}

/// A page, and what is asked about it.
struct Scene<'a> {
    installation: &'a Installation,
    address: String,
    questions: Vec<Question>,
}

/// What the door has answered, by command: so that a test shows which states it has reached.
type Answered = BTreeMap<&'static str, BTreeSet<String>>;

impl Scene<'_> {
    /// Holds the page of everybody to the door.
    ///
    /// # Panics
    /// Where they do not agree.
    async fn agrees_for(&self, people: &[Caller]) -> Answered {
        let mut answered = Answered::new();
        for person in people {
            let shown = self.shown_to(*person).await;
            for question in &self.questions {
                let answer = self.door(*person, question.command.clone()).await;
                let name = question.command.name();
                let said = shown.get(&(name.to_owned(), question.beside.clone()));
                let said = said.map(|refusal| refusal.as_deref().unwrap_or(OPEN));
                assert!(
                    agree(name, said, &answer, &shown),
                    "{name} {}: page {said:?}, door {answer}\n{shown:#?}",
                    question.beside
                );
                answered.entry(name).or_default().insert(answer);
            }
        }
        answered
    }

    async fn shown_to(&self, person: Caller) -> Actions {
        let mut browser = self.installation.browser_of(person).await;
        let page = browser.get(&self.address).await;
        assert_eq!(page.status, 200, "{}", self.address);
        actions(&page.body)
    }

    async fn door(&self, person: Caller, command: Command) -> String {
        let mut tx = self.installation.application.database.begin().await.unwrap();
        let door = Door(&self.installation.store);
        let answer = door.execute_in(&mut tx, person, command, "agreement").await;
        drop(tx);
        match answer {
            Ok(_) => OPEN.to_owned(),
            Err(Failure::Refused(refusal)) => refusal.code().to_owned(),
            Err(failure) => panic!("{failure:?}"),
        }
    }
}

/// Whether what a page says of an act is what the door answers to it.
fn agree(name: &str, said: Option<&str>, answer: &str, shown: &Actions) -> bool {
    said.map_or_else(|| may_be_left_out(name, answer, shown), |said| said == answer)
}

/// Whether a page may say nothing of an act: never of one that is open, save keys that are listed already; never of one
/// that is closed, unless there is nothing to do or the same page says the same reason of another act.
fn may_be_left_out(name: &str, answer: &str, shown: &Actions) -> bool {
    let has_keys = shown.keys().any(|(command, _)| command == "reveal-key");
    let is_said = shown.values().flatten().any(|refusal| refusal == answer);
    (name == "get-keys" && answer == OPEN && has_keys) || NOTHING_TO_DO.contains(&answer) || is_said
}

/// Everybody who could look: each role alone, none, and the people whom the sign-in page offers.
async fn everybody(installation: &Installation, company: &str) -> Vec<Caller> {
    let hatted = installation.hatted(company).await;
    hatted.into_iter().map(|(_, person)| person).chain(installation.offered(company).await).collect()
}

/// The answers to a command that are there, in order.
fn answers<'a>(answered: &'a Answered, command: &str) -> Vec<&'a str> {
    answered[command].iter().map(String::as_str).collect()
}

fn names(questions: &[Question]) -> BTreeSet<&'static str> {
    questions.iter().map(|question| question.command.name()).collect()
}

#[test]
fn every_command_is_asked_about_or_stands_on_no_page() {
    let elsewhere = BTreeSet::from(["undo-seat-change", "export-activity"]);
    let asked: BTreeSet<_> = seats::NAMES.into_iter().chain(software::NAMES).chain(elsewhere).collect();
    assert_eq!(asked, BTreeSet::from(Command::NAMES));
}

#[test]
fn a_page_that_says_otherwise_than_the_door_would_be_found() {
    let shown =
        Actions::from([(("assign-seat".into(), "1".into()), Some(String::from("seat/no-seat-left")))]);
    let agree = |said, answer| agree("remove-seat", said, answer, &shown);
    assert!(agree(Some(OPEN), OPEN) && agree(Some("form/stale"), "form/stale"));
    assert!(!agree(Some(OPEN), "form/stale") && !agree(Some("form/stale"), OPEN));
    assert!(!agree(Some("form/stale"), "seat/not-held"));
    // An act that is open is never left out, one that is closed only where its reason stands beside another.
    assert!(!agree(None, OPEN) && !agree(None, "access/role-required"));
    assert!(agree(None, "seat/no-seat-left") && agree(None, "seat/not-held"));
}

#[tokio::test]
async fn who_is_invited_or_stopped_sees_no_page_and_does_nothing() {
    use crate::support::cast::FJORD;
    let installation = Installation::new().await;
    for change in ["accepted_at = NULL", "suspended_at = 1"] {
        let people = installation.hatted(FJORD).await;
        let (role, admin) = people[0];
        assert_eq!(role, Some(Role::GlobalAdmin));
        installation.write(&format!("UPDATE users SET {change} WHERE user_id = '{}'", admin.user)).await;
        let (address, questions) = seats::asked(&installation, FJORD, "core").await;
        let scene = Scene { installation: &installation, address, questions };
        let mut browser = installation.browser_of(admin).await;
        assert_eq!(browser.get(&scene.address).await.status, 403);
        for question in &scene.questions {
            let answer = scene.door(admin, question.command.clone()).await;
            assert_eq!(answer, "access/not-active", "{}", question.command.name());
        }
    }
}
