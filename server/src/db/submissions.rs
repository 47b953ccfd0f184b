//! `submissions`: the forms that were carried out, by their idempotency key.

use domain::{
    day::Instant,
    id::{AccountId, CompanyId},
    outcome::Outcome,
};

use super::{Error, Tx, exactly, written};

/// Whose form it was, and under which key.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    /// The account.
    pub account: AccountId,
    /// The company: the same key in another company is another form.
    pub company: CompanyId,
    /// The key that was drawn into the form.
    pub once: &'a str,
}

/// A form that was carried out.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The name of the command.
    pub command: String,
    /// The digest of the whole command.
    pub digest: Vec<u8>,
    /// What it has done.
    pub outcome: Outcome,
}

/// The form that was carried out under this key, if there is one.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(tx: &mut Tx, key: Key<'_>) -> Result<Option<Submission>, Error> {
    let row: Option<(String, Vec<u8>, String)> = sqlx::query_as(
        "SELECT command, digest, outcome
         FROM submissions
         WHERE account_id = $1 AND company_id = $2 AND once = $3",
    )
    .bind(key.account.to_string())
    .bind(key.company.to_string())
    .bind(key.once)
    .fetch_optional(&mut **tx)
    .await?;
    let Some((command, digest, outcome)) = row else { return Ok(None) };
    let broken =
        |_| Error::Inconsistency { table: "submissions", column: "outcome", id: key.once.to_owned() };
    Ok(Some(Submission { command, digest, outcome: serde_json::from_str(&outcome).map_err(broken)? }))
}

/// Keeps what the form under this key has done.
///
/// # Errors
/// [`Error`] of the database.
pub async fn keep(tx: &mut Tx, key: Key<'_>, submission: &Submission, now: Instant) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO submissions (account_id, company_id, once, command, digest, outcome, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(key.account.to_string())
    .bind(key.company.to_string())
    .bind(key.once)
    .bind(&submission.command)
    .bind(&submission.digest)
    .bind(written(&submission.outcome)?)
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}
