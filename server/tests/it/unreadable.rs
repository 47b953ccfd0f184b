//! What cannot be read is answered by a fault, never as if nothing were there.

use std::collections::BTreeSet;

use axum::http::Request;

use crate::support::{
    Installation,
    browser::{Answered, Browser},
    cast::LUMIERE,
    page::constant,
};

/// The status and what was asked for, without what is never twice the same, and without the frame: around a page that is
/// nobody's it goes without the person.
async fn told(browser: &Browser, address: &str) -> (u16, String) {
    let kind = if address.starts_with("/api/") { "application/json" } else { "text/html" };
    let asked = Request::get(address);
    let Answered { status, body, .. } = browser.clone().send(asked, &[("accept", kind)], "").await;
    let shown = body.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    (status, constant(shown.map_or(body.as_str(), |(main, _)| main)))
}

#[tokio::test]
async fn whichever_table_cannot_be_read_a_page_is_whole_or_says_that_it_cannot_be_shown() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let mut whole = Vec::new();
    for address in installation.addresses(LUMIERE).await {
        let answer = told(&browser, &address).await;
        // Some lead elsewhere.
        if answer.0 == 200 {
            whole.push((address, answer));
        }
    }
    let mut failed = BTreeSet::new();
    for table in installation.tables().await {
        installation.write(&format!("ALTER TABLE {table} RENAME TO gone")).await;
        for (address, whole) in &whole {
            let answer = told(&browser, address).await;
            if answer.0 == 503 {
                failed.insert(address);
            } else {
                assert!(answer == *whole, "{address} without {table}: {}", answer.1);
            }
        }
        installation.write(&format!("ALTER TABLE gone RENAME TO {table}")).await;
    }
    let read: BTreeSet<_> = whole.iter().map(|(address, _)| address).collect();
    assert_eq!(failed, read, "what was read nowhere was not tried");
}
