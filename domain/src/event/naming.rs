//! What events and commands name by its identity: what the log files an entry under, and what a reader needs the words of.

use super::Event;
use crate::{
    command::Command,
    id::{BenefitId, EventId, KeyId, SeatId, UserId},
};

/// What an event or a command names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The benefit.
    pub benefit: Option<BenefitId>,
    /// The seat.
    pub seat: Option<SeatId>,
    /// The key.
    pub key: Option<KeyId>,
    /// The change that is undone.
    pub change: Option<EventId>,
    /// The people: the one who holds, held or is to hold a seat, then the one who gets it, or who was invited.
    pub people: [Option<UserId>; 2],
}

impl Named {
    const NOTHING: Self = Self { benefit: None, seat: None, key: None, change: None, people: [None, None] };

    const fn benefit(benefit: BenefitId) -> Self {
        Self { benefit: Some(benefit), ..Self::NOTHING }
    }

    const fn person(user: Option<UserId>) -> Self {
        Self { people: [user, None], ..Self::NOTHING }
    }

    const fn seat(seat: SeatId) -> Self {
        Self { seat: Some(seat), ..Self::NOTHING }
    }

    const fn seat_of(benefit: BenefitId, seat: SeatId, people: [Option<UserId>; 2]) -> Self {
        Self { benefit: Some(benefit), seat: Some(seat), people, ..Self::NOTHING }
    }
}

impl Event {
    /// What happened to what. Of a refused command only the benefit, which is the company's: the command itself may name what
    /// there is not.
    #[must_use]
    pub const fn named(&self) -> Named {
        match self {
            Self::KeyRevealed { benefit, key, .. } => Named { key: Some(*key), ..Named::benefit(*benefit) },
            Self::KeysListed { benefit, .. }
            | Self::ActivationRecorded { benefit, .. }
            | Self::InstallationChosen { benefit, .. } => Named::benefit(*benefit),
            Self::SeatAssigned { benefit, seat, holder, .. }
            | Self::SeatRemoved { benefit, seat, holder, .. }
            | Self::SeatActivated { benefit, seat, holder } => {
                Named::seat_of(*benefit, *seat, [Some(*holder), None])
            }
            Self::SeatReassigned { benefit, seat, from, to, .. } => {
                Named::seat_of(*benefit, *seat, [Some(*from), Some(*to)])
            }
            Self::SeatChangeUndone { benefit, seat, undone } => {
                Named { change: Some(*undone), ..Named::seat_of(*benefit, *seat, [None, None]) }
            }
            Self::CommandRefused { benefit, .. } => Named { benefit: *benefit, ..Named::NOTHING },
            Self::UserInvited { user, .. } => Named::person(Some(*user)),
            Self::UserDisabled { user, .. } | Self::UserEnabled { user, .. } => Named::person(*user),
            Self::ActivityExported { .. }
            | Self::CommandMisdirected { .. }
            | Self::LanguageChosen { .. }
            | Self::InvitationAccepted
            | Self::SignedIn { .. }
            | Self::SignedOut { .. }
            | Self::SessionEnded { .. }
            | Self::OtherSessionsEnded { .. }
            | Self::PasswordChanged
            | Self::SignInRefused { .. }
            | Self::CompanyCreated { .. }
            | Self::LocationAdded { .. }
            | Self::OperatorInvited { .. }
            | Self::LinkRenewed { .. }
            | Self::MembershipRecorded { .. }
            | Self::PolicyOverridden { .. }
            | Self::KeysStocked { .. }
            | Self::CatalogueLoaded { .. }
            | Self::KeyRingRotated { .. }
            | Self::KeyRingRetired { .. } => Named::NOTHING,
        }
    }
}

impl Command {
    /// What is asked for of what, whether there is such a thing or not.
    #[must_use]
    pub const fn named(&self) -> Named {
        match self {
            Self::GetKeys { benefit }
            | Self::RecordActivation { benefit, .. }
            | Self::ChooseInstallation { benefit, .. } => Named::benefit(*benefit),
            Self::RevealKey { key, .. } => Named { key: Some(*key), ..Named::NOTHING },
            Self::AssignSeat { benefit, holder } => {
                Named { people: [Some(*holder), None], ..Named::benefit(*benefit) }
            }
            Self::ReassignSeat { seat, holder } => {
                Named { people: [Some(*holder), None], ..Named::seat(*seat) }
            }
            Self::RemoveSeat { seat } | Self::ConfirmActivation { seat } => Named::seat(*seat),
            Self::UndoSeatChange { event } => Named { change: Some(*event), ..Named::NOTHING },
            Self::ExportActivity { .. } => Named::NOTHING,
        }
    }
}
