//! `accounts`: the people who sign in.

use domain::{company::EmailAddress, day::Instant, id::AccountId, language::Language};
use secrecy::{ExposeSecret, SecretString};
use sqlx::AnyConnection;

use super::{Error, Tx, exactly, instant_or_none, parsed};

/// A person who signs in.
#[derive(Clone, Debug)]
pub struct Account {
    /// The identity, which the address is not.
    pub id: AccountId,
    /// The address as it was typed.
    pub email: String,
    /// The person's full name.
    pub full_name: String,
    /// The PHC string, from the first accepted invitation on.
    pub password_hash: Option<SecretString>,
    /// The language that the person chose.
    pub language: Option<Language>,
    /// Since when the person operates this installation.
    pub operator_since: Option<Instant>,
    /// Since when the person may no longer sign in.
    pub disabled_since: Option<Instant>,
}

/// A new account, without a password until its invitation is accepted.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// The new identity.
    pub id: AccountId,
    /// The address.
    pub email: &'a EmailAddress,
    /// The person's full name.
    pub full_name: &'a str,
    /// Since when the person operates this installation.
    pub operator_since: Option<Instant>,
}

type Row = (String, String, String, Option<String>, Option<String>, Option<i64>, Option<i64>);

/// Adds an account, unless its address belongs to one already: then nothing changes and the answer is `false`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(tx: &mut Tx, account: NewAccount<'_>, now: Instant) -> Result<bool, Error> {
    let inserted = sqlx::query(
        "INSERT INTO accounts (account_id, email, email_key, full_name, operator_since, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (email_key) DO NOTHING",
    )
    .bind(account.id.to_string())
    .bind(account.email.as_str())
    .bind(account.email.key())
    .bind(account.full_name)
    .bind(account.operator_since.map(Instant::as_microseconds))
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// The account with this identity.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(connection: &mut AnyConnection, id: AccountId) -> Result<Option<Account>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT account_id, email, full_name, password_hash, language, operator_since, disabled_at
         FROM accounts
         WHERE account_id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?;
    row.map(account).transpose()
}

/// The account with this address, compared trimmed and without regard to case.
///
/// # Errors
/// [`Error`] of the database.
pub async fn by_email(
    connection: &mut AnyConnection,
    email: &EmailAddress,
) -> Result<Option<Account>, Error> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT account_id, email, full_name, password_hash, language, operator_since, disabled_at
         FROM accounts
         WHERE email_key = $1",
    )
    .bind(email.key())
    .fetch_optional(connection)
    .await?;
    row.map(account).transpose()
}

/// Gives the account a password.
///
/// # Errors
/// [`Error::RowsAffected`] when there is no such account.
pub async fn set_password(tx: &mut Tx, id: AccountId, hash: &SecretString) -> Result<(), Error> {
    let updated = sqlx::query("UPDATE accounts SET password_hash = $1 WHERE account_id = $2")
        .bind(hash.expose_secret())
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    exactly(1, updated.rows_affected())
}

/// Gives the account the hash `after` in the place of `before`, and says whether that was still there: another one may have
/// taken its place meanwhile. Nobody else takes it until the transaction has ended.
///
/// # Errors
/// [`Error`] of the database.
pub async fn rehash(
    tx: &mut Tx,
    id: AccountId,
    (before, after): (&SecretString, &SecretString),
) -> Result<bool, Error> {
    let updated =
        sqlx::query("UPDATE accounts SET password_hash = $1 WHERE account_id = $2 AND password_hash = $3")
            .bind(after.expose_secret())
            .bind(id.to_string())
            .bind(before.expose_secret())
            .execute(&mut **tx)
            .await?;
    Ok(updated.rows_affected() == 1)
}

/// Keeps that the person may no longer sign in; `false` when that was so before.
///
/// # Errors
/// [`Error`] of the database.
pub async fn disable(tx: &mut Tx, id: AccountId, now: Instant) -> Result<bool, Error> {
    let disabled =
        sqlx::query("UPDATE accounts SET disabled_at = $1 WHERE account_id = $2 AND disabled_at IS NULL")
            .bind(now.as_microseconds())
            .bind(id.to_string())
            .execute(&mut **tx)
            .await?;
    Ok(disabled.rows_affected() == 1)
}

/// Keeps that the person may sign in again; `false` when that was so before.
///
/// # Errors
/// [`Error`] of the database.
pub async fn enable(tx: &mut Tx, id: AccountId) -> Result<bool, Error> {
    let enabled = sqlx::query(
        "UPDATE accounts SET disabled_at = NULL WHERE account_id = $1 AND disabled_at IS NOT NULL",
    )
    .bind(id.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(enabled.rows_affected() == 1)
}

/// Remembers the language that the person chose; `false` when it was that one before.
///
/// # Errors
/// [`Error::RowsAffected`] when there is no such account.
pub async fn set_language(tx: &mut Tx, id: AccountId, language: Language) -> Result<bool, Error> {
    let before: Option<(Option<String>,)> =
        sqlx::query_as("SELECT language FROM accounts WHERE account_id = $1")
            .bind(id.to_string())
            .fetch_optional(&mut **tx)
            .await?;
    if before.is_some_and(|(before,)| before.as_deref() == Some(language.tag())) {
        return Ok(false);
    }
    let updated = sqlx::query("UPDATE accounts SET language = $1 WHERE account_id = $2")
        .bind(language.tag())
        .bind(id.to_string())
        .execute(&mut **tx)
        .await?;
    exactly(1, updated.rows_affected()).map(|()| true)
}

fn account(
    (id, email, full_name, password_hash, language, operator_since, disabled_at): Row,
) -> Result<Account, Error> {
    Ok(Account {
        id: parsed("accounts", "account_id", &id)?,
        email,
        full_name,
        password_hash: password_hash.map(SecretString::from),
        language: language.as_deref().and_then(Language::from_tag),
        operator_since: instant_or_none(operator_since),
        disabled_since: instant_or_none(disabled_at),
    })
}
