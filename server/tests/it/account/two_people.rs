//! Two people one after the other in one browser, and one person in two companies: the page of the tab before does nothing
//! in the name of whoever came after.

use app::{
    api::{Ask, packed},
    flash::{Flash, Notice},
    portal::PortalError,
};
use axum::http::Request;
use domain::refusal::Refusal;

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::{ATELIER, LUMIERE},
    folder::client,
    page::attribute,
};

const JSON: (&str, &str) = ("accept", "application/json");
const PACKED: (&str, &str) = ("accept", packed::MEDIA_TYPE);
const PAGE: (&str, &str) = ("accept", "text/html,*/*;q=0.8");

/// A browser in which somebody has opened a page, and somebody else has signed in since.
struct Two {
    installation: Installation,
    browser: Browser,
    /// What the page of the first one says of its client.
    client: String,
    /// A key of a form of that page.
    once: String,
}

impl Two {
    async fn new() -> Self {
        let installation = Installation::with_client(client()).await;
        let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
        let page = browser.get("/account").await.body;
        let tag = |start: &str| page.split('<').find(|tag| tag.starts_with(start)).unwrap();
        let client = attribute(tag("html"), "data-client").unwrap();
        let once = attribute(tag("input type=\"hidden\" name=\"once\""), "value").unwrap();
        let second = installation.browser_of(installation.admin(ATELIER).await).await;
        browser.cookies = second.cookies;
        Self { installation, browser, client, once }
    }

    async fn act(&mut self, name: &str, fields: &str, accept: (&str, &str)) -> Answered {
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), accept];
        let body = format!("{fields}&once={}&back=/benefits/software?open=1", self.once);
        self.browser.send(Request::post(format!("/act/{name}")), &headers, &body).await
    }

    async fn read(&mut self, href: &str, client: &str) -> u16 {
        let headers = [PACKED, (packed::CLIENT, client)];
        self.browser.send(Request::get(href), &headers, "").await.status
    }
}

fn foreign() -> PortalError {
    PortalError::Refused(Refusal::DrawnForAnother)
}

#[tokio::test]
async fn an_act_in_place_is_refused_in_words_and_nothing_is_changed() {
    let mut two = Two::new().await;
    let contents = two.installation.contents().await;
    for command in domain::command::Command::NAMES {
        let answer = two.act(command, "benefit=x", JSON).await;
        assert_eq!(
            (answer.status, serde_json::from_str(&answer.body).ok()),
            (409, Some(foreign())),
            "{command}"
        );
    }
    assert_eq!(two.installation.contents().await, contents);
}

#[tokio::test]
async fn a_plain_act_leads_to_the_page_of_whoever_came_after_without_what_was_typed() {
    let mut two = Two::new().await;
    let answer = two.act("assign-seat", "benefit=x&holder-typed=Zs", PAGE).await;
    assert_eq!(answer.status, 303);
    let (page, id) = answer.location().split_once("?flash=").unwrap();
    assert_eq!(page, "/benefits/software");
    let told = two.browser.get(&Ask::Flash { id: id.to_owned() }.href()).await.body;
    assert_eq!(serde_json::from_str::<Flash>(&told).unwrap(), Flash::of(Notice::Failed(foreign())));
    let answer = two.act("assign-seat", "benefit=x", PAGE).await;
    let page = two.browser.get(&format!("{}&lang=en-US", answer.location())).await;
    assert_eq!((page.status, page.body.contains("someone else signed in")), (409, true));
}

#[tokio::test]
async fn nothing_is_changed_on_the_account_of_whoever_came_after() {
    let mut two = Two::new().await;
    let other = two.installation.admin(ATELIER).await;
    let contents = two.installation.contents().await;
    for (act, fields) in [
        ("end-session", "session=00000000-0000-7000-8000-000000000000"),
        ("end-other-sessions", "a=b"),
        ("change-password", "current=a&password=b"),
        ("sign-out", "everywhere=1"),
        ("switch-company", &format!("user={}", other.user)),
    ] {
        // These forms have no way back but their page.
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), JSON];
        let fields = fields.replace("a=b", "");
        let body = format!("{fields}&once={}", two.once);
        let answer =
            two.browser.send(Request::post(format!("/act/{act}")), &headers, body.trim_matches('&')).await;
        assert_eq!((answer.status, serde_json::from_str(&answer.body).ok()), (409, Some(foreign())), "{act}");
    }
    let answer = two.act("language", "language=fr-FR", PAGE).await;
    assert_eq!((answer.status, two.browser.cookies["atout-language"].as_str()), (303, "fr-FR"));
    assert_eq!(two.installation.contents().await, contents);
    assert_eq!(two.browser.get("/api/account").await.status, 200);
}

#[tokio::test]
async fn a_page_reads_nothing_of_whoever_came_after_and_loads_itself_again() {
    let mut two = Two::new().await;
    let client = two.client.clone();
    for href in ["/api/dashboard", "/api/frame", "/api/account"] {
        assert_eq!(two.read(href, &client).await, packed::OTHER_BUILD, "{href}");
    }
    // The page of the second one reads, and so does a program that says nothing of the kind.
    let page = two.browser.get("/account").await.body;
    let own = attribute(page.split('<').find(|tag| tag.starts_with("html")).unwrap(), "data-client").unwrap();
    assert_eq!((two.read("/api/account", &own).await, two.read("/api/account", "0").await), (200, 200));
    // A page that was drawn for nobody neither.
    assert_eq!(two.read("/api/account", "0.-").await, packed::OTHER_BUILD);
}

#[tokio::test]
async fn without_anybody_what_is_said_is_that_the_session_has_ended() {
    let mut two = Two::new().await;
    two.browser.cookies.clear();
    let client = two.client.clone();
    assert_eq!(two.read("/api/account", &client).await, 401);
    assert_eq!(two.act("get-keys", "benefit=x", JSON).await.status, 401);
}

#[tokio::test]
async fn the_same_person_goes_on_after_signing_in_again_but_not_in_another_company() {
    let installation = Installation::with_client(client()).await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser_of(admin).await;
    let page = browser.get("/account").await.body;
    let client =
        attribute(page.split('<').find(|tag| tag.starts_with("html")).unwrap(), "data-client").unwrap();
    let headers = [PACKED, (packed::CLIENT, client.as_str())];
    browser.cookies = installation.browser_of(admin).await.cookies;
    assert_eq!(browser.send(Request::get("/api/account"), &headers, "").await.status, 200);
    browser.cookies = installation.browser_with(admin, None).await.cookies;
    assert_eq!(browser.send(Request::get("/api/account"), &headers, "").await.status, packed::OTHER_BUILD);
}
