//! `refused_attempts`: when the log was last told that an account was refused a command.

use domain::{day::Instant, id::AccountId};

use super::{Error, Tx};

/// Notes an attempt at `now`; `false` when one of the same account at the same command was noted after `quiet_since`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn note(
    tx: &mut Tx,
    account: AccountId,
    command: &str,
    now: Instant,
    quiet_since: Instant,
) -> Result<bool, Error> {
    let noted = sqlx::query(
        "INSERT INTO refused_attempts (account_id, command, logged_at)
         VALUES ($1, $2, $3)
         ON CONFLICT (account_id, command) DO UPDATE
         SET logged_at = excluded.logged_at
         WHERE refused_attempts.logged_at <= $4",
    )
    .bind(account.to_string())
    .bind(command)
    .bind(now.as_microseconds())
    .bind(quiet_since.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(noted.rows_affected() == 1)
}
