//! `benefits`: what a company is entitled to, each with the grants behind it.

use domain::{
    id::{BenefitId, CompanyId, SeatId},
    programme::{Family, ProductCode, Quantity},
};
use sqlx::{AnyConnection, FromRow};

use super::{
    Error, coded, count,
    grants::{self, Grant},
    parsed,
};

/// A benefit of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benefit {
    /// Its identity.
    pub id: BenefitId,
    /// Its family.
    pub family: Family,
    /// The product.
    pub product: ProductCode,
    /// How many are granted.
    pub granted: Quantity,
    /// How many recorded activations have taken. Seats are counted by their assignments instead.
    pub used: u32,
    /// Where it comes from.
    pub grants: Vec<Grant>,
}

#[derive(FromRow)]
struct Row {
    benefit_id: String,
    family: String,
    product: String,
    granted: Option<i64>,
    used: i64,
    #[sqlx(flatten)]
    grant: grants::Columns,
}

macro_rules! select {
    ($where:literal) => {
        concat!(
            "SELECT b.benefit_id, b.family, b.product, b.granted, b.used,
                    g.membership_id, g.benefit_type, g.quantity, g.cut, g.cap_country, g.cap_in_all
             FROM benefits b
             LEFT JOIN grants g ON g.benefit_id = b.benefit_id
             WHERE b.company_id = $1",
            $where,
            " ORDER BY b.benefit_id, g.benefit_type, g.membership_id"
        )
    };
}

/// Every benefit of the company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_company(connection: &mut AnyConnection, company: CompanyId) -> Result<Vec<Benefit>, Error> {
    let rows = sqlx::query_as(select!("")).bind(company.to_string()).fetch_all(connection).await?;
    benefits(rows)
}

/// The company's benefits of one family.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_family(
    connection: &mut AnyConnection,
    company: CompanyId,
    family: Family,
) -> Result<Vec<Benefit>, Error> {
    let rows = sqlx::query_as(select!(" AND b.family = $2"))
        .bind(company.to_string())
        .bind(family.code())
        .fetch_all(connection)
        .await?;
    benefits(rows)
}

/// One benefit of the company.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(
    connection: &mut AnyConnection,
    company: CompanyId,
    id: BenefitId,
) -> Result<Option<Benefit>, Error> {
    let rows = sqlx::query_as(select!(" AND b.benefit_id = $2"))
        .bind(company.to_string())
        .bind(id.to_string())
        .fetch_all(connection)
        .await?;
    Ok(benefits(rows)?.pop())
}

/// The benefit of the company that a seat of it belongs to.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_seat(
    connection: &mut AnyConnection,
    company: CompanyId,
    seat: SeatId,
) -> Result<Option<Benefit>, Error> {
    let rows = sqlx::query_as(select!(
        " AND b.benefit_id = (SELECT s.benefit_id FROM seats s WHERE s.company_id = $1 AND s.seat_id = $2)"
    ))
    .bind(company.to_string())
    .bind(seat.to_string())
    .fetch_all(connection)
    .await?;
    Ok(benefits(rows)?.pop())
}

/// Gathers the rows of each benefit, which follow each other, into one.
fn benefits(rows: Vec<Row>) -> Result<Vec<Benefit>, Error> {
    let families = || Family::ALL.into_iter().map(|family| (family.code(), family));
    let mut benefits: Vec<Benefit> = Vec::new();
    for row in rows {
        let id = parsed("benefits", "benefit_id", &row.benefit_id)?;
        let grant = row.grant.grant()?;
        if let Some(benefit) = benefits.last_mut().filter(|benefit| benefit.id == id) {
            benefit.grants.extend(grant);
            continue;
        }
        benefits.push(Benefit {
            id,
            family: coded("benefits", "family", &row.family, families())?,
            product: parsed("benefits", "product", &row.product)?,
            granted: grants::quantity("benefits", "granted", row.granted)?,
            used: count("benefits", "used", row.used)?,
            grants: grant.into_iter().collect(),
        });
    }
    Ok(benefits)
}
