//! The page of one's own account.

use app::portal::{AccountPage, Browser as Kind, Maker, System};
use axum::http::Request;

use crate::support::{
    Installation,
    browser::FORM,
    cast::{ATELIER, LUMIERE},
};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

#[tokio::test]
async fn one_s_open_sessions_are_listed_this_one_first() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut here = installation.browser_at("192.0.2.7:1");
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("user-agent", FIREFOX)];
    here.send(Request::post("/act/demonstration"), &headers, &format!("user={}", admin.user)).await;
    installation.application.clock.advance(60);
    let mut there = installation.browser_of(admin).await;
    let _neighbour = installation.browser_of(installation.admin(ATELIER).await).await;
    let page: AccountPage = serde_json::from_str(&here.get("/api/account").await.body).unwrap();
    let [this, other] = page.sessions.as_slice() else { panic!("{page:?}") };
    assert_eq!((this.is_this, other.is_this), (true, false));
    assert_eq!(this.browser, Kind { maker: Maker::Firefox, system: System::Linux });
    assert_eq!((this.network.as_deref(), other.network.as_deref()), (Some("192.0.2.7"), None));
    // Noon in Paris, where the company is.
    assert_eq!((this.signed_in.as_str(), other.signed_in.as_str()), ("2023-11-15T12:00", "2023-11-15T12:01"));
    let page: AccountPage = serde_json::from_str(&there.get("/api/account").await.body).unwrap();
    assert_eq!(page.sessions[0].session, other.session);
}

#[tokio::test]
async fn a_session_that_is_over_is_not_listed() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let _idle = installation.browser_of(admin).await;
    installation.application.clock.advance(31 * 60);
    let mut ended = installation.browser_of(admin).await;
    assert_eq!(ended.post("/act/sign-out", "").await.status, 303);
    let mut here = installation.browser_of(admin).await;
    let page: AccountPage = serde_json::from_str(&here.get("/api/account").await.body).unwrap();
    assert_eq!(page.sessions.len(), 1, "{page:?}");
}

#[tokio::test]
async fn the_page_is_whole_without_a_script_and_names_the_kind_of_browser_only() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser();
    let said = "<script>alert(1)</script> Firefox/1 Windows NT";
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("user-agent", said)];
    browser.send(Request::post("/act/demonstration"), &headers, &format!("user={}", admin.user)).await;
    let _other = installation.browser_of(admin).await;
    let page = browser.get("/account?lang=en-US").await;
    assert_eq!(page.status, 200);
    for part in [
        "Firefox on Windows",
        "This browser",
        "/act/end-session",
        "/act/end-other-sessions",
        "/act/change-password",
        "name=\"everywhere\"",
        "2 open sessions",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    assert!(!page.body.contains("alert(1)"));
    assert_eq!(installation.browser().get("/account").await.location(), "/sign-in?back=%2Faccount");
}
