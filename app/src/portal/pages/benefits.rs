//! A tab of the Benefits page: its rows, and what every family shows in an open one.

use domain::{
    cancellation::RefundRight,
    day::Day,
    entitlement::BenefitType,
    expiry::Expiry,
    id::{BenefitId, MembershipId},
    language::Localised,
    membership::Stage,
    programme::{Currency, Details, Family, Level, OfferCode, ProductCode, Quantity, Unit},
};
use serde::{Deserialize, Serialize};

use super::{PoolOpen, SoftwareOpen, Viewpoint};
use crate::portal::Later;

/// An offer of the company, for the line under a title and for the dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipLine {
    /// The membership.
    pub membership: MembershipId,
    /// The offer.
    pub code: OfferCode,
    /// The offer's name.
    pub offer: Localised,
    /// Its level.
    pub level: Level,
    /// The competency's name.
    pub competency: Option<Localised>,
    /// The next anniversary.
    pub anniversary: Day,
    /// Where it stands.
    pub stage: Stage,
}

/// One of the grants behind a benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The membership that grants it.
    pub membership: MembershipId,
    /// The offer's name.
    pub offer: Localised,
    /// The competency's name.
    pub competency: Option<Localised>,
    /// Core or incremental.
    pub benefit_type: BenefitType,
    /// How many, after the cut.
    pub quantity: Quantity,
    /// How many a cap has cut off.
    pub cut: u32,
    /// Until when, and in which sense.
    pub expiry: Expiry,
    /// Whether its purchase can still be refunded.
    pub refund: RefundRight,
}

/// A row of a Benefits tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitRow {
    /// The benefit.
    pub benefit: BenefitId,
    /// The product.
    pub product: ProductCode,
    /// The product's name.
    pub name: Localised,
    /// What the numbers count.
    pub unit: Unit,
    /// The currency of the numbers, when they are credits.
    pub currency: Option<Currency>,
    /// How many are granted.
    pub granted: Quantity,
    /// Whether its use is counted: not of software without keys, which nobody activates (R34).
    pub is_counted: bool,
    /// How many are used.
    pub used: u32,
    /// How many wait for a lock to end (seats).
    pub locked: u32,
    /// The offers that grant it, each with its competency.
    pub offers: Vec<(OfferCode, Localised, Option<Localised>)>,
    /// Core or incremental; both when sources differ.
    pub benefit_types: Vec<BenefitType>,
    /// Until when, and in which sense.
    pub expiry: Expiry,
    /// Whether every offer behind it has lapsed.
    pub is_closed: bool,
    /// Whether its quantity has no source in the catalogue.
    pub is_sample: bool,
    /// The group of a go-to-market offer.
    pub group: Option<Localised>,
}

impl BenefitRow {
    /// How many are left: none of what has lapsed, and no number when there is no limit.
    #[must_use]
    pub fn left(&self) -> Option<u32> {
        if self.is_closed {
            return Some(0);
        }
        self.granted.limit().map(|granted| granted.saturating_sub(self.used).saturating_sub(self.locked))
    }
}

/// One tab of the Benefits page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitPage {
    /// The company's date.
    pub today: Day,
    /// Who looks, for the open row.
    pub viewpoint: Later<Viewpoint>,
    /// The family.
    pub family: Family,
    /// The offers that the company holds.
    pub memberships: Vec<MembershipLine>,
    /// The rows of this page.
    pub rows: Vec<BenefitRow>,
    /// How many rows match the filters, on all pages.
    pub matching: u32,
    /// How many rows there are without filters.
    pub all: u32,
    /// The page that is shown, from 1, and how many there are.
    pub page: (u32, u32),
    /// The offers to filter by.
    pub offers: Vec<(OfferCode, Localised)>,
    /// The row that the address opens.
    pub open: Opening,
}

/// What has come of the row that the address opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opening {
    /// The address opens none.
    Closed,
    /// It is on this page, with its details.
    Open(BenefitId, Later<BenefitDetail>),
    /// The company has no such row on this tab.
    Unknown,
}

impl Opening {
    /// The open row, if there is one.
    #[must_use]
    pub fn row(self) -> Option<(BenefitId, Later<BenefitDetail>)> {
        if let Self::Open(benefit, detail) = self { Some((benefit, detail)) } else { None }
    }
}

/// What an open row shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BenefitDetail {
    /// Keys, activations, downloads.
    Software(Box<SoftwareOpen>),
    /// Seats.
    VisualStudio(Box<PoolOpen>),
    /// The other families, which are read-only here.
    Other(Box<OtherDetail>),
}

/// An open row of Cloud, Technical benefits or Go-To-Market.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherDetail {
    /// What the product is.
    pub summary: Localised,
    /// What the catalogue says of it.
    pub details: Details,
    /// Where it comes from.
    pub sources: Vec<Source>,
}
