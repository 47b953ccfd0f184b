//! `locations`: where a company is. Caps count by their countries.

pub mod changes;

use std::collections::BTreeSet;

use app::portal::CountryUse;
use domain::{company::Country, id::CompanyId, programme::ProductCode};
use sqlx::AnyConnection;

use super::{Error, count, parsed};

/// The countries in which the company has a location.
///
/// # Errors
/// [`Error`] of the database.
pub async fn countries(
    connection: &mut AnyConnection,
    company: CompanyId,
) -> Result<BTreeSet<Country>, Error> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "SELECT DISTINCT country
         FROM locations
         WHERE company_id = $1",
    )
    .bind(company.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter().map(|(country,)| parsed("locations", "country", country)).collect()
}

/// How many seats of a subscription the people of each of the company's countries hold, over all pools.
///
/// # Errors
/// [`Error`] of the database.
pub async fn seats_held(
    connection: &mut AnyConnection,
    company: CompanyId,
    product: &ProductCode,
) -> Result<Vec<CountryUse>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT l.country, CAST(COUNT(a.assignment_id) AS BIGINT) AS held
         FROM locations l
         LEFT JOIN users u ON u.location_id = l.location_id
         LEFT JOIN seat_assignments a ON a.user_id = u.user_id
                                     AND a.company_id = $1
                                     AND a.product = $2
                                     AND a.released_at IS NULL
                                     AND a.undone_at IS NULL
         WHERE l.company_id = $1
         GROUP BY l.country
         ORDER BY l.country",
    )
    .bind(company.to_string())
    .bind(product.as_str())
    .fetch_all(connection)
    .await?;
    let country_use = |(country, held): (String, i64)| {
        Ok(CountryUse {
            country: parsed("locations", "country", &country)?,
            held: count("seat_assignments", "assignment_id", held)?,
        })
    };
    rows.into_iter().map(country_use).collect()
}
