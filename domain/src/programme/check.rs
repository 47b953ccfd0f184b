//! Looks a catalogue over and gathers its faults, in the order of the file, without stopping at the first.
//!
//! Owns what must hold between entries; refuses to know what to do about a fault.

mod details;
mod product;
mod text;

use std::collections::BTreeSet;

use super::{Catalogue, CatalogueFault, FaultKind, Place};

/// Every fault of `catalogue`.
pub(super) fn faults(catalogue: &Catalogue) -> Vec<CatalogueFault> {
    let mut findings = Findings::default();
    findings.head(catalogue);
    findings.offers(catalogue);
    findings.competencies(catalogue);
    findings.products(catalogue);
    findings.faults
}

/// The faults that were found so far.
#[derive(Default)]
struct Findings {
    faults: Vec<CatalogueFault>,
}

impl Findings {
    fn add(&mut self, place: Place, kind: impl Into<FaultKind>) {
        self.faults.push(CatalogueFault { place, kind: kind.into() });
    }

    fn head(&mut self, catalogue: &Catalogue) {
        let root = Place::default();
        self.plain(&root.field("code"), catalogue.code.as_str());
        self.localised(&root.field("name"), &catalogue.programme);
        self.plain(&root.field("policy").field("version"), &catalogue.policy.version);

        let languages = catalogue.languages.iter().map(|language| language.code.as_str());
        self.unique_codes("languages", languages);
        for (index, language) in catalogue.languages.iter().enumerate() {
            let place = root.item("languages", index).of(&language.code);
            self.localised(&place.field("name"), &language.name);
        }
        let os_types = catalogue.os_types.iter().map(|os_type| os_type.code.as_str());
        self.unique_codes("os_types", os_types);
        for (index, os_type) in catalogue.os_types.iter().enumerate() {
            let place = root.item("os_types", index).of(&os_type.code);
            self.localised(&place.field("name"), &os_type.name);
        }
    }

    fn offers(&mut self, catalogue: &Catalogue) {
        let root = Place::default();
        self.not_empty_list("offers", catalogue.offers.is_empty());
        self.unique_codes("offers", catalogue.offers.iter().map(|offer| offer.code.as_str()));
        for (index, offer) in catalogue.offers.iter().enumerate() {
            let place = root.item("offers", index).of(&offer.code);
            self.localised(&place.field("name"), &offer.name);
            if offer.needs_competency && catalogue.competencies.is_empty() {
                self.add(place.field("needs_competency"), FaultKind::NothingListed);
            }
        }
    }

    fn competencies(&mut self, catalogue: &Catalogue) {
        let root = Place::default();
        let codes = catalogue.competencies.iter().map(|competency| competency.code.as_str());
        self.unique_codes("competencies", codes);
        for (index, competency) in catalogue.competencies.iter().enumerate() {
            let place = root.item("competencies", index).of(&competency.code);
            self.localised(&place.field("name"), &competency.name);
            self.localised(&place.field("area"), &competency.area);
        }
    }

    fn products(&mut self, catalogue: &Catalogue) {
        self.not_empty_list("products", catalogue.products.is_empty());
        self.unique_codes("products", catalogue.products.iter().map(|product| product.code.as_str()));
        for (index, product) in catalogue.products.iter().enumerate() {
            let place = Place::default().item("products", index).of(&product.code);
            self.product(&place, catalogue, product);
        }
    }

    fn not_empty_list(&mut self, list: &'static str, is_empty: bool) {
        if is_empty {
            self.add(Place::default().field(list), FaultKind::NothingListed);
        }
    }

    fn unique_codes<'a>(&mut self, list: &'static str, codes: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (index, code) in codes.enumerate() {
            let place = Place::default().item(list, index).of(code).field("code");
            if !seen.insert(code) {
                self.add(place.clone(), FaultKind::DuplicateCode { code: code.to_owned() });
            }
            self.plain(&place, code);
        }
    }
}
