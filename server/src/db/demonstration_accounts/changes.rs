//! Writes of `demonstration_accounts`.

use domain::id::UserId;

use crate::db::{Error, Tx, exactly};

/// Offers a person on the sign-in page of the demonstration.
///
/// # Errors
/// [`Error`] of the database.
pub async fn offer(tx: &mut Tx, user: UserId, position: u32) -> Result<(), Error> {
    let inserted = sqlx::query("INSERT INTO demonstration_accounts (user_id, position) VALUES ($1, $2)")
        .bind(user.to_string())
        .bind(i64::from(position))
        .execute(&mut **tx)
        .await?;
    exactly(1, inserted.rows_affected())
}
