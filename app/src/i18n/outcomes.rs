//! Outcomes in words: what an act has done, and how undoing it is called.
//!
//! Owns which message words which outcome, by exhaustive match; refuses to know where it is said.

use domain::{outcome::Outcome, software::Reveal};

use super::{Args, MessageId, Words, id, terms};

/// What an act has done.
pub fn outcome(words: Words, outcome: &Outcome) -> String {
    let args = Args::new();
    match outcome {
        Outcome::KeysListed { drawn, .. } => {
            words.format(id::OUTCOMES_KEYS_LISTED, &args.with("drawn", drawn))
        }
        Outcome::KeyRevealed { manner, .. } => words.text(revealed(*manner)),
        Outcome::ActivationRecorded { machine, units, unit, .. } => {
            let amount = terms::counted(words, *unit, *units);
            words.format(recorded(*units), &args.with("machine", machine).with("amount", &amount))
        }
        Outcome::InstallationChosen { .. } => words.text(id::OUTCOMES_INSTALLATION_CHOSEN),
        Outcome::SeatAssigned { name, .. } => {
            words.format(id::OUTCOMES_SEAT_ASSIGNED, &args.with("name", name))
        }
        Outcome::SeatRemoved { name, locked_until: None, .. } => {
            words.format(id::OUTCOMES_SEAT_REMOVED, &args.with("name", name))
        }
        Outcome::SeatRemoved { name, locked_until: Some(day), .. } => {
            words.format(id::OUTCOMES_SEAT_REMOVED_LOCKED, &args.with("name", name).with("date", day))
        }
        Outcome::SeatReassigned { from, to, .. } => {
            words.format(id::OUTCOMES_SEAT_REASSIGNED, &args.with("from", from).with("to", to))
        }
        Outcome::SeatActivated { name, .. } => {
            words.format(id::OUTCOMES_SEAT_ACTIVATED, &args.with("name", name))
        }
        Outcome::ActivityExported { rows, .. } => {
            words.format(id::OUTCOMES_ACTIVITY_EXPORTED, &args.with("count", rows))
        }
        Outcome::SeatChangeUndone { .. } => words.text(id::OUTCOMES_CHANGE_UNDONE),
    }
}

/// How undoing an outcome is called, with its object: a bare « Annuler » would not say what. `None`: it cannot be undone.
#[must_use]
pub const fn undo(outcome: &Outcome) -> Option<MessageId> {
    match outcome {
        Outcome::SeatAssigned { .. } => Some(id::OUTCOMES_SEAT_ASSIGNED__UNDO),
        Outcome::SeatRemoved { .. } => Some(id::OUTCOMES_SEAT_REMOVED__UNDO),
        Outcome::SeatReassigned { .. } => Some(id::OUTCOMES_SEAT_REASSIGNED__UNDO),
        Outcome::KeysListed { .. }
        | Outcome::KeyRevealed { .. }
        | Outcome::ActivationRecorded { .. }
        | Outcome::InstallationChosen { .. }
        | Outcome::SeatActivated { .. }
        | Outcome::ActivityExported { .. }
        | Outcome::SeatChangeUndone { .. } => None,
    }
}

const fn revealed(manner: Reveal) -> MessageId {
    match manner {
        Reveal::Shown => id::OUTCOMES_KEY_SHOWN,
        Reveal::Copied => id::OUTCOMES_KEY_COPIED,
    }
}

const fn recorded(units: u32) -> MessageId {
    match units {
        0 => id::OUTCOMES_ACTIVATION_UNCOUNTED,
        1 => id::OUTCOMES_ACTIVATION_COUNTED,
        _ => id::OUTCOMES_ACTIVATION_SEVERAL,
    }
}
