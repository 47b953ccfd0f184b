//! Whichever statement fails, nothing is half done, and nobody is told that it was done.
//!
//! The goal G11: for each thing that can be asked for, the first, second, … row that it writes cannot be written, alone or
//! with all that follow, until none is left to fail; and its commit fails. Whatever it is, the log is among what it writes.
//! On PostgreSQL it is the first, second, … statement that cannot be executed, those that read among them.

mod before;
mod commands;
mod controls;
mod operators;
mod own_acts;

use server::db::Tx;

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

    /// Whether the answer takes what is read after the commit. If that fails it was done, which nobody may deny.
    fn is_told_afterwards(&self) -> bool {
        false
    }
}

/// Lets everything fail once that what is asked for writes, and the commit, and then has it done. The answer is what the
/// log has of it then, by kind.
async fn whole_or_not_at_all(asked: &mut impl Asked) -> Vec<String> {
    let before = Before::of(asked.installation()).await;
    assert_eq!(asked_with(asked, Fault::Commit, &before).await, Answer::Nothing, "done without a commit");
    let mut nth = 1;
    while asked_with(asked, Fault::FromThen(nth), &before).await == Answer::Nothing {
        // Once more alone: what follows one that failed is not to be kept either.
        let alone = asked_with(asked, Fault::Once(nth), &before).await;
        assert_eq!(alone, Answer::Nothing, "{nth} failed with those that follow only");
        nth += 1;
    }
    let kinds = before.entries_since(asked.installation()).await;
    let (failed, of_the_log) = (nth - 1, ROWS_OF_AN_ENTRY * u32::try_from(kinds.len()).unwrap());
    assert!(failed > of_the_log, "of {failed} that failed {of_the_log} are the log's: what was changed?");
    kinds
}

/// What has come of something that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// A fault, and nothing has changed.
    Nothing,
    /// It was done; a fault after that does not undo it.
    Done,
}

/// Asks while the database has a fault. If it comes to it, the answer is not that it was done.
async fn asked_with(asked: &mut impl Asked, fault: Fault, before: &Before) -> Answer {
    asked.installation().arm(fault).await;
    let is_done = asked.is_done().await;
    let reached = asked.installation().asked().await;
    asked.installation().disarm().await;
    if is_done {
        // The one before that which was to fail was the last, so that no fault has happened.
        let unreached = [Fault::Once(reached + 1), Fault::FromThen(reached + 1)];
        assert!(unreached.contains(&fault), "answered as done, in spite of {fault:?} of {reached}");
        return Answer::Done;
    }
    // An attempt to sign in is counted before it is looked at, and stays: but so many would be too many.
    let attempts = "sign_in_attempts WHERE succeeded_at IS NULL";
    if asked.installation().count(attempts).await > 0 {
        asked.installation().write(&format!("DELETE FROM {attempts}")).await;
    }
    let (come, gone) = before.differences(asked.installation()).await;
    if asked.is_told_afterwards() && !come.is_empty() {
        return Answer::Done;
    }
    assert_eq!(come, [""; 0], "half done: {fault:?}");
    assert_eq!(gone, [""; 0], "half undone: {fault:?}");
    Answer::Nothing
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
    let installation = Installation::faulty().await;
    for (fault, then) in [(Fault::Once(2), true), (Fault::FromThen(2), false)] {
        installation.arm(fault).await;
        let mut tx = installation.application.database.begin().await.unwrap();
        assert_eq!((writes(&mut tx).await, writes(&mut tx).await), (true, false), "{fault:?}");
        assert_eq!(writes(&mut tx).await, then, "{fault:?}");
        drop(tx);
        installation.disarm().await;
        let mut tx = installation.application.database.begin().await.unwrap();
        assert_eq!((writes(&mut tx).await, writes(&mut tx).await), (true, true));
        tx.commit().await.unwrap();
    }
}
