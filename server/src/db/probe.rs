//! What a database is asked about itself: whether it can be read and written, at which migration it is, how many sessions
//! are open.
//!
//! Owns questions whose answers concern nobody; refuses to leave anything behind.

use domain::day::Instant;

use super::{Database, Error, sessions::Alive};
use crate::random::Token;

/// The newest migration that the database has had, which is proof that it can be read.
///
/// # Errors
/// [`Error`] of the database.
pub async fn migration(database: &Database) -> Result<i64, Error> {
    let newest: i64 =
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(database.reader()).await?;
    Ok(newest)
}

/// Writes, commits, and leaves nothing behind: a disk that is full and a file that is read-only are found in no other way.
///
/// The row that is written and deleted again is a flash whose id nobody is given.
///
/// # Errors
/// [`Error`] of the database.
pub async fn write(database: &Database, now: Instant) -> Result<(), Error> {
    let id = Token::new();
    let mut tx = database.begin().await?;
    sqlx::query("INSERT INTO flashes (flash_id, content, created_at) VALUES ($1, '', $2)")
        .bind(id.expose())
        .bind(now.as_microseconds())
        .execute(&mut *tx)
        .await?;
    sqlx::query("DELETE FROM flashes WHERE flash_id = $1").bind(id.expose()).execute(&mut *tx).await?;
    tx.commit().await
}

/// How many sessions are open.
///
/// # Errors
/// [`Error`] of the database.
pub async fn open_sessions(database: &Database, alive: Alive) -> Result<i64, Error> {
    let sessions: i64 = sqlx::query_scalar(
        "SELECT CAST(COUNT(*) AS BIGINT)
         FROM sessions
         WHERE ended_at IS NULL
           AND last_seen_at > $1
           AND created_at > $2",
    )
    .bind(alive.seen.as_microseconds())
    .bind(alive.begun.as_microseconds())
    .fetch_one(database.reader())
    .await?;
    Ok(sessions)
}
