//! One seat: the states that it goes through.

use serde::{Deserialize, Serialize};

use super::{SeatActivated, SeatRefusal, SeatRemoved};
use crate::{
    day::Day,
    id::{SeatId, UserId},
    policy::Policy,
};

/// A seat of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its identity.
    pub id: SeatId,
    /// Its number in the pool, from 1.
    pub number: u32,
    /// Where it stands.
    pub state: SeatState,
}

/// Where a seat stands. A lock that has ended is a free seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatState {
    /// Nobody holds it, and anybody of the company may.
    Free,
    /// Assigned, waiting for the holder to sign in.
    Assigned {
        /// Who holds it.
        holder: UserId,
        /// Since when.
        on: Day,
    },
    /// The holder, or a Global admin, has confirmed the activation.
    Activated {
        /// Who holds it.
        holder: UserId,
        /// When it was assigned.
        on: Day,
    },
    /// Taken back before the cooldown's end: only its last holder may have it until then (R49).
    CoolingDown {
        /// Who held it last.
        last_holder: UserId,
        /// The first day on which it can go to somebody else.
        until: Day,
    },
}

impl SeatState {
    /// Who holds the seat, and since when.
    #[must_use]
    pub const fn holder(self) -> Option<(UserId, Day)> {
        match self {
            Self::Assigned { holder, on } | Self::Activated { holder, on } => Some((holder, on)),
            Self::Free | Self::CoolingDown { .. } => None,
        }
    }

    /// Until when the seat is closed to everybody but its last holder.
    #[must_use]
    pub fn locked_until(self, today: Day) -> Option<Day> {
        match self {
            Self::CoolingDown { until, .. } if today < until => Some(until),
            Self::Free | Self::Assigned { .. } | Self::Activated { .. } | Self::CoolingDown { .. } => None,
        }
    }

    /// Whether anybody may have the seat on `today`.
    #[must_use]
    pub fn is_free(self, today: Day) -> bool {
        self.holder().is_none() && self.locked_until(today).is_none()
    }

    /// Whether the seat waits for its lock to end, and `holder` held it last.
    #[must_use]
    pub fn is_kept_for(self, holder: UserId, today: Day) -> bool {
        match self {
            Self::CoolingDown { last_holder, .. } => {
                last_holder == holder && self.locked_until(today).is_some()
            }
            Self::Free | Self::Assigned { .. } | Self::Activated { .. } => false,
        }
    }
}

impl Seat {
    /// Takes the seat back from its holder (R48), which locks it where the policy says so (R49).
    ///
    /// # Errors
    /// [`SeatRefusal::NotHeld`].
    pub fn remove(
        &self,
        pool_is_full: bool,
        policy: &Policy,
        today: Day,
    ) -> Result<SeatRemoved, SeatRefusal> {
        let (holder, on) = self.state.holder().ok_or(SeatRefusal::NotHeld)?;
        let locked_until = policy.seat_cooldown.opens_on(on, pool_is_full).filter(|until| today < *until);
        Ok(SeatRemoved { seat: self.id, holder, locked_until })
    }

    /// Confirms that the holder has activated the seat; `by` is who says so.
    ///
    /// # Errors
    /// [`SeatRefusal`] when nobody holds it, when it is confirmed already, or when `by` may not.
    pub fn confirm(&self, by: UserId, for_others: bool) -> Result<SeatActivated, SeatRefusal> {
        match self.state {
            SeatState::Free | SeatState::CoolingDown { .. } => Err(SeatRefusal::NotHeld),
            SeatState::Activated { .. } => Err(SeatRefusal::AlreadyActivated),
            SeatState::Assigned { holder, .. } if holder != by && !for_others => {
                Err(SeatRefusal::NotTheHolder)
            }
            SeatState::Assigned { holder, .. } => Ok(SeatActivated { seat: self.id, holder }),
        }
    }
}
