//! `catalogues`: the versions of the programme, each a document. The newest is in force.

pub mod changes;

use domain::programme::Catalogue;
use sqlx::AnyConnection;

use super::Error;

/// The catalogue that was loaded last; none in an installation that has not begun.
///
/// # Errors
/// [`Error`] of the database.
pub async fn newest(connection: &mut AnyConnection) -> Result<Option<Catalogue>, Error> {
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT catalogue_id, document
         FROM catalogues
         ORDER BY loaded_at DESC, catalogue_id DESC
         LIMIT 1",
    )
    .fetch_optional(connection)
    .await?;
    let Some((id, document)) = row else { return Ok(None) };
    let broken = |_| Error::Inconsistency { table: "catalogues", column: "document", id };
    serde_json::from_str(&document).map(Some).map_err(broken)
}
