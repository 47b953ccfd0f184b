//! What the offers of a company and its pools are called: by the names that the catalogue gives.
//!
//! An offer that a later catalogue no longer has goes by its code.

use std::collections::BTreeMap;

use domain::{
    entitlement::{BenefitType, PoolName, PoolTitle},
    id::BenefitId,
    language::Localised,
    membership::Membership,
    programme::{Catalogue, Family, OfferCode},
};
use sqlx::AnyConnection;

use super::Terms;
use crate::db::{
    Error,
    benefits::{self, Benefit},
    grants::Grant,
};

/// The name of an offer.
#[must_use]
pub fn offer_name(catalogue: &Catalogue, code: &OfferCode) -> Localised {
    catalogue.offer(code).map_or_else(|| Localised::same(code.as_str()), |offer| offer.name.clone())
}

/// The name of the competency that a membership was bought for.
#[must_use]
pub fn competency_name(catalogue: &Catalogue, membership: &Membership) -> Option<Localised> {
    let code = membership.competency.as_ref()?;
    let known = catalogue.competency(code);
    Some(known.map_or_else(|| Localised::same(code.as_str()), |competency| competency.name.clone()))
}

/// The name of what a membership was bought for: the offer, with the competency where it has one.
#[must_use]
pub fn membership_name(catalogue: &Catalogue, membership: &Membership) -> Localised {
    with_competency(offer_name(catalogue, &membership.offer), competency_name(catalogue, membership))
}

impl Terms<'_> {
    /// The pools of seats of the company by what they are called.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn pool_titles(
        &self,
        connection: &mut AnyConnection,
    ) -> Result<BTreeMap<BenefitId, PoolTitle>, Error> {
        let pools = benefits::of_family(connection, self.company, Family::VisualStudio).await?;
        pools.iter().map(|pool| Ok((pool.id, self.pool_title(pool)?))).collect()
    }

    /// What a pool is called: by the offer that grants it, the one that ends last where there are several. The competency is
    /// named where it is granted for that one: always of seats, where each grant is a pool, and else of what is incremental.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] as [`Self::granting`].
    pub fn pool_title(&self, benefit: &Benefit) -> Result<PoolTitle, Error> {
        let granting = self.granting(benefit)?;
        let of = |membership: &Membership| {
            let mut types = benefit
                .grants
                .iter()
                .filter(|grant: &&Grant| grant.membership == membership.id)
                .map(|grant| grant.benefit_type);
            let part = types
                .clone()
                .next()
                .filter(|_| benefit.family == Family::VisualStudio)
                .and_then(|benefit_type| PoolName::of_seats(benefit_type, Some(membership)).part());
            let is_for_it = part.is_some() || types.any(|of| of == BenefitType::Incremental);
            let offer = offer_name(self.catalogue, &membership.offer);
            let competency = competency_name(self.catalogue, membership).filter(|_| is_for_it);
            PoolTitle { offer: with_competency(offer, competency), part }
        };
        let unknown =
            || Error::Inconsistency { table: "benefits", column: "benefit_id", id: benefit.id.to_string() };
        granting.first().map(|first| of(first)).ok_or_else(unknown)
    }
}

fn with_competency(offer: Localised, competency: Option<Localised>) -> Localised {
    match competency {
        Some(competency) => Localised {
            en: format!("{} · {}", offer.en, competency.en),
            fr: format!("{} · {}", offer.fr, competency.fr),
        },
        None => offer,
    }
}
