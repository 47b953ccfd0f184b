//! The programme: what can be held, and what each holding grants, as its catalogue says it (R4, R5).
//!
//! Owns the shape of a catalogue and its faults; refuses to know files, and what a company makes of it.

mod check;
mod code;
mod details;
mod fault;
mod grants;
mod offer;
mod product;

use serde::{Deserialize, Serialize};

pub use self::{
    code::{
        CatalogueCode, CodeError, CompetencyCode, Currency, OfferCode, OsType, ProductCode, SoftwareLanguage,
    },
    details::{
        CloudBilling, CloudDetails, Credit, Details, GoToMarketDetails, GoToMarketKind, HandOff, KeyKind,
        Package, SoftwareDetails, TechnicalDetails, TechnicalKind, VisualStudioDetails,
    },
    fault::{CatalogueFault, FaultKind, GrantFault, Place, SoftwareFault, Step, TextFault},
    grants::{Grants, Increment, Quantity},
    offer::{Competency, Level, Offer},
    product::{Family, Product, Unit},
};
use crate::{day::Day, language::Localised, policy::Policy};

/// A language in which software installs, with its name on the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredLanguage {
    /// What products and packages call it: `pt-BR`.
    pub code: SoftwareLanguage,
    /// Its name.
    pub name: Localised,
}

/// A type of operating system on which software installs, with its name on the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredOsType {
    /// What products and packages call it: `windows-x64`.
    pub code: OsType,
    /// Its name.
    pub name: Localised,
}

/// A programme, whole: its policy, its offers and all that they grant. It never contains a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// What the programme is filed under.
    pub code: CatalogueCode,
    /// The name of the programme.
    pub programme: Localised,
    /// The day from which this version holds; a change makes a new one.
    pub version: Day,
    /// The values in which programmes differ.
    pub policy: Policy,
    /// The languages of software, in the order in which they are offered.
    pub languages: Vec<DeclaredLanguage>,
    /// The types of operating system, in the order in which they are offered.
    pub os_types: Vec<DeclaredOsType>,
    /// What can be bought.
    pub offers: Vec<Offer>,
    /// What Silver and Gold offers are bought for.
    pub competencies: Vec<Competency>,
    /// What is granted, in the order of the Benefits page.
    pub products: Vec<Product>,
}

impl Catalogue {
    /// Everything that is wrong with it, each fault with its place; a catalogue that has one is not loaded.
    #[must_use]
    pub fn faults(&self) -> Vec<CatalogueFault> {
        check::faults(self)
    }

    /// The product filed under `code`.
    #[must_use]
    pub fn product(&self, code: &ProductCode) -> Option<&Product> {
        self.products.iter().find(|product| product.code == *code)
    }

    /// The products of one family, in catalogue order.
    pub fn products_of(&self, family: Family) -> impl Iterator<Item = &Product> {
        self.products.iter().filter(move |product| product.family == family)
    }

    /// The offer filed under `code`.
    #[must_use]
    pub fn offer(&self, code: &OfferCode) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.code == *code)
    }

    /// The competency filed under `code`.
    #[must_use]
    pub fn competency(&self, code: &CompetencyCode) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.code == *code)
    }

    /// The language of software filed under `code`.
    #[must_use]
    pub fn language(&self, code: &SoftwareLanguage) -> Option<&DeclaredLanguage> {
        self.languages.iter().find(|language| language.code == *code)
    }

    /// The type of operating system filed under `code`.
    #[must_use]
    pub fn os_type(&self, code: &OsType) -> Option<&DeclaredOsType> {
        self.os_types.iter().find(|os_type| os_type.code == *code)
    }

    /// The package to download for a product, a language and a type of operating system (R31).
    ///
    /// `None` is an answer: not every combination has one, and the page says so.
    #[must_use]
    pub fn package_for(
        &self,
        product: &ProductCode,
        language: &SoftwareLanguage,
        os_type: &OsType,
    ) -> Option<&Package> {
        self.product(product)?.software()?.package_for(language, os_type)
    }
}

#[cfg(test)]
mod tests;
