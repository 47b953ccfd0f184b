//! What holds of every database, whichever engine it is on.

use std::{path::PathBuf, time::Duration};

use domain::{
    company::EmailAddress,
    day::Instant,
    event::Event,
    id::{AccountId, BenefitId, CompanyId, SeatId, UserId},
};
use sqlx::Executor;
use tokio::time::sleep;

use super::*;
use crate::random;

const AT: Instant = Instant::from_microseconds(1_700_000_000_000_000);

fn home() -> Home {
    let folder: PathBuf =
        std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())));
    cluster::trial::database().map_or(Home::Folder(folder), |url| Home::Server(url.parse().unwrap()))
}

#[tokio::test]
async fn whoever_finds_every_connection_in_use_is_told_that_the_database_is_busy() {
    let database = Database::open(&home()).await.unwrap();
    let mut writing = Vec::new();
    for _ in 0..database.most_writers() {
        writing.push(database.begin().await.unwrap());
    }
    let mut reading = Vec::new();
    for _ in 0..database.reader().options().get_max_connections() {
        reading.push(database.connection().await.unwrap());
    }
    let (one, two, three) = tokio::join!(database.begin(), database.connection(), database.snapshot());
    for error in [one.unwrap_err(), two.unwrap_err(), three.unwrap_err()] {
        assert_eq!(error.trouble(), Trouble::Busy, "{error:?}");
    }
}

#[tokio::test]
async fn a_migration_waits_longer_than_a_command_would() {
    let home = home();
    let database = Database::open(&home).await.unwrap();
    if database.engine() == Engine::Sqlite {
        // Who migrates is alone with the file: `migration::lock`.
        return;
    }
    let mut tx = database.begin().await.unwrap();
    tx.execute("LOCK TABLE _sqlx_migrations").await.unwrap();
    let (again, ()) = tokio::join!(Database::open(&home), async move {
        sleep(Duration::from_secs(4)).await;
        tx.commit().await.unwrap();
    });
    again.unwrap().close().await;
}

/// A company with a pool of one seat, and a person: the names tell them from those of another.
async fn company(tx: &mut Tx, name: char, account: AccountId) -> (CompanyId, UserId, BenefitId, SeatId) {
    let id = |kind: u8| format!("{name}0000000-0000-7000-8000-00000000000{kind}");
    for statement in [
        format!("INSERT INTO companies VALUES ('{}', 'Acme', '{name}', 'UTC', 0)", id(1)),
        format!("INSERT INTO locations VALUES ('{}', '{}', 'Lyon', 'FR', 0)", id(2), id(1)),
        format!(
            "INSERT INTO users (user_id, company_id, account_id, location_id, search_key, is_guest, invited_at)
             VALUES ('{}', '{}', '{account}', '{}', '', 0, 0)",
            id(3),
            id(1),
            id(2)
        ),
        format!(
            "INSERT INTO benefits (benefit_id, company_id, family, product, pool, granted, used, created_at)
             VALUES ('{}', '{}', 'visual-studio', 'visual-studio-enterprise', 'core', 1, 0, 0)",
            id(4),
            id(1)
        ),
        format!(
            "INSERT INTO seats (seat_id, benefit_id, company_id, product, number)
             VALUES ('{}', '{}', '{}', 'visual-studio-enterprise', 1)",
            id(5),
            id(4),
            id(1)
        ),
    ] {
        tx.execute(sqlx::AssertSqlSafe(statement)).await.unwrap();
    }
    (id(1).parse().unwrap(), id(3).parse().unwrap(), id(4).parse().unwrap(), id(5).parse().unwrap())
}

async fn account(tx: &mut Tx) -> AccountId {
    let id = AccountId::from_uuid(random::uuid(AT));
    let email = EmailAddress::parse("elise@acme.example").unwrap();
    let new = accounts::NewAccount { id, email: &email, full_name: "Élise", operator_since: None };
    assert!(accounts::insert(tx, new, AT).await.unwrap());
    id
}

#[tokio::test]
async fn what_is_later_in_the_log_is_later_whatever_the_clocks_say() {
    let database = Database::open(&home()).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    let account = account(&mut tx).await;
    let (company, holder, benefit, seat) = company(&mut tx, 'a', account).await;
    let event = &Event::SeatActivated { benefit, seat, holder };
    let mut logged = Vec::new();
    // The second server's clock is behind.
    for at in [AT, AT.plus_seconds(-5)] {
        let by = (Some(account), Some(holder));
        let entry = events::Entry { company: Some(company), at, by, policy_version: "", event };
        logged.push(events::append(&mut tx, entry).await.unwrap());
    }
    let mut overtaken = Vec::new();
    for id in logged {
        overtaken.push(events::of_seat(&mut tx, company, id).await.unwrap().unwrap().is_overtaken);
    }
    assert_eq!(overtaken, [true, false]);
}

#[tokio::test]
async fn whoever_accepts_several_invitations_takes_them_in_the_order_of_the_companies() {
    let database = Database::open(&home()).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    let account = account(&mut tx).await;
    let mut places = Vec::new();
    for name in ['b', 'c', 'a'] {
        let (company, user, ..) = company(&mut tx, name, account).await;
        places.push((company, user));
    }
    places.sort_unstable();
    assert_eq!(users::changes::places(&mut tx, account).await.unwrap(), places);
    assert_eq!(users::changes::accept(&mut tx, account, AT).await.unwrap(), places);
}
