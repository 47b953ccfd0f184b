//! A product of the catalogue: what it is, how it is counted, whom it is granted to.
//!
//! Owns the five families and the units; refuses to know what a company holds of it.

use serde::{Deserialize, Serialize};

use super::{Currency, Details, Grants, ProductCode, SoftwareDetails};
use crate::language::Localised;

/// One of the five kinds of benefit, each with its tab and its rules (R4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Software to install.
    Software,
    /// Subscriptions to cloud services.
    Cloud,
    /// Visual Studio subscriptions.
    VisualStudio,
    /// Support, advice and presales.
    Technical,
    /// Help with selling.
    GoToMarket,
}

impl Family {
    /// Every family, in the order of the tabs.
    pub const ALL: [Self; 5] =
        [Self::Software, Self::Cloud, Self::VisualStudio, Self::Technical, Self::GoToMarket];

    /// The name under which the family is stored, which is also the end of its URL.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Cloud => "cloud",
            Self::VisualStudio => "visual-studio",
            Self::Technical => "technical",
            Self::GoToMarket => "go-to-market",
        }
    }

    /// Whether anything is done with benefits of this family, which the log then tells of. The others are only shown.
    #[must_use]
    pub const fn has_acts(self) -> bool {
        match self {
            Self::Software | Self::VisualStudio => true,
            Self::Cloud | Self::Technical | Self::GoToMarket => false,
        }
    }
}

/// What a quantity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Installations.
    Licences,
    /// Processor cores.
    Cores,
    /// Named persons.
    Seats,
    /// Support incidents.
    Incidents,
    /// Hours of a consultant.
    Hours,
    /// Accounts of a service.
    Accounts,
    /// Whole units of the product's currency, each month.
    MonthlyCredit,
    /// Whole units of the product's currency, each year.
    YearlyCredit,
    /// Go-to-market offers.
    Offers,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 9] = [
        Self::Licences,
        Self::Cores,
        Self::Seats,
        Self::Incidents,
        Self::Hours,
        Self::Accounts,
        Self::MonthlyCredit,
        Self::YearlyCredit,
        Self::Offers,
    ];

    /// The name under which the unit is written in a catalogue.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Licences => "licences",
            Self::Cores => "cores",
            Self::Seats => "seats",
            Self::Incidents => "incidents",
            Self::Hours => "hours",
            Self::Accounts => "accounts",
            Self::MonthlyCredit => "monthly-credit",
            Self::YearlyCredit => "yearly-credit",
            Self::Offers => "offers",
        }
    }

    /// Whether it counts money.
    #[must_use]
    pub const fn is_credit(self) -> bool {
        matches!(self, Self::MonthlyCredit | Self::YearlyCredit)
    }

    /// Whether products of `family` can be counted in it.
    #[must_use]
    pub const fn counts(self, family: Family) -> bool {
        match self {
            Self::Licences | Self::Cores => matches!(family, Family::Software),
            Self::Seats => matches!(family, Family::Cloud | Family::VisualStudio),
            Self::Incidents | Self::Hours => matches!(family, Family::Technical),
            Self::Accounts | Self::MonthlyCredit | Self::YearlyCredit => matches!(family, Family::Cloud),
            Self::Offers => matches!(family, Family::GoToMarket),
        }
    }
}

/// Something that offers grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// What the product is filed under.
    pub code: ProductCode,
    /// Its family, which is that of its details.
    pub family: Family,
    /// Its name.
    pub name: Localised,
    /// One sentence about it.
    pub summary: Localised,
    /// What its quantities count.
    pub unit: Unit,
    /// The currency of its quantities, when they are credits.
    pub currency: Option<Currency>,
    /// Whether no source gives its quantities, or not all of them.
    pub sample: bool,
    /// How much each level and competency grants.
    pub grants: Grants,
    /// What its family needs to know.
    pub details: Details,
}

impl Product {
    /// What a software product needs, when it is one.
    #[must_use]
    pub const fn software(&self) -> Option<&SoftwareDetails> {
        match &self.details {
            Details::Software(software) => Some(software),
            Details::Cloud(_) | Details::VisualStudio(_) | Details::Technical(_) | Details::GoToMarket(_) => {
                None
            }
        }
    }
}
