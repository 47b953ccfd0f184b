//! `users`: the places of people in companies, with their roles (`user_roles`).

pub mod changes;

mod people;
mod searching;

use app::portal::Person;
use domain::{
    id::{AccountId, CompanyId, UserId},
    policy::PolicyOverride,
    role::{Rights, Role, Standing},
};
use sqlx::{AnyConnection, FromRow};

pub use self::{
    people::{MOST_OFFERED, Prospect, Untitled, find_prospect, prospects},
    searching::{matching, search_key, search_patterns},
};
use super::{Error, coded, parsed, policy_overrides, roles};
use crate::clock::Zone;

/// A person's place in a company as it is now: what scopes everything else that is read for that person.
#[derive(Clone, Debug)]
pub struct Place {
    /// The company.
    pub company: CompanyId,
    /// The place itself.
    pub user: UserId,
    /// The person.
    pub account: AccountId,
    /// The person's full name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// What the person's permissions depend on.
    pub rights: Rights,
    /// The company's name.
    pub company_name: String,
    /// The company's MPN ID.
    pub mpn_id: String,
    /// The zone in which the company counts days.
    pub zone: Zone,
    /// The policy values that the operator has set for the company, in the order in which they were set.
    pub overrides: Vec<PolicyOverride>,
}

/// When a person was invited, came, was stopped, left.
#[derive(FromRow)]
#[expect(clippy::struct_field_names, reason = "the fields are named like their columns")]
struct Milestones {
    accepted_at: Option<i64>,
    suspended_at: Option<i64>,
    removed_at: Option<i64>,
}

impl Milestones {
    const fn standing(&self) -> Standing {
        match (self.removed_at, self.suspended_at, self.accepted_at) {
            (Some(_), _, _) => Standing::Removed,
            (None, Some(_), _) => Standing::Suspended,
            (None, None, None) => Standing::Invited,
            (None, None, Some(_)) => Standing::Active,
        }
    }
}

#[derive(FromRow)]
struct PlaceRow {
    company_id: String,
    account_id: String,
    full_name: String,
    email: String,
    #[sqlx(flatten)]
    milestones: Milestones,
    roles: Option<String>,
    company_name: String,
    mpn_id: String,
    time_zone: String,
    overrides: Option<String>,
}

/// The company of the place `user`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn company(connection: &mut AnyConnection, user: UserId) -> Result<Option<CompanyId>, Error> {
    let row: Option<(String,)> = sqlx::query_as("SELECT company_id FROM users WHERE user_id = $1")
        .bind(user.to_string())
        .fetch_optional(connection)
        .await?;
    row.map(|(company,)| parsed("users", "company_id", &company)).transpose()
}

/// The place `user`, whatever its standing.
///
/// # Errors
/// [`Error`] of the database.
pub async fn place(connection: &mut AnyConnection, user: UserId) -> Result<Option<Place>, Error> {
    let row: Option<PlaceRow> = sqlx::query_as(
        "SELECT u.company_id, u.account_id, a.full_name, a.email, u.accepted_at, u.suspended_at, u.removed_at,
                (SELECT string_agg(r.role, ' ') FROM user_roles r WHERE r.user_id = u.user_id) AS roles,
                c.name AS company_name, c.mpn_id, c.time_zone,
                (SELECT string_agg(p.value, ',' ORDER BY p.set_at, p.event_id)
                 FROM policy_overrides p
                 WHERE p.company_id = u.company_id) AS overrides
         FROM users u
         JOIN accounts a ON a.account_id = u.account_id
         JOIN companies c ON c.company_id = u.company_id
         WHERE u.user_id = $1",
    )
    .bind(user.to_string())
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let unknown_zone =
        |_| Error::Inconsistency { table: "companies", column: "time_zone", id: row.company_id.clone() };
    Ok(Some(Place {
        company: parsed("users", "company_id", &row.company_id)?,
        user,
        account: parsed("users", "account_id", &row.account_id)?,
        rights: Rights { roles: roles(row.roles.as_deref())?, standing: row.milestones.standing() },
        zone: Zone::named(&row.time_zone).map_err(unknown_zone)?,
        overrides: policy_overrides::gathered(row.overrides.as_deref(), &row.company_id)?,
        name: row.full_name,
        email: row.email,
        company_name: row.company_name,
        mpn_id: row.mpn_id,
    }))
}

/// The places that an account holds in companies now or is invited to, by the company's name.
///
/// # Errors
/// [`Error`] of the database.
pub async fn open_places(
    connection: &mut AnyConnection,
    account: AccountId,
) -> Result<Vec<(UserId, String)>, Error> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT u.user_id, c.name
         FROM users u
         JOIN companies c ON c.company_id = u.company_id
         WHERE u.account_id = $1
           AND u.suspended_at IS NULL
           AND u.removed_at IS NULL
         ORDER BY c.name, u.user_id",
    )
    .bind(account.to_string())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|(user, company)| Ok((parsed("users", "user_id", &user)?, company))).collect()
}

/// The company that an account has been invited to, or is in; the one it was invited to last.
///
/// # Errors
/// [`Error`] of the database.
pub async fn inviting_company(
    connection: &mut AnyConnection,
    account: AccountId,
) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT c.name
         FROM users u
         JOIN companies c ON c.company_id = u.company_id
         WHERE u.account_id = $1
           AND u.removed_at IS NULL
         ORDER BY u.invited_at DESC, u.user_id DESC
         LIMIT 1",
    )
    .bind(account.to_string())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(name,)| name))
}

/// The active people of the company who hold roles: of each role, the first `most` by name.
///
/// # Errors
/// [`Error`] of the database.
pub async fn role_holders(
    connection: &mut AnyConnection,
    company: CompanyId,
    most: u32,
) -> Result<Vec<(Role, Person)>, Error> {
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "WITH ranked AS (
             SELECT r.role, u.user_id, a.full_name, a.email,
                    ROW_NUMBER() OVER (PARTITION BY r.role ORDER BY u.search_key, u.user_id) AS position
             FROM user_roles r
             JOIN users u ON u.user_id = r.user_id
             JOIN accounts a ON a.account_id = u.account_id
             WHERE u.company_id = $1
               AND u.accepted_at IS NOT NULL
               AND u.suspended_at IS NULL
               AND u.removed_at IS NULL
         )
         SELECT role, user_id, full_name, email
         FROM ranked
         WHERE position <= $2
         ORDER BY role, position",
    )
    .bind(company.to_string())
    .bind(i64::from(most))
    .fetch_all(connection)
    .await?;
    let holder = |(role, user, name, email): (String, String, String, String)| {
        let role = coded("user_roles", "role", &role, Role::ALL.into_iter().map(|role| (role.code(), role)))?;
        Ok((role, Person { user: parsed("users", "user_id", &user)?, name, email }))
    };
    rows.into_iter().map(holder).collect()
}
