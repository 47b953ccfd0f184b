//! The entries of the activity log in words: who did what to what, how it was before and after, and why it was refused.
//!
//! The server says them, in both languages at once: a page that carries them needs none of these words, and a file is
//! written in the same ones. Owns which message words which event, by exhaustive match; refuses to know where names come
//! from: they are handed in.

mod changes;
mod mentions;
mod names;
mod refused;

pub use mentions::{Mentions, mentioned};
pub use names::Names;

use domain::{
    company::{CompanyName, Country},
    event::Event,
    id::{KeyId, SeatId, UserId},
    language::{Language, Localised},
    policy::{ActivationCounting, GuestBenefit, PolicyOverride, RefundTest, SeatCooldown},
    programme::{OsType, SoftwareLanguage},
    role::Role,
    software::{Hardware, Reveal},
};
use leptos::prelude::Owner;

use super::{Args, Argument, MessageId, Words, id, terms};

/// An entry that is to be said.
#[derive(Clone, Copy, Debug)]
pub struct Logged<'a> {
    /// What happened.
    pub event: &'a Event,
    /// What it undid.
    pub undone: Option<&'a Event>,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<T> {
    /// What was done, or what was asked for and refused.
    pub what: T,
    /// How it was before, and after.
    pub change: Option<(T, T)>,
    /// Why it was refused.
    pub refused: Option<T>,
}

/// What the entries say, in both languages.
#[must_use]
pub fn told(entries: &[Logged<'_>], names: &Names<'_>) -> Vec<Told<Localised>> {
    let [en, fr] = [Language::English, Language::French].map(|language| told_in(language, entries, names));
    let both = |en, fr| Localised { en, fr };
    let pair = |(en, fr): (Told<String>, Told<String>)| Told {
        what: both(en.what, fr.what),
        change: en.change.zip(fr.change).map(|(en, fr)| (both(en.0, fr.0), both(en.1, fr.1))),
        refused: en.refused.zip(fr.refused).map(|(en, fr)| both(en, fr)),
    };
    en.into_iter().zip(fr).map(pair).collect()
}

/// What the entries say in one language.
fn told_in(language: Language, entries: &[Logged<'_>], names: &Names<'_>) -> Vec<Told<String>> {
    speaking(language, |words| {
        let teller = Teller { words, names };
        entries.iter().map(|entry| teller.tell(*entry)).collect()
    })
}

/// What `say` makes of the words of a language, outside of any page.
pub fn speaking<T>(language: Language, say: impl FnOnce(Words) -> T) -> T {
    Owner::new().with(|| say(Words::provide(language)))
}

/// What `say` makes of the words of each language.
pub fn in_both(say: impl Fn(Words) -> String) -> Localised {
    Localised { en: speaking(Language::English, &say), fr: speaking(Language::French, &say) }
}

/// Says entries in one language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: Words,
    names: &'a Names<'a>,
}

impl Teller<'_> {
    fn tell(self, entry: Logged<'_>) -> Told<String> {
        Told {
            what: self.what(entry),
            change: self.change(entry.event, entry.undone),
            refused: self.refusal(entry.event),
        }
    }

    fn say(self, message: MessageId, values: &[(&str, &dyn Argument)]) -> String {
        let args = values.iter().fold(Args::new(), |args, (name, value)| args.with(name, *value));
        self.words.format(message, &args)
    }

    fn what(self, Logged { event, undone }: Logged<'_>) -> String {
        match event {
            Event::KeysListed { drawn, .. } => self.say(id::ACTIVITY_LOG_KEYS_LISTED, &[("drawn", drawn)]),
            Event::KeyRevealed { key, manner, first, .. } => self.revealed(*key, *manner, *first),
            Event::ActivationRecorded { machine, hardware, counts, .. } => {
                self.say(activated(*hardware, *counts), &[("machine", &machine.as_str())])
            }
            Event::InstallationChosen { language, os_type, .. } => {
                self.installation(id::ACTIVITY_LOG_INSTALLATION_CHOSEN, language, os_type)
            }
            Event::SeatAssigned { seat, holder, .. } => {
                self.of_seat(id::ACTIVITY_LOG_SEAT_ASSIGNED, *seat, *holder)
            }
            Event::SeatRemoved { seat, holder, .. } => {
                self.of_seat(id::ACTIVITY_LOG_SEAT_REMOVED, *seat, *holder)
            }
            Event::SeatReassigned { seat, from, to, .. } => self.reassigned(*seat, *from, *to),
            Event::SeatActivated { seat, holder, .. } => {
                self.of_seat(id::ACTIVITY_LOG_SEAT_ACTIVATED, *seat, *holder)
            }
            Event::SeatChangeUndone { seat, .. } => self.undone(*seat, undone),
            Event::ActivityExported { rows, .. } => {
                self.say(id::ACTIVITY_LOG_ENTRIES_EXPORTED, &[("count", rows)])
            }
            Event::CommandRefused { command, .. } => self.asked_for(command),
            Event::InvitationAccepted => self.words.text(id::ACTIVITY_LOG_INVITATION_ACCEPTED),
            Event::SignedIn { .. } => self.words.text(id::ACTIVITY_LOG_SESSION_BEGAN),
            Event::SignedOut { .. } => self.words.text(id::ACTIVITY_LOG_SESSION_CLOSED),
            Event::SessionEnded { .. } => self.words.text(id::ACTIVITY_LOG_SESSION_ENDED),
            Event::OtherSessionsEnded { count } => {
                self.say(id::ACTIVITY_LOG_SESSIONS_ENDED, &[("count", count)])
            }
            Event::PasswordChanged => self.words.text(id::ACTIVITY_LOG_PASSWORD_CHANGED),
            Event::CompanyCreated { name, mpn_id, .. } => {
                self.say(id::ACTIVITY_LOG_COMPANY_CREATED, &[("name", &name.as_str()), ("id", mpn_id)])
            }
            Event::LocationAdded { name, country, .. } => self.located(name, *country),
            Event::UserInvited { user, roles, is_guest } => self.invited(*user, roles, *is_guest),
            Event::UserDisabled { user: Some(user), .. } => {
                self.say(id::ACTIVITY_LOG_USER_DISABLED, &[("name", &self.person(*user))])
            }
            Event::UserEnabled { user: Some(user), .. } => {
                self.say(id::ACTIVITY_LOG_USER_ENABLED, &[("name", &self.person(*user))])
            }
            Event::MembershipRecorded { membership, offer, activated_on } => self.say(
                id::ACTIVITY_LOG_MEMBERSHIP_RECORDED,
                &[("offer", &self.offer(*membership, offer)), ("date", activated_on)],
            ),
            Event::PolicyOverridden { value } => self.rule(value),
            // These are in the operator's log, which no company reads.
            Event::CommandMisdirected { .. }
            | Event::LanguageChosen { .. }
            | Event::SignInRefused { .. }
            | Event::OperatorInvited { .. }
            | Event::LinkRenewed { .. }
            | Event::UserDisabled { user: None, .. }
            | Event::UserEnabled { user: None, .. }
            | Event::KeysStocked { .. }
            | Event::CatalogueLoaded { .. }
            | Event::KeyRingRotated { .. }
            | Event::KeyRingRetired { .. } => self.words.text(id::ACTIVITY_LOG_OPERATOR_ACT),
        }
    }

    fn revealed(self, key: KeyId, manner: Reveal, first: bool) -> String {
        let message = match (manner, first) {
            (Reveal::Shown, false) => id::ACTIVITY_LOG_KEY_SHOWN,
            (Reveal::Shown, true) => id::ACTIVITY_LOG_KEY_SHOWN__FIRST,
            (Reveal::Copied, false) => id::ACTIVITY_LOG_KEY_COPIED,
            (Reveal::Copied, true) => id::ACTIVITY_LOG_KEY_COPIED__FIRST,
        };
        self.say(message, &[("key", &self.key(key))])
    }

    fn installation(self, message: MessageId, language: &SoftwareLanguage, os_type: &OsType) -> String {
        let (language, os) = (self.names.language(language), self.names.os_type(os_type));
        self.say(message, &[("language", &self.words.pick(&language)), ("os", &self.words.pick(&os))])
    }

    fn of_seat(self, message: MessageId, seat: SeatId, holder: UserId) -> String {
        self.say(message, &[("seat", &self.seat(seat)), ("name", &self.person(holder))])
    }

    fn reassigned(self, seat: SeatId, from: UserId, to: UserId) -> String {
        let (seat, from, to) = (self.seat(seat), self.person(from), self.person(to));
        self.say(id::ACTIVITY_LOG_SEAT_REASSIGNED, &[("seat", &seat), ("from", &from), ("to", &to)])
    }

    fn undone(self, seat: SeatId, undone: Option<&Event>) -> String {
        match undone {
            Some(event) => {
                let change = self.what(Logged { event, undone: None });
                self.say(id::ACTIVITY_LOG_CHANGE_UNDONE, &[("change", &change)])
            }
            None => self.say(id::ACTIVITY_LOG_CHANGE_UNKNOWN, &[("seat", &self.seat(seat))]),
        }
    }

    fn located(self, name: &CompanyName, country: Country) -> String {
        let country = terms::country(self.words, country);
        self.say(id::ACTIVITY_LOG_LOCATION_ADDED, &[("name", &name.as_str()), ("country", &country)])
    }

    fn invited(self, user: UserId, roles: &[Role], is_guest: bool) -> String {
        let message =
            if is_guest { id::ACTIVITY_LOG_USER_INVITED__GUEST } else { id::ACTIVITY_LOG_USER_INVITED };
        let roles = terms::roles(self.words, roles);
        self.say(message, &[("name", &self.person(user)), ("roles", &roles)])
    }

    fn rule(self, value: &PolicyOverride) -> String {
        match value {
            PolicyOverride::SeatCooldown(SeatCooldown::None) => {
                self.words.text(id::ACTIVITY_LOG_RULE_COOLDOWN_NONE)
            }
            PolicyOverride::SeatCooldown(SeatCooldown::Days(days)) => {
                self.say(id::ACTIVITY_LOG_RULE_COOLDOWN_DAYS, &[("days", days)])
            }
            PolicyOverride::SeatCooldown(SeatCooldown::DaysWhenFull(days)) => {
                self.say(id::ACTIVITY_LOG_RULE_COOLDOWN_FULL, &[("days", days)])
            }
            PolicyOverride::GuestsMayHold(benefits) if benefits.is_empty() => {
                self.words.text(id::ACTIVITY_LOG_RULE_GUESTS__NONE)
            }
            PolicyOverride::GuestsMayHold(benefits) => {
                let what =
                    terms::listed(self.words, benefits.iter().map(|benefit| self.open_to_guests(*benefit)));
                self.say(id::ACTIVITY_LOG_RULE_GUESTS, &[("what", &what)])
            }
            PolicyOverride::AssigningRoles(roles) => {
                let roles = terms::one_of_roles(self.words, &roles.iter().copied().collect::<Vec<_>>());
                self.say(id::ACTIVITY_LOG_RULE_ASSIGNING, &[("roles", &roles)])
            }
            PolicyOverride::RefundTest(test) => self.words.text(match test {
                RefundTest::SoftwareNotActivated => id::ACTIVITY_LOG_RULE_REFUND_SOFTWARE,
                RefundTest::NothingUsedNorViewed => id::ACTIVITY_LOG_RULE_REFUND_ANYTHING,
            }),
            PolicyOverride::ActivationCounting(counting) => self.words.text(match counting {
                ActivationCounting::MachineChange => id::ACTIVITY_LOG_RULE_COUNTING_CHANGES,
                ActivationCounting::EveryActivation => id::ACTIVITY_LOG_RULE_COUNTING_ALL,
            }),
        }
    }

    fn open_to_guests(self, benefit: GuestBenefit) -> String {
        self.words.text(match benefit {
            GuestBenefit::VisualStudio => id::ACTIVITY_LOG_RULE_GUESTS__SEATS,
            GuestBenefit::Azure => id::ACTIVITY_LOG_RULE_GUESTS__AZURE,
        })
    }
}

const fn activated(hardware: Hardware, counts: bool) -> MessageId {
    match (hardware, counts) {
        (_, false) => id::ACTIVITY_LOG_ACTIVATION_RECORDED__UNCOUNTED,
        (Hardware::Changed, true) => id::ACTIVITY_LOG_ACTIVATION_RECORDED__CHANGED,
        (Hardware::Unchanged, true) => id::ACTIVITY_LOG_ACTIVATION_RECORDED,
    }
}

#[cfg(test)]
mod tests;
