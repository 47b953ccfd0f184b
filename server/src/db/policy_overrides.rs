//! `policy_overrides`: the policy values that the operator has set for one company.

pub mod changes;

use domain::{id::CompanyId, policy::PolicyOverride};
use sqlx::AnyConnection;

use super::Error;

/// The company's values in the order in which they were set: of two of one name the later holds.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_company(
    connection: &mut AnyConnection,
    company: CompanyId,
) -> Result<Vec<PolicyOverride>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT event_id, value
         FROM policy_overrides
         WHERE company_id = $1
         ORDER BY set_at, event_id",
    )
    .bind(company.to_string())
    .fetch_all(connection)
    .await?;
    let value = |(id, value): (String, String)| {
        serde_json::from_str(&value).map_err(|_| Error::Inconsistency {
            table: "policy_overrides",
            column: "value",
            id,
        })
    };
    rows.into_iter().map(value).collect()
}

/// The values of `company` out of the column in which a statement has gathered them, with commas between them.
///
/// # Errors
/// [`Error::Inconsistency`] when one of them is not a value.
pub fn gathered(values: Option<&str>, company: &str) -> Result<Vec<PolicyOverride>, Error> {
    let broken =
        |_| Error::Inconsistency { table: "policy_overrides", column: "value", id: company.to_owned() };
    serde_json::from_str(&format!("[{}]", values.unwrap_or_default())).map_err(broken)
}
