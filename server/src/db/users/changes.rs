//! Writes of `users` and `user_roles`.

use domain::{
    company::{EmailAddress, FullName},
    day::Instant,
    id::{AccountId, CompanyId, LocationId, UserId},
    role::Role,
};

use super::search_key;
use crate::db::{Error, Tx, exactly, parsed};

/// A person's place in a company, to be made.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its identity.
    pub id: UserId,
    /// The company.
    pub company: CompanyId,
    /// The account.
    pub account: AccountId,
    /// The location.
    pub location: LocationId,
    /// The person's name.
    pub name: &'a FullName,
    /// The person's address.
    pub email: &'a EmailAddress,
    /// Whether the person is a guest.
    pub is_guest: bool,
}

/// Makes a place with its roles, unless the account has one in the company: then nothing changes, answer `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, new: New<'_>, roles: &[Role], now: Instant) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "INSERT INTO users (user_id, company_id, account_id, location_id, search_key, is_guest, invited_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (company_id, account_id) DO NOTHING",
    )
    .bind(new.id.to_string())
    .bind(new.company.to_string())
    .bind(new.account.to_string())
    .bind(new.location.to_string())
    .bind(search_key(new.name.as_str(), new.email.as_str()))
    .bind(i64::from(new.is_guest))
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    if inserted.rows_affected() != 1 {
        return Ok(false);
    }
    for role in roles {
        let granted = sqlx::query("INSERT INTO user_roles (user_id, role, granted_at) VALUES ($1, $2, $3)")
            .bind(new.id.to_string())
            .bind(role.code())
            .bind(now.as_microseconds())
            .execute(&mut **tx)
            .await?;
        exactly(1, granted.rows_affected())?;
    }
    Ok(true)
}

/// Keeps that the account takes the places that were offered to it, and says which they are, in the order of the
/// companies: whoever writes to the logs of several goes in that one. An operator, who belongs to no company, takes none.
///
/// # Errors
/// [`Error`] of the database.
pub async fn accept(
    tx: &mut Tx,
    account: AccountId,
    now: Instant,
) -> Result<Vec<(CompanyId, UserId)>, Error> {
    let mut taken: Vec<(String, String)> = sqlx::query_as(
        "UPDATE users
         SET accepted_at = $2
         WHERE account_id = $1
           AND accepted_at IS NULL
           AND removed_at IS NULL
         RETURNING company_id, user_id",
    )
    .bind(account.to_string())
    .bind(now.as_microseconds())
    .fetch_all(&mut **tx)
    .await?;
    taken.sort_unstable();
    taken.iter().map(place).collect()
}

/// The places that the account has in companies or is invited to, in the order of the companies.
///
/// # Errors
/// [`Error`] of the database.
pub async fn places(tx: &mut Tx, account: AccountId) -> Result<Vec<(CompanyId, UserId)>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT company_id, user_id
         FROM users
         WHERE account_id = $1
           AND removed_at IS NULL
         ORDER BY company_id",
    )
    .bind(account.to_string())
    .fetch_all(&mut **tx)
    .await?;
    rows.iter().map(place).collect()
}

fn place((company, user): &(String, String)) -> Result<(CompanyId, UserId), Error> {
    Ok((parsed("users", "company_id", company)?, parsed("users", "user_id", user)?))
}

/// The name of a person of a company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn name(tx: &mut Tx, user: UserId) -> Result<String, Error> {
    let (name,): (String,) = sqlx::query_as(
        "SELECT accounts.full_name
         FROM users
         JOIN accounts ON accounts.account_id = users.account_id
         WHERE users.user_id = $1",
    )
    .bind(user.to_string())
    .fetch_one(&mut **tx)
    .await?;
    Ok(name)
}
