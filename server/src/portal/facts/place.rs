//! Who asks, and the policy of the company for which.

use domain::{id::CompanyId, policy::Policy, programme::Catalogue};
use sqlx::AnyConnection;

pub use crate::db::users::{Place, place};
use crate::db::{Error, policy_overrides};

/// The policy in force for the company of a place: the catalogue's, with the values that the operator has set for it.
#[must_use]
pub fn policy_at(place: &Place, catalogue: &Catalogue) -> Policy {
    catalogue.policy.clone().with_overrides(place.overrides.iter().cloned())
}

/// The same of a company for the operator, who has no place in it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn policy(
    connection: &mut AnyConnection,
    catalogue: &Catalogue,
    company: CompanyId,
) -> Result<Policy, Error> {
    let overrides = policy_overrides::of_company(connection, company).await?;
    Ok(catalogue.policy.clone().with_overrides(overrides))
}
