//! What the log never holds, whatever is sent and whatever fails: headers, cookies, addresses, forms, the database’s
//! password. Each of these holds a canary of its own.

use std::{net::TcpListener, process::Command};

use axum::http::Request;
use tracing_subscriber::filter::LevelFilter;

use crate::{
    canary::Log,
    input::PAGE,
    support::{
        Installation,
        browser::{Browser, FORM},
        cast::LUMIERE,
        folder::Folder,
    },
};

const CANARY: &str = "canary7";

/// Sends a canary in everything that a request has.
async fn sing(browser: &mut Browser) -> Vec<u16> {
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
        ("authorization", "Bearer canary7-authorization"),
        ("x-request-id", "canary7-request"),
        ("user-agent", "canary7-agent"),
        ("referer", "http://localhost/invitation?token=canary7-referer"),
        PAGE,
    ];
    let mut statuses = Vec::new();
    for (path, fields) in [
        (
            "/act/remove-seat?token=canary7-query",
            "seat=canary7-seat&once=canary7-once-key&back=/canary7-back",
        ),
        ("/act/remove-seat", "canary7-field=canary7-value&once=018f4e2a00007000"),
        ("/act/sign-in", "address=canary7@lumiere.example&password=canary7-password&once=018f4e2a00007000"),
        ("/act/accept-invitation", "token=canary7-token&password=canary7-password&once=018f4e2a00007000"),
        ("/act/canary7-command", "once=018f4e2a00007000"),
    ] {
        statuses.push(browser.send(Request::post(path), &headers, fields).await.status);
    }
    for path in ["/invitation?token=canary7-token", "/benefits/software?q=canary7-search", "/canary7-place"] {
        statuses.push(browser.send(Request::get(path), &headers, "").await.status);
    }
    statuses
}

#[tokio::test]
async fn nothing_that_is_sent_is_in_the_log_whether_it_works_or_fails() {
    let log = Log::default();
    let lines = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_ansi(false);
    lines.with_writer(log.clone()).init();
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let session = browser.session().unwrap().clone();
    browser.cookies.insert("theirs".to_owned(), "canary7-cookie".to_owned());
    assert!(sing(&mut browser).await.iter().all(|status| *status < 500));
    for table in ["users", "sessions"] {
        installation.write(&format!("ALTER TABLE {table} RENAME TO {table}_gone")).await;
        assert!(sing(&mut browser).await.contains(&503));
    }
    let told = log.text();
    assert!(
        told.contains("a request could not be answered") && told.contains("answered method=POST"),
        "{told}"
    );
    let secrets = [CANARY, session.as_str()];
    let heard: Vec<_> =
        told.lines().filter(|line| secrets.iter().any(|secret| line.contains(secret))).collect();
    assert!(heard.is_empty(), "{heard:#?}");
}

#[test]
fn the_password_of_the_database_is_not_told_when_it_cannot_be_reached() {
    let (site, nobody) = (Folder::client(), TcpListener::bind("127.0.0.1:0").unwrap());
    let address = nobody.local_addr().unwrap();
    drop(nobody);
    let mut command = Command::new(env!("CARGO_BIN_EXE_atout"));
    command.args(["serve", "--listen", "127.0.0.1:0"]).arg("--data").arg(site.join("data"));
    command.arg("--site").arg(site.path()).env("ATOUT_LOG", "trace");
    let output =
        command.env("ATOUT_DATABASE_URL", format!("postgres://atout:canary7@{address}/atout")).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1), "it may be reached another time");
    let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(told.contains("postgres://atout@") && !told.contains(CANARY), "{told}");
}
