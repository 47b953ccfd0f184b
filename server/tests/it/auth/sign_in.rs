//! Address and password.

use app::flash::{Flash, Notice};
use futures_util::future::join_all;
use secrecy::{ExposeSecret, SecretString};
use server::{
    auth::{proof, throttle::Place},
    db::accounts,
    random,
};

use super::support::{Answered, PASSWORD, Server, Settings, auth_of};

const ALICE: &str = "alice.martin@acme.example";

async fn refused(server: &Server, answered: &Answered) -> Flash {
    assert_eq!(answered.status, 303);
    assert!(answered.location().starts_with("/sign-in?back=%2Fbenefits&flash="), "{}", answered.location());
    server.flash(answered.location(), None).await.unwrap()
}

#[tokio::test]
async fn the_right_password_leads_on_with_a_session() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let answered = browser.sign_in(ALICE, PASSWORD).await;
    assert_eq!((answered.status, answered.location()), (303, "/benefits"));
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn an_invitation_that_waits_is_accepted_and_without_one_nothing_is_asked_for() {
    let server = Server::new().await;
    let _ = server.alice().await;
    assert_eq!(server.log().await, ["Acme signed-in"]);
    let [_, second] = server.alice_at;
    server.write(&format!("UPDATE users SET accepted_at = NULL WHERE user_id = '{second}'")).await;
    let _ = server.alice().await;
    let accepted = ["Acme signed-in", "Globex invitation-accepted", "Acme signed-in"];
    assert_eq!(server.log().await, accepted);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_alike() {
    let server = Server::new().await;
    for address in [ALICE, "nobody@acme.example", "not an address", ""] {
        let mut browser = server.browser();
        let answered = browser.sign_in(&address.replace(' ', "+"), "wrong wrong wrong").await;
        let flash = refused(&server, &answered).await;
        assert_eq!(flash, Flash::of(Notice::SignInWrong).with("address", address));
        assert!(browser.session().is_none());
    }
}

#[tokio::test]
async fn an_account_without_a_password_lets_nobody_in() {
    let server = Server::new().await;
    let mut tx = server.application.database.begin().await.unwrap();
    sqlx::query("UPDATE accounts SET password_hash = NULL").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let answered = server.browser().sign_in(ALICE, "").await;
    assert_eq!(refused(&server, &answered).await.notice, Notice::SignInWrong);
}

#[tokio::test]
async fn a_way_back_to_another_server_is_not_taken() {
    let server = Server::new().await;
    for back in
        ["//evil.example", "/%5Cevil.example", "https://evil.example", "javascript:alert(1)", "/%0d%0aA:b"]
    {
        let body = format!("address={ALICE}&password={}&back={back}", PASSWORD.replace(' ', "+"));
        let answered = server.browser().post("/act/sign-in", &body).await;
        assert_eq!((answered.status, answered.location()), (303, "/"), "{back}");
    }
}

#[tokio::test]
async fn a_form_with_other_fields_is_refused_without_a_word() {
    let server = Server::new().await;
    for body in ["", "address=a", "address=a&password=b&operator=1", "address=a&address=b&password=c"] {
        let answered = server.browser().post("/act/sign-in", body).await;
        assert_eq!((answered.status, answered.body.as_str()), (422, ""), "{body}");
    }
}

#[tokio::test]
async fn a_place_that_guesses_at_many_accounts_is_stopped() {
    let server = Server::new().await;
    let mut browser = server.browser();
    for guess in 0..20 {
        let answered = browser.sign_in(&format!("person{guess}@acme.example"), "wrong").await;
        assert_eq!(refused(&server, &answered).await.notice, Notice::SignInWrong);
    }
    let answered = browser.sign_in(ALICE, PASSWORD).await;
    assert!(matches!(refused(&server, &answered).await.notice, Notice::SignInSlow { .. }));
    server.application.clock.advance(3_601);
    browser.sign_in(ALICE, PASSWORD).await;
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_place_that_guesses_at_many_accounts_at_once_is_stopped_at_the_same_number() {
    let server = Server::new().await;
    let guesses = (0..60).map(|guess| {
        let mut browser = server.browser();
        async move { browser.sign_in(&format!("person{guess}@acme.example"), "wrong").await }
    });
    for answered in join_all(guesses).await {
        assert_eq!(answered.status, 303);
    }
    assert_eq!(server.texts("SELECT CAST(COUNT(*) AS TEXT) FROM sign_in_attempts").await, ["20"]);
}

#[tokio::test]
async fn a_password_that_was_changed_while_it_was_looked_at_proves_nothing() {
    let server = Server::new().await;
    let (auth, place) = (auth_of(&server.application).await, Place::new("192.0.2.1".parse().unwrap()));
    let proved = proof::prove(&auth, ALICE, PASSWORD.into(), place).await.unwrap().ok().unwrap();
    let now = server.application.clock.now();
    let mut tx = server.application.database.begin().await.unwrap();
    assert!(proved.stands(&mut tx, now).await.unwrap());
    let another = SecretString::from("$argon2id$of-another-one");
    accounts::set_password(&mut tx, server.alice, &another).await.unwrap();
    assert!(!proved.stands(&mut tx, now).await.unwrap());
    assert!(!proved.give_way(&mut tx, &"$argon2id$of-a-third-one".into(), now).await.unwrap());
    let known = accounts::find(&mut tx, server.alice).await.unwrap().unwrap();
    assert_eq!(known.password_hash.unwrap().expose_secret(), another.expose_secret());
}

#[tokio::test]
async fn who_signs_in_over_somebody_signs_them_out_and_the_log_says_so() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let theirs = browser.cookies.clone();
    server.application.clock.advance(1);
    browser.sign_in("bob@nowhere.example", PASSWORD).await;
    assert!(browser.is_signed_in().await);
    assert_eq!(server.log().await, ["Acme signed-in", "- signed-in", "Acme signed-out"]);
    browser.cookies = theirs;
    assert!(!browser.is_signed_in().await);
}

#[tokio::test]
async fn an_owner_gets_in_at_home_while_many_places_guess() {
    let server = Server::new().await;
    let mut home = server.alice().await;
    let stranger = |number: usize| server.browser_at(&format!("192.0.2.{number}:1"));
    let mut stopped = 0;
    for number in 0..40 {
        let answered = stranger(number).sign_in(ALICE, "wrong").await;
        stopped += usize::from(matches!(refused(&server, &answered).await.notice, Notice::SignInSlow { .. }));
    }
    assert_eq!(stopped, 10);
    assert_eq!(home.sign_in(ALICE, PASSWORD).await.location(), "/benefits");
}

#[tokio::test]
async fn a_forged_forwarding_header_changes_no_place() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let mut last = String::new();
    for number in 0..21 {
        let forged = format!("192.0.2.{number}");
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("x-forwarded-for", forged.as_str()),
        ];
        let request = axum::http::Request::post("/act/sign-in");
        let answered = browser.send(request, &headers, "address=a&password=b").await;
        last = answered.location().to_owned();
    }
    assert!(matches!(server.flash(&last, None).await.unwrap().notice, Notice::SignInSlow { .. }));
}

#[tokio::test]
async fn one_click_signs_in_at_a_demonstration_only() {
    let demonstration = Server::with(Settings { demonstration: true, ..Settings::default() }).await;
    let [_, second] = demonstration.alice_at;
    let mut browser = demonstration.browser();
    let answered = browser.post("/act/demonstration", &format!("user={second}&back=/benefits")).await;
    assert_eq!((answered.status, answered.location()), (303, "/benefits"));
    assert!(browser.get("/").await.body.contains(&second.to_string()));

    let server = Server::new().await;
    let [first, _] = server.alice_at;
    let answered = server.browser().post("/act/demonstration", &format!("user={first}")).await;
    assert_eq!(answered.status, 404);
}

#[tokio::test]
async fn a_known_and_an_unknown_address_take_the_same_work() {
    let server = Server::new().await;
    let rows = async |table: &str| server.texts(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}")).await;
    let mut answers = Vec::new();
    for (address, place) in [(ALICE, "192.0.2.1:1"), ("nobody@acme.example", "192.0.2.2:1")] {
        server.application.clock.advance(120);
        server.write("DELETE FROM sign_in_attempts; DELETE FROM flashes").await;
        let events = server.log().await.len();
        let answered = server.browser_at(place).sign_in(address, "wrong wrong wrong").await;
        assert_eq!(server.log().await.len(), events + 1);
        let mut names: Vec<_> = answered.headers.keys().map(ToString::to_string).collect();
        names.sort();
        let length = answered.location().len();
        let kept = [rows("sign_in_attempts").await, rows("flashes").await, rows("sessions").await];
        answers.push((answered.status, answered.body, names, length, kept));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn what_is_refused_is_logged_once_a_minute_for_each_account_and_each_place() {
    let server = Server::new().await;
    let mut browser = server.browser();
    for address in [ALICE, "one@acme.example", "two@acme.example"] {
        browser.sign_in(address, "wrong").await;
    }
    server.browser_at("192.0.2.1:1").sign_in(ALICE, "wrong").await;
    assert_eq!(server.log().await, ["- sign-in-refused"]);
    server.browser_at("192.0.2.2:1").sign_in("three@acme.example", "wrong").await;
    assert_eq!(server.log().await.len(), 2);
    server.application.clock.advance(61);
    browser.sign_in("four@acme.example", "wrong").await;
    let told = server.texts("SELECT content FROM events ORDER BY at, position").await;
    assert_eq!(told.len(), 3);
    assert!(told[0].contains(&server.alice.to_string()) && told[0].contains(r#""why":"wrong""#), "{told:?}");
    assert!(told.iter().all(|content| !content.contains('@')), "what was typed is not kept: {told:?}");
}

#[tokio::test]
async fn who_goes_on_after_too_many_attempts_is_logged_too() {
    let server = Server::new().await;
    let mut browser = server.browser();
    for guess in 0..20 {
        browser.sign_in(&format!("person{guess}@acme.example"), "wrong").await;
    }
    server.application.clock.advance(61);
    browser.sign_in(ALICE, PASSWORD).await;
    let last = server.texts("SELECT content FROM events ORDER BY at DESC, position DESC").await.remove(0);
    assert!(last.contains(r#""why":"too-many""#) && last.contains(&server.alice.to_string()), "{last}");
}

#[tokio::test]
async fn a_hundred_slow_guesses_in_a_row_are_the_last_and_the_owner_gets_in_at_home() {
    let server = Server::new().await;
    let mut home = server.alice().await;
    server.application.clock.advance(1);
    let account = random::hexadecimal(&random::sha256(ALICE.as_bytes()));
    // Ninety-nine of them, from everywhere, on the day before yesterday.
    for number in 0..99 {
        let id = random::uuid(server.application.clock.now());
        server
            .write(&format!(
                "INSERT INTO sign_in_attempts (sign_in_attempt_id, account_hash, address_hash, created_at)
                 VALUES ('{id}', X'{account}', X'{number:064x}', {})",
                server.application.clock.now().as_microseconds()
            ))
            .await;
    }
    server.application.clock.advance(2 * 24 * 60 * 60);
    let mut stranger = server.browser_at("192.0.2.1:1");
    let answered = stranger.sign_in(ALICE, "wrong").await;
    assert_eq!(refused(&server, &answered).await.notice, Notice::SignInWrong);
    for days in [0, 1, 30] {
        server.application.clock.advance(days * 24 * 60 * 60);
        let answered = stranger.sign_in(ALICE, PASSWORD).await;
        assert_eq!(refused(&server, &answered).await.notice, Notice::SignInClosed);
    }
    assert_eq!(home.sign_in(ALICE, PASSWORD).await.location(), "/benefits");
    // That was a success: whoever guesses begins anew.
    server.application.clock.advance(1);
    let answered = stranger.sign_in(ALICE, "wrong").await;
    assert_eq!(refused(&server, &answered).await.notice, Notice::SignInWrong);
}

#[tokio::test]
async fn who_may_no_longer_sign_in_is_told_what_everybody_is() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    server.write("UPDATE accounts SET disabled_at = 1 WHERE email_key = 'alice.martin@acme.example'").await;
    assert!(!browser.is_signed_in().await);
    let answered = server.browser().sign_in(ALICE, PASSWORD).await;
    assert_eq!(refused(&server, &answered).await.notice, Notice::SignInWrong);
}
