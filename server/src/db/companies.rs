//! `companies`: the members of the programme.

pub mod changes;

use sqlx::AnyConnection;

use super::{Error, count};

/// Whether the installation has no company yet.
///
/// # Errors
/// [`Error`] of the database.
pub async fn is_empty(connection: &mut AnyConnection) -> Result<bool, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT company_id
         FROM companies
         LIMIT 1",
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.is_none())
}

/// The name of the company whose identity this is, as text of the log's chains.
///
/// # Errors
/// [`Error`] of the database.
pub async fn name(connection: &mut AnyConnection, id: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT name
         FROM companies
         WHERE company_id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(name,)| name))
}

/// Every company by name, with the number of people who have not left it. For an operator only: no company is excluded.
///
/// # Errors
/// [`Error`] of the database.
pub async fn with_head_counts(connection: &mut AnyConnection) -> Result<Vec<(String, u32)>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT c.name, CAST(COUNT(u.user_id) AS BIGINT) AS people
         FROM companies c
         LEFT JOIN users u ON u.company_id = c.company_id
                          AND u.removed_at IS NULL
         GROUP BY c.company_id, c.name
         ORDER BY c.name, c.company_id",
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|(name, people)| Ok((name, count("users", "user_id", people)?))).collect()
}
