//! `flashes`: what the page after a redirect says. Each is read once, within ten minutes.

use app::flash::Flash;
use domain::{day::Instant, id::SessionId};
use sqlx::Row;

use super::{Database, Error, Tx, written};
use crate::random::Token;

const KEPT_SECONDS: i64 = 10 * 60;

/// Keeps a flash for the page after the redirect, with whatever else `tx` keeps, and answers the id that goes into its
/// address.
///
/// The id is as hard to guess as a session: before sign-in nothing else protects what was typed.
///
/// # Errors
/// [`Error`] of the database.
pub async fn keep(
    tx: &mut Tx,
    session: Option<SessionId>,
    flash: &Flash,
    now: Instant,
) -> Result<String, Error> {
    let id = Token::new();
    let content = written(flash)?;
    sqlx::query("DELETE FROM flashes WHERE created_at <= $1")
        .bind(now.plus_seconds(-KEPT_SECONDS).as_microseconds())
        .execute(&mut **tx)
        .await?;
    sqlx::query("INSERT INTO flashes (flash_id, session_id, content, created_at) VALUES ($1, $2, $3, $4)")
        .bind(id.expose())
        .bind(session.map(|session| session.to_string()))
        .bind(content)
        .bind(now.as_microseconds())
        .execute(&mut **tx)
        .await?;
    Ok(id.expose().to_owned())
}

/// Takes a flash out: it is there for the session that it was kept for, once, and for ten minutes.
///
/// # Errors
/// [`Error`] of the database.
pub async fn take(
    database: &Database,
    id: &str,
    session: Option<SessionId>,
    now: Instant,
) -> Result<Option<Flash>, Error> {
    let Some(id) = Token::parse(id) else { return Ok(None) };
    let mut tx = database.begin().await?;
    let row = sqlx::query(
        "DELETE FROM flashes
         WHERE flash_id = $1
           AND created_at > $2
           AND (session_id IS NULL OR session_id = $3)
         RETURNING content",
    )
    .bind(id.expose())
    .bind(now.plus_seconds(-KEPT_SECONDS).as_microseconds())
    .bind(session.map(|session| session.to_string()))
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let Some(row) = row else { return Ok(None) };
    let content: String = row.try_get("content")?;
    let flash = serde_json::from_str(&content).map_err(|_| Error::Inconsistency {
        table: "flashes",
        column: "content",
        id: "(taken)".to_owned(),
    })?;
    Ok(Some(flash))
}
