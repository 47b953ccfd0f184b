//! Writes of `policy_overrides`.

use domain::{
    day::Instant,
    id::{CompanyId, EventId},
    policy::PolicyOverride,
};

use crate::db::{Error, Tx, exactly, written};

/// Sets a value for a company, filed under the entry of the log that tells of it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(
    tx: &mut Tx,
    (event, company): (EventId, CompanyId),
    value: &PolicyOverride,
    now: Instant,
) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO policy_overrides (event_id, company_id, value, set_at)
         VALUES ($1, $2, $3, $4)",
    )
    .bind(event.to_string())
    .bind(company.to_string())
    .bind(written(value)?)
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}
