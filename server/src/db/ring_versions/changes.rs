//! Writes of `ring_versions`.

use domain::day::Instant;

use crate::db::{Error, Tx};

/// Whether a version may seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may.
    Known,
    /// The database was sealed with another key of the same version.
    OtherKey,
    /// It was retired, or never was.
    Retired,
}

/// Makes a version known that is about to seal, if it is newer than all before; the answer is whether it may.
///
/// # Errors
/// [`Error`] of the database.
pub async fn hold(tx: &mut Tx, version: i64, fingerprint: &[u8], at: Instant) -> Result<Standing, Error> {
    if let Some(standing) = standing(tx, version, fingerprint).await? {
        return Ok(standing);
    }
    sqlx::query(
        "INSERT INTO ring_versions (ring_version, fingerprint, begun_at)
         VALUES ($1, $2, $3)
         ON CONFLICT (ring_version) DO NOTHING",
    )
    .bind(version)
    .bind(fingerprint.to_vec())
    .bind(at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    // Asked after the version was added and not before: whoever gives it up has added a newer one by then.
    let outdated = sqlx::query(
        "DELETE FROM ring_versions
         WHERE ring_version = $1
           AND EXISTS (SELECT 1 FROM ring_versions v WHERE v.ring_version > $1)
           AND NOT EXISTS (SELECT 1 FROM software_keys k WHERE k.ring_version = $1)",
    )
    .bind(version)
    .execute(&mut **tx)
    .await?;
    if outdated.rows_affected() == 1 {
        return Ok(Standing::Retired);
    }
    // Another server may have been first, with the ring of another installation.
    Ok(standing(tx, version, fingerprint).await?.unwrap_or(Standing::Retired))
}

/// The standing of a version that is known. The first ring that is used with a database from before fingerprints is
/// believed.
async fn standing(tx: &mut Tx, version: i64, fingerprint: &[u8]) -> Result<Option<Standing>, Error> {
    let mut known = super::fingerprint(tx, version).await?;
    if known.is_none() {
        sqlx::query(
            "UPDATE ring_versions
             SET fingerprint = $2
             WHERE ring_version = $1
               AND fingerprint IS NULL",
        )
        .bind(version)
        .bind(fingerprint.to_vec())
        .execute(&mut **tx)
        .await?;
        known = super::fingerprint(tx, version).await?;
    }
    Ok(known.map(|known| if known == fingerprint { Standing::Known } else { Standing::OtherKey }))
}

/// Gives up a version unless it seals a product key; the answer is whether it was given up.
///
/// A version that nobody has used is added first: that waits for whoever uses it for the first time at this moment, whose
/// keys nobody else sees yet.
///
/// # Errors
/// [`Error`] of the database.
pub async fn retire(tx: &mut Tx, version: i64, at: Instant) -> Result<bool, Error> {
    sqlx::query(
        "INSERT INTO ring_versions (ring_version, begun_at)
         VALUES ($1, $2)
         ON CONFLICT (ring_version) DO NOTHING",
    )
    .bind(version)
    .bind(at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    let deleted = sqlx::query(
        "DELETE FROM ring_versions
         WHERE ring_version = $1
           AND NOT EXISTS (SELECT 1 FROM software_keys k WHERE k.ring_version = $1)",
    )
    .bind(version)
    .execute(&mut **tx)
    .await?;
    Ok(deleted.rows_affected() == 1)
}
