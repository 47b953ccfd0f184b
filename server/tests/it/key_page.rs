//! The page that holds a key, for a browser without JavaScript: the answer to the form itself.

use axum::http::{Request, header};

use crate::support::{
    Installation,
    browser::{Answered, FORM},
    cast::LUMIERE,
};

/// A product whose key the demonstration has got.
const WINDOWS: &str = "windows-10-enterprise";

/// Asks for the key as a form does, in a language; with the benefit that it belongs to.
async fn shown(installation: &Installation, language: &str) -> (Answered, String) {
    let id = installation.company(LUMIERE).await;
    let of = format!("FROM benefits WHERE company_id = '{id}' AND product = '{WINDOWS}'");
    let benefit = installation.text(&format!("SELECT benefit_id {of}")).await;
    let key = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}'");
    let key = installation.text(&key).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
        ("accept", "text/html"),
        ("accept-language", language),
    ];
    let fields = format!(
        "key={key}&manner=shown&once=a-key-on-its-page&back=%2Fbenefits%2Fsoftware%3Fq%3Dwin%26open%3D{benefit}"
    );
    (browser.send(Request::post("/act/reveal-key"), &headers, &fields).await, benefit)
}

#[tokio::test]
async fn it_has_the_frame_of_the_other_pages_and_names_the_product() {
    let installation = Installation::new().await;
    for (language, product) in
        [("en-US", "Windows 10 Enterprise (upgrade)"), ("fr-FR", "Windows 10 Entreprise (mise à niveau)")]
    {
        let (page, _) = shown(&installation, language).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("ATOUT-"), "{}", page.body);
        for part in ["Lumière Conseil", "action=\"/act/language\"", "action=\"/act/sign-out\"", product] {
            assert!(page.body.contains(part), "{language} {part}");
        }
        assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
    }
}

#[tokio::test]
async fn it_is_kept_nowhere_and_every_way_out_leads_to_the_masked_row() {
    let (page, benefit) = shown(&Installation::new().await, "en-US").await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.location(), "");
    let back = format!("/benefits/software?q=win&amp;open={benefit}");
    for way in [
        format!("content=\"30;url={back}#row-{benefit}\""),
        format!("href=\"{back}#row-{benefit}\""),
        format!("name=\"back\" value=\"{back}\""),
    ] {
        assert!(page.body.contains(&way), "{way}\n{}", page.body);
    }
    // The key is text of the page, and of no address, field or script.
    assert_eq!(page.body.matches("ATOUT-").count(), 1);
    assert!(!page.body.contains("/pkg/"));
}
