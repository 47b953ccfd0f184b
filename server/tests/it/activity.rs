//! The activity log as the company's admins read it, and the file that they take.

mod file;
mod paging;

use app::{
    i18n::{Args, format, id, terms, text},
    portal::{ActivityPage, ActivityRow},
};
use axum::http::Request;
use domain::{
    language::Language,
    role::{Action, Role},
};

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::{ATELIER, LUMIERE},
};

const JSON: (&str, &str) = ("accept", "application/json");

/// What the log says under a query, to somebody who may read it.
async fn log(browser: &mut Browser, query: &str) -> ActivityPage {
    let answer = browser.send(Request::get(format!("/api/activity?{query}")), &[JSON], "").await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// The same, to the Global admin of the company.
async fn read(installation: &Installation, query: &str) -> ActivityPage {
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    log(&mut browser, query).await
}

fn said(rows: &[ActivityRow]) -> Vec<&str> {
    rows.iter().map(|row| row.what.en.as_str()).collect()
}

/// Sends a form in place.
async fn act(browser: &mut Browser, command: &str, fields: &str) -> Answered {
    let once = server::random::hexadecimal(&server::random::bytes::<16>());
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), JSON];
    browser.send(Request::post(format!("/act/{command}")), &headers, &format!("{fields}&once={once}")).await
}

/// A pool of the company with a free seat.
async fn pool(installation: &Installation) -> String {
    let company = installation.company(LUMIERE).await;
    let newest = format!(
        "SELECT benefit_id FROM benefits WHERE company_id = '{company}' AND family = 'visual-studio'
         ORDER BY benefit_id DESC"
    );
    installation.text(&newest).await
}

/// Logs so many entries at once behind the server's back, as the shell would.
async fn fill(installation: &Installation, entries: u32) {
    fill_with(installation, entries, "invitation-accepted", "").await;
}

async fn fill_with(installation: &Installation, entries: u32, kind: &str, fields: &str) {
    let chain = installation.company(LUMIERE).await;
    let content = format!("{{\"event\":\"{kind}\"{fields}}}");
    installation
        .write(&format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries})
             INSERT INTO events (event_id, chain, position, company_id, at, kind, policy_version, content)
             SELECT '00000000-0000-7000-8000-' || CAST(100000000000 + i AS TEXT), '{chain}', c.position + i, '{chain}',
                    1700046000000000, '{kind}', '', '{content}'
             FROM n, event_chains c
             WHERE c.chain = '{chain}';
             UPDATE event_chains SET position = position + {entries} WHERE chain = '{chain}'"
        ))
        .await;
}

#[tokio::test]
async fn who_did_what_to_what_is_said_with_how_it_was_before_and_after() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser_of(admin).await;
    let (pool, person) = (pool(&installation).await, installation.seatless(LUMIERE, 1).await[0]);
    let done = act(&mut browser, "assign-seat", &format!("benefit={pool}&holder={}", person.user)).await;
    assert_eq!(done.status, 200);
    let page = log(&mut browser, "act=seats").await;
    let name = |caller: server::portal::door::Caller| {
        let of = format!("SELECT full_name FROM accounts WHERE account_id = '{}'", caller.account);
        let installation = &installation;
        async move { installation.text(&of).await }
    };
    let (by, to, row) = (name(admin).await, name(person).await, &page.rows[0]);
    assert_eq!(row.who.en, by);
    assert!(
        row.what.en.starts_with("Assigned seat ") && row.what.en.ends_with(&format!(" to {to}")),
        "{row:?}"
    );
    assert!(
        row.what.fr.starts_with("Licence ") && row.what.fr.ends_with(&format!(" affectée à {to}")),
        "{row:?}"
    );
    let (before, after) = row.change.as_ref().unwrap();
    assert_eq!((before.en.as_str(), before.fr.as_str(), &after.en), ("Free", "Libre", &to));
    assert_eq!(row.benefit.map(|benefit| benefit.to_string()), Some(pool));
    // Noon in Paris.
    assert_eq!(row.at, "2023-11-15T12:00:00");
}

#[tokio::test]
async fn a_refused_attempt_is_listed_with_the_words_of_its_refusal() {
    let installation = Installation::new().await;
    let people = installation.seatless(LUMIERE, 2).await;
    let mut stranger = installation.browser_of(people[0]).await;
    let (pool, other) = (pool(&installation).await, Installation::company(&installation, ATELIER).await);
    let fields = format!("benefit={pool}&holder={}", people[1].user);
    assert_eq!(act(&mut stranger, "assign-seat", &fields).await.status, 403);
    let seat = format!("SELECT seat_id FROM seats WHERE company_id = '{other}'");
    let foreign = format!("seat={}", installation.text(&seat).await);
    assert_eq!(act(&mut stranger, "remove-seat", &foreign).await.status, 403);
    let page = read(&installation, "act=refused").await;
    assert_eq!(page.matching, Some(2));
    let [removed, assigned] = page.rows.as_slice() else { panic!("{page:?}") };
    assert!(assigned.what.en.starts_with("Assign a seat to "), "{assigned:?}");
    let why = assigned.refused.as_ref().unwrap();
    assert_eq!(why.en, "Assigning benefits takes the role of global admin.");
    assert_eq!(why.fr, "Pour affecter des avantages, il faut être administrateur général.");
    assert_eq!(assigned.benefit.map(|benefit| benefit.to_string()).as_ref(), Some(&pool));
    // What another company has is not named.
    assert_eq!((removed.what.en.as_str(), removed.benefit), ("Remove seat ?", None));
    let about = read(&installation, &format!("act=refused&benefit={pool}")).await;
    assert_eq!(about.rows.iter().collect::<Vec<_>>(), [assigned]);
}

#[tokio::test]
async fn each_filter_leaves_what_it_says() {
    let installation = Installation::new().await;
    let admin = installation.admin(LUMIERE).await;
    let mut browser = installation.browser_of(admin).await;
    let all = log(&mut browser, "act=all").await;
    assert!(all.matching.unwrap_or(all.most_counted) > 50, "{:?}", all.matching);
    let first_name = "SELECT full_name FROM accounts WHERE account_id = ";
    let name = installation.text(&format!("{first_name}'{}'", admin.account)).await;
    let by = log(&mut browser, &format!("q={}", app::routes::encoded(&name.to_uppercase()))).await;
    assert!(!by.rows.is_empty() && by.rows.iter().all(|row| row.who.en == name), "{:?}", said(&by.rows));
    let keys = log(&mut browser, "act=keys").await;
    assert!(!keys.rows.is_empty() && keys.rows.iter().all(|row| row.what.en.contains("key")));
    let benefit = keys.rows[0].benefit.unwrap();
    let about = log(&mut browser, &format!("benefit={benefit}")).await;
    assert!(!about.rows.is_empty() && about.rows.iter().all(|row| row.benefit == Some(benefit)));
    let none = log(&mut browser, "q=personne-de-ce-nom").await;
    assert!(none.rows.is_empty() && none.has_entries && none.matching == Some(0));
}

#[tokio::test]
async fn sign_ins_are_listed_when_they_are_asked_for() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    fill_with(&installation, 7, "other-sessions-ended", r#","count":2"#).await;
    assert_eq!(act(&mut browser, "export-activity", "act=exports").await.status, 200);
    let (exported, ended) = ("Exported 0 entries of this log as CSV", "Signed out 2 other browsers");
    let page = log(&mut browser, "").await;
    assert_eq!(said(&page.rows)[0], exported);
    assert!(!said(&page.rows).contains(&ended), "{:?}", said(&page.rows));
    let page = log(&mut browser, "act=sign-ins").await;
    assert_eq!(said(&page.rows)[..7], [ended; 7]);
    let page = log(&mut browser, "act=all").await;
    assert_eq!((said(&page.rows)[0], &said(&page.rows)[1..8]), (exported, &[ended; 7][..]));
}

#[tokio::test]
async fn a_refused_undo_is_found_by_its_benefit() {
    let installation = Installation::new().await;
    let people = installation.seatless(LUMIERE, 2).await;
    let mut admin = installation.browser_of(installation.admin(LUMIERE).await).await;
    let pool = pool(&installation).await;
    let fields = format!("benefit={pool}&holder={}", people[0].user);
    assert_eq!(act(&mut admin, "assign-seat", &fields).await.status, 200);
    let newest = "SELECT event_id FROM events WHERE kind = 'seat-assigned' ORDER BY event_id DESC";
    let event = installation.text(newest).await;
    let mut stranger = installation.browser_of(people[1]).await;
    assert_eq!(act(&mut stranger, "undo-seat-change", &format!("event={event}")).await.status, 403);
    let about = log(&mut admin, &format!("act=refused&benefit={pool}")).await;
    assert_eq!(said(&about.rows), ["Undo a change of a seat"]);
    assert_eq!(about.rows[0].benefit.map(|benefit| benefit.to_string()), Some(pool));
}

#[tokio::test]
async fn days_are_those_of_the_company_s_zone_and_both_ends_count() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let company = installation.company(LUMIERE).await;
    // 23:30 UTC of 9 January is the tenth in Paris.
    let content = r#"{"event":"invitation-accepted"}"#;
    installation
        .write(&format!(
            "INSERT INTO events (event_id, chain, position, company_id, at, kind, policy_version, content)
             SELECT '00000000-0000-7000-8000-000000000001', chain, position + 1, chain, 1736465400000000,
                    'invitation-accepted', '', '{content}'
             FROM event_chains WHERE chain = '{company}';
             UPDATE event_chains SET position = position + 1 WHERE chain = '{company}'"
        ))
        .await;
    for (query, found) in [
        ("from=2025-01-10&to=2025-01-10", 1),
        ("from=2025-01-10", 1),
        ("from=2025-01-09&to=2025-01-09", 0),
        ("from=2025-01-11", 0),
        ("from=2025-01-11&to=2025-01-09", 0),
    ] {
        let page = log(&mut browser, query).await;
        assert_eq!(page.matching, Some(found), "{query}: {:?}", said(&page.rows));
    }
    let shell = log(&mut browser, "from=2025-01-10").await;
    assert_eq!(
        (shell.rows[0].who.en.as_str(), shell.rows[0].who.fr.as_str()),
        ("Command line", "Ligne de commande")
    );
    assert_eq!(shell.rows[0].at, "2025-01-10T00:30:00");
}

#[tokio::test]
async fn somebody_who_has_left_is_still_named_and_found() {
    let installation = Installation::new().await;
    let people = installation.seatless(LUMIERE, 1).await;
    let role = Role::MpnPartnerAdmin.code();
    installation.write(&format!("INSERT INTO user_roles VALUES ('{}', '{role}', 1)", people[0].user)).await;
    let mut browser = installation.browser_of(people[0]).await;
    assert_eq!(act(&mut browser, "export-activity", "act=exports").await.status, 200);
    let gone = format!("UPDATE users SET removed_at = 1 WHERE user_id = '{}'", people[0].user);
    installation.write(&gone).await;
    let of = format!("SELECT email FROM accounts WHERE account_id = '{}'", people[0].account);
    let email = app::routes::encoded(&installation.text(&of).await);
    let page = read(&installation, &format!("act=exports&q={email}")).await;
    assert_eq!(said(&page.rows), ["Exported 0 entries of this log as CSV"]);
}

#[tokio::test]
async fn a_value_that_means_nothing_is_said_at_its_field_and_lists_nothing() {
    let installation = Installation::new().await;
    let mut browser = installation.browser_of(installation.admin(LUMIERE).await).await;
    let foreign = pool_of(&installation, ATELIER).await;
    let (benefit, long) = (format!("benefit={foreign}"), format!("q={}", "a".repeat(121)));
    for (query, field) in [
        ("from=2026-02-30", "from"),
        ("to=yesterday", "to"),
        ("from=%00", "from"),
        ("act=everything", "act"),
        (long.as_str(), "q"),
        ("benefit=1", "benefit"),
        (benefit.as_str(), "benefit"),
    ] {
        let page = log(&mut browser, query).await;
        let faults: Vec<_> = page.faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!((faults, page.rows.len()), (vec![field], 0), "{query}");
        for language in [Language::English, Language::French] {
            let headers = [("accept-language", language.tag()), ("accept", "text/html")];
            let answer = browser.send(Request::get(format!("/activity?{query}")), &headers, "").await;
            assert_eq!(answer.status, 422, "{query}");
            let message = match field {
                "from" | "to" => text(language, id::ACTIVITY_FILTER_DAY_FAULT),
                "q" => format(language, id::ERRORS_FIELD_LONG, &Args::new().with("maximum", &120_u32)),
                _ => text(language, id::ERRORS_FIELD_INVALID),
            };
            assert!(answer.body.contains(&message), "{query}");
        }
    }
    for query in ["before=x", "after=-1", "before=0", "after=999999999", "before=99999999999999"] {
        let page = log(&mut browser, query).await;
        assert_eq!((page.faults.len(), page.rows.len(), page.newer), (0, 50, None), "{query}");
    }
}

async fn pool_of(installation: &Installation, company: &str) -> String {
    let company = installation.company(company).await;
    let one = format!("SELECT benefit_id FROM benefits WHERE company_id = '{company}' ORDER BY benefit_id");
    installation.text(&one).await
}

#[tokio::test]
async fn who_may_not_read_it_is_told_who_may_and_has_no_link_to_it() {
    let installation = Installation::new().await;
    let policy = domain::policy::Policy::default();
    for (role, person) in installation.hatted(LUMIERE).await {
        let may = role.is_some_and(|role| role.allows(Action::ReadActivity, &policy));
        let mut browser = installation.browser_of(person).await;
        let headers = [("accept-language", "en"), ("accept", "text/html")];
        let page = browser.send(Request::get("/activity"), &headers, "").await;
        assert_eq!(page.status, if may { 200 } else { 403 }, "{role:?}");
        assert_eq!(page.body.contains("href=\"/activity\""), may, "{role:?}");
        let roles = app::i18n::entries::speaking(Language::English, |words| {
            terms::one_of_roles(words, &Action::ReadActivity.roles(&policy))
        });
        let why = format(Language::English, id::REFUSALS_ACCESS_ACTIVITY, &Args::new().with("roles", &roles));
        assert_eq!(page.body.contains(&why), !may, "{role:?}");
    }
}
