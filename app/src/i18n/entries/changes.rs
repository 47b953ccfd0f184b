//! How it was before, and after, where an entry tells of something that has a state: a seat.

use domain::{day::Day, event::Event, id::UserId};

use super::{Args, Teller, id};

/// Where a seat stands, as entries tell it.
#[derive(Clone, Copy)]
enum Standing {
    Free,
    LockedUntil(Day),
    With(UserId),
    Activated,
    Waiting,
}

impl Standing {
    fn unheld(locked_until: Option<Day>) -> Self {
        locked_until.map_or(Self::Free, Self::LockedUntil)
    }
}

impl Teller<'_> {
    /// How it was before, and after; nothing where the entry says all.
    pub(super) fn change(self, event: &Event, undone: Option<&Event>) -> Option<(String, String)> {
        let (before, after) = match event {
            Event::SeatChangeUndone { .. } => {
                let (before, after) = standings(undone?)?;
                (after, before)
            }
            other => standings(other)?,
        };
        Some((self.standing(before), self.standing(after)))
    }

    fn standing(self, standing: Standing) -> String {
        match standing {
            Standing::Free => self.words.text(id::TERMS_SEAT_FREE),
            Standing::LockedUntil(day) => {
                self.words.format(id::TERMS_SEAT_LOCKED, &Args::new().with("date", &day))
            }
            Standing::With(user) => self.person(user),
            Standing::Activated => self.words.text(id::TERMS_SEAT_ACTIVATED),
            Standing::Waiting => self.words.text(id::TERMS_SEAT_ASSIGNED),
        }
    }
}

fn standings(event: &Event) -> Option<(Standing, Standing)> {
    match event {
        Event::SeatAssigned { holder, locked_until, .. } => {
            Some((Standing::unheld(*locked_until), Standing::With(*holder)))
        }
        Event::SeatRemoved { holder, locked_until, .. } => {
            Some((Standing::With(*holder), Standing::unheld(*locked_until)))
        }
        Event::SeatReassigned { from, to, .. } => Some((Standing::With(*from), Standing::With(*to))),
        Event::SeatActivated { .. } => Some((Standing::Waiting, Standing::Activated)),
        Event::KeysListed { .. }
        | Event::KeyRevealed { .. }
        | Event::ActivationRecorded { .. }
        | Event::InstallationChosen { .. }
        | Event::SeatChangeUndone { .. }
        | Event::ActivityExported { .. }
        | Event::CommandRefused { .. }
        | Event::CommandMisdirected { .. }
        | Event::LanguageChosen { .. }
        | Event::InvitationAccepted
        | Event::SignedIn { .. }
        | Event::SignedOut { .. }
        | Event::SessionEnded { .. }
        | Event::OtherSessionsEnded { .. }
        | Event::PasswordChanged
        | Event::SignInRefused { .. }
        | Event::CompanyCreated { .. }
        | Event::LocationAdded { .. }
        | Event::UserInvited { .. }
        | Event::OperatorInvited { .. }
        | Event::LinkRenewed { .. }
        | Event::UserDisabled { .. }
        | Event::UserEnabled { .. }
        | Event::MembershipRecorded { .. }
        | Event::PolicyOverridden { .. }
        | Event::KeysStocked { .. }
        | Event::CatalogueLoaded { .. }
        | Event::KeyRingRotated { .. }
        | Event::KeyRingRetired { .. } => None,
    }
}
