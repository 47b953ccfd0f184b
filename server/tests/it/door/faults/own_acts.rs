//! Every `PersonCommand`, by the acts that give it.

use std::collections::BTreeSet;

use domain::{command::PersonCommand, id::UserId};
use server::{auth, portal::door::Caller};

use super::{
    super::oneself::{CHOSEN, invite},
    Asked, whole_or_not_at_all,
};
use crate::support::{
    Installation,
    browser::Browser,
    cast::{ATELIER, FJORD, LUMIERE},
};

const EMAIL: &str = "nina@lumiere.example";

/// The acts, in an order in which each of them can be done, with the commands that each carries out.
const ACTS: [(&str, &[&str]); 9] = [
    ("/act/accept-invitation", &["accept-invitation", "sign-in"]),
    ("/act/sign-in", &["accept-invitation", "sign-in", "sign-out"]),
    ("/act/demonstration", &["sign-in", "sign-out"]),
    ("/act/switch-company", &["accept-invitation"]),
    ("/act/language", &["choose-language"]),
    ("/act/end-session", &["end-session"]),
    ("/act/end-other-sessions", &["end-other-sessions"]),
    ("/act/change-password", &["change-password", "end-other-sessions"]),
    ("/act/sign-out", &["end-other-sessions", "sign-out"]),
];

/// What keeps nothing in the database, but a cookie in the browser.
const KEEP_NOTHING: [&str; 1] = ["/act/theme"];

/// What the log says of a command.
fn kept(command: &str) -> &'static str {
    match command {
        "choose-language" => "language-chosen",
        "accept-invitation" => "invitation-accepted",
        "sign-in" => "signed-in",
        "sign-out" => "signed-out",
        "end-session" => "session-ended",
        "end-other-sessions" => "other-sessions-ended",
        "change-password" => "password-changed",
        other => panic!("nobody has said what the log says of {other}"),
    }
}

/// A form that a person sends.
struct Form<'a> {
    installation: &'a Installation,
    browser: Browser,
    address: &'static str,
    fields: String,
}

impl Asked for Form<'_> {
    fn installation(&self) -> &Installation {
        self.installation
    }

    async fn is_done(&mut self) -> bool {
        let cookies = self.browser.cookies.clone();
        let answer = self.browser.post(self.address, &self.fields).await;
        if answer.status == 303 {
            return true;
        }
        assert_eq!(answer.status, 503, "{}: {}", self.address, answer.body);
        assert!(!answer.body.contains("a fault"), "{}", answer.body);
        assert_eq!(self.browser.cookies, cookies, "{}", self.address);
        false
    }
}

/// A person who was invited, and has accepted.
struct Nina<'a> {
    installation: &'a Installation,
    caller: Caller,
}

impl Nina<'_> {
    async fn browser(&self) -> Browser {
        self.installation.browser_of(self.caller).await
    }

    /// Another company invites her too.
    async fn is_invited(&self, company: &str) -> UserId {
        let (user, account, _) = invite(self.installation, company, EMAIL).await;
        assert_eq!(account, self.caller.account);
        user
    }

    async fn open_session(&self) -> String {
        let of_hers = format!("WHERE account_id = '{}' AND ended_at IS NULL", self.caller.account);
        self.installation.text(&format!("SELECT session_id FROM sessions {of_hers}")).await
    }

    /// A browser in which she can send the form of an act, with its fields.
    async fn form(&self, address: &'static str) -> (Browser, String) {
        let _another = self.browser().await;
        let fields = match address {
            "/act/sign-in" => {
                self.is_invited(ATELIER).await;
                format!("address={EMAIL}&password={CHOSEN}")
            }
            "/act/demonstration" => format!("user={}", self.installation.admin(LUMIERE).await.user),
            "/act/switch-company" => format!("user={}", self.is_invited(FJORD).await),
            "/act/language" => "language=fr-FR".to_owned(),
            "/act/end-session" => format!("session={}", self.open_session().await),
            "/act/end-other-sessions" => String::new(),
            "/act/change-password" => format!("current={CHOSEN}&password=another+of+my+own&others=1"),
            "/act/sign-out" => "everywhere=1".to_owned(),
            other => panic!("nobody has tried what of {other} can fail"),
        };
        (self.browser().await, fields)
    }
}

#[tokio::test]
async fn an_act_on_one_s_own_account_that_fails_leaves_nothing_half_done_and_each_command_is_one_entry() {
    let installation = Installation::faulty().await;
    let (user, account, token) = invite(&installation, LUMIERE, EMAIL).await;
    let nina = Nina { installation: &installation, caller: Caller { user, account } };
    let link = format!("token={}&password={CHOSEN}", token.unwrap().expose());
    for (address, commands) in ACTS {
        let (browser, fields) = match address {
            "/act/accept-invitation" => (installation.browser(), link.clone()),
            _ => nina.form(address).await,
        };
        let mut form = Form { installation: &installation, browser, address, fields };
        let kinds = whole_or_not_at_all(&mut form).await;
        let mut kept: Vec<_> = commands.iter().map(|command| kept(command)).collect();
        kept.sort_unstable();
        assert_eq!(kinds, kept, "{address}");
    }
}

#[test]
fn every_command_on_one_s_own_account_and_every_act_is_tried() {
    let tried: BTreeSet<_> = ACTS.iter().flat_map(|(_, commands)| commands.iter().copied()).collect();
    assert_eq!(tried, PersonCommand::NAMES.into_iter().collect());
    let acts: BTreeSet<_> = ACTS.iter().map(|(address, _)| *address).chain(KEEP_NOTHING).collect();
    assert_eq!(acts, auth::addresses().into_iter().collect());
}
