//! `grants`: what each membership grants of a benefit, and what a cap has cut off.

use std::collections::BTreeMap;

use domain::{
    cancellation::UseSoFar,
    entitlement::{BenefitType, Caps},
    id::{CompanyId, MembershipId},
    programme::Quantity,
};
use sqlx::AnyConnection;

use super::{Error, coded, count, parsed};

/// One of the grants behind a benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The membership that grants it.
    pub membership: MembershipId,
    /// Core or incremental.
    pub benefit_type: BenefitType,
    /// How many, after the cut.
    pub quantity: Quantity,
    /// How many a cap has cut off.
    pub cut: u32,
    /// The caps, where they apply.
    pub caps: Option<Caps>,
}

/// The code under which a benefit type is stored.
#[must_use]
pub const fn type_code(benefit_type: BenefitType) -> &'static str {
    match benefit_type {
        BenefitType::Core => "core",
        BenefitType::Incremental => "incremental",
    }
}

/// The columns of a grant as a statement over benefits joins them: all absent where a benefit has no grant.
#[derive(sqlx::FromRow)]
pub(super) struct Columns {
    membership_id: Option<String>,
    benefit_type: Option<String>,
    quantity: Option<i64>,
    cut: Option<i64>,
    cap_country: Option<i64>,
    cap_in_all: Option<i64>,
}

impl Columns {
    pub(super) fn grant(self) -> Result<Option<Grant>, Error> {
        let (Some(membership), Some(benefit_type)) = (self.membership_id, self.benefit_type) else {
            return Ok(None);
        };
        let types = [BenefitType::Core, BenefitType::Incremental].map(|known| (type_code(known), known));
        let caps = match (self.cap_country, self.cap_in_all) {
            (Some(per_country), Some(in_all)) => Some(Caps {
                per_country: count("grants", "cap_country", per_country)?,
                in_all: count("grants", "cap_in_all", in_all)?,
            }),
            _ => None,
        };
        Ok(Some(Grant {
            membership: parsed("grants", "membership_id", &membership)?,
            benefit_type: coded("grants", "benefit_type", &benefit_type, types)?,
            quantity: quantity("grants", "quantity", self.quantity)?,
            cut: count("grants", "cut", self.cut.unwrap_or_default())?,
            caps,
        }))
    }
}

/// Reads an amount, of which the absent one has no limit.
pub(super) fn quantity(
    table: &'static str,
    column: &'static str,
    number: Option<i64>,
) -> Result<Quantity, Error> {
    number.map_or(Ok(Quantity::Unlimited), |number| count(table, column, number).map(Quantity::Limited))
}

/// What the company has done with the benefits of each of its memberships, as far as a refund is concerned (R71, R72).
///
/// # Errors
/// [`Error`] of the database.
pub async fn uses(
    connection: &mut AnyConnection,
    company: CompanyId,
) -> Result<BTreeMap<MembershipId, UseSoFar>, Error> {
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(include_str!("grants/uses.sql"))
        .bind(company.to_string())
        .fetch_all(connection)
        .await?;
    let use_so_far = |(membership, activated, used): (String, i64, i64)| {
        let used = UseSoFar { software_activated: activated > 0, anything_used: activated + used > 0 };
        Ok((parsed("grants", "membership_id", &membership)?, used))
    };
    rows.into_iter().map(use_so_far).collect()
}
