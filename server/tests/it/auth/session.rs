//! What a session is worth, and for how long.

use app::flash::Notice;
use server::random::Token;

use super::support::{PASSWORD, Server, Settings};

const ALICE: &str = "alice.martin@acme.example";

#[tokio::test]
async fn the_database_holds_the_hash_and_not_the_token() {
    let server = Server::new().await;
    let browser = server.alice().await;
    let token = Token::parse(browser.session().unwrap()).unwrap();
    let hashes: Vec<(Vec<u8>,)> = sqlx::query_as("SELECT token_hash FROM sessions")
        .fetch_all(server.application.database.reader())
        .await
        .unwrap();
    assert_eq!(hashes, [(token.hash().to_vec(),)]);
}

#[tokio::test]
async fn a_token_that_was_set_before_is_not_taken_over() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let planted = "a".repeat(64);
    browser.cookies.insert("atout-session".to_owned(), planted.clone());
    browser.sign_in(ALICE, PASSWORD).await;
    assert_ne!(browser.session(), Some(&planted));
}

#[tokio::test]
async fn signing_in_again_gives_a_new_token_and_ends_the_old_one() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let mut copy = browser.clone();
    browser.sign_in(ALICE, PASSWORD).await;
    assert_ne!(browser.session(), copy.session());
    assert!(browser.is_signed_in().await);
    assert!(!copy.is_signed_in().await);
}

#[tokio::test]
async fn signing_out_ends_it_everywhere_and_clears_what_the_browser_kept() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let mut copy = browser.clone();
    let answered = browser.post("/act/sign-out", "").await;
    assert_eq!(answered.status, 303);
    assert_eq!(answered.headers["clear-site-data"], r#""cache", "storage""#);
    assert_eq!(server.flash(answered.location(), None).await.unwrap().notice, Notice::SignedOut);
    assert!(browser.session().is_none());
    assert!(!copy.is_signed_in().await);
}

#[tokio::test]
async fn half_an_hour_without_a_request_ends_it() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    server.application.clock.advance(30 * 60 - 1);
    let mut late = browser.clone();
    assert!(browser.is_signed_in().await);
    seen(&server).await;
    server.application.clock.advance(29 * 60);
    assert!(late.is_signed_in().await);
    seen(&server).await;
    server.application.clock.advance(30 * 60);
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn twelve_hours_end_it_whatever_happens() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    for _ in 0..35 {
        server.application.clock.advance(20 * 60);
        assert!(browser.is_signed_in().await);
        seen(&server).await;
    }
    server.application.clock.advance(20 * 60);
    assert!(!browser.is_signed_in().await);
}

/// Waits until the last sign of life is in the database: it is written behind the answer.
async fn seen(server: &Server) {
    let now = server.application.clock.now().as_microseconds();
    let seen = || sqlx::query_scalar::<_, i64>("SELECT MAX(last_seen_at) FROM sessions");
    while seen().fetch_one(server.application.database.reader()).await.unwrap() < now {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_sign_of_life_costs_a_write_once_a_minute_at_most() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let begun = server.application.clock.now().as_microseconds();
    server.application.clock.advance(59);
    assert!(browser.is_signed_in().await);
    server.application.database.close().await;
    let reopened = server::db::Database::open(&server.application.config.home()).await.unwrap();
    let seen: i64 =
        sqlx::query_scalar("SELECT last_seen_at FROM sessions").fetch_one(reopened.reader()).await.unwrap();
    assert_eq!(seen, begun);
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_the_host_and_strict_transport_is_told() {
    let server = Server::with(Settings { https: true, ..Settings::default() }).await;
    let mut browser = server.browser();
    let answered = browser.sign_in(ALICE, PASSWORD).await;
    let cookie = answered.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("__Host-atout=") && cookie.contains("; Secure") && cookie.contains("; HttpOnly")
    );
    assert!(cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/") && !cookie.contains("Domain"));
    assert!(answered.headers.contains_key("strict-transport-security"));
    let plain = browser.cookies.remove("__Host-atout").unwrap();
    browser.cookies.insert("atout-session".to_owned(), plain);
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn every_answer_is_private_and_names_a_nonce_of_its_own() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let (one, two) = (browser.get("/").await, browser.get("/nowhere").await);
    for answered in [&one, &two] {
        assert_eq!(answered.headers["cache-control"], "no-store");
        assert_eq!(answered.headers["x-content-type-options"], "nosniff");
        assert_eq!(answered.headers["referrer-policy"], "same-origin");
    }
    assert_ne!(one.headers["content-security-policy"], two.headers["content-security-policy"]);
}
