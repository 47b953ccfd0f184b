//! `sign_in_attempts`: what the sign-in throttle counts, hashed on both sides.

use domain::day::Instant;

use super::{Error, Tx};
use crate::random;

/// Whose account is tried, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    /// The hash of the address that was typed.
    pub account: [u8; 32],
    /// The hash of the network address that it came from.
    pub from: [u8; 32],
}

/// What went before an attempt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The account was signed in to from this network address not long ago.
    pub known: bool,
    /// Failures on this account from this network address.
    pub failures_here: i64,
    /// Failures on this account from network addresses that are not known to it.
    pub failures_elsewhere: i64,
    /// Failures from this network address on any account.
    pub failures_from_address: i64,
    /// Failures on this account from network addresses that are not known to it, since it was last signed in to.
    pub failures_in_a_row: i64,
}

/// Counts what happened since `failed_since`, and whether the place is known since `known_since`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn past(
    tx: &mut Tx,
    attempt: Attempt,
    failed_since: Instant,
    known_since: Instant,
) -> Result<Past, Error> {
    let counts: (i64, i64, i64, i64, i64) = sqlx::query_as(include_str!("sign_in_attempts/past.sql"))
        .bind(attempt.account.to_vec())
        .bind(attempt.from.to_vec())
        .bind(failed_since.as_microseconds())
        .bind(known_since.as_microseconds())
        .fetch_one(&mut **tx)
        .await?;
    let (known, failures_here, failures_elsewhere, failures_from_address, failures_in_a_row) = counts;
    let known = known > 0;
    Ok(Past { known, failures_here, failures_elsewhere, failures_from_address, failures_in_a_row })
}

/// Records an attempt, as a failure until it is known to have succeeded, and forgets those before `forget_until`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(
    tx: &mut Tx,
    attempt: Attempt,
    forget_until: Instant,
    now: Instant,
) -> Result<String, Error> {
    sqlx::query("DELETE FROM sign_in_attempts WHERE created_at < $1")
        .bind(forget_until.as_microseconds())
        .execute(&mut **tx)
        .await?;
    let id = random::uuid(now).to_string();
    sqlx::query(
        "INSERT INTO sign_in_attempts (sign_in_attempt_id, account_hash, address_hash, created_at)
         VALUES ($1, $2, $3, $4)",
    )
    .bind(&id)
    .bind(attempt.account.to_vec())
    .bind(attempt.from.to_vec())
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Records that an attempt succeeded.
///
/// # Errors
/// [`Error`] of the database.
pub async fn succeed(tx: &mut Tx, id: &str, now: Instant) -> Result<(), Error> {
    sqlx::query("UPDATE sign_in_attempts SET succeeded_at = $1 WHERE sign_in_attempt_id = $2")
        .bind(now.as_microseconds())
        .bind(id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that the log is told of a refused attempt now; `false` when it was after `quiet_since`, of the same account or the
/// same network address. The note is with the latest of their attempts: one that is not admitted is not recorded itself.
///
/// # Errors
/// [`Error`] of the database.
pub async fn tell(tx: &mut Tx, attempt: Attempt, quiet_since: Instant, now: Instant) -> Result<bool, Error> {
    let told = sqlx::query(
        "UPDATE sign_in_attempts
         SET told_at = $4
         WHERE sign_in_attempt_id = (
                 SELECT MAX(sign_in_attempt_id)
                 FROM sign_in_attempts
                 WHERE account_hash = $1
                    OR address_hash = $2
             )
           AND NOT EXISTS (
                 SELECT 1
                 FROM sign_in_attempts
                 WHERE (account_hash = $1 OR address_hash = $2)
                   AND told_at > $3
             )",
    )
    .bind(attempt.account.to_vec())
    .bind(attempt.from.to_vec())
    .bind(quiet_since.as_microseconds())
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(told.rows_affected() == 1)
}
