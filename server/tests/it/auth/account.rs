//! Sessions of other browsers, and another password.

use app::{
    flash::{Notice, PasswordRefusal},
    routes::encoded,
};
use domain::id::SessionId;
use server::random::Token;

use super::support::{Answered, Browser, PASSWORD, Server};

const ALICE: &str = "alice.martin@acme.example";
const CHOSEN: &str = "été à Nîmes, où l’eau est tiède";

/// The session that a browser has.
async fn session(server: &Server, browser: &Browser) -> SessionId {
    let token = Token::parse(browser.session().unwrap()).unwrap();
    let hash = server::random::hexadecimal(&token.hash());
    server
        .texts(&format!("SELECT session_id FROM sessions WHERE token_hash = X'{hash}'"))
        .await
        .remove(0)
        .parse()
        .unwrap()
}

/// What the account page is told.
async fn notice(server: &Server, browser: &Browser, answered: &Answered) -> Notice {
    assert_eq!(answered.status, 303, "{}", answered.body);
    assert!(answered.location().starts_with("/account?flash="), "{}", answered.location());
    let session = session(server, browser).await;
    server.flash(answered.location(), Some(session)).await.unwrap().notice
}

async fn change(browser: &mut Browser, current: &str, password: &str, rest: &str) -> Answered {
    let body = format!("current={}&password={}{rest}", encoded(current), encoded(password));
    browser.post("/act/change-password", &body).await
}

#[tokio::test]
async fn a_session_of_another_browser_ends_with_its_next_request_and_once() {
    let server = Server::new().await;
    let (mut here, mut there) = (server.alice().await, server.alice().await);
    let other = session(&server, &there).await;
    for _ in 0..2 {
        let answered = here.post("/act/end-session", &format!("session={other}")).await;
        assert_eq!(notice(&server, &here, &answered).await, Notice::BrowserSignedOut);
    }
    assert!(here.is_signed_in().await && !there.is_signed_in().await);
    assert_eq!(server.log().await, ["Acme signed-in", "Acme signed-in", "Acme session-ended"]);
}

#[tokio::test]
async fn to_end_one_s_own_session_there_is_to_sign_out() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let own = session(&server, &browser).await;
    let answered = browser.post("/act/end-session", &format!("session={own}")).await;
    assert_eq!(server.flash(answered.location(), None).await.unwrap().notice, Notice::SignedOut);
    assert!(answered.headers.contains_key("clear-site-data") && browser.session().is_none());
    assert_eq!(server.log().await, ["Acme signed-in", "Acme signed-out"]);
}

#[tokio::test]
async fn a_session_of_somebody_else_does_not_exist() {
    let server = Server::new().await;
    let (mut alice, mut bob) = (server.alice().await, server.browser());
    server.application.clock.advance(1);
    bob.sign_in("bob@nowhere.example", PASSWORD).await;
    let absent = SessionId::from_uuid(server::random::uuid(server.application.clock.now()));
    for session in [session(&server, &bob).await, absent] {
        let answered = alice.post("/act/end-session", &format!("session={session}")).await;
        let told = notice(&server, &alice, &answered).await;
        assert_eq!(told, Notice::Failed(app::portal::PortalError::NotFound));
    }
    assert!(bob.is_signed_in().await);
    assert_eq!(server.log().await, ["Acme signed-in", "- signed-in"]);
}

#[tokio::test]
async fn all_others_end_at_once_and_are_counted_when_they_were_open() {
    let server = Server::new().await;
    let _idle = server.alice().await;
    server.application.clock.advance(31 * 60);
    let (mut here, mut there) = (server.alice().await, server.alice().await);
    for count in [1, 0] {
        let answered = here.post("/act/end-other-sessions", "").await;
        assert_eq!(notice(&server, &here, &answered).await, Notice::OthersSignedOut { count });
    }
    assert!(here.is_signed_in().await && !there.is_signed_in().await);
    assert_eq!(server.log().await.last().unwrap(), "Acme other-sessions-ended");
}

#[tokio::test]
async fn signing_out_everywhere_leaves_no_session() {
    let server = Server::new().await;
    let (mut here, mut there) = (server.alice().await, server.alice().await);
    let answered = here.post("/act/sign-out", "everywhere=1").await;
    assert_eq!(answered.headers["clear-site-data"], r#""cache", "storage""#);
    assert!(here.session().is_none() && !there.is_signed_in().await);
    assert_eq!(server.log().await[2..], ["Acme other-sessions-ended", "Acme signed-out"]);
}

#[tokio::test]
async fn another_password_gives_another_token_and_ends_the_other_sessions() {
    let server = Server::new().await;
    let (mut here, mut there) = (server.alice().await, server.alice().await);
    let mut before = here.clone();
    let answered = change(&mut here, PASSWORD, CHOSEN, "&others=1").await;
    assert_eq!(notice(&server, &here, &answered).await, Notice::PasswordChanged { ended: 1 });
    assert_ne!(here.session(), before.session());
    assert!(here.is_signed_in().await && !before.is_signed_in().await && !there.is_signed_in().await);
    assert_eq!(server.log().await[2..], ["Acme password-changed", "Acme other-sessions-ended"]);
    let mut again = server.browser();
    again.sign_in(ALICE, PASSWORD).await;
    assert!(!again.is_signed_in().await);
    let body = format!("address={ALICE}&password={}", encoded(CHOSEN));
    again.post("/act/sign-in", &body).await;
    assert!(again.is_signed_in().await);
}

#[tokio::test]
async fn other_sessions_stay_where_that_is_wished() {
    let server = Server::new().await;
    let (mut here, mut there) = (server.alice().await, server.alice().await);
    let answered = change(&mut here, PASSWORD, CHOSEN, "").await;
    assert_eq!(notice(&server, &here, &answered).await, Notice::PasswordChanged { ended: 0 });
    assert!(here.is_signed_in().await && there.is_signed_in().await);
}

#[tokio::test]
async fn a_wrong_present_password_changes_nothing_and_counts_like_at_the_sign_in_page() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    for _ in 0..20 {
        let answered = change(&mut browser, "not this one", CHOSEN, "").await;
        assert_eq!(notice(&server, &browser, &answered).await, Notice::PasswordWrong);
    }
    let answered = change(&mut browser, PASSWORD, CHOSEN, "").await;
    assert!(matches!(notice(&server, &browser, &answered).await, Notice::SignInSlow { .. }));
    assert_eq!(server.log().await.iter().filter(|entry| *entry == "- sign-in-refused").count(), 1);
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_password_that_does_not_do_is_refused_before_the_present_one_is_looked_at() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    for (password, refusal) in [
        ("short", PasswordRefusal::TooShort { least: 12 }),
        (&"x".repeat(129), PasswordRefusal::TooLong { most: 128 }),
        (ALICE, PasswordRefusal::IsAddress),
        ("P@ssw0rd2026!", PasswordRefusal::Common),
        ("alice-martin-1984", PasswordRefusal::Common),
    ] {
        let answered = change(&mut browser, "not this one", password, "").await;
        assert_eq!(
            notice(&server, &browser, &answered).await,
            Notice::PasswordRefused(refusal),
            "{password}"
        );
    }
    assert_eq!(server.texts("SELECT sign_in_attempt_id FROM sign_in_attempts").await.len(), 1);
}

#[tokio::test]
async fn a_password_of_128_characters_of_any_script_is_taken_whole() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let long: String = "ファイアウォールを通る水は冷たい。".chars().cycle().take(128).collect();
    let answered = change(&mut browser, PASSWORD, &long, "").await;
    assert_eq!(notice(&server, &browser, &answered).await, Notice::PasswordChanged { ended: 0 });
    let mut cut = long.clone();
    cut.pop();
    for (password, enters) in [(&cut, false), (&long, true)] {
        let mut again = server.browser();
        again.post("/act/sign-in", &format!("address={ALICE}&password={}", encoded(password))).await;
        assert_eq!(again.is_signed_in().await, enters);
    }
}

#[tokio::test]
async fn without_a_session_there_is_nothing_to_change() {
    let server = Server::new().await;
    let mut nobody = server.browser();
    for (act, body) in [
        ("end-session", "session=00000000-0000-7000-8000-000000000000"),
        ("end-other-sessions", ""),
        ("change-password", "current=a&password=b"),
        ("sign-out", "everywhere=1"),
    ] {
        let answered = nobody.post(&format!("/act/{act}"), body).await;
        let to = "/sign-in?back=%2Faccount&flash=session-ended";
        assert_eq!((answered.status, answered.location()), (303, to), "{act}");
    }
    assert!(server.log().await.is_empty());
}
