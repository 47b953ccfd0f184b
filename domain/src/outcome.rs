//! Outcomes: what a command that was carried out has done, for the person who asked.
//!
//! Owns the facts of the answer; refuses to carry a secret: a revealed key travels beside it, once.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    id::{BenefitId, EventId, KeyId, SeatId, UserId},
    programme::Unit,
    software::Reveal,
};

/// What a command has done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The keys of a benefit are listed, masked.
    KeysListed {
        /// The benefit.
        benefit: BenefitId,
        /// Keys that the company got with this command; 0 when it had them already.
        drawn: u32,
    },
    /// A key may leave its mask.
    KeyRevealed {
        /// The benefit.
        benefit: BenefitId,
        /// The key.
        key: KeyId,
        /// How.
        manner: Reveal,
    },
    /// An activation is recorded.
    ActivationRecorded {
        /// The benefit.
        benefit: BenefitId,
        /// The machine.
        machine: String,
        /// How many of the granted units it takes; 0 when it does not count (R32).
        units: u32,
        /// What these units are.
        unit: Unit,
    },
    /// What to download is remembered.
    InstallationChosen {
        /// The benefit.
        benefit: BenefitId,
    },
    /// A seat is assigned.
    SeatAssigned {
        /// The pool.
        benefit: BenefitId,
        /// The seat.
        seat: SeatId,
        /// Who holds it.
        holder: UserId,
        /// The holder's name.
        name: String,
        /// What `UndoSeatChange` undoes.
        event: EventId,
    },
    /// A seat is taken back.
    SeatRemoved {
        /// The pool.
        benefit: BenefitId,
        /// The seat.
        seat: SeatId,
        /// Who held it.
        name: String,
        /// The first day on which it can go to somebody else, when that is not at once.
        locked_until: Option<Day>,
        /// What `UndoSeatChange` undoes.
        event: EventId,
    },
    /// A seat is with somebody else.
    SeatReassigned {
        /// The pool.
        benefit: BenefitId,
        /// The seat.
        seat: SeatId,
        /// Who held it.
        from: String,
        /// Who holds it.
        to: String,
        /// What `UndoSeatChange` undoes.
        event: EventId,
    },
    /// An activation is confirmed.
    SeatActivated {
        /// The pool.
        benefit: BenefitId,
        /// The seat.
        seat: SeatId,
        /// Who holds it.
        name: String,
    },
    /// Entries of the log are ready to be taken away.
    ActivityExported {
        /// How many.
        rows: u32,
        /// The entry that says which: the file holds what was logged before it.
        event: EventId,
    },
    /// A change of a seat is undone.
    SeatChangeUndone {
        /// The pool.
        benefit: BenefitId,
        /// The seat.
        seat: SeatId,
    },
}

impl Outcome {
    /// The change of a seat that can be undone for a minute.
    #[must_use]
    pub const fn undoable(&self) -> Option<EventId> {
        match self {
            Self::SeatAssigned { event, .. }
            | Self::SeatRemoved { event, .. }
            | Self::SeatReassigned { event, .. } => Some(*event),
            Self::KeysListed { .. }
            | Self::KeyRevealed { .. }
            | Self::ActivationRecorded { .. }
            | Self::InstallationChosen { .. }
            | Self::SeatActivated { .. }
            | Self::ActivityExported { .. }
            | Self::SeatChangeUndone { .. } => None,
        }
    }
}
