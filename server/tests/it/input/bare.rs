//! What is refused before it reaches a page or a form: by another site, another method, another kind, another size.

use std::sync::Arc;

use app::{
    i18n::{MessageId, id, text},
    portal::PortalError,
};
use axum::{
    Router,
    http::{Method, Request, StatusCode, header::SET_COOKIE},
    middleware::from_fn_with_state,
    response::AppendHeaders,
    routing::get,
};
use domain::language::Language;
use server::{
    assets::Assets,
    auth::Auth,
    portal::CompanyDirectory,
    rendering::{Rendering, Wording, instead},
};

use super::PAGE;
use crate::support::{
    Installation,
    browser::{Browser, FORM},
    cast::LUMIERE,
    folder::client,
};

/// A request that is refused by its form.
struct Refused {
    method: Method,
    path: &'static str,
    headers: Vec<(&'static str, &'static str)>,
    body: String,
    status: u16,
    title: MessageId,
    error: PortalError,
}

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");
const A_FORM: (&str, &str) = ("content-type", FORM);

fn requests() -> Vec<Refused> {
    let no_form = |status, headers: &[(&'static str, &'static str)], body: &str| Refused {
        method: Method::POST,
        path: "/act/remove-seat",
        headers: headers.to_vec(),
        body: body.to_owned(),
        status,
        title: id::ERRORS_FORM_TITLE,
        error: PortalError::NoForm,
    };
    let nothing = |method, path, status| Refused {
        method,
        path,
        headers: vec![OURS, A_FORM],
        body: String::new(),
        status,
        title: id::ERRORS_NOT_FOUND_TITLE,
        error: PortalError::NotFound,
    };
    let large = format!("seat={}", "a".repeat(70_000));
    let pink = Refused { path: "/act/theme", ..no_form(422, &[OURS, A_FORM], "theme=pink") };
    vec![
        no_form(403, &[("sec-fetch-site", "cross-site"), A_FORM], "seat=x"),
        no_form(403, &[("origin", "https://evil.example"), A_FORM], "seat=x"),
        no_form(403, &[A_FORM], "seat=x"),
        no_form(415, &[OURS, ("content-type", "text/plain")], "seat=x"),
        no_form(415, &[OURS], "seat=x"),
        no_form(413, &[OURS, A_FORM], &large),
        no_form(413, &[OURS, A_FORM, ("content-length", "70000")], "seat=x"),
        pink,
        Refused { path: "/act/%FF", ..no_form(400, &[OURS, A_FORM], "") },
        nothing(Method::GET, "/act/remove-seat", 405),
        nothing(Method::PUT, "/act/remove-seat", 405),
        nothing(Method::DELETE, "/benefits/software", 405),
        nothing(Method::POST, "/api/frame", 405),
    ]
}

async fn send(browser: &mut Browser, refused: &Refused, with: &[(&str, &str)]) -> super::Answered {
    let request = Request::builder().method(refused.method.clone()).uri(refused.path);
    browser.send(request, &[&refused.headers, with].concat(), &refused.body).await
}

#[tokio::test]
async fn people_get_a_page_in_their_language_and_programs_a_value() {
    let installation = Installation::new().await;
    let contents = installation.contents().await;
    let signed_in = installation.browser_of(installation.admin(LUMIERE).await).await;
    for refused in requests() {
        let said = format!("{} {} {}", refused.method, refused.path, refused.status);
        for mut browser in [installation.browser(), signed_in.clone()] {
            for language in [Language::English, Language::French] {
                let page = send(&mut browser, &refused, &[PAGE, ("accept-language", language.tag())]).await;
                assert_eq!(page.status, refused.status, "{said}");
                assert!(page.body.contains(&format!("<html lang=\"{}\"", language.tag())), "{said}");
                assert!(page.body.contains(&text(language, refused.title)), "{said}: {}", page.body);
            }
            let value = send(&mut browser, &refused, &[("accept", "application/json")]).await;
            assert_eq!(value.status, refused.status, "{said}");
            let error: PortalError = serde_json::from_str(&value.body).unwrap();
            assert_eq!(error, refused.error, "{said}");
        }
    }
    assert_eq!(installation.contents().await, contents);
}

#[tokio::test]
async fn the_language_of_the_person_goes_before_the_browser_s() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let french = format!("UPDATE accounts SET language = 'fr-FR' WHERE account_id = '{}'", admin.account);
    installation.write(&french).await;
    let mut browser = installation.browser_of(admin).await;
    for refused in requests() {
        let page = send(&mut browser, &refused, &[PAGE, ("accept-language", "en-US")]).await;
        assert!(page.body.contains("<html lang=\"fr-FR\""), "{} {}", refused.method, refused.path);
    }
}

#[tokio::test]
async fn no_client_takes_over_the_page_of_a_refusal() {
    let installation = Installation::with_client(client()).await;
    let mut browser = installation.browser();
    let of_address = browser.send(Request::get("/nowhere"), &[PAGE], "").await;
    let of_refusal = browser.send(Request::get("/act/remove-seat"), &[PAGE], "").await;
    assert!(of_address.body.contains("/pkg/0/atout.js"), "{}", of_address.body);
    assert!(!of_refusal.body.contains("atout.js"), "{}", of_refusal.body);
}

#[tokio::test]
async fn what_a_refusal_says_besides_is_kept() {
    let installation = Installation::new().await;
    let answer = installation.browser().send(Request::get("/act/remove-seat"), &[PAGE], "").await;
    assert_eq!((answer.status, &answer.headers["allow"]), (405, &"POST".parse().unwrap()));
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_a_page() {
    let installation = Installation::new().await;
    for language in [Language::English, Language::French] {
        let headers = [PAGE, ("accept-language", language.tag())];
        let answer = installation.browser().send(Request::get("/nowhere"), &headers, "").await;
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains(&text(language, id::ERRORS_NOT_FOUND_TITLE)));
    }
}

#[tokio::test]
async fn a_server_without_its_database_says_so_and_when_to_come_back() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    installation.write("ALTER TABLE sessions RENAME TO sessions_gone").await;
    for language in [Language::English, Language::French] {
        for method in [Method::GET, Method::POST] {
            let request = Request::builder().method(method).uri("/act/sign-out");
            let page =
                browser.send(request, &[OURS, A_FORM, PAGE, ("accept-language", language.tag())], "").await;
            assert_eq!((page.status, &page.headers["retry-after"]), (503, &"3".parse().unwrap()));
            assert!(page.body.contains(&text(language, id::ERRORS_UNAVAILABLE_BRIEF)), "{}", page.body);
            assert!(!page.body.contains("sessions"), "{}", page.body);
        }
    }
    let value = browser.send(Request::get("/api/dashboard"), &[("accept", "application/json")], "").await;
    assert_eq!(value.status, 503);
    let error: PortalError = serde_json::from_str(&value.body).unwrap();
    assert!(matches!(error, PortalError::Unavailable { reference, .. } if !reference.is_empty()));
}

/// A browser before routes that answer by a status alone, behind the layer that words it.
fn before_statuses(installation: &Installation) -> Browser {
    let store = Arc::clone(&installation.store);
    let rendering = Rendering::new(Arc::clone(&store), Arc::new(Assets::languages()));
    let auth = Auth::new(&installation.application, Arc::new(CompanyDirectory(store)));
    let cookies = AppendHeaders([(SET_COOKIE, "one=1"), (SET_COOKIE, "another=2")]);
    let router = Router::new()
        .route("/refused", get(move || async { (StatusCode::FORBIDDEN, cookies) }))
        .route("/failed", get(|| async { StatusCode::INTERNAL_SERVER_ERROR }))
        .layer(from_fn_with_state(Wording { rendering, auth }, instead));
    Browser::new(router, "127.0.0.1:50000")
}

#[tokio::test]
async fn every_cookie_of_a_refusal_is_kept() {
    let installation = Installation::new().await;
    for accept in [PAGE, ("accept", "application/json")] {
        let mut browser = before_statuses(&installation);
        assert_eq!(browser.send(Request::get("/refused"), &[accept], "").await.status, 403);
        assert_eq!(browser.cookies.into_keys().collect::<Vec<_>>(), ["another", "one"], "{accept:?}");
    }
}

#[tokio::test]
async fn a_fault_that_nobody_has_logged_has_a_reference_too() {
    let installation = Installation::new().await;
    let mut browser = before_statuses(&installation);
    let value = browser.send(Request::get("/failed"), &[("accept", "application/json")], "").await;
    assert_eq!(value.status, 500);
    let error: PortalError = serde_json::from_str(&value.body).unwrap();
    assert!(matches!(error, PortalError::Unavailable { reference, .. } if !reference.is_empty()));
}
