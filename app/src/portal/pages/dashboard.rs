//! The dashboard: what needs the person who looks.

use domain::{
    day::Day,
    expiry::Expiry,
    id::{BenefitId, SeatId},
    language::Localised,
    programme::Family,
    visual_studio::SeatState,
};
use serde::{Deserialize, Serialize};

use super::{MembershipLine, Viewpoint};

/// What needs the person who looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// Who looks.
    pub viewpoint: Viewpoint,
    /// The person's name.
    pub name: String,
    /// The offers of the company, the one that ends first at the top.
    pub memberships: Vec<MembershipLine>,
    /// Seats that the person holds.
    pub mine: Vec<MySeat>,
    /// Seats that wait for their holders to sign in, the oldest first; for those who may assign.
    pub waiting: Vec<HeldSeat>,
    /// How many of those there are in all.
    pub waiting_in_all: u32,
    /// Benefits that nobody has used yet, the one that ends first at the top.
    pub unused: Vec<UnusedBenefit>,
    /// How many of those there are in all.
    pub unused_in_all: u32,
    /// The companies of the programme and their people, for an operator.
    pub companies: Vec<(String, u32)>,
}

/// A seat that the person who looks holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySeat {
    /// The seat.
    pub seat: SeatId,
    /// The pool.
    pub benefit: BenefitId,
    /// The subscription.
    pub product: Localised,
    /// The portal in which the person uses it.
    pub portal: (Localised, String),
    /// Where it stands.
    pub state: SeatState,
    /// Until when it can be used.
    pub usable_until: Day,
}

/// A seat that waits for its holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSeat {
    /// The pool.
    pub benefit: BenefitId,
    /// The subscription.
    pub product: Localised,
    /// Who holds it.
    pub name: String,
    /// Since when.
    pub since: Day,
}

/// A benefit of which something has never been used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnusedBenefit {
    /// The benefit.
    pub benefit: BenefitId,
    /// Its family.
    pub family: Family,
    /// The product.
    pub product: Localised,
    /// The offer that grants it.
    pub offer: Localised,
    /// How many are unused.
    pub unused: u32,
    /// Until when they can be used.
    pub expiry: Expiry,
}
