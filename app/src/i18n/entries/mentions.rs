//! Of what an entry needs the names.

use domain::{
    command::Command,
    event::Event,
    id::{KeyId, SeatId, UserId},
};

/// What entries mention by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// People.
    pub people: Vec<UserId>,
    /// Seats.
    pub seats: Vec<SeatId>,
    /// Keys.
    pub keys: Vec<KeyId>,
}

impl Mentions {
    fn add(&mut self, people: &[UserId], seats: &[SeatId], keys: &[KeyId]) {
        self.people.extend(people);
        self.seats.extend(seats);
        self.keys.extend(keys);
    }

    fn each_once(mut self) -> Self {
        self.people.sort_unstable();
        self.people.dedup();
        self.seats.sort_unstable();
        self.seats.dedup();
        self.keys.sort_unstable();
        self.keys.dedup();
        self
    }
}

/// What the events mention, each of it once.
pub fn mentioned<'a>(events: impl IntoIterator<Item = &'a Event>) -> Mentions {
    let mut mentions = Mentions::default();
    for event in events {
        of_event(event, &mut mentions);
    }
    mentions.each_once()
}

fn of_event(event: &Event, mentions: &mut Mentions) {
    match event {
        Event::KeyRevealed { key, .. } => mentions.add(&[], &[], &[*key]),
        Event::SeatAssigned { seat, holder, .. }
        | Event::SeatRemoved { seat, holder, .. }
        | Event::SeatActivated { seat, holder, .. } => mentions.add(&[*holder], &[*seat], &[]),
        Event::SeatReassigned { seat, from, to, .. } => mentions.add(&[*from, *to], &[*seat], &[]),
        Event::SeatChangeUndone { seat, .. } => mentions.add(&[], &[*seat], &[]),
        Event::UserInvited { user, .. }
        | Event::UserDisabled { user: Some(user), .. }
        | Event::UserEnabled { user: Some(user), .. } => mentions.add(&[*user], &[], &[]),
        Event::CommandRefused { command, .. } => of_command(command, mentions),
        Event::KeysListed { .. }
        | Event::ActivationRecorded { .. }
        | Event::InstallationChosen { .. }
        | Event::ActivityExported { .. }
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
        | Event::OperatorInvited { .. }
        | Event::LinkRenewed { .. }
        | Event::UserDisabled { user: None, .. }
        | Event::UserEnabled { user: None, .. }
        | Event::MembershipRecorded { .. }
        | Event::PolicyOverridden { .. }
        | Event::KeysStocked { .. }
        | Event::CatalogueLoaded { .. }
        | Event::KeyRingRotated { .. }
        | Event::KeyRingRetired { .. } => {}
    }
}

fn of_command(command: &Command, mentions: &mut Mentions) {
    match command {
        Command::RevealKey { key, .. } => mentions.add(&[], &[], &[*key]),
        Command::AssignSeat { holder, .. } => mentions.add(&[*holder], &[], &[]),
        Command::ReassignSeat { seat, holder } => mentions.add(&[*holder], &[*seat], &[]),
        Command::RemoveSeat { seat } | Command::ConfirmActivation { seat } => {
            mentions.add(&[], &[*seat], &[]);
        }
        Command::GetKeys { .. }
        | Command::RecordActivation { .. }
        | Command::ChooseInstallation { .. }
        | Command::UndoSeatChange { .. }
        | Command::ExportActivity { .. } => {}
    }
}
