//! What the ids that entries mention stand for, in the company: ids of others, and of nothing, stay without a name.

use std::{collections::BTreeMap, fmt::Display, str::FromStr};

use domain::id::{CompanyId, KeyId, SeatId, UserId};
use sqlx::{AnyConnection, FromRow, any::AnyRow};

use crate::db::{Error, count, parsed};

/// How many ids a statement asks for.
const CHUNK: usize = 32;

/// As many places as [`CHUNK`].
macro_rules! places {
    ($select:literal) => {
        concat!(
            $select,
            " IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                  $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)"
        )
    };
}

/// The names of people of the company, of those too who have left.
///
/// # Errors
/// [`Error`] of the database.
pub async fn people(
    connection: &mut AnyConnection,
    company: CompanyId,
    ids: &[UserId],
) -> Result<BTreeMap<UserId, String>, Error> {
    let statement = places!(
        "SELECT u.user_id, a.full_name
         FROM users u
         JOIN accounts a ON a.account_id = u.account_id
         WHERE u.company_id = $1
           AND u.user_id"
    );
    let rows: Vec<(String, String)> = each(connection, statement, company, ids).await?;
    rows.into_iter().map(|(id, name)| Ok((parsed("users", "user_id", &id)?, name))).collect()
}

/// The numbers of seats of the company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn seats(
    connection: &mut AnyConnection,
    company: CompanyId,
    ids: &[SeatId],
) -> Result<BTreeMap<SeatId, u32>, Error> {
    let statement = places!(
        "SELECT seat_id, number
         FROM seats
         WHERE company_id = $1
           AND seat_id"
    );
    numbered(connection, ("seats", "seat_id"), statement, company, ids).await
}

/// The numbers of keys of the company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn keys(
    connection: &mut AnyConnection,
    company: CompanyId,
    ids: &[KeyId],
) -> Result<BTreeMap<KeyId, u32>, Error> {
    let statement = places!(
        "SELECT key_id, number
         FROM software_keys
         WHERE company_id = $1
           AND key_id"
    );
    numbered(connection, ("software_keys", "key_id"), statement, company, ids).await
}

async fn numbered<I: FromStr + Display + Ord>(
    connection: &mut AnyConnection,
    (table, column): (&'static str, &'static str),
    statement: &'static str,
    company: CompanyId,
    ids: &[I],
) -> Result<BTreeMap<I, u32>, Error> {
    let rows: Vec<(String, i64)> = each(connection, statement, company, ids).await?;
    let named =
        |(id, number): (String, i64)| Ok((parsed(table, column, &id)?, count(table, "number", number)?));
    rows.into_iter().map(named).collect()
}

async fn each<R>(
    connection: &mut AnyConnection,
    statement: &'static str,
    company: CompanyId,
    ids: &[impl Display],
) -> Result<Vec<R>, Error>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut rows = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let mut query = sqlx::query_as(statement).bind(company.to_string());
        for place in 0..CHUNK {
            // Where there are fewer, nothing has the identity that is asked for.
            query = query.bind(chunk.get(place).map(ToString::to_string).unwrap_or_default());
        }
        rows.extend(query.fetch_all(&mut *connection).await?);
    }
    Ok(rows)
}
