//! Undo: the way back that the server keeps open for a minute.

use serde::{Deserialize, Serialize};

use super::SeatRefusal;
use crate::{
    day::Instant,
    id::{SeatAssignmentId, SeatId, UserId},
};

/// A change of a seat, in the terms in which it is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatChange {
    /// A person got the seat: the assignment that began.
    Assigned(SeatAssignmentId),
    /// The seat was taken back: the assignment that ended.
    Removed(SeatAssignmentId),
    /// Both at once.
    Reassigned {
        /// The assignment that ended.
        ended: SeatAssignmentId,
        /// The assignment that began.
        began: SeatAssignmentId,
    },
}

/// The facts of a change that somebody wants undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoFacts {
    /// The seat that changed.
    pub seat: SeatId,
    /// The change.
    pub change: SeatChange,
    /// Who made it.
    pub by: UserId,
    /// When.
    pub at: Instant,
    /// Whether anything has happened to the seat, or to the person, since.
    pub overtaken: bool,
}

impl UndoFacts {
    /// The seconds during which the server accepts an undo.
    pub const SECONDS: i64 = 60;

    /// Undoes the change: the previous state comes back exactly, and no lock begins.
    ///
    /// # Errors
    /// [`SeatRefusal`] when it is too late, somebody else's change, or overtaken.
    pub fn undo(&self, by: UserId, now: Instant) -> Result<SeatChange, SeatRefusal> {
        if self.by != by {
            return Err(SeatRefusal::UndoNotYours);
        }
        if self.overtaken {
            return Err(SeatRefusal::UndoOvertaken);
        }
        if self.at.seconds_until(now) >= Self::SECONDS {
            return Err(SeatRefusal::UndoTooLate);
        }
        Ok(self.change)
    }
}
