//! Every `Command`, as a form that a person sends.

use axum::http::Request;
use domain::command::Command;

use super::{
    super::{Admin, Pool},
    Asked, whole_or_not_at_all,
};
use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::LUMIERE,
    fault::Fault,
};

/// A form that the Global admin of a company sends, and the status of its answer when nothing fails.
struct Form<'a> {
    admin: &'a mut Admin,
    command: &'static str,
    fields: &'a str,
    status: u16,
    /// Whether the last answer says that nothing was saved.
    is_denied: bool,
}

/// What a page says where nothing can be written.
const DENIED: &str = "nothing has changed";
/// The trouble of which nobody is told that nothing was saved.
const UNKNOWN: &str = r#""trouble":"fault""#;

impl Asked for Form<'_> {
    fn installation(&self) -> &Installation {
        &self.admin.installation
    }

    async fn is_done(&mut self) -> bool {
        let answer = self.admin.ask_again(self.command, self.fields).await;
        if answer.status == self.status {
            if answer.status == 200 {
                let _ = self.admin.learn(&answer).await;
            }
            return true;
        }
        assert_eq!(answer.status, 503, "{}: {}", self.command, answer.body);
        assert!(!answer.body.contains("a fault"), "{}", answer.body);
        self.is_denied = !answer.body.contains(UNKNOWN);
        false
    }

    fn is_told_afterwards(&self) -> bool {
        !self.is_denied && Command::TOLD_EACH_TIME.contains(&self.command)
    }
}

#[tokio::test]
async fn a_command_that_fails_leaves_nothing_half_done() {
    let mut admin = Admin::of(Installation::faulty().await).await;
    let commands = admin.every_command().await;
    assert_eq!(commands.len(), Command::NAMES.len());
    for (command, fields) in commands {
        admin.installation.application.clock.advance(1);
        let mut form = Form { admin: &mut admin, command, fields: &fields, status: 200, is_denied: false };
        let kinds = whole_or_not_at_all(&mut form).await;
        assert_eq!(kinds.len(), 1, "{command}: {kinds:?}");
    }
}

#[tokio::test]
async fn a_refusal_that_cannot_be_logged_is_not_answered_either() {
    let mut admin = Admin::of(Installation::faulty().await).await;
    let nobody = "holder=00000000-0000-7000-8000-000000000000";
    let fields = format!("benefit={}&{nobody}", Pool::of(&admin.installation, LUMIERE).await.benefit);
    let mut form =
        Form { admin: &mut admin, command: "assign-seat", fields: &fields, status: 404, is_denied: false };
    assert_eq!(whole_or_not_at_all(&mut form).await, ["command-misdirected"]);
}

/// Posts the form of a seat as a browser without JavaScript does.
async fn post(browser: &mut Browser, fields: &str) -> Answered {
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
        ("accept", "text/html"),
        ("accept-language", "en"),
    ];
    browser.send(Request::post("/act/assign-seat"), &headers, fields).await
}

#[tokio::test]
async fn a_form_that_was_carried_out_is_not_denied_when_that_cannot_be_said_and_is_answered_when_it_is_sent_again()
 {
    let mut admin = Admin::of(Installation::faulty().await).await;
    let pool = Pool::of(&admin.installation, LUMIERE).await.benefit;
    let holder = admin.installation.seatless(LUMIERE, 1).await[0].user;
    let fields = format!("benefit={pool}&holder={holder}&once=said-afterwards");
    let before = admin.installation.count("events").await;
    let mut nth = 1;
    let unsaid = loop {
        admin.installation.arm(Fault::FromThen(nth)).await;
        let answer = post(&mut admin.browser, &fields).await;
        admin.installation.disarm().await;
        assert_eq!(answer.status, 503, "{}", answer.body);
        if admin.installation.count("events").await > before {
            break answer.body;
        }
        let is_denied = answer.body.contains(DENIED);
        assert_eq!(is_denied, admin.installation.fails_as_full(), "{}", answer.body);
        nth += 1;
    };
    assert!(unsaid.contains("carried out twice") && !unsaid.contains(DENIED), "{unsaid}");
    let again = post(&mut admin.browser, &fields).await;
    assert_eq!((again.status, admin.installation.count("events").await), (303, before + 1));
    assert!(again.location().contains("flash="), "{}", again.location());
}
