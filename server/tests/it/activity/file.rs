//! The file of the log: what the page lists, as a spreadsheet opens it, and logged itself.

use app::i18n::{id, text};
use axum::http::Request;
use domain::language::Language;

use super::{LUMIERE, act, fill, log, read, said};
use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
};

/// Takes the file as a browser does.
async fn taken(browser: &mut Browser, fields: &str, language: Language) -> Answered {
    let once = server::random::hexadecimal(&server::random::bytes::<16>());
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", FORM),
        ("accept", "text/html,*/*;q=0.8"),
        ("accept-language", language.tag()),
    ];
    let body = format!("{fields}&once={once}&back=/activity");
    browser.send(Request::post("/act/export-activity"), &headers, &body).await
}

/// The lines of a file, without what it begins with.
fn lines(file: &Answered) -> Vec<&str> {
    file.body.strip_prefix('\u{feff}').unwrap().split_terminator("\r\n").collect()
}

#[tokio::test]
async fn the_file_says_what_the_page_lists_in_the_reader_s_language() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let page = log(&mut browser, "act=seats").await;
    for (language, separator) in [(Language::English, ','), (Language::French, ';')] {
        let file = taken(&mut browser, "act=seats", language).await;
        assert_eq!(file.status, 200, "{}", file.body);
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        assert_eq!(
            file.headers["content-disposition"],
            "attachment; filename=\"atout-activity-2023-11-15.csv\""
        );
        assert_eq!(file.headers["cache-control"], "no-store");
        let lines = lines(&file);
        let who = text(language, id::ACTIVITY_LIST_WHO);
        assert!(lines[0].contains("(Europe/Paris)\"") && lines[0].contains(&format!("{separator}\"{who}\"")));
        assert_eq!(lines.len() - 1, usize::try_from(page.matching.unwrap()).unwrap());
        for (line, row) in lines[1..].iter().zip(&page.rows) {
            let begins = [
                row.at.replace('T', " "),
                row.who.get(language).to_owned(),
                row.what.get(language).to_owned(),
            ];
            let begins = begins.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            assert!(line.starts_with(&begins.join(&separator.to_string())), "{line}");
            assert_eq!(line.matches(&format!("\"{separator}\"")).count(), 6, "{line}");
        }
    }
}

#[tokio::test]
async fn each_file_that_is_taken_is_logged_and_holds_what_was_logged_before() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for before in 0..3 {
        let file = taken(&mut browser, "act=exports", Language::English).await;
        assert_eq!(lines(&file).len(), before + 1);
    }
    let page = read(&installation, "act=exports").await;
    assert_eq!(
        said(&page.rows),
        [2, 1, 0].map(|rows| match rows {
            1 => "Exported 1 entry of this log as CSV".to_owned(),
            rows => format!("Exported {rows} entries of this log as CSV"),
        })
    );
}

#[tokio::test]
async fn a_long_file_comes_whole_and_in_order() {
    let installation = Installation::new().await;
    fill(&installation, 1_300).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let file = taken(&mut browser, "act=all", Language::English).await;
    let company = installation.company(LUMIERE).await;
    let logged = installation.count(&format!("events WHERE company_id = '{company}'")).await;
    // The columns' names are in the file, and its own entry is not.
    assert_eq!(i64::try_from(lines(&file).len()).unwrap(), logged);
}

#[tokio::test]
async fn more_than_a_file_holds_are_refused_and_nothing_is_cut_off() {
    let installation = Installation::new().await;
    fill(&installation, 50_001).await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let answer = act(&mut browser, "export-activity", "act=people").await;
    assert_eq!((answer.status, answer.body.contains("too-many-entries")), (409, true), "{}", answer.body);
    let plain = taken(&mut browser, "act=people", Language::French).await;
    assert_eq!(plain.status, 303);
    let page = browser.send(Request::get(plain.location()), &[("accept-language", "fr")], "").await;
    assert!(page.body.contains("Plus de 50\u{202f}000 entrées correspondent"), "{}", page.status);
}

#[tokio::test]
async fn a_name_that_is_a_formula_is_shown_and_not_run() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let name = "UPDATE accounts SET full_name = '=HYPERLINK(\"http://evil.example\")' WHERE account_id = ";
    installation.write(&format!("{name}'{}'", admin.account)).await;
    let mut browser = installation.browser_of(admin).await;
    assert_eq!(act(&mut browser, "export-activity", "").await.status, 200);
    let file = taken(&mut browser, "act=exports", Language::French).await;
    assert!(lines(&file)[1].contains(";\"'=HYPERLINK(\"\"http://evil.example\"\")\";"), "{}", file.body);
}

#[tokio::test]
async fn a_filter_that_means_nothing_takes_no_file() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    for fields in ["from=2026-02-30", "act=everything", "benefit=1"] {
        assert_eq!(act(&mut browser, "export-activity", fields).await.status, 422, "{fields}");
    }
    assert_eq!(act(&mut browser, "export-activity", "before=7").await.status, 422);
    assert!(read(&installation, "act=exports").await.rows.is_empty());
}
