//! What must hold of every product, whatever its family.
//!
//! Owns quantities, units and references; refuses to know what a family adds.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use crate::programme::{Catalogue, FaultKind, GrantFault, Increment, Level, Place, Product, Quantity};

impl Findings {
    /// One product, at `place`.
    pub(super) fn product(&mut self, place: &Place, catalogue: &Catalogue, product: &Product) {
        self.localised(&place.field("name"), &product.name);
        self.localised(&place.field("summary"), &product.summary);
        self.unit(place, product);
        self.grants(place, catalogue, product);
        self.details(place, catalogue, product);
    }

    fn unit(&mut self, place: &Place, product: &Product) {
        let (unit, family) = (product.unit, product.family);
        if !unit.counts(family) {
            self.add(place.field("unit"), GrantFault::UnitOfAnotherFamily { unit, family });
        }
        match (&product.currency, unit.is_credit()) {
            (None, true) => self.add(place.field("unit"), GrantFault::NoCurrency),
            (Some(_), false) => self.add(place.field("currency"), GrantFault::NeedlessCurrency),
            (Some(_), true) | (None, false) => {}
        }
    }

    fn grants(&mut self, place: &Place, catalogue: &Catalogue, product: &Product) {
        let grants = &product.grants;
        let core = place.field("core");
        if grants.quantities().next().is_none() {
            self.add(core.clone(), GrantFault::NothingGranted);
        }
        self.quantities(&core, &grants.core);
        for &level in grants.core.keys() {
            if !catalogue.offers.iter().any(|offer| offer.level == level) {
                self.add(core.field(level.code()), GrantFault::LevelWithoutOffer { level });
            }
        }
        let mut seen = BTreeSet::new();
        for (index, increment) in grants.incremental.iter().enumerate() {
            let place = place.item("incremental", index);
            self.increment(&place, catalogue, increment);
            for (index, competency) in increment.competencies.iter().enumerate() {
                if !seen.insert(competency) {
                    let twice = FaultKind::DuplicateCode { code: competency.to_string() };
                    self.add(place.item("competencies", index), twice);
                }
            }
        }
    }

    fn increment(&mut self, place: &Place, catalogue: &Catalogue, increment: &Increment) {
        if increment.competencies.is_empty() {
            self.add(place.field("competencies"), FaultKind::NothingListed);
        }
        for (index, competency) in increment.competencies.iter().enumerate() {
            if catalogue.competency(competency).is_none() {
                let competency = competency.clone();
                self.add(place.item("competencies", index), FaultKind::UnknownCompetency { competency });
            }
        }
        if increment.by_level.is_empty() {
            self.add(place.clone(), GrantFault::NothingGranted);
        }
        self.quantities(place, &increment.by_level);
        for &level in increment.by_level.keys() {
            let place = place.field(level.code());
            let mut offers = catalogue.offers.iter().filter(|offer| offer.level == level).peekable();
            if offers.peek().is_none() {
                self.add(place, GrantFault::LevelWithoutOffer { level });
            } else if !offers.any(|offer| offer.needs_competency) {
                self.add(place, GrantFault::IncrementWithoutCompetency { level });
            }
        }
    }

    fn quantities(&mut self, place: &Place, quantities: &BTreeMap<Level, Quantity>) {
        for (&level, &quantity) in quantities {
            if quantity == Quantity::ZERO {
                self.add(place.field(level.code()), FaultKind::Zero);
            }
        }
    }
}
