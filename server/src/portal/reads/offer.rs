//! The offers of a company by their names, which the catalogue gives.
//!
//! An offer that a later catalogue no longer has goes by its code.

use app::portal::MembershipLine;
use domain::{
    entitlement::BenefitType,
    language::Localised,
    membership::Membership,
    programme::{Catalogue, OfferCode},
};

use crate::{
    db::{benefits::Benefit, grants::Grant},
    portal::{Failure, facts::Terms},
};

/// The name of an offer.
pub(super) fn offer_name(catalogue: &Catalogue, code: &OfferCode) -> Localised {
    catalogue.offer(code).map_or_else(|| Localised::same(code.as_str()), |offer| offer.name.clone())
}

/// The name of the competency that a membership was bought for.
pub(super) fn competency_name(catalogue: &Catalogue, membership: &Membership) -> Option<Localised> {
    let code = membership.competency.as_ref()?;
    let known = catalogue.competency(code);
    Some(known.map_or_else(|| Localised::same(code.as_str()), |competency| competency.name.clone()))
}

/// The offer that grants a benefit, the one that ends last where there are several; behind it the competency, when it is
/// for that one that it grants it: a core is granted once, for all of them.
pub(super) fn granting_name(terms: &Terms<'_>, benefit: &Benefit) -> Result<Localised, Failure> {
    let granting = terms.granting(benefit)?;
    let Some(first) = granting.first() else { return Err(Failure::NotFound) };
    let offer = offer_name(terms.catalogue, &first.offer);
    let of_first =
        |grant: &Grant| grant.membership == first.id && grant.benefit_type == BenefitType::Incremental;
    let competency = competency_name(terms.catalogue, first).filter(|_| benefit.grants.iter().any(of_first));
    Ok(match competency {
        Some(competency) => Localised {
            en: format!("{} · {}", offer.en, competency.en),
            fr: format!("{} · {}", offer.fr, competency.fr),
        },
        None => offer,
    })
}

/// The offers of the company, the one that ends first at the front.
pub(super) fn lines(terms: &Terms<'_>) -> Vec<MembershipLine> {
    let line = |membership: &Membership| MembershipLine {
        membership: membership.id,
        code: membership.offer.clone(),
        offer: offer_name(terms.catalogue, &membership.offer),
        level: membership.level,
        competency: competency_name(terms.catalogue, membership),
        anniversary: membership.anniversary,
        stage: membership.stage(&terms.policy, terms.now.today),
    };
    terms.memberships.iter().map(line).collect()
}
