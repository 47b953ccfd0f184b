//! The page of all seats.

use domain::{
    day::Day,
    entitlement::PoolTitle,
    id::{BenefitId, SeatId},
    language::Localised,
    visual_studio::SeatState,
};
use serde::{Deserialize, Serialize};

use super::Viewpoint;

/// The page of all seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsPage {
    /// Who looks.
    pub viewpoint: Viewpoint,
    /// The rows of this page.
    pub rows: Vec<SeatRow>,
    /// How many rows match the filters, on all pages.
    pub matching: u32,
    /// How many seats there are without filters.
    pub all: u32,
    /// The page that is shown, from 1, and how many there are.
    pub page: (u32, u32),
    /// The pools to filter by: the subscription, and what the pool is called.
    pub pools: Vec<(BenefitId, Localised, PoolTitle)>,
}

/// A row of the page of all seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    /// The pool.
    pub benefit: BenefitId,
    /// The seat.
    pub seat: SeatId,
    /// Its number in the pool.
    pub number: u32,
    /// Who holds it, or held it last.
    pub person: Option<(String, String)>,
    /// The subscription.
    pub product: Localised,
    /// What its pool is called.
    pub pool: PoolTitle,
    /// Until when the seats of its pool can be used.
    pub usable_until: Day,
    /// Where it stands.
    pub state: SeatState,
    /// Since when it is so.
    pub since: Option<Day>,
    /// The first day on which it can go to somebody else, while that is later than today.
    pub changeable_from: Option<Day>,
}
