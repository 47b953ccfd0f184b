//! Writes of `sessions`.

use app::portal::Browser;
use domain::{
    day::Instant,
    id::{AccountId, SessionId, UserId},
};

use super::Alive;
use crate::{
    db::{Error, Tx, exactly, instant},
    random::Token,
};

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: SessionId,
    /// What the browser will show.
    pub token: &'a Token,
    /// The person.
    pub account: AccountId,
    /// The place in the company to put on screen.
    pub user: Option<UserId>,
    /// The kind of browser.
    pub browser: Browser,
    /// The network that it came from.
    pub network: Option<String>,
}

/// Opens a session, and forgets those of the account that began before `forget_until`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, new: New<'_>, forget_until: Instant, now: Instant) -> Result<(), Error> {
    // What a session was told and never read goes with it.
    for forgotten in [
        "DELETE FROM flashes
         WHERE session_id IN (SELECT session_id FROM sessions WHERE account_id = $1 AND created_at < $2)",
        "DELETE FROM sessions WHERE account_id = $1 AND created_at < $2",
    ] {
        sqlx::query(forgotten)
            .bind(new.account.to_string())
            .bind(forget_until.as_microseconds())
            .execute(&mut **tx)
            .await?;
    }
    sqlx::query(
        "INSERT INTO sessions (session_id, token_hash, account_id, user_id, browser, system, network,
                               created_at, last_seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(new.id.to_string())
    .bind(new.token.hash().to_vec())
    .bind(new.account.to_string())
    .bind(new.user.map(|user| user.to_string()))
    .bind(new.browser.maker.code())
    .bind(new.browser.system.code())
    .bind(new.network)
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that the browser was heard of. A session that has ended stays as it is.
///
/// # Errors
/// [`Error`] of the database.
pub async fn touch(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), Error> {
    sqlx::query(
        "UPDATE sessions
         SET last_seen_at = $1
         WHERE session_id = $2
           AND ended_at IS NULL
           AND last_seen_at < $1",
    )
    .bind(now.as_microseconds())
    .bind(id.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Ends a session of the account, and says whether it had not ended before.
///
/// # Errors
/// [`Error`] of the database.
pub async fn end(tx: &mut Tx, id: SessionId, account: AccountId, now: Instant) -> Result<bool, Error> {
    let ended = sqlx::query(
        "UPDATE sessions
         SET ended_at = $1
         WHERE session_id = $2
           AND account_id = $3
           AND ended_at IS NULL",
    )
    .bind(now.as_microseconds())
    .bind(id.to_string())
    .bind(account.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(ended.rows_affected() == 1)
}

/// Ends every session of an account that may no longer sign in.
///
/// # Errors
/// [`Error`] of the database.
pub async fn end_all(tx: &mut Tx, account: AccountId, now: Instant) -> Result<(), Error> {
    sqlx::query("UPDATE sessions SET ended_at = $1 WHERE account_id = $2 AND ended_at IS NULL")
        .bind(now.as_microseconds())
        .bind(account.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Ends every session of an account but `kept`, and says how many of them were open still.
///
/// # Errors
/// [`Error`] of the database.
pub async fn end_others(
    tx: &mut Tx,
    account: AccountId,
    kept: SessionId,
    alive: Alive,
    now: Instant,
) -> Result<u32, Error> {
    let ended: Vec<(i64, i64)> = sqlx::query_as(
        "UPDATE sessions
         SET ended_at = $1
         WHERE account_id = $2
           AND session_id <> $3
           AND ended_at IS NULL
         RETURNING last_seen_at, created_at",
    )
    .bind(now.as_microseconds())
    .bind(account.to_string())
    .bind(kept.to_string())
    .fetch_all(&mut **tx)
    .await?;
    let was_open =
        |(seen, created): &&(i64, i64)| instant(*seen) > alive.seen && instant(*created) > alive.begun;
    Ok(u32::try_from(ended.iter().filter(was_open).count()).unwrap_or(u32::MAX))
}

/// Puts another of the person's companies on screen.
///
/// # Errors
/// [`Error::RowsAffected`] when there is no such open session.
pub async fn set_user(tx: &mut Tx, id: SessionId, user: UserId) -> Result<(), Error> {
    let updated = sqlx::query("UPDATE sessions SET user_id = $1 WHERE session_id = $2 AND ended_at IS NULL")
        .bind(user.to_string())
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    exactly(1, updated.rows_affected())
}
