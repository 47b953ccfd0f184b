//! Accepting an invitation by choosing a password.

use app::flash::{Notice, PasswordRefusal};
use server::{auth::invitation, random::Token};

use super::support::{Answered, Browser, Server};

const CHOSEN: &str = "a+password+of+my+own";

async fn invited(server: &Server) -> Token {
    let mut tx = server.application.database.begin().await.unwrap();
    let token = invitation::invite(&mut tx, server.alice, server.application.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    token
}

async fn accept(browser: &mut Browser, token: &Token, password: &str) -> Answered {
    browser.post("/act/accept-invitation", &format!("token={}&password={password}", token.expose())).await
}

async fn notice(server: &Server, answered: &Answered) -> Notice {
    assert_eq!(answered.status, 303);
    assert!(answered.location().starts_with("/invitation?"), "{}", answered.location());
    server.flash(answered.location(), None).await.unwrap().notice
}

#[tokio::test]
async fn the_password_is_set_and_the_person_signed_in() {
    let server = Server::new().await;
    let mut elsewhere = server.alice().await;
    let (token, mut browser) = (invited(&server).await, server.browser());
    assert_eq!(accept(&mut browser, &token, CHOSEN).await.location(), "/");
    assert!(browser.is_signed_in().await);
    assert!(!elsewhere.is_signed_in().await);
    let mut again = server.browser();
    again.sign_in("alice.martin@acme.example", &CHOSEN.replace('+', " ")).await;
    assert!(again.is_signed_in().await);
}

#[tokio::test]
async fn another_password_by_a_link_is_in_the_log_with_the_sessions_that_it_ended() {
    let server = Server::new().await;
    let (_one, _two) = (server.alice().await, server.alice().await);
    let token = invited(&server).await;
    let _ = accept(&mut server.browser(), &token, CHOSEN).await;
    let after = server.log().await.split_off(2);
    assert_eq!(after, ["Acme password-changed", "Acme signed-in", "Acme other-sessions-ended"]);
}

#[tokio::test]
async fn a_first_password_is_no_other_one() {
    let server = Server::new().await;
    server.write("UPDATE accounts SET password_hash = NULL").await;
    let token = invited(&server).await;
    let _ = accept(&mut server.browser(), &token, CHOSEN).await;
    assert_eq!(server.log().await, ["Acme signed-in"]);
}

#[tokio::test]
async fn an_invitation_is_accepted_once() {
    let server = Server::new().await;
    let token = invited(&server).await;
    let (mut one, mut two) = (server.browser(), server.browser());
    let (first, second) = tokio::join!(accept(&mut one, &token, CHOSEN), accept(&mut two, &token, CHOSEN));
    let signed_in = [&one, &two].into_iter().filter(|browser| browser.session().is_some()).count();
    assert_eq!(signed_in, 1);
    let spent = if first.location() == "/" { second } else { first };
    assert_eq!(notice(&server, &spent).await, Notice::InvitationSpent);
}

#[tokio::test]
async fn a_later_invitation_replaces_the_one_before() {
    let server = Server::new().await;
    let (before, _later) = (invited(&server).await, invited(&server).await);
    let answered = accept(&mut server.browser(), &before, CHOSEN).await;
    assert_eq!(notice(&server, &answered).await, Notice::InvitationSpent);
}

#[tokio::test]
async fn an_invitation_is_too_old_after_seven_days_and_an_unknown_one_is_told_alike() {
    let server = Server::new().await;
    let token = invited(&server).await;
    server.application.clock.advance(7 * 24 * 60 * 60);
    for token in [token, Token::new()] {
        let answered = accept(&mut server.browser(), &token, CHOSEN).await;
        assert_eq!(notice(&server, &answered).await, Notice::InvitationSpent);
    }
}

#[tokio::test]
async fn a_password_that_does_not_do_leaves_the_invitation_open() {
    let server = Server::new().await;
    let (token, mut browser) = (invited(&server).await, server.browser());
    let answered = accept(&mut browser, &token, "short").await;
    let too_short = Notice::PasswordRefused(PasswordRefusal::TooShort { least: 12 });
    assert_eq!(notice(&server, &answered).await, too_short);
    let answered = accept(&mut browser, &token, "alice.martin@acme.example").await;
    assert_eq!(notice(&server, &answered).await, Notice::PasswordRefused(PasswordRefusal::IsAddress));
    assert_eq!(accept(&mut browser, &token, CHOSEN).await.location(), "/");
}
