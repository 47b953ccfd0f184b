//! Entitlements: what the offers of a company grant it, product by product (R4 to R8).
//!
//! Owns core, incremental, caps and pools; refuses to know what has been used.

mod pool;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    company::Country,
    day::Day,
    id::MembershipId,
    membership::Membership,
    policy::{LocationCaps, Policy},
    programme::{Catalogue, CompetencyCode, Level, Product, ProductCode, Quantity},
};

pub use pool::{Pool, PoolName, PoolTitle};

/// Where a grant comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BenefitType {
    /// Once for a company, at its best level; and once for an Action Pack.
    Core,
    /// For each competency.
    Incremental,
}

/// What one membership grants of one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The membership that grants it.
    pub membership: MembershipId,
    /// Core or incremental.
    pub benefit_type: BenefitType,
    /// How many, after the cut.
    pub quantity: Quantity,
    /// How many a cap has cut off (R6, R7).
    pub cut: u32,
}

/// What a company may have of one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entitlement {
    /// The product.
    pub product: ProductCode,
    /// The grants: core first, then the competencies from the oldest to the newest.
    pub grants: Vec<Grant>,
    /// The caps, where they apply.
    pub caps: Option<Caps>,
}

/// How much of a product a company may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caps {
    /// In one country.
    pub per_country: u32,
    /// In all its countries together: the cap of a country times the countries, or the worldwide cap if less.
    pub in_all: u32,
}

/// What entitlements depend on.
#[derive(Clone, Copy, Debug)]
pub struct Entitled<'a> {
    /// The offers that the company holds; those that are not usable grant nothing.
    pub memberships: &'a [Membership],
    /// The countries in which it has a location.
    pub countries: &'a BTreeSet<Country>,
    /// The policy in force for it.
    pub policy: &'a Policy,
    /// The day for which to say it.
    pub today: Day,
}

impl Entitlement {
    /// The whole grant.
    #[must_use]
    pub fn total(&self) -> Quantity {
        total(&self.grants)
    }
}

impl Entitled<'_> {
    /// The entitlements that `catalogue` gives: one for each product of which anything is granted.
    #[must_use]
    pub fn to(&self, catalogue: &Catalogue) -> Vec<Entitlement> {
        let usable = self.usable();
        catalogue.products.iter().filter_map(|product| self.for_product(product, &usable)).collect()
    }

    /// The usable memberships, the oldest first; of one competency only the best level counts.
    fn usable(&self) -> Vec<&Membership> {
        let mut usable: Vec<_> =
            self.memberships.iter().filter(|held| held.is_usable(self.policy, self.today)).collect();
        usable.sort_by_key(|held| (held.activated_on, held.id));
        let mut best: BTreeMap<Option<&CompetencyCode>, &Membership> = BTreeMap::new();
        for held in &usable {
            let known = best.entry(held.competency.as_ref()).or_insert(held);
            if (held.level, held.anniversary) > (known.level, known.anniversary) {
                *known = held;
            }
        }
        let counted: BTreeSet<_> = best.values().map(|held| held.id).collect();
        usable.retain(|held| held.competency.is_none() || counted.contains(&held.id));
        usable
    }

    fn for_product(&self, product: &Product, usable: &[&Membership]) -> Option<Entitlement> {
        let cores = cores(product, usable);
        let initial = cores.iter().filter_map(|core| core.quantity.limit()).max();
        let mut grants = cores;
        grants.extend(increments(product, usable));
        if grants.is_empty() {
            return None;
        }
        let caps = initial.and_then(|initial| self.caps(initial));
        if let Some(caps) = caps {
            cut_to(&mut grants, caps.in_all);
        }
        Some(Entitlement { product: product.code.clone(), grants, caps })
    }

    fn caps(&self, initial: u32) -> Option<Caps> {
        match self.policy.location_caps {
            LocationCaps::None => None,
            LocationCaps::Multiples { per_country, worldwide } => {
                let countries = u32::try_from(self.countries.len()).unwrap_or(u32::MAX).max(1);
                let per_country = initial.saturating_mul(per_country);
                let in_all = per_country.saturating_mul(countries).min(initial.saturating_mul(worldwide));
                Some(Caps { per_country, in_all })
            }
        }
    }
}

/// The core grants: that of an Action Pack, which is an offer and not a level, and that of the best level, once (R5).
fn cores(product: &Product, usable: &[&Membership]) -> Vec<Grant> {
    let of = |wanted: Level| {
        let held = usable.iter().filter(|held| held.level == wanted).max_by_key(|held| held.anniversary)?;
        let quantity = *product.grants.core.get(&wanted)?;
        Some(Grant { membership: held.id, benefit_type: BenefitType::Core, quantity, cut: 0 })
    };
    let best = usable.iter().map(|held| held.level).filter(|level| *level != Level::ActionPack).max();
    of(Level::ActionPack).into_iter().chain(best.and_then(of)).collect()
}

/// The incremental grants, one for each membership with a competency that the product names.
fn increments(product: &Product, usable: &[&Membership]) -> Vec<Grant> {
    let of = |held: &&Membership| {
        let competency = held.competency.as_ref()?;
        let named = product.grants.incremental.iter().filter(|more| more.competencies.contains(competency));
        let quantity =
            named.filter_map(|more| more.by_level.get(&held.level)).copied().reduce(Quantity::plus)?;
        Some(Grant { membership: held.id, benefit_type: BenefitType::Incremental, quantity, cut: 0 })
    };
    usable.iter().filter_map(of).collect()
}

/// Cuts the newest grants until all of them together fit in `cap`, the newest competency first.
fn cut_to(grants: &mut [Grant], cap: u32) {
    let Some(mut over) = total(&*grants).limit().map(|sum| sum.saturating_sub(cap)) else { return };
    for grant in grants.iter_mut().rev() {
        if let Quantity::Limited(quantity) = grant.quantity {
            let cut = over.min(quantity);
            grant.quantity = Quantity::Limited(quantity - cut);
            grant.cut = cut;
            over -= cut;
        }
    }
}

/// All of the grants together.
fn total<'a>(grants: impl IntoIterator<Item = &'a Grant>) -> Quantity {
    grants.into_iter().fold(Quantity::ZERO, |sum, grant| sum.plus(grant.quantity))
}
