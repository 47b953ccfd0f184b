//! `invitations`: single-use links with which a person sets a password.

use domain::{
    day::Instant,
    id::{AccountId, InvitationId},
};
use sqlx::AnyConnection;

use super::{Error, Tx, exactly, parsed};
use crate::random::Token;

/// An invitation that can be accepted now.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The invitation.
    pub id: InvitationId,
    /// Whom it invites.
    pub account_id: AccountId,
    /// The address of the person, which the password must not be.
    pub email: String,
}

/// Adds an invitation. Those that the account had before can no longer be accepted.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(
    tx: &mut Tx,
    (id, token): (InvitationId, &Token),
    account: AccountId,
    now: Instant,
    expires_at: Instant,
) -> Result<(), Error> {
    sqlx::query("DELETE FROM invitations WHERE account_id = $1 AND accepted_at IS NULL")
        .bind(account.to_string())
        .execute(&mut **tx)
        .await?;
    sqlx::query(
        "INSERT INTO invitations (invitation_id, account_id, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(id.to_string())
    .bind(account.to_string())
    .bind(token.hash().to_vec())
    .bind(now.as_microseconds())
    .bind(expires_at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The invitation under a token, if it can still be accepted.
///
/// # Errors
/// [`Error`] of the database.
pub async fn open(
    connection: &mut AnyConnection,
    token: &Token,
    now: Instant,
) -> Result<Option<Invitation>, Error> {
    let row: Option<(String, String, String)> = sqlx::query_as(
        "SELECT i.invitation_id, i.account_id, a.email
         FROM invitations i
         JOIN accounts a ON a.account_id = i.account_id
         WHERE i.token_hash = $1
           AND i.accepted_at IS NULL
           AND i.expires_at > $2
           AND a.disabled_at IS NULL",
    )
    .bind(token.hash().to_vec())
    .bind(now.as_microseconds())
    .fetch_optional(connection)
    .await?;
    row.map(|(id, account, email)| {
        Ok(Invitation {
            id: parsed("invitations", "invitation_id", &id)?,
            account_id: parsed("invitations", "account_id", &account)?,
            email,
        })
    })
    .transpose()
}

/// Accepts an invitation; the second of two who try at once gets [`Error::RowsAffected`].
///
/// # Errors
/// [`Error`] of the database.
pub async fn accept(tx: &mut Tx, id: InvitationId, now: Instant) -> Result<(), Error> {
    let accepted = sqlx::query(
        "UPDATE invitations
         SET accepted_at = $1
         WHERE invitation_id = $2
           AND accepted_at IS NULL
           AND expires_at > $1",
    )
    .bind(now.as_microseconds())
    .bind(id.to_string())
    .execute(&mut **tx)
    .await?;
    exactly(1, accepted.rows_affected())
}
