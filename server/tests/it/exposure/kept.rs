//! What is kept of an answer, by a browser or by what stands between: of what is somebody's, nothing.

use app::i18n::bundle_path;
use axum::http::{Method, Request};
use domain::{command::Command, language::Language};
use server::auth;

use crate::{
    input::PAGE,
    permission_matrix::{accounts, cast::Whose, commands, objects::Objects},
    support::{
        Installation,
        browser::{Answered, FORM},
        cast::LUMIERE,
        folder::client,
    },
};

fn is_kept_by_nobody(answer: &Answered, said: &str) {
    assert_eq!(answer.headers["cache-control"], "no-store", "{said}");
    for validator in ["etag", "last-modified", "expires", "age"] {
        assert!(!answer.headers.contains_key(validator), "{said} has {validator}");
    }
}

#[tokio::test]
async fn no_page_and_no_read_is_kept() {
    let installation = Installation::with_client(client()).await;
    let known = installation.browser_of(installation.admin(LUMIERE).await).await;
    let mut addresses = installation.addresses(LUMIERE).await;
    addresses.extend(["/nowhere", "/benefits", "/api/nothing", "/act/remove-seat"].map(str::to_owned));
    for address in addresses {
        for browser in [&known, &installation.browser()] {
            for method in [Method::GET, Method::HEAD] {
                let request = Request::builder().method(method.clone()).uri(&address);
                let cached =
                    [PAGE, ("if-modified-since", "Sat, 01 Jan 2050 00:00:00 GMT"), ("if-none-match", "*")];
                let answer = browser.clone().send(request, &cached, "").await;
                assert_ne!(answer.status, 304, "{address}");
                is_kept_by_nobody(&answer, &format!("{method} {address}"));
            }
        }
    }
}

#[tokio::test]
async fn no_answer_to_a_form_is_kept() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, None).await;
    let mut forms: Vec<(String, String)> = Vec::new();
    for form in Command::NAMES.into_iter().flat_map(commands::forms) {
        let way = vec![Whose::Own; form.things.len()];
        forms.push((app::act::path(form.command), form.fields(|_| &own, &way)));
    }
    forms.extend(auth::addresses().into_iter().map(|address| (address.to_owned(), accounts::plain(address))));
    for (number, (address, fields)) in forms.into_iter().enumerate() {
        for accept in [PAGE, ("accept", "application/json")] {
            for mut browser in [installation.browser_of(admin).await, installation.browser()] {
                let body = format!("{fields}&once=the-form-{number}-{}", accept.1.len());
                let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), accept];
                let answer = browser.send(Request::post(&address), &headers, &body).await;
                is_kept_by_nobody(&answer, &address);
            }
        }
    }
}

/// The test above would find a file that may be kept.
#[tokio::test]
async fn what_everybody_may_have_is_kept() {
    let installation = Installation::with_client(client()).await;
    for language in Language::ALL {
        let file = installation.browser().get(bundle_path(language)).await;
        let kept = file.headers["cache-control"].to_str().unwrap();
        assert!(kept.contains("immutable"), "{kept}");
    }
}
