//! What somebody can slip into a header, an address or a link: another line, another site, another host. Nothing comes of
//! it: an answer leads to pages of ours only, and the links that people are sent have the configured host.

use app::routes;
use axum::http::Request;
use domain::command::Command;
use server::auth;

use crate::{
    input::PAGE,
    permission_matrix::{accounts, cast::Whose, commands, objects::Objects},
    support::{
        Installation,
        browser::{Answered, Browser, FORM},
        cast::LUMIERE,
    },
};

/// Where nobody is to be led, as it stands in a form.
const ELSEWHERE: [&str; 20] = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%5Cevil.example",
    "/.//evil.example",
    "/;//evil.example",
    "/%0A/evil.example",
    "/%09/evil.example",
    "https://evil.example",
    "HTTPS:evil.example",
    "javascript:alert(1)",
    "data:text/html,evil.example",
    "evil.example",
    "@evil.example",
    "/%0D%0ASet-Cookie:%20evil.example=1",
    "/benefits/software%0D%0ALocation:%20//evil.example",
    "/benefits/software%E5%98%8D%E5%98%8ASet-Cookie:evil.example",
    "/act/sign-out",
    "/api/frame",
];

/// What pages read from their addresses.
const PARAMETERS: [&str; 8] = ["back", "flash", "lang", "open", "q", "who", "token", "act"];

const EVIL: &str = "evil";

/// Every form that there is, with fields that are of the right form.
async fn forms(installation: &Installation) -> Vec<(String, String)> {
    let own = Objects::of(installation, LUMIERE, None).await;
    let forms = Command::NAMES.into_iter().flat_map(commands::forms).map(|form| {
        let way = vec![Whose::Own; form.things.len()];
        (app::act::path(form.command), form.fields(|_| &own, &way))
    });
    let mut forms: Vec<_> = forms.collect();
    forms.extend(auth::addresses().into_iter().map(|address| (address.to_owned(), accounts::plain(address))));
    forms
}

async fn post(browser: &mut Browser, address: &str, body: &str, more: &[(&str, &str)]) -> Answered {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), PAGE];
    browser.send(Request::post(address), &[&headers, more].concat(), body).await
}

/// The page that an answer leads to.
fn leads_to_a_page(answer: &Answered, said: &str) {
    let location = answer.location();
    if answer.status == 303 {
        let page = location.split('?').next().unwrap_or_default();
        assert!(page == routes::BENEFITS || routes::ALL.contains(&page), "{said} leads to {location}");
    }
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).to_lowercase();
        assert!(!value.contains(EVIL), "{said}: {name} is {value}");
    }
}

#[tokio::test]
async fn no_form_leads_to_another_site() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    for (address, fields) in forms(&installation).await {
        for elsewhere in ELSEWHERE {
            let (mut known, mut nobody) = (installation.browser_of(admin).await, installation.browser());
            let body = format!("{fields}&back={elsewhere}");
            for browser in [&mut known, &mut nobody] {
                let answer = post(browser, &address, &body, &[]).await;
                leads_to_a_page(&answer, &format!("{address} {elsewhere}"));
            }
        }
    }
}

/// What stands in the links and forms of a page.
fn targets(page: &str) -> Vec<String> {
    let attributes = [" href=\"", " action=\"", " src=\"", " formaction=\""];
    let after = |attribute: &'static str| page.split(attribute).skip(1);
    attributes
        .into_iter()
        .flat_map(after)
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn no_page_links_to_what_its_address_says() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser_of(admin).await;
    for page in routes::ALL {
        for elsewhere in ELSEWHERE {
            let address = PARAMETERS.map(|parameter| format!("{parameter}={elsewhere}")).join("&");
            let address = format!("{page}?{address}");
            let answer = browser.get(&address).await;
            leads_to_a_page(&answer, &address);
            for target in targets(&answer.body) {
                let is_ours =
                    target.starts_with('/') && !target.starts_with("//") && !target.starts_with("/\\");
                let is_known = target.starts_with(['?', '#']) || !target.contains(EVIL);
                assert!(is_ours || is_known, "{address}: {target}");
                assert!(!target.to_lowercase().starts_with("javascript:"), "{address}: {target}");
            }
        }
    }
}

#[tokio::test]
async fn no_address_is_taken_for_that_of_another_server() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for path in [
        "//evil.example/",
        "//evil.example/benefits/",
        "//evil.example/%2e%2e/benefits/",
        "///evil.example//",
        "/%5Cevil.example/",
        "/%2Fevil.example/",
        "/benefits//evil.example/",
        "/.//evil.example/",
        "/%0D%0ALocation:%20https:%2F%2Fevil.example/",
    ] {
        let answer = browser.send(Request::get(path), &[PAGE], "").await;
        let location = answer.location();
        assert!(!location.starts_with("//") && !location.contains("://"), "{path} leads to {location}");
        assert!(!location.contains(['\r', '\n', '\\']), "{path} leads to {location}");
        assert!(answer.headers.get("set-cookie").is_none(), "{path}");
    }
}

#[tokio::test]
async fn no_answer_has_the_host_that_a_request_names() {
    let installation = Installation::new().await;
    let browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let named = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "evil"),
        ("x-forwarded-prefix", "//evil.example"),
        ("x-original-url", "/evil.example"),
        ("forwarded", "host=evil.example;proto=https"),
        ("referer", "https://evil.example/benefits/software"),
    ];
    let mut addresses: Vec<_> = installation.addresses(LUMIERE).await;
    addresses.extend(["/nowhere", "/act/remove-seat", "/benefits/", "/api/nothing"].map(str::to_owned));
    for address in addresses {
        let answer = browser.clone().send(Request::get(&address), &[&named[..], &[PAGE]].concat(), "").await;
        leads_to_a_page(&answer, &address);
        assert!(!answer.body.contains(EVIL), "{address} names the host");
    }
    for (address, fields) in forms(&installation).await {
        let answer = post(&mut browser.clone(), &address, &fields, &named).await;
        leads_to_a_page(&answer, &address);
        assert!(!answer.body.contains(EVIL), "{address} names the host");
    }
}

#[tokio::test]
async fn an_invitation_s_link_has_the_configured_host() {
    let installation = Installation::new().await;
    let invite = ["user", "invite", "--company", LUMIERE, "--name", "Zoé", "--email", "zoe@lumiere.example"];
    for (url, begins) in [
        (None, "http://127.0.0.1:3000/invitation?token="),
        (Some("https://atout.example"), "https://atout.example/invitation?token="),
    ] {
        let mut shell = installation.shell(if url.is_none() { &invite } else { &LINK });
        shell.env("HOST", "evil.example").env("HTTP_HOST", "evil.example");
        if let Some(url) = url {
            shell.env("ATOUT_PUBLIC_URL", url);
        }
        let told = String::from_utf8(shell.output().unwrap().stdout).unwrap();
        assert!(told.contains(begins) && !told.contains(EVIL), "{told}");
    }
}

const LINK: [&str; 4] = ["user", "link", "--email", "zoe@lumiere.example"];

/// Texts that hold another line, or what turns or hides the rest of one.
const LINES: [&str; 9] = [
    "Zoé\r\nBcc: evil@evil.example",
    "Zoé\nX: 1",
    "Zoé\rX",
    "Zoé\u{b}X",
    "Zoé\u{85}X",
    "Zoé\u{1b}[2J",
    "Zoé\u{7f}",
    "Zoé\u{202e}gpj.exe",
    "Zoé\u{2066}X",
];

#[tokio::test]
async fn no_name_and_no_address_holds_another_line() {
    let installation = Installation::new().await;
    let before = installation.contents().await;
    let rest = ["--mpn-id", "7", "--country", "FR", "--admin", "zoe@zoe.example"];
    let company = |name, location, admin| {
        let names = ["company", "create", "--name", name, "--location", location, "--admin-name", admin];
        [&names[..], &rest].concat()
    };
    for line in LINES {
        let address = format!("zoe{}@lumiere.example", line.trim_start_matches("Zoé"));
        for words in [
            vec!["user", "invite", "--company", LUMIERE, "--email", "zoe@lumiere.example", "--name", line],
            vec!["user", "invite", "--company", LUMIERE, "--name", "Zoé", "--email", &address],
            company(line, "Paris", "Zoé"),
            company("Zoé", line, "Zoé"),
            company("Zoé", "Paris", line),
        ] {
            let refused = installation.shell(&words).output().unwrap();
            assert!(!refused.status.success(), "{words:?}");
            assert!(refused.stdout.is_empty(), "{words:?}");
        }
    }
    assert_eq!(installation.contents().await, before);
}
