//! The offers of a company, as pages list them.

use app::portal::MembershipLine;
use domain::membership::Membership;

use crate::portal::facts::{Terms, competency_name, offer_name};

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
