//! Visual Studio subscriptions: pools of seats, who may hold one, and how a seat moves (R45 to R52).
//!
//! Owns every transition of a seat; refuses to know how seats are stored or shown.

mod pool;
mod seat;
mod undo;

pub use pool::{Holder, SeatPool, has_ended};
pub use seat::{Seat, SeatState};
pub use undo::{SeatChange, UndoFacts};

use serde::{Deserialize, Serialize};

use crate::{
    company::Country,
    day::Day,
    entitlement::PoolTitle,
    id::{SeatId, UserId},
};

/// A seat was given to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatAssigned {
    /// The seat.
    pub seat: SeatId,
    /// Who holds it now.
    pub holder: UserId,
    /// Until when it was locked for everybody else, when it was (R49).
    pub locked_until: Option<Day>,
}

/// A seat was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRemoved {
    /// The seat.
    pub seat: SeatId,
    /// Who held it.
    pub holder: UserId,
    /// The first day on which it can go to somebody else, when that is not at once (R49).
    pub locked_until: Option<Day>,
}

/// A seat went from one person to another in one act (R48).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatReassigned {
    /// The seat.
    pub seat: SeatId,
    /// Who held it.
    pub from: UserId,
    /// Who holds it now.
    pub to: UserId,
}

/// A holder has activated a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatActivated {
    /// The seat.
    pub seat: SeatId,
    /// Who holds it.
    pub holder: UserId,
}

/// Why a seat does not move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatRefusal {
    /// The offer behind the pool has lapsed or has not begun (R1, R52).
    PoolClosed {
        /// The last day on which the pool was usable.
        since: Day,
    },
    /// Every seat is held (R45).
    NoSeatLeft {
        /// The seats of the pool.
        granted: u32,
    },
    /// No seat is free, and those that are not held wait for their lock to end (R49).
    LockedUntil {
        /// The first day on which one of them can go to somebody else.
        day: Day,
    },
    /// The seat has been with its holder for less than the cooldown (R49).
    TooSoon {
        /// The first day on which it can go to somebody else.
        day: Day,
    },
    /// The person already holds a seat of the same subscription, here or in another pool (R46).
    AlreadyHolds {
        /// The pool of that seat.
        pool: PoolTitle,
    },
    /// The person is not active in the company: invited, suspended or gone (R47).
    HolderNotActive,
    /// The person is a guest, and guests may not hold this (C9).
    GuestsMayNotHold,
    /// The address is a shared mailbox (R51).
    SharedMailbox,
    /// The country of the person's location has all the seats that it may have (R6).
    CountryFull {
        /// The country.
        country: Country,
        /// Its cap.
        cap: u32,
    },
    /// Nobody holds the seat.
    NotHeld,
    /// The seat is already with this person.
    SameHolder,
    /// The holder has already activated it.
    AlreadyActivated,
    /// Only the holder or a Global admin confirms an activation.
    NotTheHolder,
    /// The minute in which a change can be undone has passed.
    UndoTooLate,
    /// Somebody else made the change.
    UndoNotYours,
    /// Something has happened to the seat since.
    UndoOvertaken,
}
