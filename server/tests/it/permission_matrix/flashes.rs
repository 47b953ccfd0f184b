//! What a page says of the form that led to it: to the session of the form, and once.

use app::api::Ask;

use crate::support::{Installation, cast::LUMIERE};

#[tokio::test]
async fn what_happened_to_a_form_is_told_to_its_own_session_and_once() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let (mut browser, mut other) =
        (installation.browser_of(admin).await, installation.browser_of(admin).await);
    let answer = browser.post("/act/get-keys", "benefit=nothing&back=/benefits/software").await;
    let id = answer.location().split("flash=").nth(1).unwrap().to_owned();
    let href = Ask::Flash { id }.href();
    assert_eq!(other.get(&href).await.body, "null");
    assert!(browser.get(&href).await.body.contains("benefit"));
    assert_eq!(browser.get(&href).await.body, "null");
}

#[tokio::test]
async fn a_form_that_comes_after_the_session_leads_to_a_page_that_says_so() {
    let installation = Installation::new().await;
    let mut browser = installation.browser();
    let user = installation.admin(LUMIERE).await.user;
    let fields = format!("user={user}&back=/benefits/software");
    for (form, fields) in
        [("get-keys", "benefit=nothing&back=/benefits/software"), ("switch-company", &fields)]
    {
        let answer = browser.post(&format!("/act/{form}"), fields).await;
        assert_eq!(answer.status, 303, "{form}");
        assert_eq!(answer.location(), "/sign-in?back=%2Fbenefits%2Fsoftware&flash=session-ended", "{form}");
    }
    let href = Ask::Flash { id: "session-ended".to_owned() }.href();
    assert!(browser.get(&href).await.body.contains("session-ended"));
    let mut signed_in = installation.browser_of(installation.admin(LUMIERE).await).await;
    assert_eq!(signed_in.get(&href).await.body, "null");
}
