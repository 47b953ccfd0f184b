//! Where a benefit comes from: one source for each grant.

use app::portal::Source;
use domain::expiry::Expiry;

use super::look::Look;
use crate::{
    db::{benefits::Benefit, grants},
    portal::{
        Failure,
        facts::{competency_name, offer_name},
    },
};

/// The sources of a benefit: core first, then from the oldest to the newest.
pub(super) async fn sources(look: &mut Look<'_>, benefit: &Benefit) -> Result<Vec<Source>, Failure> {
    let uses = grants::uses(&mut look.connection, look.place.company).await?;
    let terms = &look.terms;
    let details = &terms.product(&benefit.product)?.details;
    let mut dated = Vec::with_capacity(benefit.grants.len());
    for grant in &benefit.grants {
        let membership = terms.membership(grant.membership)?;
        let so_far = uses.get(&grant.membership).copied().unwrap_or_default();
        let source = Source {
            membership: membership.id,
            offer: offer_name(terms.catalogue, &membership.offer),
            competency: competency_name(terms.catalogue, membership),
            benefit_type: grant.benefit_type,
            quantity: grant.quantity,
            cut: grant.cut,
            expiry: Expiry::of(details, membership, &terms.policy),
            refund: membership.refund_right(so_far, &terms.policy, terms.now.today),
        };
        dated.push(((grants::type_code(grant.benefit_type), membership.activated_on, membership.id), source));
    }
    dated.sort_by_key(|(key, _)| *key);
    Ok(dated.into_iter().map(|(_, source)| source).collect())
}
