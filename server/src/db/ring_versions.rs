//! `ring_versions`: the versions of the key ring that seal product keys, and what tells each from another ring's.

pub mod changes;

use sqlx::AnyConnection;

use super::Error;

/// A version of the key ring, as the database knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RingVersion {
    /// The version.
    pub version: i64,
    /// How many product keys it seals.
    pub keys: i64,
}

/// The fingerprint of a version's key.
///
/// # Errors
/// [`Error`] of the database.
pub async fn fingerprint(connection: &mut AnyConnection, version: i64) -> Result<Option<Vec<u8>>, Error> {
    let known: Option<(Option<Vec<u8>>,)> = sqlx::query_as(
        "SELECT fingerprint
         FROM ring_versions
         WHERE ring_version = $1",
    )
    .bind(version)
    .fetch_optional(connection)
    .await?;
    Ok(known.and_then(|(fingerprint,)| fingerprint))
}

/// Every version that has not been retired, the oldest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn all(connection: &mut AnyConnection) -> Result<Vec<RingVersion>, Error> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT v.ring_version, CAST(COUNT(k.key_id) AS BIGINT) AS keys
         FROM ring_versions v
         LEFT JOIN software_keys k ON k.ring_version = v.ring_version
         GROUP BY v.ring_version
         ORDER BY v.ring_version",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|(version, keys)| RingVersion { version, keys }).collect())
}
