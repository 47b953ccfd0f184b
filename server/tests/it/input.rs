//! What nobody should send: each is answered with its status, in words of the person's language, and changes nothing.

mod bare;

use app::i18n::{Args, MessageId, format, id, text};
use axum::http::Request;
use domain::language::Language;

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::LUMIERE,
};

/// What a browser accepts that loads a page.
pub const PAGE: (&str, &str) = ("accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

/// A form that should not have been sent.
struct Bad {
    command: &'static str,
    fields: String,
    status: u16,
    words: fn(Language) -> String,
}

/// Posts a form as a page does, and goes where the answer leads.
async fn followed(browser: &mut Browser, bad: &Bad, language: Language) -> Answered {
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
        ("accept-language", language.tag()),
        PAGE,
    ];
    let path = format!("/act/{}", bad.command);
    let answer = browser.send(Request::post(path), &headers, &bad.fields).await;
    assert_eq!(answer.status, 303, "{} {}", bad.command, bad.fields);
    let page = Request::get(answer.location());
    browser.send(page, &[("accept-language", language.tag()), PAGE], "").await
}

/// Holds the answers to forms: to people in both languages, and to a program.
async fn are_told(installation: &Installation, forms: Vec<Bad>) {
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let contents = installation.contents().await;
    for bad in &forms {
        for language in [Language::English, Language::French] {
            let page = followed(&mut browser, bad, language).await;
            let (said, words) = (format!("{} {}", bad.command, bad.fields), (bad.words)(language));
            assert_eq!(page.status, bad.status, "{said}");
            assert!(page.body.contains(&format!("<html lang=\"{}\"", language.tag())), "{said}");
            assert!(page.body.contains(&words), "{said}: no {words:?}");
        }
    }
    assert_eq!(installation.contents().await, contents);
    are_answered(installation, forms).await;
}

/// Holds the answers to forms that a program has sent.
async fn are_answered(installation: &Installation, forms: Vec<Bad>) {
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let contents = installation.contents().await;
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    for bad in forms {
        let path = format!("/act/{}", bad.command);
        let answer = browser.send(Request::post(path), &headers, &bad.fields).await;
        assert_eq!(answer.status, bad.status, "{} {}", bad.command, bad.fields);
        assert_eq!(answer.headers["content-type"], "application/json");
        let _: app::portal::PortalError = serde_json::from_str(&answer.body).unwrap();
    }
    assert_eq!(installation.contents().await, contents);
}

fn bad(command: &'static str, fields: &str, status: u16, words: fn(Language) -> String) -> Bad {
    let once = server::random::hexadecimal(&server::random::bytes::<16>());
    Bad { command, fields: format!("{fields}&once={once}&back=/benefits/software"), status, words }
}

fn worded(id: MessageId, language: Language) -> String {
    text(language, id)
}

fn required(language: Language) -> String {
    worded(id::ERRORS_FIELD_REQUIRED, language)
}

/// That a key was used to take a seat back.
fn already_sent(language: Language) -> String {
    let what = format(language, id::REFUSALS_FORM_SENT_FOR, &Args::new().with("command", "remove-seat"));
    format(language, id::REFUSALS_FORM_ALREADY_SENT, &Args::new().with("what", &what))
}

fn invalid(language: Language) -> String {
    worded(id::ERRORS_FIELD_INVALID, language)
}

fn not_found(language: Language) -> String {
    worded(id::REFUSALS_FORM_NOT_FOUND, language)
}

const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

#[tokio::test]
async fn ids_of_nothing_and_ids_that_are_none() {
    let installation = Installation::new().await;
    let (mut forms, mut more) = (Vec::new(), Vec::new());
    for (command, field, rest) in [
        ("get-keys", "benefit", ""),
        ("reveal-key", "key", "&manner=shown"),
        ("record-activation", "benefit", "&machine=PC-1"),
        ("choose-installation", "benefit", "&language=en&os-type=windows-x64"),
        ("assign-seat", "benefit", "&holder=00000000-0000-7000-8000-000000000000"),
        ("remove-seat", "seat", ""),
        ("reassign-seat", "seat", "&holder=00000000-0000-7000-8000-000000000000"),
        ("confirm-activation", "seat", ""),
        ("undo-seat-change", "event", ""),
    ] {
        forms.push(bad(command, &format!("{field}={NOTHING}{rest}"), 404, not_found));
        forms.push(bad(command, &format!("{field}=x{rest}"), 422, invalid));
        forms.push(bad(command, &format!("{field}={rest}"), 422, required));
        for malformed in ["%27%20OR%201%3D1", "..%2F..", "%00", &"9".repeat(5000), "%F0%9F%98%80"] {
            more.push(bad(command, &format!("{field}={malformed}{rest}"), 422, invalid));
        }
        more.push(bad(command, rest.trim_start_matches('&'), 422, required));
    }
    are_told(&installation, forms).await;
    are_answered(&installation, more).await;
}

#[tokio::test]
async fn texts_that_are_empty_too_long_or_of_other_characters() {
    let installation = Installation::new().await;
    let benefit = installation.text("SELECT benefit_id FROM benefits WHERE family = 'software'").await;
    let pool = installation.text("SELECT benefit_id FROM benefits WHERE pool = 'core'").await;
    let machine = |name: &str| format!("benefit={benefit}&machine={name}");
    let too_long = |language| format(language, id::ERRORS_FIELD_LONG, &Args::new().with("maximum", &64_u32));
    are_told(
        &installation,
        vec![
            bad("record-activation", &machine(""), 422, required),
            bad("record-activation", &machine("%20%20"), 422, required),
            bad("record-activation", &machine(&"m".repeat(65)), 422, too_long),
            bad("record-activation", &machine(&"é".repeat(20_000)), 422, too_long),
            bad("record-activation", &machine("PC%0A1"), 422, invalid),
            bad("assign-seat", &format!("benefit={pool}&holder-typed="), 422, required),
            bad("assign-seat", &format!("benefit={pool}&holder-typed=zzzzzz"), 422, |language| {
                worded(id::ERRORS_FIELD_NOBODY, language)
            }),
            bad("reveal-key", &format!("key={NOTHING}&manner=printed"), 422, invalid),
        ],
    )
    .await;
}

#[tokio::test]
async fn fields_that_a_command_does_not_have_and_keys_that_no_page_drew() {
    let installation = Installation::new().await;
    let seat = installation.text("SELECT seat_id FROM seat_assignments WHERE released_at IS NULL").await;
    let benefit = installation.text("SELECT benefit_id FROM benefits WHERE family = 'software'").await;
    let mut forms = vec![
        bad("remove-seat", &format!("seat={seat}&is_admin=1"), 422, invalid),
        bad("get-keys", &format!("benefit={benefit}&company=other"), 422, invalid),
        bad("confirm-activation", &format!("seat={seat}&role=global-admin"), 422, invalid),
        bad("make-me-admin", "", 404, not_found),
        bad("Get-Keys", &format!("benefit={benefit}"), 404, not_found),
    ];
    for once in ["", "once=", "once=short", "once=with%20spaces", &format!("once={}", "a".repeat(65))] {
        let fields = format!("seat={seat}&back=/benefits/software&{once}");
        forms.push(Bad { fields, ..bad("remove-seat", "", 422, invalid) });
    }
    are_told(&installation, forms).await;
}

#[tokio::test]
async fn a_form_of_a_page_that_is_no_longer_true() {
    let installation = Installation::new().await;
    let id = installation.company(LUMIERE).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let held = format!(
        "SELECT seat_id FROM seat_assignments WHERE company_id = '{id}' AND activated_at IS NOT NULL
         AND released_at IS NULL"
    );
    let seats = installation.texts(&held).await;
    let taken = bad("remove-seat", &format!("seat={}", seats[0]), 200, not_found);
    assert_eq!(followed(&mut browser, &taken, Language::English).await.status, 200);
    let newcomer = installation.seatless(LUMIERE, 1).await[0].user;
    let not_held = |language| worded(id::REFUSALS_SEAT_NOT_HELD, language);
    let mut same_key = bad("confirm-activation", "", 409, already_sent);
    same_key.fields = taken.fields.replace(&seats[0], &seats[1]);
    are_told(
        &installation,
        vec![
            bad("remove-seat", &format!("seat={}", seats[0]), 409, not_held),
            bad("reassign-seat", &format!("seat={}&holder={newcomer}", seats[0]), 409, not_held),
            bad("confirm-activation", &format!("seat={}", seats[1]), 409, |language| {
                worded(id::REFUSALS_SEAT_ACTIVATED, language)
            }),
            same_key,
        ],
    )
    .await;
}

#[tokio::test]
async fn an_address_that_cannot_be_read_still_opens_its_page() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let long = "a".repeat(3000);
    for query in ["open=x", "page=-1", "page=99999999999", "sort=password", "offer=%00", "seat=1", &long] {
        for page in ["/benefits/software", "/benefits/visual-studio", "/benefits/visual-studio/seats"] {
            let answer = browser.get(&format!("{page}?{query}&q=%3Cscript%3Ealert(1)%3C/script%3E")).await;
            assert_eq!(answer.status, 200, "{page}?{query}");
            assert!(!answer.body.contains("<script>alert"), "{page}?{query}");
        }
    }
}
