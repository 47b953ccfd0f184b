//! A field that a form or an address does not have: refused, named, and nothing is done.

use app::portal::PortalError;
use axum::http::Request;
use domain::{command::Command, company::FieldFault, refusal::InvalidField};
use server::auth;

use crate::{
    permission_matrix::{cast::Whose, commands, objects::Objects, queries},
    support::{Installation, browser::FORM, cast::LUMIERE},
};

/// What somebody could hope to set beside what a form is for.
const HOPED_FOR: [&str; 7] =
    ["company=1", "account=1", "is_operator=1", "role=global-admin", "at=0", "policy=1", "__proto__=1"];

const JSON: (&str, &str) = ("accept", "application/json");

#[tokio::test]
async fn no_form_takes_a_field_that_it_does_not_have() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, Some(admin)).await;
    let mut browser = installation.browser_of(admin).await;
    let mut forms: Vec<(String, String)> = Vec::new();
    for form in Command::NAMES.into_iter().flat_map(commands::forms) {
        let way = vec![Whose::Own; form.things.len()];
        forms.push((app::act::path(form.command), form.fields(|_| &own, &way)));
    }
    for address in auth::addresses() {
        forms.push((address.to_owned(), crate::permission_matrix::accounts::plain(address)));
    }
    let (contents, sessions) = (installation.contents().await, installation.count("sessions").await);
    for (address, fields) in forms {
        for hoped in HOPED_FOR {
            let body = format!("{fields}&once=0123456789abcdef&{hoped}");
            let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), JSON];
            let answer = browser.send(Request::post(&address), &headers, &body).await;
            assert_eq!(answer.status, 422, "{address} {hoped}: {}", answer.body);
            assert!(!answer.headers.contains_key("set-cookie"), "{address} {hoped}");
        }
    }
    assert_eq!(installation.contents().await, contents);
    assert_eq!(installation.count("sessions").await, sessions);
}

#[tokio::test]
async fn no_read_takes_a_parameter_that_it_does_not_have() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let own = Objects::of(&installation, LUMIERE, None).await;
    let mut browser = installation.browser_of(admin).await;
    for query in queries::of_asks() {
        let way = vec![Whose::Own; query.things.len()];
        let href = query.href(|_| &own, &way);
        let sound = browser.get(&href).await;
        assert!(sound.status == 200 || sound.status == 410, "{href}: {} {}", sound.status, sound.body);
        for hoped in HOPED_FOR {
            let address = format!("{href}{}{hoped}", if href.contains('?') { '&' } else { '?' });
            let answer = browser.get(&address).await;
            assert_eq!(answer.status, 422, "{address}");
            let field = hoped.split('=').next().unwrap_or_default().to_owned();
            let unknown = vec![InvalidField { field, fault: FieldFault::Malformed }];
            assert_eq!(
                serde_json::from_str::<PortalError>(&answer.body).unwrap(),
                PortalError::Invalid(unknown)
            );
        }
    }
}
