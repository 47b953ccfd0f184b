//! The one writer of SQLite: what is told to be kept is kept, and what fails takes nobody else with it.

use std::path::PathBuf;

use sqlx::Executor;
use tokio::task::JoinSet;

use super::*;
use crate::{
    db::{Database, Home, Tx},
    random,
};

async fn database() -> Database {
    let folder: PathBuf =
        std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())));
    let database = Database::open(&Home::Folder(folder)).await.unwrap();
    let mut tx = database.begin().await.unwrap();
    tx.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY)").await.unwrap();
    tx.commit().await.unwrap();
    database
}

async fn put(tx: &mut Tx, number: i64) {
    sqlx::query("INSERT INTO kept (number) VALUES ($1)").bind(number).execute(&mut **tx).await.unwrap();
}

async fn kept(database: &Database) -> Vec<i64> {
    sqlx::query_scalar("SELECT number FROM kept ORDER BY number").fetch_all(database.reader()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_wait_share_a_commit_and_those_who_fail_or_go_share_nothing() {
    let database = database().await;
    let first = database.begin().await.unwrap();
    let mut writing = JoinSet::new();
    for number in 0..48_i64 {
        let database = database.clone();
        writing.spawn(async move {
            let mut tx = database.begin().await.unwrap();
            put(&mut tx, number).await;
            match number % 4 {
                // It goes without a word.
                1 => drop(tx),
                // A statement fails, and it goes on without what it had written.
                2 => {
                    assert!(tx.execute("INSERT INTO kept (number) VALUES (NULL), ('none')").await.is_err());
                    tx.undo().await.unwrap();
                    put(&mut tx, number + 1_000).await;
                    tx.commit().await.unwrap();
                }
                _ => {
                    tx.commit().await.unwrap();
                    // What was acknowledged can be read.
                    assert!(kept(&database).await.contains(&number));
                }
            }
        });
    }
    let writer = database.writer().unwrap();
    while writer.waiting() < 48 {
        tokio::task::yield_now().await;
    }
    let groups = writer.figures().groups.load(Ordering::Relaxed);
    drop(first);
    let _ = writing.join_all().await;
    let expected = (0..48).filter(|number| number % 4 == 0 || number % 4 == 3);
    let undone = (0..48).filter(|number| number % 4 == 2).map(|number| number + 1_000);
    assert_eq!(kept(&database).await, expected.chain(undone).collect::<Vec<_>>());
    let groups = writer.figures().groups.load(Ordering::Relaxed) - groups;
    assert!(groups < 24, "36 commits in {groups} groups");
    database.close().await;
}

#[tokio::test]
async fn a_commit_that_fails_is_told_to_all_who_share_it_and_the_next_one_succeeds() {
    let database = database().await;
    let mut tx = database.begin().await.unwrap();
    tx.execute("CREATE TABLE owed (number INTEGER REFERENCES kept (number) DEFERRABLE INITIALLY DEFERRED)")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut one = database.begin().await.unwrap();
    put(&mut one, 1).await;
    let waiting = database.clone();
    let two = tokio::spawn(async move {
        let mut two = waiting.begin().await.unwrap();
        two.execute("INSERT INTO owed (number) VALUES (7)").await.unwrap();
        two.commit().await
    });
    while database.writer().unwrap().waiting() < 1 {
        tokio::task::yield_now().await;
    }
    let (one, two) = tokio::join!(one.commit(), two);
    assert!(matches!(one, Err(Error::Uncommitted(_))) && matches!(two.unwrap(), Err(Error::Uncommitted(_))));
    assert!(kept(&database).await.is_empty());
    let mut three = database.begin().await.unwrap();
    put(&mut three, 3).await;
    three.commit().await.unwrap();
    assert_eq!(kept(&database).await, [3]);
}

#[tokio::test]
async fn what_waits_when_the_writer_closes_is_carried_out_or_told() {
    let database = database().await;
    let mut one = database.begin().await.unwrap();
    put(&mut one, 1).await;
    let closing = database.clone();
    let closing = tokio::spawn(async move { closing.close().await });
    one.commit().await.unwrap();
    closing.await.unwrap();
    assert!(matches!(database.begin().await, Err(Error::Closed)));
}
