//! Writes of `locations`.

use domain::{
    company::Country,
    day::Instant,
    id::{CompanyId, LocationId},
};

use crate::db::{Error, Tx, exactly, parsed};

/// A location to add.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: LocationId,
    /// The company.
    pub company: CompanyId,
    /// Its name.
    pub name: &'a str,
    /// Its country.
    pub country: Country,
}

/// Adds a location.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, new: New<'_>, now: Instant) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO locations (location_id, company_id, name, country, created_at)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(new.id.to_string())
    .bind(new.company.to_string())
    .bind(new.name)
    .bind(new.country.to_string())
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}

/// The company's first location, to which people belong who are not said to be elsewhere.
///
/// # Errors
/// [`Error`] of the database.
pub async fn first(tx: &mut Tx, company: CompanyId) -> Result<Option<LocationId>, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT location_id
         FROM locations
         WHERE company_id = $1
         ORDER BY created_at, location_id
         LIMIT 1",
    )
    .bind(company.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    row.map(|(id,)| parsed("locations", "location_id", &id)).transpose()
}
