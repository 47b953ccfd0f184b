//! The acts of people on their own account, by everybody: one's own, that of another company's people, and of nobody.

use std::collections::BTreeSet;

use axum::http::Request;
use domain::{command::PersonCommand, id::UserId};
use server::auth;

use super::{
    cast::{Asking, Whose, everybody},
    table::Table,
};
use crate::support::{
    Installation,
    browser::{Answered, FORM},
    cast::ATELIER,
};

const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// What an act names: nothing, a session, or a place in a company; and its other fields.
#[derive(Clone, Copy)]
enum About {
    Nothing(&'static str),
    Session,
    Place,
}

/// The fields of an act. One that is not here has been reviewed by nobody.
fn about(address: &str) -> About {
    match address {
        "/act/sign-in" => About::Nothing("address=nobody@nowhere.example&password=wrong"),
        "/act/accept-invitation" => About::Nothing("token=wrong&password=three+small+ducks"),
        "/act/change-password" => About::Nothing("current=wrong&password=three+small+ducks"),
        "/act/sign-out" => About::Nothing("everywhere=1"),
        "/act/end-other-sessions" => About::Nothing(""),
        "/act/language" => About::Nothing("language=fr-FR"),
        "/act/theme" => About::Nothing("theme=dark"),
        "/act/end-session" => About::Session,
        "/act/switch-company" | "/act/demonstration" => About::Place,
        other => panic!("nobody has reviewed who may {other}"),
    }
}

/// The fields of an act about nothing that there is.
pub fn plain(address: &str) -> String {
    match about(address) {
        About::Nothing(fields) => fields.to_owned(),
        About::Session => format!("session={NOTHING}"),
        About::Place => format!("user={NOTHING}"),
    }
}

/// The act by which a command on one's own account is given. One that is not here is given by none.
fn act_of(command: &str) -> &'static str {
    match command {
        "choose-language" => "/act/language",
        "accept-invitation" => "/act/accept-invitation",
        "sign-in" => "/act/sign-in",
        "sign-out" => "/act/sign-out",
        "end-session" => "/act/end-session",
        "end-other-sessions" => "/act/end-other-sessions",
        "change-password" => "/act/change-password",
        other => panic!("nobody has reviewed who may {other}"),
    }
}

/// The things of others.
struct Others {
    session: String,
    place: UserId,
}

impl Others {
    async fn of(installation: &Installation) -> Self {
        let person = installation.seatless(ATELIER, 1).await[0];
        let _browser = installation.browser_of(person).await;
        let session = newest(installation, &person.account.to_string()).await.remove(0);
        Self { session, place: person.user }
    }
}

async fn newest(installation: &Installation, account: &str) -> Vec<String> {
    let sessions =
        format!("SELECT session_id FROM sessions WHERE account_id = '{account}' ORDER BY session_id DESC");
    installation.texts(&sessions).await
}

/// The fields of the act, about what is whose.
async fn fields(
    installation: &Installation,
    asking: &Asking,
    others: &Others,
    act: (About, Whose),
) -> String {
    match act {
        (About::Nothing(fields), _) => fields.to_owned(),
        (About::Session, Whose::Own) => {
            let account = asking.account().map(|account| account.to_string()).unwrap_or_default();
            let _another = asking.anew(installation).await;
            let own = newest(installation, &account).await.into_iter().next();
            format!("session={}", own.unwrap_or_else(|| NOTHING.to_owned()))
        }
        (About::Session, Whose::Other) => format!("session={}", others.session),
        (About::Session, Whose::Absent) => format!("session={NOTHING}"),
        (About::Place, Whose::Own) => {
            let own = asking.place().map_or_else(|| NOTHING.to_owned(), |user| user.to_string());
            format!("user={own}")
        }
        (About::Place, Whose::Other) => format!("user={}", others.place),
        (About::Place, Whose::Absent) => format!("user={NOTHING}"),
    }
}

/// The rows: each act, about everything that it can name.
fn rows() -> Vec<(&'static str, About, Whose)> {
    let mut rows = Vec::new();
    for address in auth::addresses() {
        let about = about(address);
        let whose = if matches!(about, About::Nothing(_)) { &[Whose::Own][..] } else { &Whose::ALL };
        rows.extend(whose.iter().map(|whose| (address, about, *whose)));
    }
    rows
}

fn label((address, about, whose): &(&'static str, About, Whose)) -> String {
    match about {
        About::Nothing(_) => (*address).to_owned(),
        About::Session => format!("{address} session={}", whose.word()),
        About::Place => format!("{address} user={}", whose.word()),
    }
}

fn cell(answer: &Answered) -> String {
    let is_new = answer.headers.get_all("set-cookie").iter().any(|cookie| {
        let cookie = cookie.to_str().unwrap();
        cookie.starts_with("atout-session=") && !cookie.contains("Max-Age=0")
    });
    if is_new { "in".to_owned() } else { answer.status.to_string() }
}

#[tokio::test]
async fn who_may_do_what_on_which_account() {
    let installation = Installation::new().await;
    let (all, _) = everybody(&installation).await;
    let others = Others::of(&installation).await;
    let rows = rows();
    let mut table = Table::new(&all, rows.iter().map(label));
    for asking in &all {
        let mut told = Vec::new();
        for (address, about, whose) in &rows {
            let fields = fields(&installation, asking, &others, (*about, *whose)).await;
            let mut browser = asking.anew(&installation).await;
            let headers =
                [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
            let answer = browser.send(Request::post(*address), &headers, &fields).await;
            told.push(answer);
        }
        for (number, ((address, _, whose), answer)) in rows.iter().zip(&told).enumerate() {
            table.note(number, cell(answer));
            if *whose == Whose::Other {
                let absent = &told[number + 1];
                assert_eq!((answer.status, &answer.body), (absent.status, &absent.body), "{address}");
            }
        }
    }
    let theirs = format!("sessions WHERE session_id = '{}' AND ended_at IS NULL", others.session);
    assert_eq!(installation.count(&theirs).await, 1, "somebody has ended a session of somebody else");
    insta::assert_snapshot!(table.text("in is a new session; 303 and 204 are the way back to the page"));
}

#[test]
fn every_command_on_one_s_own_account_is_an_act() {
    let addresses: BTreeSet<_> = auth::addresses().into_iter().collect();
    for command in PersonCommand::NAMES {
        assert!(addresses.contains(act_of(command)), "{command}");
    }
}
