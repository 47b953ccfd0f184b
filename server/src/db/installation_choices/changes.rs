//! Writes of `installation_choices`.

use domain::{
    day::Now,
    id::UserId,
    programme::{OsType, ProductCode, SoftwareLanguage},
};

use crate::db::{Error, Tx, exactly};

/// Keeps what a person chose for a product, in place of an earlier choice.
///
/// # Errors
/// [`Error`] of the database.
pub async fn keep(
    tx: &mut Tx,
    user: UserId,
    product: &ProductCode,
    (language, os_type): (&SoftwareLanguage, &OsType),
    now: Now,
) -> Result<(), Error> {
    let kept = sqlx::query(
        "INSERT INTO installation_choices (user_id, product, language, os_type, chosen_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, product) DO UPDATE
         SET language = excluded.language, os_type = excluded.os_type, chosen_at = excluded.chosen_at",
    )
    .bind(user.to_string())
    .bind(product.as_str())
    .bind(language.as_str())
    .bind(os_type.as_str())
    .bind(now.at.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, kept.rows_affected())
}
