//! What a request must not be, whoever sends it. What another site can make a browser send is in `forgery`.

use axum::http::Request;

use super::support::Server;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

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
