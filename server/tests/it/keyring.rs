//! Keys at rest, from outside: a ring that is lost or wrong, rows that were changed, and a ring that grows while people
//! read.

mod rotation;

use std::{fs, path::Path};

use axum::http::Request;
use server::{db::Engine, keyring::RingPlace};
use tracing_subscriber::filter::LevelFilter;

use crate::{
    canary::Log,
    door::Admin,
    support::{
        Installation,
        browser::{Answered, Browser, FORM},
        cast::{ATELIER, LUMIERE},
    },
};

/// A product whose keys nobody has asked for.
const VISIO: &str = "visio-professional-2019";
/// A product with a key that the demonstration has got.
const WINDOWS: &str = "windows-10-enterprise";

/// The keys that a company has got.
async fn keys(installation: &Installation, company: &str) -> Vec<String> {
    let id = installation.company(company).await;
    let keys = format!("SELECT key_id FROM software_keys WHERE company_id = '{id}' ORDER BY key_id");
    installation.texts(&keys).await
}

/// The benefit of a product.
async fn benefit(installation: &Installation, product: &str) -> String {
    let id = installation.company(LUMIERE).await;
    let of = format!("FROM benefits WHERE company_id = '{id}' AND product = '{product}'");
    installation.text(&format!("SELECT benefit_id {of}")).await
}

async fn act(browser: &mut Browser, command: &str, fields: &str, accept: &str) -> Answered {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", accept)];
    browser.send(Request::post(format!("/act/{command}")), &headers, fields).await
}

async fn reveal(browser: &mut Browser, key: &str, once: &str) -> Answered {
    act(browser, "reveal-key", &format!("key={key}&manner=shown&once={once}"), "application/json").await
}

async fn admin(installation: &Installation) -> Browser {
    installation.browser_of(installation.admin(LUMIERE).await).await
}

fn lose_ring(folder: &Path) {
    fs::remove_file(folder.join("keyring.json")).unwrap();
}

/// Another ring than the one that sealed the keys, in its place.
fn mistake_ring(folder: &Path) {
    lose_ring(folder);
    assert!(RingPlace::in_folder(folder).create().unwrap());
}

#[tokio::test]
async fn without_the_ring_every_page_and_every_read_is_there() {
    let (whole, lost) = (Installation::new().await, Installation::prepared(lose_ring).await);
    let (mut before, mut after) = (admin(&whole).await, admin(&lost).await);
    for address in lost.addresses(LUMIERE).await {
        let (whole, lost) = (before.get(&address).await, after.get(&address).await);
        assert_eq!((lost.status, lost.location()), (whole.status, whole.location()), "{address}");
        assert!(lost.status < 400 || lost.status == 410, "{address} {}", lost.status);
    }
}

#[tokio::test]
async fn a_ring_that_cannot_open_a_key_closes_its_reveal_and_says_why_in_both_languages() {
    for ring in [lose_ring, mistake_ring] {
        let installation = Installation::prepared(ring).await;
        let mut browser = admin(&installation).await;
        let key = &keys(&installation, LUMIERE).await[0];
        let refused = reveal(&mut browser, key, "revealed-in-place").await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.body.contains("key-ring-missing"), "{}", refused.body);
        for (language, words) in [("en-US", "key ring is missing"), ("fr-FR", "trousseau du serveur manque")]
        {
            let fields = format!("key={key}&manner=shown&back=%2Fbenefits%2Fsoftware&once=plain-{language}");
            let refused = act(&mut browser, "reveal-key", &fields, "text/html").await;
            assert_eq!(refused.status, 303);
            let page = browser.get(&format!("{}&lang={language}", refused.location())).await;
            assert!(page.body.contains(words), "{language} {}", page.body);
        }
        let seen = format!("software_keys WHERE key_id = '{key}' AND first_viewed_at > 1700046000000000");
        assert_eq!(installation.count(&seen).await, 0);
    }
}

#[tokio::test]
async fn without_the_ring_no_key_is_drawn_and_every_other_command_is_carried_out() {
    let installation = Installation::prepared(lose_ring).await;
    let (visio, windows) = (benefit(&installation, VISIO).await, benefit(&installation, WINDOWS).await);
    let mut admin = Admin::of(installation).await;
    let stock = "software_keys WHERE company_id IS NULL";
    let in_stock = admin.installation.count(stock).await;
    for (command, fields) in admin.every_command().await {
        match command {
            "get-keys" => {
                let refused = admin.ask(command, &fields).await;
                assert!(refused.status == 409 && refused.body.contains("key-ring-missing"), "{refused:?}");
            }
            "reveal-key" => {}
            // These need keys that were got before.
            "record-activation" => {
                let fields = fields.replace(&visio, &windows);
                admin.act(command, &fields).await;
            }
            _ => {
                admin.act(command, &fields).await;
            }
        }
    }
    assert_eq!(admin.installation.count(stock).await, in_stock);
}

#[tokio::test]
async fn a_ring_that_is_put_back_opens_keys_without_a_new_start() {
    let installation = Installation::new().await;
    let mut browser = admin(&installation).await;
    let key = &keys(&installation, LUMIERE).await[0];
    let (file, aside) = (installation.folder().join("keyring.json"), installation.folder().join("aside"));
    fs::rename(&file, &aside).unwrap();
    let lost = Installation::prepared(lose_ring).await;
    assert_eq!(
        reveal(&mut admin(&lost).await, &keys(&lost, LUMIERE).await[0], "with-the-ring-lost").await.status,
        409
    );
    fs::copy(&aside, lost.folder().join("keyring.json")).unwrap();
    fs::rename(&aside, &file).unwrap();
    assert_eq!(reveal(&mut browser, key, "with-the-ring-put-back").await.status, 200);
}

#[tokio::test]
async fn a_changed_row_is_a_fault_that_is_told_with_a_reference_and_logged_once() {
    let log = Log::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(LevelFilter::WARN).with_writer(log.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let installation = Installation::new().await;
    let mut browser = admin(&installation).await;
    let (own, foreign) = (keys(&installation, LUMIERE).await, keys(&installation, ATELIER).await);
    let [one, two] = [&own[0], &own[1]];
    let copied = |from: &str, to: &str, column: &str| {
        format!(
            "UPDATE software_keys SET {column} = (SELECT {column} FROM software_keys WHERE key_id = '{from}')
             WHERE key_id = '{to}'"
        )
    };
    let flipped = match installation.application.database.engine() {
        Engine::Sqlite => format!(
            "UPDATE software_keys SET ciphertext = CAST(X'ff' || substr(ciphertext, 2) AS BLOB) WHERE key_id = '{one}'"
        ),
        Engine::Postgres => format!(
            "UPDATE software_keys SET ciphertext = set_bit(ciphertext, 0, 1 - get_bit(ciphertext, 0)) WHERE key_id = '{one}'"
        ),
    };
    let changes = [
        flipped,
        // Another row of the same company, whole, and one of another company.
        copied(two, one, "ciphertext") + ";" + &copied(two, one, "nonce"),
        copied(&foreign[0], one, "ciphertext") + ";" + &copied(&foreign[0], one, "nonce"),
        format!("UPDATE software_keys SET nonce = ciphertext WHERE key_id = '{one}'"),
    ];
    for (number, change) in changes.iter().enumerate() {
        installation.write(change).await;
        let before = log.lines("Tampered");
        let failed = reveal(&mut browser, one, &format!("of-a-changed-row-{number}")).await;
        assert_eq!(failed.status, 503, "{change}");
        assert!(failed.body.contains("unavailable") && failed.body.contains("reference"), "{}", failed.body);
        assert_eq!(log.lines("Tampered"), before + 1, "{change}");
    }
    assert_eq!(reveal(&mut browser, two, "of-the-other-row").await.status, 200);
}

#[tokio::test]
async fn a_row_of_a_version_that_the_ring_has_not_is_refused_and_the_version_logged() {
    let log = Log::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(LevelFilter::WARN).with_writer(log.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let installation = Installation::new().await;
    let key = &keys(&installation, LUMIERE).await[0];
    let later = format!(
        "INSERT INTO ring_versions (ring_version, begun_at) VALUES (7, 1);
         UPDATE software_keys SET ring_version = 7 WHERE key_id = '{key}'"
    );
    installation.write(&later).await;
    let refused = reveal(&mut admin(&installation).await, key, "of-version-seven-here").await;
    assert!(refused.status == 409 && refused.body.contains("key-ring-missing"), "{refused:?}");
    assert_eq!(log.lines("no key of version 7"), 1);
}

#[tokio::test]
async fn the_ring_of_another_installation_seals_nothing_and_is_named() {
    let log = Log::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(LevelFilter::WARN).with_writer(log.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let installation = Installation::prepared(mistake_ring).await;
    let mut browser = admin(&installation).await;
    let benefit = benefit(&installation, VISIO).await;
    let refused = act(
        &mut browser,
        "get-keys",
        &format!("benefit={benefit}&once=draw-it-with-another-ring"),
        "application/json",
    )
    .await;
    assert!(refused.status == 409 && refused.body.contains("key-ring-missing"), "{refused:?}");
    assert_eq!(log.lines("not the one that the database was sealed with"), 1);
}
