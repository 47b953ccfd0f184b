//! What every answer carries, whatever it is, and what nothing is reached by.

use app::{app::App, i18n::bundle_path};
use axum::http::{Method, Request};
use domain::{command::Command, language::Language};
use leptos::prelude::*;
use leptos_axum::generate_route_list;

use crate::{
    input::PAGE,
    support::{
        Installation,
        browser::{Answered, Browser, FORM},
        cast::LUMIERE,
        folder::client,
    },
};

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-permitted-cross-domain-policies", "none"),
];

fn holds(answer: &Answered, asked: &str) {
    let header = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
    for (name, value) in ALWAYS {
        assert_eq!(header(name), value, "{name} of {asked}");
    }
    let policy = header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{asked}: {policy}");
    assert!(
        policy.contains("base-uri 'none'; frame-ancestors 'none'; form-action 'self'"),
        "{asked}: {policy}"
    );
    assert!(!header("permissions-policy").is_empty() && !header("cache-control").is_empty(), "{asked}");
    assert_eq!(header("x-request-id").len(), 12, "{asked}");
    assert!(
        !answer.headers.contains_key("server") && !answer.headers.contains_key("x-powered-by"),
        "{asked}"
    );
    let kind = header("content-type");
    assert!(!kind.starts_with("text/") || kind.contains("charset=utf-8"), "{asked}: {kind}");
}

/// Every address, as it is when nothing is asked of it.
fn addresses() -> Vec<String> {
    let pages = generate_route_list(|| view! { <App language=Language::default()/> });
    let pages = pages.iter().map(|page| page.path().to_owned());
    let acts = Command::NAMES.into_iter().chain(["sign-in", "sign-out", "language", "theme"]);
    let reads = app::api::Ask::NAMES.into_iter().map(|name| format!("/api/{name}"));
    let files = Language::ALL.into_iter().map(|language| bundle_path(language).to_owned());
    let others =
        ["/livez", "/readyz", "/nowhere", "/benefits/", "/pkg/gone.js", "/assets/gone.css", "/act/none"];
    let acts = acts.map(|name| format!("/act/{name}"));
    pages.chain(acts).chain(reads).chain(files).chain(others.map(str::to_owned)).collect()
}

#[tokio::test]
async fn every_answer_carries_what_a_browser_is_told() {
    let installation = Installation::with_client(client()).await;
    let known = installation.browser_of(installation.admin(LUMIERE).await).await;
    for address in addresses() {
        for mut browser in [installation.browser(), known.clone()] {
            for method in [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::OPTIONS] {
                let asked = format!("{method} {address}");
                let request = Request::builder().method(method).uri(&address);
                let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), PAGE];
                holds(&browser.send(request, &headers, "").await, &asked);
            }
        }
    }
}

#[tokio::test]
async fn what_is_refused_carries_it_too() {
    let installation = Installation::new().await;
    let large = "a".repeat(70_000);
    let long = "b".repeat(17_000);
    let refused = [
        (403, vec![("sec-fetch-site", "cross-site"), ("content-type", FORM)], ""),
        (413, vec![("sec-fetch-site", "same-origin"), ("content-type", FORM)], large.as_str()),
        (415, vec![("sec-fetch-site", "same-origin"), ("content-type", "text/plain")], ""),
        (431, vec![("sec-fetch-site", "same-origin"), ("content-type", FORM), ("x-long", long.as_str())], ""),
    ];
    for (status, headers, body) in refused {
        for accept in [PAGE, ("accept", "application/json"), ("accept", "*/*")] {
            let headers = [&headers[..], &[accept]].concat();
            let answer = installation.browser().send(Request::post("/act/remove-seat"), &headers, body).await;
            assert_eq!(answer.status, status);
            holds(&answer, &status.to_string());
        }
    }
}

#[tokio::test]
async fn nothing_is_traced_and_no_unused_method_reaches_anything() {
    let installation = Installation::new().await;
    let methods = ["TRACE", "TRACK", "CONNECT", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"];
    for address in
        ["/", "/nowhere", "/act/remove-seat", "/api/frame", "/livez", bundle_path(Language::French)]
    {
        for method in methods {
            let mut browser: Browser = installation.browser();
            let request = Request::builder().method(method).uri(address);
            let headers = [("sec-fetch-site", "same-origin"), ("x-canary", "reflected"), PAGE];
            let answer = browser.send(request, &headers, "").await;
            assert_eq!(answer.status, 405, "{method} {address}");
            assert!(
                answer.headers.contains_key("allow") && !answer.body.contains("reflected"),
                "{method} {address}"
            );
        }
    }
}
