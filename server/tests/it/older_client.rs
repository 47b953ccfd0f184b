//! A client of another build than the server: it is answered nothing that it could misread, and nothing is done for it.

use app::api::packed;
use axum::http::Request;

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::LUMIERE,
    folder::{BUILD, client},
};

const PACKED: (&str, &str) = ("accept", packed::MEDIA_TYPE);
const JSON: (&str, &str) = ("accept", "application/json");
const OLDER: (&str, &str) = (packed::CLIENT, "an-older-one");
const OURS: (&str, &str) = (packed::CLIENT, BUILD);

/// What is told to an older client, and to it alone.
fn is_turned_away(answer: &Answered) -> bool {
    if answer.status == packed::OTHER_BUILD {
        assert_eq!(answer.body, "");
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
    answer.status == packed::OTHER_BUILD
}

async fn browser(installation: &Installation) -> Browser {
    installation.browser_of(installation.admin(LUMIERE).await).await
}

async fn post(browser: &mut Browser, path: &str, headers: &[(&str, &str)], body: &str) -> Answered {
    let form = [("sec-fetch-site", "same-origin"), ("content-type", FORM)];
    browser.send(Request::post(path), &[&form, headers].concat(), body).await
}

#[tokio::test]
async fn it_reads_nothing_that_is_packed() {
    let installation = Installation::with_client(client()).await;
    let mut browser = browser(&installation).await;
    for path in ["/api/frame", "/api/benefits/software", "/api/nothing"] {
        for (headers, is_older) in [
            (vec![PACKED, OLDER], true),
            (vec![PACKED, OURS], false),
            (vec![PACKED], false),
            (vec![JSON, OLDER], false),
            (vec![JSON], false),
        ] {
            let answer = browser.send(Request::get(path), &headers, "").await;
            assert_eq!(is_turned_away(&answer), is_older, "{path} {headers:?}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn nothing_is_done_for_it_until_it_sends_the_form_as_a_page_does() {
    let installation = Installation::with_client(client()).await;
    let (mut browser, contents) = (browser(&installation).await, installation.contents().await);
    let company = installation.company(LUMIERE).await;
    let seat = format!(
        "SELECT seat_id FROM seat_assignments WHERE company_id = '{company}' AND released_at IS NULL"
    );
    let body = format!("seat={}&once=the-same-form", installation.text(&seat).await);
    let act = "/act/remove-seat";
    assert!(is_turned_away(&post(&mut browser, act, &[PACKED, OLDER], &body).await));
    assert_eq!(installation.contents().await, contents);
    let page = [("accept", "text/html,*/*;q=0.8")];
    assert_eq!(post(&mut browser, act, &page, &body).await.status, 303);
    assert_eq!(installation.count("submissions WHERE once = 'the-same-form'").await, 1);
}

#[tokio::test]
async fn its_language_is_kept_before_it_loads_the_page_again() {
    let installation = Installation::with_client(client()).await;
    let mut browser = browser(&installation).await;
    let answer = post(&mut browser, "/act/language", &[PACKED, OLDER], "language=fr-FR").await;
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    assert_eq!(browser.cookies["atout-language"], "fr-FR");
}

#[tokio::test]
async fn every_page_says_of_which_build_its_client_is() {
    let installation = Installation::with_client(client()).await;
    let page = browser(&installation).await.get("/").await;
    assert!(page.body.contains(&format!(" data-client=\"{BUILD}.")), "{}", page.body);
}
