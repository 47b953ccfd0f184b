//! The log: a chain that nobody bends unseen, with the attempts that came to nothing in it.

use axum::http::Request;
use domain::role::Role;
use server::{
    db::{
        Engine,
        events::{
            chains,
            verification::{Known, verify},
        },
    },
    random,
};
use sqlx::{AssertSqlSafe, Executor};

use crate::support::{
    Installation,
    browser::{Answered, Browser, FORM},
    cast::{FJORD, LUMIERE},
};

/// How many random tamperings are tried: `ATOUT_PROVE` asks for the thousand of the goal G36.
fn rounds() -> u32 {
    if std::env::var_os("ATOUT_PROVE").is_some() { 1_000 } else { 120 }
}

async fn send(browser: &mut Browser, command: &str, fields: &str) -> Answered {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "application/json")];
    let once = random::hexadecimal(&random::bytes::<8>());
    browser.send(Request::post(format!("/act/{command}")), &headers, &format!("{fields}&once={once}")).await
}

#[tokio::test]
async fn the_log_of_a_demonstration_is_whole() {
    let installation = Installation::new().await;
    let mut connection = installation.application.database.reader().acquire().await.unwrap();
    let verdict = verify(&mut connection, &Known::new()).await.unwrap();
    assert_eq!(verdict.broken, []);
    assert!(verdict.chains > 3 && verdict.entries > 100, "{verdict:?}");
}

/// A random number below `most`.
fn below(most: usize) -> usize {
    usize::try_from(u64::from_be_bytes(random::bytes::<8>()) % most as u64).unwrap()
}

/// The statements of one random tampering with the log, by somebody who can write everything in the database.
fn tampering(events: &[(String, String, i64)], kind: usize) -> Vec<String> {
    // No chain is tampered with that has one entry alone, of which nothing changes places.
    let chain = &events[below(events.len())].1;
    let of_chain: Vec<_> = events.iter().filter(|(_, other, _)| other == chain).collect();
    let number = below(of_chain.len());
    let (id, _, position) = of_chain[number];
    let (other, _, its_position) = of_chain[(number + 1) % of_chain.len()];
    let column = ["content", "kind", "policy_version"][below(3)];
    match kind {
        0 => vec![format!("UPDATE events SET {column} = {column} || ' ' WHERE event_id = '{id}'")],
        1 => vec![format!("UPDATE events SET at = at + 1 WHERE event_id = '{id}'")],
        2 => vec![format!("DELETE FROM events WHERE event_id = '{id}'")],
        // The rest moves up, and the end is put right.
        3 => vec![
            format!("DELETE FROM events WHERE event_id = '{id}'"),
            format!("UPDATE events SET position = -position WHERE chain = '{chain}' AND position > {position}"),
            format!("UPDATE events SET position = -position - 1 WHERE chain = '{chain}' AND position < 0"),
            format!("UPDATE event_chains SET position = position - 1 WHERE chain = '{chain}'"),
        ],
        // Two change places.
        4 => vec![
            format!("UPDATE events SET position = -1 WHERE event_id = '{id}'"),
            format!("UPDATE events SET position = {position} WHERE event_id = '{other}'"),
            format!("UPDATE events SET position = {its_position} WHERE event_id = '{id}'"),
        ],
        // Somebody else has done it.
        5 => vec![format!(
            "UPDATE events SET account_id = CASE WHEN account_id IS NULL
                 THEN (SELECT MIN(account_id) FROM accounts) END WHERE event_id = '{id}'"
        )],
        // One more at the end, without the chain.
        6 => vec![format!(
            "INSERT INTO events (event_id, chain, position, hash, company_id, at, kind, policy_version, content)
             SELECT 'inserted', chain, (SELECT position + 1 FROM event_chains WHERE chain = '{chain}'), hash,
                    company_id, at, kind, policy_version, content FROM events WHERE event_id = '{id}'"
        )],
        // One more between, for which the rest moves down, and the end is put right.
        7 => vec![
            format!("UPDATE events SET position = -position WHERE chain = '{chain}' AND position >= {position}"),
            format!("UPDATE events SET position = -position + 1 WHERE chain = '{chain}' AND position < 0"),
            format!(
                "INSERT INTO events (event_id, chain, position, hash, company_id, at, kind, policy_version, content)
                 SELECT 'inserted', chain, {position}, hash, company_id, at, kind, policy_version, content
                 FROM events WHERE event_id = '{id}'"
            ),
            format!("UPDATE event_chains SET position = position + 1 WHERE chain = '{chain}'"),
        ],
        // The tail is cut, and the end put right, so that only what was written down elsewhere tells.
        _ => vec![
            format!("DELETE FROM events WHERE chain = '{chain}' AND position >= {position}"),
            format!(
                "UPDATE event_chains
                 SET position = {position} - 1,
                     hash = COALESCE((SELECT hash FROM events WHERE chain = '{chain}' AND position = {position} - 1),
                                     sealed_hash)
                 WHERE chain = '{chain}'"
            ),
        ],
    }
}

/// The goal G36.
#[tokio::test]
async fn every_tampering_is_found() {
    let installation = Installation::new().await;
    let database = &installation.application.database;
    let mut tx = database.begin().await.unwrap();
    let free = match database.engine() {
        Engine::Sqlite => "DROP TRIGGER events_never_updated; DROP TRIGGER events_never_deleted",
        Engine::Postgres => {
            "ALTER TABLE events DISABLE TRIGGER ALL; ALTER TABLE events DROP CONSTRAINT events_position_check"
        }
    };
    tx.execute(free).await.unwrap();
    if database.engine() == Engine::Sqlite {
        tx.execute("PRAGMA ignore_check_constraints = ON").await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = database.begin().await.unwrap();
    let several = "SELECT event_id, chain, position FROM events
                   WHERE chain IN (SELECT chain FROM events GROUP BY chain HAVING COUNT(*) > 1)";
    let events: Vec<(String, String, i64)> = sqlx::query_as(several).fetch_all(&mut *tx).await.unwrap();
    let known: Known = chains::heads(&mut tx)
        .await
        .unwrap()
        .into_iter()
        .map(|head| (head.chain, [(head.position, head.hash)].into()))
        .collect();
    assert_eq!(verify(&mut tx, &known).await.unwrap().broken, []);
    for round in 0..rounds() {
        let statements = tampering(&events, round as usize % 9);
        tx.execute("SAVEPOINT tampering").await.unwrap();
        for statement in &statements {
            tx.execute(AssertSqlSafe(statement.clone())).await.unwrap();
        }
        let broken = verify(&mut tx, &known).await.unwrap().broken;
        assert!(!broken.is_empty(), "not found: {statements:?}");
        tx.execute("ROLLBACK TO SAVEPOINT tampering").await.unwrap();
    }
    assert_eq!(verify(&mut tx, &known).await.unwrap().broken, []);
}

#[tokio::test]
async fn the_log_refuses_to_be_changed() {
    let installation = Installation::new().await;
    for statement in ["UPDATE events SET kind = 'other'", "DELETE FROM events"] {
        let mut tx = installation.application.database.begin().await.unwrap();
        let refused = tx.execute(AssertSqlSafe(statement)).await.unwrap_err().to_string();
        assert!(refused.contains("events are never"), "{refused}");
    }
}

#[tokio::test]
async fn a_refused_attempt_is_in_the_log_of_the_company_once_a_minute() {
    let installation = Installation::new().await;
    let (plain, id) = (installation.seatless(LUMIERE, 1).await[0], installation.company(LUMIERE).await);
    let mut browser = installation.browser_of(plain).await;
    let pool =
        format!("SELECT benefit_id FROM benefits WHERE company_id = '{id}' AND family = 'visual-studio'");
    let fields = format!("benefit={}&holder={}", installation.text(&pool).await, plain.user);
    let logged = format!(
        "events WHERE kind = 'command-refused' AND company_id = '{id}' AND user_id = '{}'
         AND content LIKE '%assign-seat%role-required%{}%'",
        plain.user,
        Role::GlobalAdmin.code()
    );
    for (seconds, expected) in [(0, 1), (1, 1), (58, 1), (1, 2)] {
        installation.application.clock.advance(seconds);
        assert_eq!(send(&mut browser, "assign-seat", &fields).await.status, 403);
        assert_eq!(installation.count(&logged).await, expected, "after {seconds} more seconds");
    }
    // Another command is another attempt.
    assert_eq!(send(&mut browser, "get-keys", &fields.replace("&holder", "&once-more")).await.status, 422);
    let benefit = fields.split('&').next().unwrap();
    assert_eq!(send(&mut browser, "get-keys", benefit).await.status, 403);
    assert_eq!(installation.count("events WHERE kind = 'command-refused'").await, 3);
}

#[tokio::test]
async fn an_attempt_at_what_is_another_company_s_is_in_the_operator_s_log_only() {
    let installation = Installation::new().await;
    let (admin, foreign) = (installation.admin(LUMIERE).await, installation.company(FJORD).await);
    let mut browser = installation.browser_of(admin).await;
    let benefit =
        format!("SELECT benefit_id FROM benefits WHERE company_id = '{foreign}' AND family = 'software'");
    let benefit = installation.text(&benefit).await;
    assert_eq!(send(&mut browser, "get-keys", &format!("benefit={benefit}")).await.status, 404);
    let logged = format!(
        "events WHERE kind = 'command-misdirected' AND chain = 'operator' AND company_id IS NULL
         AND account_id = '{}' AND content LIKE '%{benefit}%'",
        admin.account
    );
    assert_eq!(installation.count(&logged).await, 1);
    assert_eq!(installation.count("events WHERE kind = 'command-misdirected'").await, 1);
}
