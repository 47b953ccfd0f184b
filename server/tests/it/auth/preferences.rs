//! Company, language, theme.

use axum::http::Request;

use super::support::Server;

#[tokio::test]
async fn another_of_one_s_companies_comes_on_screen() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let [first, second] = server.alice_at;
    assert!(browser.get("/").await.body.contains(&first.to_string()));
    let answered = browser.post("/act/switch-company", &format!("user={second}&back=/benefits")).await;
    assert_eq!((answered.status, answered.location()), (303, "/benefits"));
    assert!(browser.get("/").await.body.contains(&second.to_string()));
}

#[tokio::test]
async fn a_company_that_is_not_one_s_own_does_not_exist() {
    let server = Server::new().await;
    let mut bob = server.browser();
    bob.sign_in("bob@nowhere.example", super::support::PASSWORD).await;
    let [first, _] = server.alice_at;
    let other = bob.post("/act/switch-company", &format!("user={first}")).await;
    let absent = bob.post("/act/switch-company", &format!("user={}", server.bob)).await;
    assert_eq!((other.status, &other.body), (404, &absent.body));
    assert_eq!(absent.status, 404);
}

#[tokio::test]
async fn the_language_is_remembered_for_the_person_and_the_browser() {
    let server = Server::new().await;
    let mut browser = server.alice().await;
    let answered =
        browser.post("/act/language", "language=fr-FR&back=/benefits?lang%3Den-US%26open%3D1").await;
    assert_eq!((answered.status, answered.location()), (303, "/benefits?open=1"));
    assert_eq!(browser.cookies["atout-language"], "fr-FR");
    assert!(server.log().await.contains(&"- language-chosen".to_owned()));
    assert_eq!(browser.post("/act/language", "language=de-DE").await.status, 422);
}

#[tokio::test]
async fn a_script_gets_a_status_instead_of_a_page() {
    let server = Server::new().await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", app::api::packed::MEDIA_TYPE),
    ];
    let answered = server.browser().send(Request::post("/act/language"), &headers, "language=fr-FR").await;
    assert_eq!(answered.status, 204);
    assert!(answered.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn the_language_of_an_answer_is_the_strongest_wish() {
    let server = Server::new().await;
    let mut browser = server.browser();
    let language = |body: &str| if body.contains("French") { "fr" } else { "en" };
    let accept = [("accept-language", "de, fr-CH;q=0.9, en;q=0.8")];
    let answered = browser.send(Request::get("/"), &accept, "").await;
    assert_eq!(language(&answered.body), "fr");
    browser.post("/act/language", "language=en-US").await;
    assert_eq!(language(&browser.send(Request::get("/"), &accept, "").await.body), "en");
    assert_eq!(language(&browser.get("/?lang=fr-FR").await.body), "fr");
    assert_eq!(language(&browser.get("/").await.body), "en");
}

#[tokio::test]
async fn the_theme_is_remembered_until_the_system_decides_again() {
    let server = Server::new().await;
    let mut browser = server.browser();
    browser.post("/act/theme", "theme=dark&back=/benefits").await;
    assert_eq!(browser.cookies["atout-theme"], "dark");
    assert!(browser.get("/").await.body.contains("Dark"));
    browser.post("/act/theme", "theme=system").await;
    assert!(!browser.cookies.contains_key("atout-theme"));
    assert_eq!(browser.post("/act/theme", "theme=pink").await.status, 422);
}
