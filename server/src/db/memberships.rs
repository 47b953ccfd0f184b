//! `memberships`: the offers that companies hold.

pub mod changes;

use domain::{id::CompanyId, membership::Membership, programme::Level};
use sqlx::{AnyConnection, FromRow};

use super::{Error, coded, parsed, parsed_or_none};

#[derive(FromRow)]
struct Row {
    membership_id: String,
    offer: String,
    level: String,
    competency: Option<String>,
    purchased_on: String,
    activated_on: String,
    anniversary: String,
}

/// Every offer of the company, those that have lapsed included; the one that ends first at the front.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_company(
    connection: &mut AnyConnection,
    company: CompanyId,
) -> Result<Vec<Membership>, Error> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT membership_id, offer, level, competency, purchased_on, activated_on, anniversary
         FROM memberships
         WHERE company_id = $1
         ORDER BY anniversary, membership_id",
    )
    .bind(company.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter().map(membership).collect()
}

fn membership(row: &Row) -> Result<Membership, Error> {
    const TABLE: &str = "memberships";
    Ok(Membership {
        id: parsed(TABLE, "membership_id", &row.membership_id)?,
        offer: parsed(TABLE, "offer", &row.offer)?,
        level: coded(TABLE, "level", &row.level, Level::ALL.into_iter().map(|level| (level.code(), level)))?,
        competency: parsed_or_none(TABLE, "competency", row.competency.as_deref())?,
        purchased_on: parsed(TABLE, "purchased_on", &row.purchased_on)?,
        activated_on: parsed(TABLE, "activated_on", &row.activated_on)?,
        anniversary: parsed(TABLE, "anniversary", &row.anniversary)?,
    })
}
