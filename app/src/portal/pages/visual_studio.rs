//! An open row of Visual Studio subscriptions.

use domain::{
    company::Country,
    day::Day,
    id::{SeatId, UserId},
    programme::Details,
    visual_studio::{SeatPool, SeatRefusal, SeatState},
};
use serde::{Deserialize, Serialize};

use super::{Person, Source};

/// An open row of Visual Studio subscriptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolOpen {
    /// The facts that the rules ask for.
    pub pool: SeatPool,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The product and its portal, as the catalogue has them.
    pub details: Details,
    /// The most seats that all countries together may have, when there is a cap (R6).
    pub cap_in_all: Option<u32>,
    /// How many seats each country holds, over all pools of the subscription.
    pub countries: Vec<CountryUse>,
    /// The seats: those that are held or locked, then those that are free.
    pub ledger: Vec<LedgerRow>,
    /// The people who match what was typed, when the page was asked for with it.
    pub found: Found,
}

/// How many seats of a subscription a country holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryUse {
    /// The country.
    pub country: Country,
    /// Seats that its people hold.
    pub held: u32,
}

/// A seat in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// The seat.
    pub seat: SeatId,
    /// Its number.
    pub number: u32,
    /// Where it stands.
    pub state: SeatState,
    /// Who holds it, or held it last.
    pub person: Option<Person>,
    /// Everybody who held it, the latest first.
    pub history: Vec<Holding>,
}

/// The time during which somebody held a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Who held it.
    pub name: String,
    /// From when.
    pub from: Day,
    /// Who assigned it.
    pub assigned_by: String,
    /// Until when, and who took it back.
    pub until: Option<(Day, String)>,
    /// Until when it was locked then.
    pub locked_until: Option<Day>,
}

/// Whom a picker has found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Those whom it offers: the first of them.
    pub people: Vec<Candidate>,
    /// How many match what was typed.
    pub count: u32,
    /// The one whom it means, if it means one only: the only match, or a whole name or address.
    pub meant: Option<UserId>,
}

/// A person whom a picker offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// The country of the person's location.
    pub country: Country,
    /// Why the person may not have a seat.
    pub refusal: Option<SeatRefusal>,
}
