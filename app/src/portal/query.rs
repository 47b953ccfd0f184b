//! What a page's address asks for: every filter, sort, page and open row (experience, "Filters in URL").
//!
//! Owns the names of the parameters and what each may say (`query/address.rs`); refuses to filter.

mod activity;
mod address;

use domain::id::{BenefitId, SeatId};

pub use activity::ActivityQuery;
pub use address::{BENEFIT_STATES, SEAT_STATES, Sorting};

/// The query string of a Benefits tab. What cannot be read is left out rather than refused: a shared link still opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenefitQuery {
    /// The text to search for.
    pub q: String,
    /// The offer to show, by its code.
    pub offer: String,
    /// `core` or `incremental`.
    pub benefit_type: String,
    /// `available`, `used-up`, `never-used` or `ending`.
    pub state: String,
    /// The column: `product`, `offer`, `granted`, `used`, `left` or `expiry`; a leading `-` turns it round.
    pub sort: String,
    /// The page, from 1.
    pub page: u32,
    /// The open row.
    pub open: Option<BenefitId>,
    /// What was typed into the person picker before WebAssembly arrived.
    pub who: String,
    /// The seat of the open row that is about to be reassigned.
    pub seat: Option<SeatId>,
}

/// The query string of the page of all seats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeatQuery {
    /// The text to search for in names and addresses.
    pub q: String,
    /// One pool.
    pub pool: Option<BenefitId>,
    /// `assigned`, `activated`, `locked` or `free`.
    pub state: String,
    /// The column: `person`, `subscription`, `state` or `since`; a leading `-` turns it round.
    pub sort: String,
    /// The page, from 1.
    pub page: u32,
    /// Rows on a page; the bench build asks for 500.
    pub size: u32,
}

/// Whom a picker looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleQuery {
    /// The pool for which the person is to hold a seat.
    pub benefit: BenefitId,
    /// What was typed.
    pub text: String,
}
