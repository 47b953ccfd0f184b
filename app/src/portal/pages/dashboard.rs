//! The dashboard: what needs the person who looks.

use domain::{
    day::Day,
    entitlement::PoolTitle,
    expiry::Expiry,
    id::{BenefitId, SeatId},
    language::Localised,
    programme::{Family, Unit},
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
    /// What nobody has and the person can put to use, what ends first at the top.
    pub unused: Vec<UnusedBenefit>,
    /// How many more of those each tab has.
    pub more: Vec<(Family, u32)>,
    /// How many benefits of each tab have something that nobody has and only others can put to use.
    pub for_others: Vec<(Family, u32)>,
    /// How many seats wait for their holders to sign in, for those who may assign.
    pub unclaimed: u32,
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

/// A benefit of which nobody has something: keys that were never got, seats without a holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnusedBenefit {
    /// The benefit.
    pub benefit: BenefitId,
    /// Its family.
    pub family: Family,
    /// The product.
    pub product: Localised,
    /// What it is called by the offer that grants it.
    pub pool: PoolTitle,
    /// How many nobody has.
    pub unused: u32,
    /// What the number counts.
    pub unit: Unit,
    /// Until when they can be used.
    pub expiry: Expiry,
}
