//! Whichever write fails, nothing is half done, and nobody is told that it was done.
//!
//! The goal G11: for each thing that can be asked for, the first, second, … row that it writes cannot be written, alone or
//! with all that follow, until none is left to fail; and its commit fails. Whatever it is, the log is among what it writes.

mod before;
mod commands;
mod controls;
mod operators;
mod own_acts;

use server::db::{Engine, Tx};

use self::before::Before;
use crate::support::{Installation, fault::Fault};

/// The rows of the log that go with an entry: the place that is taken in the chain, the entry, and the chain's hash.
const ROWS_OF_AN_ENTRY: u32 = 3;

/// Something that is asked for again and again, until it is done.
trait Asked {
    fn installation(&self) -> &Installation;

    /// Asks for it once, and says whether that was answered as done. An answer that is neither that nor a fault fails
    /// the test.
    async fn is_done(&mut self) -> bool;
}

/// Lets everything fail once that what is asked for writes, and the commit, and then has it done. The answer is what the
/// log has of it then, by kind.
async fn whole_or_not_at_all(asked: &mut impl Asked) -> Vec<String> {
    let before = Before::of(asked.installation()).await;
    assert!(fails(asked, Fault::Commit, &before).await, "done without a commit");
    let mut nth = 1;
    while fails(asked, Fault::FromThen(nth), &before).await {
        // Once more alone: what follows a write that failed is not to be written either.
        assert!(
            fails(asked, Fault::Once(nth), &before).await,
            "row {nth} failed with those that follow only"
        );
        nth += 1;
    }
    let kinds = before.entries_since(asked.installation()).await;
    let (rows, of_the_log) = (nth - 1, ROWS_OF_AN_ENTRY * u32::try_from(kinds.len()).unwrap());
    assert!(rows > of_the_log, "{rows} rows, of which {of_the_log} are the log's: what was changed?");
    kinds
}

/// Asks while the database has a fault. If it comes to it, the answer is not that it was done, and nothing has changed;
/// whether it came to it.
async fn fails(asked: &mut impl Asked, fault: Fault, before: &Before) -> bool {
    asked.installation().arm(fault).await;
    let is_done = asked.is_done().await;
    let written = asked.installation().written().await;
    asked.installation().disarm().await;
    if is_done {
        // The row before the one that was to fail was the last one, so that no fault has happened.
        let unreached = [Fault::Once(written + 1), Fault::FromThen(written + 1)];
        assert!(unreached.contains(&fault), "answered as done after {written} rows, in spite of {fault:?}");
        return false;
    }
    // An attempt to sign in is counted before it is looked at, and stays: but so many would be too many.
    let attempts = "sign_in_attempts WHERE succeeded_at IS NULL";
    if asked.installation().count(attempts).await > 0 {
        asked.installation().write(&format!("DELETE FROM {attempts}")).await;
    }
    let (come, gone) = before.differences(asked.installation()).await;
    assert_eq!(come, [""; 0], "half done: {fault:?}");
    assert_eq!(gone, [""; 0], "half undone: {fault:?}");
    true
}

/// Writes a row, if that can be.
async fn writes(tx: &mut Tx) -> bool {
    sqlx::query(
        "UPDATE companies SET mpn_id = mpn_id WHERE company_id = (SELECT MIN(company_id) FROM companies)",
    )
    .execute(&mut **tx)
    .await
    .is_ok()
}

#[tokio::test]
async fn a_fault_that_comes_once_comes_once_and_the_other_one_stays() {
    let installation = Installation::new().await;
    installation.lay_faults().await;
    for (fault, then) in [(Fault::Once(2), true), (Fault::FromThen(2), false)] {
        installation.arm(fault).await;
        let mut tx = installation.application.database.begin().await.unwrap();
        assert_eq!((writes(&mut tx).await, writes(&mut tx).await), (true, false), "{fault:?}");
        if installation.application.database.engine() == Engine::Postgres {
            assert!(!writes(&mut tx).await, "a transaction that goes on after a fault");
            tx.undo().await.unwrap();
        }
        assert_eq!(writes(&mut tx).await, then, "{fault:?}");
        drop(tx);
        installation.disarm().await;
        let mut tx = installation.application.database.begin().await.unwrap();
        assert_eq!((writes(&mut tx).await, writes(&mut tx).await), (true, true));
        tx.commit().await.unwrap();
    }
}
