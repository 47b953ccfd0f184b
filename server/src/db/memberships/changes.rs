//! Writes of `memberships`.

use domain::{day::Instant, id::CompanyId, membership::Membership};

use crate::db::{Error, Tx, exactly};

/// Records an offer that the company holds.
///
/// # Errors
/// [`Error`] of the database.
pub async fn insert(
    tx: &mut Tx,
    company: CompanyId,
    membership: &Membership,
    now: Instant,
) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO memberships (membership_id, company_id, offer, level, competency,
                                  purchased_on, activated_on, anniversary, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(membership.id.to_string())
    .bind(company.to_string())
    .bind(membership.offer.as_str())
    .bind(membership.level.code())
    .bind(membership.competency.as_ref().map(domain::programme::CompetencyCode::as_str))
    .bind(membership.purchased_on.to_string())
    .bind(membership.activated_on.to_string())
    .bind(membership.anniversary.to_string())
    .bind(now.as_microseconds())
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}
