//! How passwords are kept, and which of them are taken (G35).

use app::{flash::Notice, routes::encoded};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use secrecy::SecretString;
use server::db::accounts;

use super::support::{PASSWORD, Server};

const ALICE: &str = "alice.martin@acme.example";
/// How the hash of today's cost begins.
const TODAY: &str = "$argon2id$v=19$m=47104,t=1,p=1$";

/// What is kept of Alice's password.
async fn kept(server: &Server) -> String {
    let hash = format!("SELECT password_hash FROM accounts WHERE account_id = '{}'", server.alice);
    server.texts(&hash).await.remove(0)
}

/// Keeps the password as an earlier program did: 19 MiB, twice.
async fn keep_as_before(server: &Server) -> String {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap();
    let earlier = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = earlier.hash_password(PASSWORD.as_bytes()).unwrap().to_string();
    server
        .write(&format!("UPDATE accounts SET password_hash = '{hash}' WHERE account_id = '{}'", server.alice))
        .await;
    hash
}

#[tokio::test]
async fn a_hash_of_an_earlier_cost_is_made_anew_when_its_owner_signs_in() {
    let server = Server::new().await;
    let earlier = keep_as_before(&server).await;
    server.browser().sign_in(ALICE, "wrong wrong wrong").await;
    assert_eq!(kept(&server).await, earlier);
    assert!(server.alice().await.is_signed_in().await);
    let renewed = kept(&server).await;
    assert!(renewed.starts_with(TODAY), "{renewed}");
    assert!(server.alice().await.is_signed_in().await);
    assert_eq!(kept(&server).await, renewed, "once is enough");
}

#[tokio::test]
async fn a_hash_of_an_earlier_cost_is_made_anew_when_its_owner_proves_it_for_another() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    keep_as_before(&server).await;
    let form = format!("current={}&password={}", encoded(PASSWORD), encoded("another one of my own"));
    browser.post("/act/change-password", &form).await;
    let changed = kept(&server).await;
    assert!(changed.starts_with(TODAY), "{changed}");
    browser.sign_in(ALICE, "another one of my own").await;
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn who_may_not_sign_in_renews_nothing() {
    let server = Server::new().await;
    let earlier = keep_as_before(&server).await;
    server.write("UPDATE accounts SET disabled_at = 1").await;
    server.browser().sign_in(ALICE, PASSWORD).await;
    assert_eq!(kept(&server).await, earlier);
}

#[tokio::test]
async fn a_password_that_was_changed_while_its_hash_was_made_anew_stays_changed() {
    let server = Server::new().await;
    let (earlier, chosen) = (keep_as_before(&server).await, kept_of("chosen meanwhile"));
    let renewed = SecretString::from(kept_of(PASSWORD));
    let mut tx = server.application.database.begin().await.unwrap();
    accounts::set_password(&mut tx, server.alice, &SecretString::from(chosen.as_str())).await.unwrap();
    accounts::rehash(&mut tx, server.alice, (&SecretString::from(earlier), &renewed)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(kept(&server).await, chosen);
}

/// Something of the form of a hash.
fn kept_of(password: &str) -> String {
    format!("{TODAY}{}", server::random::hexadecimal(password.as_bytes()))
}

#[tokio::test]
async fn a_hundred_and_twenty_eight_characters_of_any_script_are_a_password_to_the_last_one() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let scripts = "Été à Nîmes; 水が流れる。Привет, мир! 🦆🦢 مرحبا بالعالم ";
    let long: String = scripts.chars().cycle().take(128).collect();
    assert!(long.len() > 200);
    let change = async |browser: &mut super::support::Browser, password: &str| {
        let form = format!("current={}&password={}", encoded(PASSWORD), encoded(password));
        let location = browser.post("/act/change-password", &form).await.location().to_owned();
        let id = server.texts("SELECT session_id FROM sessions WHERE ended_at IS NULL").await.remove(0);
        server.flash(&location, Some(id.parse().unwrap())).await.unwrap().notice
    };
    let refused = change(&mut browser, &format!("{long}é")).await;
    assert!(matches!(refused, Notice::PasswordRefused(_)), "{refused:?}");
    assert_eq!(change(&mut browser, &long).await, Notice::PasswordChanged { ended: 0 });
    let (mut last, mut shorter) = (long.chars().take(127).collect::<String>(), server.browser());
    shorter.post("/act/sign-in", &format!("address={ALICE}&password={}", encoded(&last))).await;
    assert!(shorter.session().is_none());
    last.push(long.chars().last().unwrap());
    let mut whole = server.browser();
    whole.post("/act/sign-in", &format!("address={ALICE}&password={}", encoded(&last))).await;
    assert!(whole.is_signed_in().await);
}
