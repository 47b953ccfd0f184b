//! What must hold of the facts of one family.
//!
//! Owns keys, packages and credits; refuses to know quantities beyond what keys ask of them.

use std::collections::BTreeSet;

use super::Findings;
use crate::programme::{
    Catalogue, CloudBilling, CloudDetails, Credit, Details, FaultKind, GrantFault, KeyKind, Package, Place,
    Product, Quantity, SoftwareDetails, SoftwareFault, Unit,
};

impl Findings {
    /// The details of a product, which stand beside its other fields.
    pub(super) fn details(&mut self, place: &Place, catalogue: &Catalogue, product: &Product) {
        let (family, details) = (product.family, product.details.family());
        if family != details {
            self.add(place.field("family"), FaultKind::FamilyMismatch { family, details });
        }
        match &product.details {
            Details::Software(software) => {
                self.keys(place, product, software);
                self.choices(place, catalogue, software);
                self.packages(place, software);
                self.localised(&place.field("instructions"), &software.instructions);
            }
            Details::Cloud(cloud) => {
                self.credit(place, product, cloud);
                self.localised(&place.field("instructions"), &cloud.instructions);
                self.hand_off(&place.field("portal"), &cloud.portal);
            }
            Details::VisualStudio(subscription) => {
                self.localised(&place.field("instructions"), &subscription.instructions);
                self.hand_off(&place.field("portal"), &subscription.portal);
            }
            Details::Technical(technical) => {
                self.localised(&place.field("instructions"), &technical.instructions);
                self.hand_off(&place.field("portal"), &technical.portal);
            }
            Details::GoToMarket(benefit) => {
                self.localised(&place.field("group"), &benefit.group);
                self.localised(&place.field("description"), &benefit.description);
            }
        }
    }

    fn keys(&mut self, place: &Place, product: &Product, software: &SoftwareDetails) {
        let reason = place.field("why_no_key");
        match (software.keys, &software.why_no_key) {
            (KeyKind::None, None) => self.add(reason, SoftwareFault::NoReasonForNoKey),
            (KeyKind::None, Some(text)) => self.localised(&reason, text),
            (KeyKind::MultipleActivation | KeyKind::SingleUse, Some(_)) => {
                self.add(reason, SoftwareFault::NeedlessReason);
            }
            (KeyKind::MultipleActivation | KeyKind::SingleUse, None) => {}
        }
        if software.keys == KeyKind::MultipleActivation && product.unit != Unit::Licences {
            let unit = product.unit;
            self.add(place.field("keys"), SoftwareFault::MultipleActivationNeedsLicences { unit });
        }
        if software.keys != KeyKind::None && product.grants.quantities().any(|it| it == Quantity::Unlimited) {
            self.add(place.field("keys"), SoftwareFault::KeysNeedLimit);
        }
        self.units_per_key(&place.field("units_per_key"), product, software);
    }

    fn units_per_key(&mut self, place: &Place, product: &Product, software: &SoftwareDetails) {
        let units_per_key = software.units_per_key;
        if units_per_key == 0 {
            self.add(place.clone(), FaultKind::Zero);
        } else if units_per_key > 1 && software.keys != KeyKind::SingleUse {
            self.add(place.clone(), SoftwareFault::NeedlessUnitsPerKey);
        } else {
            for quantity in product.grants.quantities().filter_map(Quantity::limit) {
                if !quantity.is_multiple_of(units_per_key) {
                    self.add(place.clone(), SoftwareFault::KeysNotWhole { units_per_key, quantity });
                }
            }
        }
    }

    fn choices(&mut self, place: &Place, catalogue: &Catalogue, software: &SoftwareDetails) {
        let mut seen = BTreeSet::new();
        for (index, language) in software.languages.iter().enumerate() {
            let place = place.item("languages", index);
            if catalogue.language(language).is_none() {
                self.add(place.clone(), FaultKind::UnknownLanguage { language: language.clone() });
            }
            if !seen.insert(language.as_str()) {
                self.add(place, FaultKind::DuplicateCode { code: language.to_string() });
            }
        }
        let mut seen = BTreeSet::new();
        for (index, os_type) in software.os_types.iter().enumerate() {
            let place = place.item("os_types", index);
            if catalogue.os_type(os_type).is_none() {
                self.add(place.clone(), FaultKind::UnknownOsType { os_type: os_type.clone() });
            }
            if !seen.insert(os_type.as_str()) {
                self.add(place, FaultKind::DuplicateCode { code: os_type.to_string() });
            }
        }
    }

    fn packages(&mut self, place: &Place, software: &SoftwareDetails) {
        let mut seen = BTreeSet::new();
        for (index, package) in software.packages.iter().enumerate() {
            let place = place.item("packages", index);
            let Package { language, os_type, name, url, size_mb } = package;
            if !software.languages.contains(language) {
                let language = language.clone();
                self.add(place.field("language"), SoftwareFault::PackageLanguageNotOffered { language });
            }
            if !software.os_types.contains(os_type) {
                let os_type = os_type.clone();
                self.add(place.field("os_type"), SoftwareFault::PackageOsTypeNotOffered { os_type });
            }
            if !seen.insert((language, os_type)) {
                let (language, os_type) = (language.clone(), os_type.clone());
                self.add(place.clone(), SoftwareFault::DuplicatePackage { language, os_type });
            }
            if *size_mb == 0 {
                self.add(place.field("size_mb"), FaultKind::Zero);
            }
            self.plain(&place.field("name"), name);
            self.address(&place.field("url"), url);
        }
    }

    fn credit(&mut self, place: &Place, product: &Product, cloud: &CloudDetails) {
        let unit = product.unit;
        let expected = match cloud.billing {
            CloudBilling::UsageBased { credit: Credit::Monthly } => Some(Unit::MonthlyCredit),
            CloudBilling::UsageBased { credit: Credit::Bulk } => Some(Unit::YearlyCredit),
            CloudBilling::LicenceBased => None,
        };
        let agrees = expected.map_or(!unit.is_credit(), |expected| unit == expected);
        if !agrees {
            self.add(place.field("billing"), GrantFault::CreditMismatch { expected, unit });
        }
    }
}
