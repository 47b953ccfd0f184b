//! A fault as somebody sees it: with a reference that is in the log, and a way on that does nothing twice.

use app::{
    i18n::{id, text},
    portal::PortalError,
};
use axum::http::Request;
use domain::language::Language;

use crate::{
    input::PAGE,
    support::{
        Installation,
        browser::{Answered, Browser, FORM},
        cast::LUMIERE,
        folder::client,
        page::attribute,
    },
};

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

fn id_of(answer: &Answered) -> &str {
    answer.headers["x-request-id"].to_str().unwrap()
}

/// A form for an activation of software whose keys are got, as a page would send it.
async fn form(installation: &Installation) -> String {
    let company = installation.company(LUMIERE).await;
    let benefit = format!(
        "SELECT b.benefit_id FROM benefits b JOIN software_keys k ON k.benefit_id = b.benefit_id
         WHERE b.company_id = '{company}' AND b.used < b.granted ORDER BY b.benefit_id"
    );
    let benefit = installation.text(&benefit).await;
    format!(
        "benefit={benefit}&machine=PC+%26+%3C1%3E&hardware=&once=018f4e2a00007000&back=/benefits/software?q=a%26b"
    )
}

async fn posted(browser: &mut Browser, fields: &str, language: Language) -> Answered {
    let headers = [OURS, ("content-type", FORM), PAGE, ("accept-language", language.tag())];
    browser.send(Request::post("/act/record-activation"), &headers, fields).await
}

#[tokio::test]
async fn the_reference_of_a_fault_is_the_id_of_its_request_and_no_other_id_is_taken() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let own = ("x-request-id", "chosen-by-who-asks");
    let answer = browser.send(Request::get("/api/dashboard"), &[own], "").await;
    assert_ne!(id_of(&answer), own.1);
    installation.write("ALTER TABLE benefits RENAME TO benefits_gone").await;
    let value = browser.send(Request::get("/api/dashboard"), &[("accept", "application/json")], "").await;
    let error: PortalError = serde_json::from_str(&value.body).unwrap();
    assert!(
        matches!(&error, PortalError::Unavailable { reference, .. } if reference == id_of(&value)),
        "{error:?}"
    );
    assert_eq!((value.status, &value.headers["retry-after"]), (503, &"3".parse().unwrap()));
    // The page reads in tasks of its own.
    let page = browser.send(Request::get("/benefits/software"), &[PAGE], "").await;
    assert_eq!((page.status, &page.headers["retry-after"]), (503, &"3".parse().unwrap()));
    assert!(page.body.contains(id_of(&page)), "{} is not in {}", id_of(&page), page.body);
}

#[tokio::test]
async fn a_form_that_met_a_fault_can_be_sent_again_and_is_carried_out_once() {
    for broken in ["sessions", "submissions"] {
        let installation = Installation::new().await;
        let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
        let fields = form(&installation).await;
        installation.write(&format!("ALTER TABLE {broken} RENAME TO {broken}_gone")).await;
        for language in [Language::English, Language::French] {
            let page = posted(&mut browser, &fields, language).await;
            assert_eq!((page.status, &page.headers["retry-after"]), (503, &"3".parse().unwrap()));
            assert!(page.body.contains(&text(language, id::ERRORS_RESEND_DETAIL)), "{}", page.body);
            assert!(page.body.contains(id_of(&page)), "{}", page.body);
            assert_eq!(hidden(&page.body), hidden_of(&fields), "{}", page.body);
            assert!(page.body.contains("action=\"/act/record-activation\""), "{}", page.body);
        }
        installation.write(&format!("ALTER TABLE {broken}_gone RENAME TO {broken}")).await;
        let before = installation.count("activations").await;
        for _ in 0..2 {
            assert_eq!(posted(&mut browser, &fields, Language::English).await.status, 303);
        }
        assert!(installation.count("activations").await <= before + 1);
        assert_eq!(installation.count("submissions WHERE once = '018f4e2a00007000'").await, 1);
    }
}

#[tokio::test]
async fn a_password_is_never_written_into_a_page() {
    let installation = Installation::new().await;
    installation.write("ALTER TABLE sign_in_attempts RENAME TO sign_in_attempts_gone").await;
    let headers = [OURS, ("content-type", FORM), PAGE];
    let fields = "address=ines.delaunay@lumiere.example&password=hunter2-hunter2&once=018f4e2a00007000";
    let page = installation.browser().send(Request::post("/act/sign-in"), &headers, fields).await;
    assert_eq!(page.status, 503);
    assert!(!page.body.contains("hunter2"), "{}", page.body);
}

#[tokio::test]
async fn files_and_life_go_on_without_the_database() {
    let installation = Installation::with_client(client()).await;
    installation.application.database.close().await;
    let mut browser = installation.browser();
    for path in ["/livez", app::i18n::bundle_path(Language::French)] {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
    assert_eq!(browser.get("/readyz").await.status, 503);
}

/// The hidden fields of the form that stands in a page's content.
fn hidden(page: &str) -> Vec<(String, String)> {
    let form = page.split("action=\"/act/record-activation\"").nth(1).unwrap_or_default();
    let form = form.split("</form>").next().unwrap_or_default();
    let field = |tag: &str| Some((attribute(tag, "name")?, unescaped(&attribute(tag, "value")?)));
    form.split("<input").skip(1).filter_map(field).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn hidden_of(fields: &str) -> Vec<(String, String)> {
    let decoded =
        |text: &str| text.replace('+', " ").replace("%26", "&").replace("%3C", "<").replace("%3E", ">");
    let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), decoded(value)));
    fields.split('&').filter_map(pair).collect()
}
