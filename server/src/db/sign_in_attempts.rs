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
    let (known, failures_here, failures_elsewhere, failures_from_address): (i64, i64, i64, i64) =
        sqlx::query_as(include_str!("sign_in_attempts/past.sql"))
            .bind(attempt.account.to_vec())
            .bind(attempt.from.to_vec())
            .bind(failed_since.as_microseconds())
            .bind(known_since.as_microseconds())
            .fetch_one(&mut **tx)
            .await?;
    Ok(Past { known: known > 0, failures_here, failures_elsewhere, failures_from_address })
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
