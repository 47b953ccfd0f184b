//! Writes of `catalogues`.

use domain::{day::Instant, programme::Catalogue};
use uuid::Uuid;

use crate::db::{Error, Tx, written};

/// Adds a version of a programme, unless it is there: then nothing changes and the answer is `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, id: Uuid, catalogue: &Catalogue, now: Instant) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "INSERT INTO catalogues (catalogue_id, programme, version, document, loaded_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (programme, version) DO NOTHING",
    )
    .bind(id.to_string())
    .bind(catalogue.code.as_str())
    .bind(catalogue.version.to_string())
    .bind(written(catalogue)?)
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(inserted.rows_affected() == 1)
}
