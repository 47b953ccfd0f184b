//! `/livez`, `/readyz` and `/metrics`.

use std::time::{Duration, Instant};

use axum::http::Request;
use server::{health::Health, metrics};

use crate::support::{
    Installation,
    browser::{Answered, Browser},
    cast::LUMIERE,
};

/// A browser at the health of the installation, of which nothing was found out yet.
fn at(installation: &Installation) -> Browser {
    Browser::new(Health::new(installation.application.clone()).routes(), "127.0.0.1:50000")
}

async fn ready(installation: &Installation) -> Answered {
    at(installation).get("/readyz").await
}

/// Holds whatever writes: nobody else can, until it is dropped.
async fn every_writer(installation: &Installation) -> Vec<impl Sized> {
    let database = &installation.application.database;
    let mut held = Vec::new();
    for _ in 0..database.most_writers() {
        held.push(database.begin().await.unwrap());
    }
    held
}

fn says(answer: &Answered, part: &str, state: &str) -> bool {
    answer.body.contains(&format!("\"{part}\":\"{state}\""))
}

#[tokio::test]
async fn a_server_that_can_serve_says_so_and_nothing_else() {
    let installation = Installation::new().await;
    for (path, body) in [
        ("/livez", r#"{"alive":true}"#),
        (
            "/readyz",
            r#"{"ready":true,"degraded":false,"draining":false,"database":"ok","writer":"ok","key_ring":"ok"}"#,
        ),
    ] {
        let headers = [("accept-encoding", "br, gzip")];
        let answer = installation.browser().send(Request::get(path), &headers, "").await;
        assert_eq!((answer.status, answer.body.as_str()), (200, body));
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(!answer.headers.contains_key("content-encoding"), "{path}");
    }
    assert_eq!(installation.count("flashes WHERE content = ''").await, 0);
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_not_ready_and_the_process_lives() {
    let installation = Installation::new().await;
    installation.write("ALTER TABLE flashes RENAME TO flashes_gone").await;
    let answer = ready(&installation).await;
    assert_eq!(answer.status, 503);
    assert!(says(&answer, "writer", "failing") && says(&answer, "database", "ok"), "{}", answer.body);
    assert_eq!(at(&installation).get("/livez").await.status, 200);
}

#[tokio::test]
async fn a_writer_that_does_not_answer_in_time_is_busy_and_then_ready_again() {
    let installation = Installation::new().await;
    let held = every_writer(&installation).await;
    let answer = ready(&installation).await;
    assert!(answer.status == 503 && says(&answer, "writer", "busy"), "{}", answer.body);
    drop(held);
    assert_eq!(ready(&installation).await.status, 200);
}

#[tokio::test]
async fn a_writer_that_answers_late_every_time_is_busy_all_the_while() {
    let installation = Installation::new().await;
    let mut browser = at(&installation);
    let mut held = every_writer(&installation).await;
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(3) {
        let answer = browser.get("/readyz").await;
        assert!(answer.status == 503 && says(&answer, "writer", "busy"), "{}", answer.body);
        // What the probe waits for it gets now, too late, and before the writers are held again: they are given in turn.
        drop(held);
        held = every_writer(&installation).await;
    }
    drop(held);
    let free = Instant::now();
    while browser.get("/readyz").await.status != 200 {
        assert!(free.elapsed() < Duration::from_secs(2), "it is not said to be ready again");
    }
}

#[tokio::test]
async fn a_database_of_another_version_is_not_ready() {
    let installation = Installation::new().await;
    installation.write("UPDATE _sqlx_migrations SET version = version + 1 WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)").await;
    let answer = ready(&installation).await;
    assert!(answer.status == 503 && says(&answer, "database", "other-version"), "{}", answer.body);
}

#[tokio::test]
async fn what_was_found_holds_for_a_second_however_many_ask() {
    let installation = Installation::new().await;
    let mut browser = at(&installation);
    assert_eq!(browser.get("/readyz").await.status, 200);
    installation.write("ALTER TABLE flashes RENAME TO flashes_gone").await;
    for _ in 0..100 {
        assert_eq!(browser.get("/readyz").await.status, 200);
    }
}

#[tokio::test]
async fn a_server_that_is_about_to_stop_is_not_ready() {
    let installation = Installation::new().await;
    installation.application.draining.begin();
    let answer = ready(&installation).await;
    assert!(answer.status == 503 && answer.body.contains("\"draining\":true"), "{}", answer.body);
}

#[tokio::test]
async fn metrics_tell_routes_commands_and_the_database_and_are_not_for_everybody() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    browser.get("/benefits/software?q=secret-search").await;
    browser.get("/secret-place").await;
    browser.post("/act/remove-seat", "seat=00000000-0000-7000-8000-000000000000&once=a-key-of-a-form").await;
    assert_eq!(browser.get("/metrics").await.status, 404);
    let mut scraper = Browser::new(metrics::routes(installation.application.clone()), "127.0.0.1:50000");
    let text = scraper.get("/metrics").await.body;
    for line in [
        r#"atout_request_seconds_count{route="/benefits/software",status="2xx"} 1"#,
        r#"atout_request_seconds_count{route="unmatched",status="4xx"} 2"#,
        r#"atout_request_seconds_count{route="/act/{command}",status="3xx"} 1"#,
        r#"atout_command_seconds_count{command="remove-seat",outcome="refused"} 1"#,
        "atout_sessions 1",
        "atout_key_ring 1",
    ] {
        assert!(text.lines().any(|written| written == line), "no {line} in {text}");
    }
    let has_one_writer = installation.application.database.writer().is_some();
    assert_eq!(text.lines().any(|line| line == "atout_writer_waiting 0"), has_one_writer, "{text}");
    assert!(!text.contains("secret"), "{text}");
}
