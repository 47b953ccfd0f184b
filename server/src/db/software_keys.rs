//! `software_keys`: product keys, sealed. Those without a company are in stock.

pub mod changes;

use std::collections::BTreeMap;

use app::portal::KeyRow;
use domain::{
    id::{BenefitId, CompanyId, KeyId},
    programme::ProductCode,
};
use sqlx::{AnyConnection, FromRow};

use super::{Error, count, parsed, parsed_or_none};
use crate::keyring::Sealed;

/// A key that a company has got.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its identity.
    pub id: KeyId,
    /// The benefit that it belongs to.
    pub benefit: BenefitId,
    /// The key itself, sealed.
    pub sealed: Sealed,
    /// Whether somebody has seen it (R30).
    pub is_viewed: bool,
}

/// How many keys there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// Keys that the company has got for the benefit.
    pub issued: u32,
    /// Keys of the product that nobody has got.
    pub in_stock: u32,
}

#[derive(FromRow)]
struct Row {
    key_id: String,
    benefit_id: String,
    ring_version: i64,
    nonce: Vec<u8>,
    ciphertext: Vec<u8>,
    first_viewed_at: Option<i64>,
}

/// The key `id`, when the company has got it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(
    connection: &mut AnyConnection,
    company: CompanyId,
    id: KeyId,
) -> Result<Option<Key>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT key_id, benefit_id, ring_version, nonce, ciphertext, first_viewed_at
         FROM software_keys
         WHERE company_id = $1
           AND key_id = $2",
    )
    .bind(company.to_string())
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Key {
            id: parsed("software_keys", "key_id", &row.key_id)?,
            benefit: parsed("software_keys", "benefit_id", &row.benefit_id)?,
            sealed: Sealed { version: row.ring_version, nonce: row.nonce, ciphertext: row.ciphertext },
            is_viewed: row.first_viewed_at.is_some(),
        })
    })
    .transpose()
}

/// The keys that the company has got for a benefit, by number, without what they say.
///
/// # Errors
/// [`Error`] of the database.
pub async fn masked(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
) -> Result<Vec<KeyRow>, Error> {
    let rows: Vec<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT k.key_id, k.first_viewed_on, a.full_name
         FROM software_keys k
         LEFT JOIN users u ON u.user_id = k.first_viewed_by
         LEFT JOIN accounts a ON a.account_id = u.account_id
         WHERE k.company_id = $1
           AND k.benefit_id = $2
         ORDER BY k.number, k.key_id",
    )
    .bind(company.to_string())
    .bind(benefit.to_string())
    .fetch_all(connection)
    .await?;
    let key = |(id, viewed_on, viewed_by): (String, Option<String>, Option<String>)| {
        let viewed_on = parsed_or_none("software_keys", "first_viewed_on", viewed_on.as_deref())?;
        Ok(KeyRow { key: parsed("software_keys", "key_id", &id)?, first_viewed: viewed_by.zip(viewed_on) })
    };
    rows.into_iter().map(key).collect()
}

/// How many keys the company has got for a benefit, and how many of its product are left.
///
/// # Errors
/// [`Error`] of the database.
pub async fn stock(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
    product: &ProductCode,
) -> Result<Stock, Error> {
    let (issued, in_stock): (i64, i64) = sqlx::query_as(
        "SELECT
             (SELECT CAST(COUNT(*) AS BIGINT)
              FROM software_keys
              WHERE company_id = $1
                AND benefit_id = $2) AS issued,
             (SELECT CAST(COUNT(*) AS BIGINT)
              FROM software_keys
              WHERE company_id IS NULL
                AND product = $3) AS in_stock",
    )
    .bind(company.to_string())
    .bind(benefit.to_string())
    .bind(product.as_str())
    .fetch_one(connection)
    .await?;
    let counted = |number| count("software_keys", "key_id", number);
    Ok(Stock { issued: counted(issued)?, in_stock: counted(in_stock)? })
}

/// How many keys the company has got for each of its benefits; one without keys is not in the answer.
///
/// # Errors
/// [`Error`] of the database.
pub async fn issued(
    connection: &mut AnyConnection,
    company: CompanyId,
) -> Result<BTreeMap<BenefitId, u32>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT k.benefit_id, CAST(COUNT(*) AS BIGINT) AS issued
         FROM software_keys k
         JOIN benefits b ON b.benefit_id = k.benefit_id
         WHERE b.company_id = $1
         GROUP BY k.benefit_id",
    )
    .bind(company.to_string())
    .fetch_all(connection)
    .await?;
    let issued = |(benefit, keys): (String, i64)| {
        Ok((parsed("software_keys", "benefit_id", &benefit)?, count("software_keys", "key_id", keys)?))
    };
    rows.into_iter().map(issued).collect()
}
