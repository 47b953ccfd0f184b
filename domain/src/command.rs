//! Commands: everything that changes something, from every entrance.
//!
//! Owns what can be asked for and which permission it needs; refuses to know who asks, and through what.

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityFilter,
    company::{CompanyName, Country, EmailAddress, FullName, MachineName},
    day::Day,
    id::{BenefitId, CompanyId, EventId, KeyId, LocationId, SeatId, SessionId, UserId},
    language::Language,
    policy::PolicyOverride,
    programme::{CompetencyCode, OfferCode, OsType, SoftwareLanguage},
    role::{Action, Role},
    software::{Hardware, Reveal},
};

/// A change that a person of a company asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Get the keys of a software benefit, masked (R29).
    GetKeys {
        /// The benefit.
        benefit: BenefitId,
    },
    /// Show or copy one key (R30).
    RevealKey {
        /// The key.
        key: KeyId,
        /// How.
        manner: Reveal,
    },
    /// Record that the software was activated on a machine (R32).
    RecordActivation {
        /// The benefit.
        benefit: BenefitId,
        /// The machine.
        machine: MachineName,
        /// Its hardware.
        hardware: Hardware,
    },
    /// Remember the language and the operating system to download for (R31).
    ChooseInstallation {
        /// The benefit.
        benefit: BenefitId,
        /// The language of the product.
        language: SoftwareLanguage,
        /// The operating system.
        os_type: OsType,
    },
    /// Assign a seat of a pool to a person (R45 to R47).
    AssignSeat {
        /// The pool.
        benefit: BenefitId,
        /// The person.
        holder: UserId,
    },
    /// Take a seat back.
    RemoveSeat {
        /// The seat.
        seat: SeatId,
    },
    /// Take a seat back and assign it to somebody else, in one act (R48).
    ReassignSeat {
        /// The seat.
        seat: SeatId,
        /// The person who gets it.
        holder: UserId,
    },
    /// Confirm that the holder has activated a seat.
    ConfirmActivation {
        /// The seat.
        seat: SeatId,
    },
    /// Undo a change of a seat that one has just made.
    UndoSeatChange {
        /// The change, as the log names it.
        event: EventId,
    },
    /// Take the entries of the log that match a filter away as a file.
    ExportActivity {
        /// The filter.
        filter: ActivityFilter,
    },
}

impl Command {
    /// The name of the command in the log, in paths and in tests, in the order in which they are declared.
    pub const NAMES: [&'static str; 10] = [
        "get-keys",
        "reveal-key",
        "record-activation",
        "choose-installation",
        "assign-seat",
        "remove-seat",
        "reassign-seat",
        "confirm-activation",
        "undo-seat-change",
        "export-activity",
    ];

    /// The commands of which each showing counts, also that of a form which is sent again: a key that leaves its mask twice
    /// was seen twice, and whoever may not see it any more does not (R30). So it is with a file that is taken twice.
    pub const TOLD_EACH_TIME: [&'static str; 2] = ["reveal-key", "export-activity"];

    /// The name of this command.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::GetKeys { .. } => "get-keys",
            Self::RevealKey { .. } => "reveal-key",
            Self::RecordActivation { .. } => "record-activation",
            Self::ChooseInstallation { .. } => "choose-installation",
            Self::AssignSeat { .. } => "assign-seat",
            Self::RemoveSeat { .. } => "remove-seat",
            Self::ReassignSeat { .. } => "reassign-seat",
            Self::ConfirmActivation { .. } => "confirm-activation",
            Self::UndoSeatChange { .. } => "undo-seat-change",
            Self::ExportActivity { .. } => "export-activity",
        }
    }

    /// Whether each showing counts: [`Self::TOLD_EACH_TIME`].
    #[must_use]
    pub fn is_told_each_time(&self) -> bool {
        Self::TOLD_EACH_TIME.contains(&self.name())
    }

    /// The permission that the command needs, whatever the state of its object; none where the object decides.
    #[must_use]
    pub const fn action(&self) -> Option<Action> {
        match self {
            Self::GetKeys { .. }
            | Self::RevealKey { .. }
            | Self::RecordActivation { .. }
            | Self::ChooseInstallation { .. } => Some(Action::GetKeys),
            Self::AssignSeat { .. }
            | Self::RemoveSeat { .. }
            | Self::ReassignSeat { .. }
            | Self::UndoSeatChange { .. } => Some(Action::AssignBenefits),
            Self::ExportActivity { .. } => Some(Action::ReadActivity),
            // The holder needs no role: `Seat::confirm` decides.
            Self::ConfirmActivation { .. } => None,
        }
    }
}

/// A change that a person asks for on their own account: with a company on screen or without.
///
/// What is one's own needs no permission, and asked for twice it is done once, so that it needs no idempotency key. What
/// proves who one is, a password or the token of a session, travels beside the command and is in none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum PersonCommand {
    /// Keep the language of one's screens.
    ChooseLanguage {
        /// The language.
        language: Language,
    },
    /// Take the places in companies that one was invited to.
    AcceptInvitation,
    /// Begin a session.
    SignIn {
        /// The session.
        session: SessionId,
    },
    /// End the session of the browser in front of one.
    SignOut {
        /// The session.
        session: SessionId,
    },
    /// End a session of another browser.
    EndSession {
        /// The session.
        session: SessionId,
    },
    /// End the sessions of all other browsers.
    EndOtherSessions {
        /// The session that stays.
        session: SessionId,
    },
    /// Have another password.
    ChangePassword,
}

impl PersonCommand {
    /// The names of all of them, in the order in which they are declared.
    pub const NAMES: [&'static str; 7] = [
        "choose-language", "accept-invitation", "sign-in", "sign-out", "end-session", "end-other-sessions",
        "change-password",
    ];

    /// The name of this command.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ChooseLanguage { .. } => "choose-language",
            Self::AcceptInvitation => "accept-invitation",
            Self::SignIn { .. } => "sign-in",
            Self::SignOut { .. } => "sign-out",
            Self::EndSession { .. } => "end-session",
            Self::EndOtherSessions { .. } => "end-other-sessions",
            Self::ChangePassword => "change-password",
        }
    }
}

/// A change that the operator, or the person at the installation's shell, asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum OperatorCommand {
    /// Create a member company with its first location.
    CreateCompany {
        /// Its name.
        name: CompanyName,
        /// Its MPN ID.
        mpn_id: String,
        /// The IANA time zone in which its deadlines are counted.
        time_zone: String,
        /// The country of its first location.
        country: Country,
        /// The name of its first location.
        location: CompanyName,
    },
    /// Add a location to a company.
    AddLocation {
        /// The company.
        company: CompanyId,
        /// The name of the location.
        name: CompanyName,
        /// Its country, which caps count by (R6).
        country: Country,
    },
    /// Invite a person to a company, with roles.
    InviteUser {
        /// The company.
        company: CompanyId,
        /// The person's name.
        name: FullName,
        /// The person's address.
        email: EmailAddress,
        /// The roles; none for a default user.
        roles: Vec<Role>,
        /// Whether the person is a guest.
        is_guest: bool,
        /// The location where the person works; the first one of the company unless it is said.
        location: Option<LocationId>,
    },
    /// Invite the first operator.
    InviteOperator {
        /// The person's name.
        name: FullName,
        /// The person's address.
        email: EmailAddress,
    },
    /// Make a new link with which somebody chooses another password, because the one before is forgotten or guessed at.
    RenewLink {
        /// The person's address.
        email: EmailAddress,
    },
    /// Let somebody sign in no more, in whatever company, and end their sessions at once.
    DisableUser {
        /// The person's address.
        email: EmailAddress,
    },
    /// Let somebody sign in again who was disabled.
    EnableUser {
        /// The person's address.
        email: EmailAddress,
    },
    /// Record that a company holds an offer, which gives it its benefits.
    RecordMembership {
        /// The company.
        company: CompanyId,
        /// The offer.
        offer: OfferCode,
        /// The competency, with a Silver or Gold offer.
        competency: Option<CompetencyCode>,
        /// The day of the purchase.
        purchased_on: Day,
        /// The day of the activation.
        activated_on: Day,
    },
    /// Set one policy value for one company: dated, visible to it and logged.
    OverridePolicy {
        /// The company.
        company: CompanyId,
        /// The value.
        value: PolicyOverride,
    },
}

impl OperatorCommand {
    /// The names of all of them, in the order in which they are declared.
    pub const NAMES: [&'static str; 9] = [
        "create-company", "add-location", "invite-user", "invite-operator", "renew-link", "disable-user",
        "enable-user", "record-membership", "override-policy",
    ];

    /// The name of this command.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CreateCompany { .. } => "create-company",
            Self::AddLocation { .. } => "add-location",
            Self::InviteUser { .. } => "invite-user",
            Self::InviteOperator { .. } => "invite-operator",
            Self::RenewLink { .. } => "renew-link",
            Self::DisableUser { .. } => "disable-user",
            Self::EnableUser { .. } => "enable-user",
            Self::RecordMembership { .. } => "record-membership",
            Self::OverridePolicy { .. } => "override-policy",
        }
    }

    /// The company that the command changes; none for what concerns all of them, or one that is only about to be.
    #[must_use]
    pub const fn company(&self) -> Option<CompanyId> {
        match self {
            Self::AddLocation { company, .. }
            | Self::InviteUser { company, .. }
            | Self::RecordMembership { company, .. }
            | Self::OverridePolicy { company, .. } => Some(*company),
            Self::CreateCompany { .. }
            | Self::InviteOperator { .. }
            | Self::RenewLink { .. }
            | Self::DisableUser { .. }
            | Self::EnableUser { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;

    /// The variants of `T`, as serde says that it expects them.
    fn variants<T: DeserializeOwned>() -> Vec<String> {
        let told = serde_json::from_str::<T>("\"nothing-of-the-kind\"").err().map(|error| error.to_string());
        let told = told.unwrap_or_default();
        let expected = told.split("expected one of ").nth(1).unwrap_or_default();
        expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_command_is_in_the_list_of_them() {
        assert_eq!(variants::<Command>(), Command::NAMES);
        assert_eq!(variants::<PersonCommand>(), PersonCommand::NAMES);
        assert_eq!(variants::<OperatorCommand>(), OperatorCommand::NAMES);
    }
}
