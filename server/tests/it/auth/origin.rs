//! What another site can make a browser send.

use axum::http::Request;

use super::support::Server;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const ACTS: [&str; 7] =
    ["sign-in", "sign-out", "demonstration", "accept-invitation", "switch-company", "language", "theme"];

#[tokio::test]
async fn no_act_is_done_for_another_site_and_the_session_stays() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    for act in ACTS {
        for foreign in [
            &[("sec-fetch-site", "cross-site"), FORM][..],
            &[("sec-fetch-site", "same-site"), FORM],
            &[("origin", "https://evil.example"), FORM],
            &[("origin", "null"), FORM],
            &[FORM],
            &[("sec-fetch-site", "cross-site"), ("content-type", "text/plain")],
        ] {
            let answered = browser.send(Request::post(format!("/act/{act}")), foreign, "").await;
            assert_eq!((answered.status, answered.body.as_str()), (403, ""), "{act} {foreign:?}");
        }
    }
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn no_act_is_done_by_reading() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    for act in ACTS {
        assert_eq!(browser.get(&format!("/act/{act}")).await.status, 405, "{act}");
    }
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_body_of_another_kind_or_size_is_refused() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let text = [("sec-fetch-site", "same-origin"), ("content-type", "text/plain")];
    assert_eq!(browser.send(Request::post("/act/theme"), &text, "theme=dark").await.status, 415);
    let large = format!("theme=dark&back={}", "a".repeat(64 * 1024));
    assert_eq!(browser.post("/act/theme", &large).await.status, 413);
}

#[tokio::test]
async fn on_this_machine_each_of_its_names_is_ours_but_no_other() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let ours = [("origin", "http://localhost:3000"), ("host", "localhost:3000"), FORM];
    assert_eq!(browser.send(Request::post("/act/theme"), &ours, "theme=dark").await.status, 303);
    let rebound = [("origin", "http://evil.example:3000"), ("host", "evil.example:3000"), FORM];
    assert_eq!(browser.send(Request::post("/act/theme"), &rebound, "theme=dark").await.status, 403);
}
