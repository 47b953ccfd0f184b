//! What people may change on their own account: everybody their own, nobody anything of others.

use app::flash::Notice;
use domain::command::PersonCommand;

use crate::support::{
    Installation,
    browser::{Answered, Browser},
    cast::{ATELIER, LUMIERE},
};

/// The identity of no session.
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// The form of a command about a session, as reviewed; none for a command by which somebody proves who they are, which is
/// in `auth` and in `door::oneself`. A command that is not here has not been.
fn form(command: &str, session: &str) -> Option<(&'static str, String)> {
    match command {
        "choose-language" => Some(("/act/language", "language=fr-FR".to_owned())),
        "sign-out" => Some(("/act/sign-out", "everywhere=1".to_owned())),
        "end-session" => Some(("/act/end-session", format!("session={session}"))),
        "end-other-sessions" => Some(("/act/end-other-sessions", String::new())),
        "change-password" => {
            Some(("/act/change-password", "current=wrong&password=three+small+ducks".to_owned()))
        }
        "sign-in" | "accept-invitation" => None,
        other => panic!("nobody has reviewed who may {other}"),
    }
}

/// What the log and the sessions of others hold.
async fn of_others(installation: &Installation, account: &str) -> [Vec<String>; 2] {
    let log = format!(
        "SELECT event_id FROM events WHERE account_id <> '{account}' OR account_id IS NULL ORDER BY event_id"
    );
    let sessions = format!(
        "SELECT session_id || COALESCE(CAST(ended_at AS TEXT), '') FROM sessions
         WHERE account_id <> '{account}' ORDER BY session_id"
    );
    [installation.texts(&log).await, installation.texts(&sessions).await]
}

async fn newest_session(installation: &Installation, account: &str) -> String {
    let newest =
        format!("SELECT session_id FROM sessions WHERE account_id = '{account}' ORDER BY session_id DESC");
    installation.text(&newest).await
}

async fn said(browser: &mut Browser, answer: &Answered) -> Option<Notice> {
    let id = answer.location().split("flash=").nth(1)?.to_owned();
    let told = browser.get(&app::api::Ask::Flash { id }.href()).await.body;
    let flash: Option<app::flash::Flash> = serde_json::from_str(&told).unwrap();
    Some(flash?.notice)
}

#[tokio::test]
async fn everybody_changes_their_own_account_and_nobody_that_of_others() {
    let installation = Installation::new().await;
    let (admin, other) = (installation.admin(LUMIERE).await, installation.admin(ATELIER).await);
    let _theirs = installation.browser_of(other).await;
    let foreign = newest_session(&installation, &other.account.to_string()).await;
    let (stopped, nowhere) =
        (format!("UPDATE users SET suspended_at = 1 WHERE user_id = '{}'", admin.user), None);
    for command in PersonCommand::NAMES {
        let before = of_others(&installation, &admin.account.to_string()).await;
        let elsewhere = installation.browser_of(admin).await;
        let own = newest_session(&installation, &admin.account.to_string()).await;
        drop(elsewhere);
        for user in [Some(admin.user), nowhere] {
            let mut browser = installation.browser_with(admin, user).await;
            let Some((address, fields)) = form(command, &own) else { continue };
            let answer = browser.post(address, &fields).await;
            assert_eq!(answer.status, 303, "{command}: {}", answer.body);
            assert!(!answer.location().contains("session-ended"), "{command}: {}", answer.location());
        }
        if command != "change-password" {
            assert_eq!(of_others(&installation, &admin.account.to_string()).await, before, "{command}");
        }
    }
    installation.write(&stopped).await;
    let mut browser = installation.browser_of(admin).await;
    for session in [foreign.as_str(), NOTHING] {
        let answer = browser.post("/act/end-session", &format!("session={session}")).await;
        let told = said(&mut browser, &answer).await;
        assert_eq!(told, Some(Notice::Failed(app::portal::PortalError::NotFound)));
    }
}

#[tokio::test]
async fn who_is_not_signed_in_changes_nobody_s_account() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut theirs = installation.browser_of(admin).await;
    let own = newest_session(&installation, &admin.account.to_string()).await;
    let contents = installation.contents().await;
    for command in PersonCommand::NAMES {
        let Some((address, fields)) = form(command, &own) else { continue };
        assert_eq!(installation.browser().post(address, &fields).await.status, 303, "{command}");
        assert_eq!(installation.contents().await, contents, "{command}");
    }
    assert_eq!(theirs.get("/api/account").await.status, 200);
}
