//! A program at fault: a handler that panics costs its own request an answer, and nothing that it was handed is told to
//! anybody (G32, G45).

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::HeaderMap,
    middleware::{from_fn as layer, from_fn_with_state as with},
    routing::get,
};
use server::{
    assets::Assets,
    auth::Auth,
    db::Database,
    health::Health,
    limits, logging,
    portal::CompanyDirectory,
    rendering::{Rendering, Wording, instead},
    requests,
};
use tracing_subscriber::filter::LevelFilter;

use super::support::{Running, status};
use crate::{canary::Log, support::Installation};

const CANARY: &str = "canary8-in-a-panic";

/// Panics with what it was handed.
async fn tells_a_secret(headers: HeaderMap) -> &'static str {
    panic!("no such key: {:?}", headers.get("x-secret"))
}

/// Panics in words of the program.
async fn tells_a_fault() -> &'static str {
    panic!("two and two are five")
}

/// Panics before its transaction has ended.
async fn leaves_a_transaction(State(database): State<Database>) -> &'static str {
    let mut tx = database.begin().await.unwrap();
    sqlx::query("UPDATE companies SET name = 'half'").execute(&mut *tx).await.unwrap();
    panic!("in the middle")
}

/// The layers of the server around handlers that panic, beside an address that is in none of those that give words.
fn faulty(installation: &Installation) -> Router {
    let (application, store) = (&installation.application, Arc::clone(&installation.store));
    let auth = Auth::new(application, Arc::new(CompanyDirectory(Arc::clone(&store))));
    let wording = Wording { rendering: Rendering::new(store, Arc::new(Assets::default())), auth };
    Router::new()
        .route("/secret", get(tells_a_secret))
        .route("/fault", get(tells_a_fault))
        .route("/transaction", get(leaves_a_transaction))
        .with_state(application.database.clone())
        .layer(layer(limits::body))
        .layer(with(application.database.clone(), requests::bounded))
        .layer(with(wording, instead))
        .route("/outside", get(tells_a_secret))
        .merge(Health::new(application.clone()).routes())
        .layer(with(Arc::clone(&application.metrics), requests::follow))
}

fn asking(path: &str, accept: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: {accept}\r\nx-secret: {CANARY}\r\n\r\n")
}

/// The reference of a fault, as its answer says it.
fn reference(answer: &str) -> &str {
    let (_, rest) = answer.split_once("x-request-id: ").unwrap_or_default();
    rest.split('\r').next().unwrap_or_default()
}

#[tokio::test]
async fn a_panic_is_answered_in_words_with_a_reference_and_tells_nobody_what_it_was_handed() {
    let log = Log::default();
    let lines = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false);
    lines.with_writer(log.clone()).init();
    let installation = Installation::new().await;
    let server = Running::begin(faulty(&installation), 10).await;
    let alive = "GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    logging::tell_panics();
    let mut answers = Vec::new();
    for (path, accept) in [
        ("/secret", "text/html"),
        ("/secret", "application/json"),
        ("/fault", "text/html"),
        ("/outside", "text/html"),
    ] {
        // The connection goes on as well, and so does the process.
        answers.push((path, accept, server.answer(asking(path, accept) + alive).await));
    }
    // What this test itself finds is to be read.
    drop(std::panic::take_hook());
    let told = log.text();
    for (path, accept, answer) in &answers {
        assert_eq!(status(answer), "500", "{answer}");
        assert!(answer.contains(r#"{"alive":true}"#), "{answer}");
        assert!(!answer.contains(CANARY) && !answer.contains("panics.rs"), "{answer}");
        let id = reference(answer);
        let words = answer.split_once("\r\n\r\n").unwrap().1.split("HTTP/1.1 ").next().unwrap();
        assert_eq!(words.contains(id), *path != "/outside", "{answer}");
        assert_eq!(words.contains("<html"), *path != "/outside" && *accept == "text/html", "{answer}");
        let line = told.lines().find(|line| line.contains(id) && line.contains("panicked"));
        let line = line.unwrap_or_else(|| panic!("no line of {id} in {told}"));
        assert!(line.contains("ERROR") && line.contains("panics.rs:"), "{line}");
        assert_eq!(line.contains("two and two are five"), *path == "/fault", "{line}");
    }
    let heard: Vec<_> = told.lines().filter(|line| line.contains(CANARY)).collect();
    assert!(heard.is_empty(), "{heard:#?}");
}

#[tokio::test]
async fn a_panic_undoes_what_it_had_begun_and_keeps_nobody_from_writing() {
    let installation = Installation::new().await;
    let server = Running::begin(faulty(&installation), 10).await;
    for _ in 0..=installation.application.database.most_writers() {
        let ask = asking("/transaction", "text/html").replace("x-secret", "connection: close\r\nx-secret");
        assert_eq!(status(&server.answer(ask).await), "500");
    }
    assert_eq!(installation.count("companies WHERE name = 'half'").await, 0);
    installation.write("UPDATE accounts SET language = 'fr-FR'").await;
    server.has_open(0).await;
}
