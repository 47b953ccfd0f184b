//! Writes of `software_keys`.

use domain::{
    day::{Instant, Now},
    id::{BenefitId, CompanyId, KeyId, UserId},
    programme::ProductCode,
};

use crate::{
    db::{Error, Tx, exactly, parsed, parsed_or_none},
    keyring::Sealed,
};

/// Puts a key into the stock.
///
/// # Errors
/// [`Error`] of the database.
pub async fn stock(
    tx: &mut Tx,
    id: KeyId,
    product: &ProductCode,
    sealed: &Sealed,
    at: Instant,
) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO software_keys (key_id, product, ring_version, nonce, ciphertext, stocked_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id.to_string())
    .bind(product.as_str())
    .bind(sealed.version)
    .bind(&sealed.nonce)
    .bind(&sealed.ciphertext)
    .bind(at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}

/// The next `count` keys of the stock of `product`, the oldest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn next_in_stock(
    tx: &mut Tx,
    product: &ProductCode,
    count: u32,
) -> Result<Vec<(KeyId, Sealed)>, Error> {
    let rows: Vec<(String, i64, Vec<u8>, Vec<u8>)> = sqlx::query_as(
        "SELECT key_id, ring_version, nonce, ciphertext
         FROM software_keys
         WHERE product = $1 AND company_id IS NULL
         ORDER BY stocked_at, key_id
         LIMIT $2",
    )
    .bind(product.as_str())
    .bind(i64::from(count))
    .fetch_all(&mut **tx)
    .await?;
    rows.into_iter()
        .map(|(id, version, nonce, ciphertext)| {
            Ok((parsed("software_keys", "key_id", &id)?, Sealed { version, nonce, ciphertext }))
        })
        .collect()
}

/// To whom a key of the stock goes.
#[derive(Clone, Copy, Debug)]
pub struct Issue {
    /// The key.
    pub key: KeyId,
    /// The company.
    pub company: CompanyId,
    /// The benefit.
    pub benefit: BenefitId,
    /// Its number among the benefit's keys, from 1.
    pub number: u32,
    /// Who asked for it.
    pub by: UserId,
}

/// Takes a key out of the stock, sealed anew for the company.
///
/// # Errors
/// [`Error::RowsAffected`] when it is in stock no more.
pub async fn issue(tx: &mut Tx, issue: Issue, sealed: &Sealed, now: Now) -> Result<(), Error> {
    let updated = sqlx::query(
        "UPDATE software_keys
         SET company_id = $2, benefit_id = $3, number = $4, ring_version = $5, nonce = $6, ciphertext = $7,
             issued_at = $8, issued_by = $9
         WHERE key_id = $1 AND company_id IS NULL",
    )
    .bind(issue.key.to_string())
    .bind(issue.company.to_string())
    .bind(issue.benefit.to_string())
    .bind(i64::from(issue.number))
    .bind(sealed.version)
    .bind(&sealed.nonce)
    .bind(&sealed.ciphertext)
    .bind(now.at.as_microseconds())
    .bind(issue.by.to_string())
    .execute(&mut **tx)
    .await?;
    exactly(1, updated.rows_affected())
}

/// Keeps who saw a key first, unless somebody has before: the answer is whether this was the first time (R30).
///
/// # Errors
/// [`Error`] of the database.
pub async fn view(tx: &mut Tx, key: KeyId, by: UserId, now: Now) -> Result<bool, Error> {
    let updated = sqlx::query(
        "UPDATE software_keys
         SET first_viewed_at = $2, first_viewed_on = $3, first_viewed_by = $4
         WHERE key_id = $1 AND company_id IS NOT NULL AND first_viewed_at IS NULL",
    )
    .bind(key.to_string())
    .bind(now.at.as_microseconds())
    .bind(now.today.to_string())
    .bind(by.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// A key that another version of the ring has sealed than the one that seals now.
#[derive(Clone, Debug)]
pub struct Older {
    /// The key.
    pub id: KeyId,
    /// Whose it is; nobody's while it is in stock.
    pub company: Option<CompanyId>,
    /// As it is sealed.
    pub sealed: Sealed,
}

/// The next `most` keys after `after`, by identity, that `newest` has not sealed.
///
/// # Errors
/// [`Error`] of the database.
pub async fn older_than(
    tx: &mut Tx,
    newest: i64,
    after: Option<KeyId>,
    most: i64,
) -> Result<Vec<Older>, Error> {
    type Row = (String, Option<String>, i64, Vec<u8>, Vec<u8>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT key_id, company_id, ring_version, nonce, ciphertext
         FROM software_keys
         WHERE ring_version <> $1 AND key_id > $2
         ORDER BY key_id
         LIMIT $3",
    )
    .bind(newest)
    .bind(after.map(|key| key.to_string()).unwrap_or_default())
    .bind(most)
    .fetch_all(&mut **tx)
    .await?;
    let older = |(id, company, version, nonce, ciphertext): Row| {
        Ok(Older {
            id: parsed("software_keys", "key_id", &id)?,
            company: parsed_or_none("software_keys", "company_id", company.as_deref())?,
            sealed: Sealed { version, nonce, ciphertext },
        })
    };
    rows.into_iter().map(older).collect()
}

/// Replaces the seal of a key, unless somebody else has since; the answer is whether it did.
///
/// # Errors
/// [`Error`] of the database.
pub async fn seal_anew(tx: &mut Tx, older: &Older, sealed: &Sealed) -> Result<bool, Error> {
    let updated = sqlx::query(
        "UPDATE software_keys
         SET ring_version = $2, nonce = $3, ciphertext = $4
         WHERE key_id = $1 AND ring_version = $5 AND nonce = $6",
    )
    .bind(older.id.to_string())
    .bind(sealed.version)
    .bind(&sealed.nonce)
    .bind(&sealed.ciphertext)
    .bind(older.sealed.version)
    .bind(&older.sealed.nonce)
    .execute(&mut **tx)
    .await?;
    Ok(updated.rows_affected() == 1)
}
