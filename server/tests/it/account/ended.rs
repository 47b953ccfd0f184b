//! What is over is over with the next request: for pages, for reads and for acts alike.

use axum::http::Request;

use crate::support::{
    Installation,
    browser::{Browser, FORM},
    cast::LUMIERE,
};

/// What a page, a read and an act of the company answer.
async fn answers(browser: &mut Browser) -> [u16; 3] {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let act = Request::post("/act/get-keys");
    let fields = "benefit=00000000-0000-7000-8000-000000000000&once=0123456789";
    [
        browser.get("/benefits/software").await.status,
        browser.get("/api/benefits/software").await.status,
        browser.send(act, &headers, fields).await.status,
    ]
}

#[tokio::test]
async fn a_session_that_has_ended_opens_nothing() {
    for ended in [
        "UPDATE sessions SET ended_at = 1",
        "UPDATE accounts SET disabled_at = 1",
        "UPDATE sessions SET last_seen_at = last_seen_at - 1800000000, created_at = created_at - 1800000000",
        "UPDATE sessions SET created_at = created_at - 43200000000",
    ] {
        let installation = Installation::new().await;
        let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
        assert_eq!(answers(&mut browser).await, [200, 200, 404]);
        installation.write(ended).await;
        assert_eq!(answers(&mut browser).await, [303, 401, 401], "{ended}");
    }
}

#[tokio::test]
async fn who_is_stopped_or_loses_a_role_may_nothing_more() {
    for (stopped, then) in [
        ("UPDATE users SET suspended_at = 1 WHERE user_id = ", [403, 403, 403]),
        ("UPDATE users SET removed_at = 1 WHERE user_id = ", [403, 403, 403]),
        ("DELETE FROM user_roles WHERE user_id = ", [200, 200, 403]),
    ] {
        let installation = Installation::new().await;
        let admin = installation.admin(LUMIERE).await;
        let mut browser = installation.browser_of(admin).await;
        assert_eq!(answers(&mut browser).await, [200, 200, 404]);
        installation.write(&format!("{stopped}'{}'", admin.user)).await;
        assert_eq!(answers(&mut browser).await, then, "{stopped}");
    }
}

#[tokio::test]
async fn who_has_not_accepted_yet_may_nothing() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    installation
        .write(&format!("UPDATE users SET accepted_at = NULL WHERE user_id = '{}'", admin.user))
        .await;
    let mut browser = installation.browser_of(admin).await;
    assert_eq!(answers(&mut browser).await, [403, 403, 403]);
}
