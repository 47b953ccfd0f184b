//! What another site can make a browser send, to every address that changes something.

use std::{fs, path::Path};

use axum::http::{Method, Request};
use domain::command::Command;
use server::auth;

use crate::support::{Installation, browser::FORM, cast::LUMIERE};

const A_FORM: (&str, &str) = ("content-type", FORM);
const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

/// Every address that changes something, as the router has them.
fn addresses() -> Vec<String> {
    let own = auth::addresses().into_iter().map(str::to_owned);
    own.chain(Command::NAMES.map(app::act::path)).collect()
}

/// What a browser says of a request that another site has caused, or does not say.
fn foreign() -> Vec<Vec<(&'static str, &'static str)>> {
    vec![
        vec![("sec-fetch-site", "cross-site"), A_FORM],
        vec![("sec-fetch-site", "same-site"), A_FORM],
        vec![("sec-fetch-site", "none"), A_FORM],
        vec![
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://localhost:3000"),
            ("host", "localhost:3000"),
            A_FORM,
        ],
        vec![OURS, ("origin", "https://evil.example"), ("host", "localhost:3000"), A_FORM],
        vec![("origin", "https://evil.example"), ("host", "localhost:3000"), A_FORM],
        vec![("origin", "null"), ("host", "localhost:3000"), A_FORM],
        vec![A_FORM],
        vec![("sec-fetch-site", "cross-site"), ("content-type", "text/plain")],
    ]
}

/// Everything that the server knows: business state, and who is signed in.
async fn everything(installation: &Installation) -> (impl PartialEq + std::fmt::Debug + use<>, Vec<String>) {
    let sessions =
        "SELECT session_id || COALESCE(CAST(ended_at AS TEXT), '') || COALESCE(user_id, '') FROM sessions";
    (installation.contents().await, installation.texts(sessions).await)
}

#[tokio::test]
async fn nothing_is_done_for_another_site() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let before = everything(&installation).await;
    for address in addresses() {
        for headers in foreign() {
            let answer = browser.send(Request::post(&address), &headers, "language=fr-FR&theme=dark").await;
            assert_eq!(answer.status, 403, "{address} {headers:?}");
            assert!(!answer.headers.contains_key("set-cookie"), "{address} {headers:?}");
        }
    }
    assert_eq!(everything(&installation).await, before);
}

#[tokio::test]
async fn nothing_is_done_by_reading_by_another_method_or_by_a_body_of_another_kind() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let before = everything(&installation).await;
    for address in addresses() {
        let query = format!("{address}?language=fr-FR&theme=dark&everywhere=1");
        assert_eq!(browser.get(&query).await.status, 405, "{address}");
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            let request = Request::builder().method(method.clone()).uri(&address);
            assert_eq!(browser.send(request, &[OURS, A_FORM], "").await.status, 405, "{method} {address}");
        }
        for kind in ["text/plain", "multipart/form-data; boundary=x"] {
            let headers = [OURS, ("content-type", kind)];
            assert_eq!(browser.send(Request::post(&address), &headers, "").await.status, 415, "{address}");
        }
    }
    assert_eq!(everything(&installation).await, before);
}

/// The tests above ask the two places where such addresses are made. There is no third.
#[test]
fn addresses_that_change_something_are_made_in_two_places() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut makers = Vec::new();
    visit(&source, &mut |path, text| {
        let takes = ["post", "put", "patch", "delete", "any", "on"].map(|method| format!("{method}("));
        let routes = text.lines().filter(|line| line.contains(".route(") || line.contains("(\"/act/"));
        if routes.into_iter().any(|line| takes.iter().any(|taken| line.contains(&format!(" {taken}")))) {
            makers.push(path.strip_prefix(&source).unwrap().to_owned());
        }
    });
    makers.sort();
    assert_eq!(makers, ["act.rs", "auth.rs"].map(std::path::PathBuf::from));
}

/// Looks at every source under `folder`.
pub fn visit(folder: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, look);
        } else if path.extension().is_some_and(|end| end == "rs") {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
