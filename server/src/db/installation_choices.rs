//! `installation_choices`: the language and the operating system that a person chose last for a product.

pub mod changes;

use domain::{
    id::UserId,
    programme::{OsType, ProductCode, SoftwareLanguage},
};
use sqlx::AnyConnection;

use super::{Error, parsed};

/// What a person chose for a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstallationChoice {
    /// The product.
    pub product: ProductCode,
    /// The language.
    pub language: SoftwareLanguage,
    /// The type of operating system.
    pub os_type: OsType,
}

/// The person's choices, the latest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_user(connection: &mut AnyConnection, user: UserId) -> Result<Vec<InstallationChoice>, Error> {
    let rows: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT product, language, os_type
         FROM installation_choices
         WHERE user_id = $1
         ORDER BY chosen_at DESC, product",
    )
    .bind(user.to_string())
    .fetch_all(connection)
    .await?;
    let choice = |(product, language, os_type): (String, String, String)| {
        Ok(InstallationChoice {
            product: parsed("installation_choices", "product", &product)?,
            language: parsed("installation_choices", "language", &language)?,
            os_type: parsed("installation_choices", "os_type", &os_type)?,
        })
    };
    rows.into_iter().map(choice).collect()
}
