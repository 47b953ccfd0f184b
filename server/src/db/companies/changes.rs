//! Writes of `companies`.

use domain::{day::Instant, id::CompanyId};

use crate::db::{Error, Tx, parsed};

/// A company to create.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: CompanyId,
    /// Its name.
    pub name: &'a str,
    /// Its MPN ID.
    pub mpn_id: &'a str,
    /// The IANA name of its time zone.
    pub time_zone: &'a str,
}

/// Creates a company, unless its MPN ID belongs to one already: then nothing changes and the answer is `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, new: New<'_>, now: Instant) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "INSERT INTO companies (company_id, name, mpn_id, time_zone, created_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (mpn_id) DO NOTHING",
    )
    .bind(new.id.to_string())
    .bind(new.name)
    .bind(new.mpn_id)
    .bind(new.time_zone)
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The companies that are called so, by their id, their MPN ID or their name.
///
/// # Errors
/// [`Error`] of the database.
pub async fn named(tx: &mut Tx, text: &str) -> Result<Vec<CompanyId>, Error> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT company_id
         FROM companies
         WHERE company_id = $1 OR mpn_id = $1 OR name = $1",
    )
    .bind(text)
    .fetch_all(&mut **tx)
    .await?;
    rows.iter().map(|(id,)| parsed("companies", "company_id", id)).collect()
}

/// The IANA name of the company's time zone.
///
/// # Errors
/// [`Error`] of the database.
pub async fn time_zone(tx: &mut Tx, id: CompanyId) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = sqlx::query_as("SELECT time_zone FROM companies WHERE company_id = $1")
        .bind(id.to_string())
        .fetch_optional(&mut **tx)
        .await?;
    Ok(row.map(|(zone,)| zone))
}
