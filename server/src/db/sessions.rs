//! `sessions`: signed-in browsers, by the hash of their token.

use domain::{
    day::Instant,
    id::{AccountId, SessionId, UserId},
    language::Language,
};
use sqlx::AnyPool;

use super::{Error, Tx, exactly, instant, parsed, parsed_or_none};
use crate::random::Token;

/// A signed-in browser and the person who signed in there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The session.
    pub session_id: SessionId,
    /// The person.
    pub account_id: AccountId,
    /// The person's place in the company that is on screen; the door checks at each request that it still stands.
    pub user_id: Option<UserId>,
    /// The person's address as it was typed.
    pub email: String,
    /// The person's full name.
    pub full_name: String,
    /// The language that the person chose.
    pub language: Option<Language>,
    /// Whether the person operates this installation.
    pub operator: bool,
    /// When the person signed in.
    pub signed_in_at: Instant,
    /// When the browser was last heard of, to the minute.
    pub last_seen_at: Instant,
}

/// The session that is open now under a token: neither ended, nor idle since `idle_since`, nor begun before `begun_since`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn open(
    reader: &AnyPool,
    token: &Token,
    idle_since: Instant,
    begun_since: Instant,
) -> Result<Option<Session>, Error> {
    type Row = (String, String, Option<String>, String, String, Option<String>, Option<i64>, i64, i64);
    let row: Option<Row> = sqlx::query_as(
        "SELECT s.session_id, s.account_id, s.user_id, a.email, a.full_name, a.language, a.operator_since,
                s.created_at, s.last_seen_at
         FROM sessions s
         JOIN accounts a ON a.account_id = s.account_id
         WHERE s.token_hash = $1
           AND s.ended_at IS NULL
           AND s.last_seen_at > $2
           AND s.created_at > $3",
    )
    .bind(token.hash().to_vec())
    .bind(idle_since.as_microseconds())
    .bind(begun_since.as_microseconds())
    .fetch_optional(reader)
    .await?;
    let Some((session, account, user, email, full_name, language, operator_since, created, seen)) = row
    else {
        return Ok(None);
    };
    Ok(Some(Session {
        session_id: parsed("sessions", "session_id", &session)?,
        account_id: parsed("sessions", "account_id", &account)?,
        user_id: parsed_or_none("sessions", "user_id", user.as_deref())?,
        email,
        full_name,
        language: language.as_deref().and_then(Language::from_tag),
        operator: operator_since.is_some(),
        signed_in_at: instant(created),
        last_seen_at: instant(seen),
    }))
}

/// Opens a session for an account.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(
    tx: &mut Tx,
    id: SessionId,
    token: &Token,
    (account, user): (AccountId, Option<UserId>),
    now: Instant,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO sessions (session_id, token_hash, account_id, user_id, created_at, last_seen_at)
         VALUES ($1, $2, $3, $4, $5, $5)",
    )
    .bind(id.to_string())
    .bind(token.hash().to_vec())
    .bind(account.to_string())
    .bind(user.map(|user| user.to_string()))
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

/// Ends a session. One that has ended already stays as it is.
///
/// # Errors
/// [`Error`] of the database.
pub async fn end(tx: &mut Tx, id: SessionId, now: Instant) -> Result<(), Error> {
    sqlx::query("UPDATE sessions SET ended_at = $1 WHERE session_id = $2 AND ended_at IS NULL")
        .bind(now.as_microseconds())
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Ends every session of an account, when its password changes or it may no longer sign in.
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
