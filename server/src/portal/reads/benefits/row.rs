//! The rows of a tab, before filters.

use std::collections::BTreeSet;

use app::portal::BenefitRow;
use domain::{
    entitlement::BenefitType,
    language::Localised,
    membership::Membership,
    programme::{Details, Family, KeyKind, OfferCode, Product},
};

use crate::{
    db::benefits::{self, Benefit},
    portal::{
        Failure,
        facts::{Terms, competency_name, offer_name},
        reads::{
            look::Look,
            usage::{Usage, Usages},
        },
    },
};

/// A row with what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The row.
    pub row: BenefitRow,
    /// The benefit.
    pub benefit: Benefit,
    /// Whether nothing of it has ever been used.
    pub is_untouched: bool,
}

/// Every benefit of the company in one family.
pub(super) async fn entries(look: &mut Look<'_>, family: Family) -> Result<Vec<Entry>, Failure> {
    let benefits = benefits::of_family(&mut look.connection, look.place.company, family).await?;
    let usages = Usages::of_family(look, family).await?;
    let entry = |benefit: Benefit| {
        let product = look.terms.product(&benefit.product)?;
        let usage = usages.of(&benefit, product);
        let row = row(&look.terms, &benefit, product, usage)?;
        let is_untouched = usage.untouched > 0 && usage.used == 0 && usage.locked == 0;
        Ok(Entry { row, benefit, is_untouched })
    };
    benefits.into_iter().map(entry).collect()
}

fn row(terms: &Terms<'_>, benefit: &Benefit, product: &Product, usage: Usage) -> Result<BenefitRow, Failure> {
    let offer = |held: &Membership| -> (OfferCode, Localised, Option<Localised>) {
        (held.offer.clone(), offer_name(terms.catalogue, &held.offer), competency_name(terms.catalogue, held))
    };
    let benefit_types: BTreeSet<_> =
        benefit.grants.iter().map(|grant| grant.benefit_type == BenefitType::Incremental).collect();
    let benefit_type =
        |is_incremental| if is_incremental { BenefitType::Incremental } else { BenefitType::Core };
    Ok(BenefitRow {
        benefit: benefit.id,
        product: product.code.clone(),
        name: product.name.clone(),
        unit: product.unit,
        currency: product.currency.clone(),
        granted: benefit.granted,
        is_counted: product.software().is_none_or(|software| software.keys != KeyKind::None),
        used: usage.used,
        locked: usage.locked,
        offers: terms.granting(benefit)?.into_iter().map(offer).collect(),
        benefit_types: benefit_types.into_iter().map(benefit_type).collect(),
        expiry: terms.expiry(benefit)?,
        is_closed: terms.is_closed(benefit)?,
        is_sample: product.sample,
        group: group(&product.details),
    })
}

/// The benefit under whose name a go-to-market offer is listed (R68).
fn group(details: &Details) -> Option<Localised> {
    match details {
        Details::GoToMarket(details) => Some(details.group.clone()),
        Details::Software(_) | Details::Cloud(_) | Details::VisualStudio(_) | Details::Technical(_) => None,
    }
}
