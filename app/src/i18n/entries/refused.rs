//! What was asked for and refused, and why.

use domain::{command::Command, event::Event, software::Reveal};

use super::{Teller, id};
use crate::i18n::refusals;

impl Teller<'_> {
    /// What a command asks for.
    pub(super) fn asked_for(self, command: &Command) -> String {
        match command {
            Command::GetKeys { .. } => self.words.text(id::ACTIVITY_LOG_REFUSED_GET_KEYS),
            Command::RevealKey { key, manner } => {
                let message = match manner {
                    Reveal::Shown => id::ACTIVITY_LOG_REFUSED_SHOW_KEY,
                    Reveal::Copied => id::ACTIVITY_LOG_REFUSED_COPY_KEY,
                };
                self.say(message, &[("key", &self.key(*key))])
            }
            Command::RecordActivation { machine, .. } => {
                self.say(id::ACTIVITY_LOG_REFUSED_RECORD_ACTIVATION, &[("machine", &machine.as_str())])
            }
            Command::ChooseInstallation { language, os_type, .. } => {
                self.installation(id::ACTIVITY_LOG_REFUSED_CHOOSE_INSTALLATION, language, os_type)
            }
            Command::AssignSeat { holder, .. } => {
                self.say(id::ACTIVITY_LOG_REFUSED_ASSIGN_SEAT, &[("name", &self.person(*holder))])
            }
            Command::RemoveSeat { seat } => {
                self.say(id::ACTIVITY_LOG_REFUSED_REMOVE_SEAT, &[("seat", &self.seat(*seat))])
            }
            Command::ReassignSeat { seat, holder } => {
                self.of_seat(id::ACTIVITY_LOG_REFUSED_REASSIGN_SEAT, *seat, *holder)
            }
            Command::ConfirmActivation { seat } => {
                self.say(id::ACTIVITY_LOG_REFUSED_CONFIRM_ACTIVATION, &[("seat", &self.seat(*seat))])
            }
            Command::UndoSeatChange { .. } => self.words.text(id::ACTIVITY_LOG_REFUSED_UNDO_CHANGE),
            Command::ExportActivity { .. } => self.words.text(id::ACTIVITY_LOG_REFUSED_EXPORT),
        }
    }

    /// Why it was refused, in the words that the person was told; nothing for what was carried out.
    pub(super) fn refusal(self, event: &Event) -> Option<String> {
        let Event::CommandRefused { refusal, .. } = event else { return None };
        Some(refusals::refusal(self.words, refusal))
    }
}
