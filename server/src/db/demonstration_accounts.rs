//! `demonstration_accounts`: the people whom the sign-in page of a demonstration offers.

pub mod changes;

use app::portal::Person;
use domain::{
    id::{AccountId, CompanyId, UserId},
    programme::OfferCode,
    role::Role,
};
use sqlx::{AnyConnection, FromRow};

use super::{Error, parsed, roles};

/// A person whom the sign-in page offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemonstrationPerson {
    /// Who it is.
    pub person: Person,
    /// The person's company.
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The person's roles, the most powerful first.
    pub roles: Vec<Role>,
}

#[derive(FromRow)]
struct Row {
    user_id: String,
    full_name: String,
    email: String,
    company_id: String,
    company_name: String,
    roles: Option<String>,
}

/// Everybody whom the sign-in page offers, in its order.
///
/// # Errors
/// [`Error`] of the database.
pub async fn all(connection: &mut AnyConnection) -> Result<Vec<DemonstrationPerson>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT u.user_id, a.full_name, a.email, c.company_id, c.name AS company_name,
                (SELECT string_agg(r.role, ' ') FROM user_roles r WHERE r.user_id = u.user_id) AS roles
         FROM demonstration_accounts d
         JOIN users u ON u.user_id = d.user_id
         JOIN accounts a ON a.account_id = u.account_id
         JOIN companies c ON c.company_id = u.company_id
         ORDER BY d.position, d.user_id",
    )
    .fetch_all(connection)
    .await?;
    let person = |row: Row| {
        Ok(DemonstrationPerson {
            person: Person {
                user: parsed("demonstration_accounts", "user_id", &row.user_id)?,
                name: row.full_name,
                email: row.email,
            },
            company: parsed("companies", "company_id", &row.company_id)?,
            company_name: row.company_name,
            roles: roles(row.roles.as_deref())?.into_iter().collect(),
        })
    };
    rows.into_iter().map(person).collect()
}

/// The offers of the companies of those people, each offer once for a company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn offers(connection: &mut AnyConnection) -> Result<Vec<(CompanyId, OfferCode)>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT DISTINCT m.company_id, m.offer
         FROM demonstration_accounts d
         JOIN users u ON u.user_id = d.user_id
         JOIN memberships m ON m.company_id = u.company_id
         ORDER BY m.company_id, m.offer",
    )
    .fetch_all(connection)
    .await?;
    let offer = |(company, offer): (String, String)| {
        Ok((parsed("memberships", "company_id", &company)?, parsed("memberships", "offer", &offer)?))
    };
    rows.into_iter().map(offer).collect()
}

/// The account behind a person whom the sign-in page offers; nobody else has one here.
///
/// # Errors
/// [`Error`] of the database.
pub async fn account(connection: &mut AnyConnection, user: UserId) -> Result<Option<AccountId>, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT u.account_id
         FROM demonstration_accounts d
         JOIN users u ON u.user_id = d.user_id
         WHERE d.user_id = $1",
    )
    .bind(user.to_string())
    .fetch_optional(connection)
    .await?;
    row.map(|(account,)| parsed("users", "account_id", &account)).transpose()
}
