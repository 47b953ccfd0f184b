//! A key that is known beforehand, and where it is found: in the answer to its reveal, and nowhere else. Likewise a
//! session’s token and a password, which are found nowhere at all.

use std::{
    fs,
    io::{self, Write},
    sync::{Arc, Mutex},
};

use app::api::packed;
use axum::http::Request;
use domain::programme::ProductCode;
use secrecy::SecretString;
use server::{demonstration, portal::door::Door};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use crate::support::{
    Installation,
    browser::{Browser, FORM},
    cast::LUMIERE,
};

/// The key: not of the form of the demonstration's, which begin with `ATOUT-`.
const CANARY: &str = "QX7VW-9HCNR-Y4PLN-TX2GB-KEY42";
const DEMONSTRATION: &str = "ATOUT-";
const PRODUCT: &str = "visio-professional-2019";

/// Everything that was written to the log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The forms in which a secret could be found: as it is, in parts that are no words, in small letters, in hexadecimal
/// digits.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![secret.to_owned(), secret.to_lowercase()];
    let tells = |part: &&str| part.len() > 4 && part.contains(|c: char| c.is_ascii_digit());
    forms.extend(secret.split('-').filter(tells).map(str::to_owned));
    let hexadecimal = server::random::hexadecimal(secret.as_bytes());
    forms.extend([hexadecimal.to_uppercase(), hexadecimal]);
    forms
}

fn holds(text: &[u8], secret: &str) -> bool {
    let text = String::from_utf8_lossy(text);
    forms(secret).iter().any(|form| text.contains(form))
}

/// Holds a text to say nothing that it must not.
fn is_silent(text: &[u8], place: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!holds(text, secret), "{place} holds {secret}");
    }
    let text = String::from_utf8_lossy(text);
    assert!(!text.contains(DEMONSTRATION), "{place} holds a key of the demonstration");
}

/// Puts the canary into the stock of its product, alone.
async fn stocked(installation: &Installation) {
    installation.write(&format!("DELETE FROM software_keys WHERE product = '{PRODUCT}'")).await;
    let mut tx = installation.application.database.begin().await.unwrap();
    let (product, key) = (ProductCode::parse(PRODUCT).unwrap(), SecretString::from(CANARY));
    Door(&installation.store).stock_keys_in(&mut tx, None, &product, vec![key]).await.unwrap();
    tx.commit().await.unwrap();
}

/// The addresses of every page, and of every read behind it, with each row open whose keys are got.
async fn addresses(installation: &Installation) -> Vec<String> {
    let id = installation.company(LUMIERE).await;
    let open = format!(
        "SELECT 'software?open=' || benefit_id FROM software_keys WHERE company_id = '{id}'
         UNION SELECT 'visual-studio?who=e&open=' || benefit_id FROM seats WHERE company_id = '{id}'"
    );
    let mut tabs = installation.texts(&open).await;
    assert!(tabs.len() > 4, "{tabs:?}");
    tabs.extend(["cloud", "technical", "go-to-market", "software", "visual-studio"].map(str::to_owned));
    let mut all: Vec<_> =
        tabs.iter().flat_map(|tab| [format!("/benefits/{tab}"), format!("/api/benefits/{tab}")]).collect();
    let others = ["/", "/benefits/visual-studio/seats", "/accessibility", "/sign-in", "/api/frame"];
    all.extend(others.into_iter().chain(["/api/dashboard", "/api/seats", "/api/sign-in"]).map(str::to_owned));
    all
}

async fn pages_are_silent(installation: &Installation, browser: &mut Browser, secrets: &[&str]) {
    for address in addresses(installation).await {
        for accept in ["text/html", "application/json", packed::MEDIA_TYPE] {
            let answer = browser.send(Request::get(&address), &[("accept", accept)], "").await;
            assert_eq!(answer.status, 200, "{address}");
            is_silent(answer.body.as_bytes(), &address, secrets);
            if !address.starts_with("/api/") {
                break;
            }
        }
    }
}

/// Reveals the key as a page does without script, or in place.
async fn reveal(browser: &mut Browser, key: &str, accept: &str, once: &str) -> String {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", accept)];
    let fields = format!("key={key}&manner=shown&back=/benefits/software&once={once}");
    browser.send(Request::post("/act/reveal-key"), &headers, &fields).await.body
}

#[tokio::test]
async fn a_key_is_in_the_answer_to_its_reveal_and_nowhere_else() {
    let log = Log::default();
    tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).init();
    let installation = Installation::new().await;
    stocked(&installation).await;
    let admin = installation.admin(LUMIERE).await;
    let email = format!("SELECT email FROM accounts WHERE account_id = '{}'", admin.account);
    let mut browser = installation.browser();
    browser.sign_in(&installation.text(&email).await, demonstration::PASSWORD).await;
    let token = browser.session().unwrap().clone();
    let secrets = [CANARY, &token, demonstration::PASSWORD];
    let id = installation.company(LUMIERE).await;
    let benefit =
        format!("SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND product = '{PRODUCT}'");
    let benefit = installation.text(&benefit).await;
    let got = browser.post("/act/get-keys", &format!("benefit={benefit}&once=get-the-keys&back=/")).await;
    assert!(got.location().starts_with("/?flash="));
    is_silent(browser.get(got.location()).await.body.as_bytes(), "the page after", &secrets);
    pages_are_silent(&installation, &mut browser, &secrets).await;

    let key = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}'");
    let key = installation.text(&key).await;
    for (accept, once) in [("text/html", "without-script"), ("application/json", "in-place-in-json")] {
        assert!(reveal(&mut browser, &key, accept, once).await.contains(CANARY), "{accept}");
    }
    assert!(reveal(&mut browser, &key, packed::MEDIA_TYPE, "in-place-and-packed").await.contains(CANARY));
    pages_are_silent(&installation, &mut browser, &secrets).await;

    // A key that cannot be opened fails, and the log tells of it.
    installation
        .write(&format!("UPDATE software_keys SET nonce = (SELECT nonce FROM software_keys WHERE key_id <> '{key}' LIMIT 1) WHERE key_id = '{key}'"))
        .await;
    let failed = reveal(&mut browser, &key, "application/json", "which-will-fail").await;
    assert!(failed.contains("unavailable"), "{failed}");
    for (table, rows) in installation.every_row().await {
        is_silent(rows.join("\n").as_bytes(), &table, &secrets);
    }
    installation.application.database.close().await;
    for file in fs::read_dir(installation.folder()).unwrap() {
        let path = file.unwrap().path();
        is_silent(&fs::read(&path).unwrap(), &path.display().to_string(), &secrets);
    }
    let told = log.0.lock().unwrap().clone();
    assert!(String::from_utf8_lossy(&told).contains("Tampered"), "the log was not heard");
    is_silent(&told, "the log", &secrets);
}

#[test]
fn what_is_looked_for_would_be_found() {
    for text in [CANARY.to_owned(), format!("x{}", CANARY.to_lowercase()), "…9HCNR…".to_owned()] {
        assert!(holds(text.as_bytes(), CANARY), "{text}");
    }
    assert!(holds(server::random::hexadecimal(CANARY.as_bytes()).as_bytes(), CANARY));
}
