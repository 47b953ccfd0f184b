//! `benefits`, `grants` and `seats`, as an entitlement writes them: the three change together or not at all.

use domain::{
    day::Instant,
    entitlement::{BenefitType, Caps, Grant, PoolName},
    id::{BenefitId, CompanyId, SeatId},
    programme::{Family, ProductCode, Quantity},
};

use super::{Error, Tx, parsed};
use crate::random;

/// A benefit as an entitlement makes it.
#[derive(Clone, Copy, Debug)]
pub struct Entitled<'a> {
    /// The company.
    pub company: CompanyId,
    /// The family of the product.
    pub family: Family,
    /// The product.
    pub product: &'a ProductCode,
    /// Which of the product's pools it is, where there are several.
    pub pool: &'a PoolName,
    /// How many are granted.
    pub granted: Quantity,
}

/// Creates the benefit, or gives the one that there is its new size, which is never less than what is used.
///
/// # Errors
/// [`Error`] of the database.
pub async fn put_benefit(tx: &mut Tx, entitled: Entitled<'_>, now: Instant) -> Result<BenefitId, Error> {
    let row: (String,) = sqlx::query_as(
        "INSERT INTO benefits (benefit_id, company_id, family, product, pool, granted, used, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
         ON CONFLICT (company_id, product, pool) DO UPDATE
         SET granted = CASE WHEN excluded.granted < benefits.used THEN benefits.used ELSE excluded.granted END
         RETURNING benefit_id",
    )
    .bind(random::uuid(now).to_string())
    .bind(entitled.company.to_string())
    .bind(entitled.family.code())
    .bind(entitled.product.as_str())
    .bind(entitled.pool.to_string())
    .bind(entitled.granted.limit().map(i64::from))
    .bind(now.as_microseconds())
    .fetch_one(&mut **tx)
    .await?;
    parsed("benefits", "benefit_id", &row.0)
}

/// Replaces the grants behind a benefit.
///
/// # Errors
/// [`Error`] of the database.
pub async fn put_grants(
    tx: &mut Tx,
    benefit: BenefitId,
    grants: &[&Grant],
    caps: Option<Caps>,
) -> Result<(), Error> {
    let _ = sqlx::query("DELETE FROM grants WHERE benefit_id = $1")
        .bind(benefit.to_string())
        .execute(&mut **tx)
        .await?;
    for grant in grants {
        let _ = sqlx::query(
            "INSERT INTO grants (benefit_id, membership_id, benefit_type, quantity, cut, cap_country, cap_in_all)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(benefit.to_string())
        .bind(grant.membership.to_string())
        .bind(match grant.benefit_type {
            BenefitType::Core => "core",
            BenefitType::Incremental => "incremental",
        })
        .bind(grant.quantity.limit().map(i64::from))
        .bind(i64::from(grant.cut))
        .bind(caps.map(|caps| i64::from(caps.per_country)))
        .bind(caps.map(|caps| i64::from(caps.in_all)))
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// Adds the seats that a pool of `wanted` seats does not have yet.
///
/// # Errors
/// [`Error`] of the database.
pub async fn put_seats(
    tx: &mut Tx,
    benefit: BenefitId,
    entitled: Entitled<'_>,
    now: Instant,
) -> Result<(), Error> {
    let (known,): (i64,) = sqlx::query_as("SELECT CAST(COUNT(*) AS BIGINT) FROM seats WHERE benefit_id = $1")
        .bind(benefit.to_string())
        .fetch_one(&mut **tx)
        .await?;
    let wanted = entitled.granted.limit().map_or(0, i64::from);
    for number in known + 1..=wanted {
        let _ = sqlx::query(
            "INSERT INTO seats (seat_id, benefit_id, company_id, product, number)
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(SeatId::from_uuid(random::uuid(now)).to_string())
        .bind(benefit.to_string())
        .bind(entitled.company.to_string())
        .bind(entitled.product.as_str())
        .bind(number)
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
