//! Events: what happened, as the log keeps it.
//!
//! Owns the facts of each, and what it names; refuses to know how they are stored, chained or worded.

mod naming;

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityFilter,
    command::Command,
    company::{CompanyName, Country, MachineName},
    day::Day,
    id::{
        AccountId, ActivationId, BenefitId, CompanyId, EventId, KeyId, LocationId, MembershipId, SeatId,
        SessionId, UserId,
    },
    language::Language,
    policy::PolicyOverride,
    programme::{CatalogueCode, OfferCode, OsType, ProductCode, SoftwareLanguage},
    refusal::Refusal,
    role::Role,
    software::{Hardware, Reveal},
    visual_studio::SeatChange,
};

pub use self::naming::Named;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[expect(missing_docs, reason = "the fields are named by their types, and each variant says what happened")]
pub enum Event {
    /// Keys were got, masked; `drawn` of them for the first time.
    KeysListed { benefit: BenefitId, drawn: u32 },
    /// A key left its mask.
    KeyRevealed { benefit: BenefitId, key: KeyId, manner: Reveal, first: bool },
    /// An activation was recorded.
    ActivationRecorded {
        benefit: BenefitId,
        activation: ActivationId,
        machine: MachineName,
        hardware: Hardware,
        counts: bool,
    },
    /// A language and an operating system were chosen.
    InstallationChosen { benefit: BenefitId, language: SoftwareLanguage, os_type: OsType },
    /// A seat was assigned; one that was locked went back to its last holder.
    SeatAssigned {
        benefit: BenefitId,
        seat: SeatId,
        holder: UserId,
        #[serde(default)]
        locked_until: Option<Day>,
        change: SeatChange,
    },
    /// A seat was taken back.
    SeatRemoved {
        benefit: BenefitId,
        seat: SeatId,
        holder: UserId,
        locked_until: Option<Day>,
        change: SeatChange,
    },
    /// A seat went from one person to another.
    SeatReassigned { benefit: BenefitId, seat: SeatId, from: UserId, to: UserId, change: SeatChange },
    /// An activation was confirmed.
    SeatActivated { benefit: BenefitId, seat: SeatId, holder: UserId },
    /// A change of a seat was undone.
    SeatChangeUndone { benefit: BenefitId, seat: SeatId, undone: EventId },
    /// Entries of the log were taken away as a file: so many as matched.
    ActivityExported { filter: ActivityFilter, rows: u32 },
    /// Somebody asked for something, of a benefit of the company or of none, and a rule said no. Nothing else changed.
    CommandRefused {
        command: Command,
        refusal: Refusal,
        #[serde(default)]
        benefit: Option<BenefitId>,
    },
    /// Somebody named a thing that is not the company's, or that there is not: for the operator's eyes only.
    CommandMisdirected { command: Command },
    /// A person chose the language of the screens.
    LanguageChosen { language: Language },
    /// A person took the place in the company.
    InvitationAccepted,
    /// A person signed in.
    SignedIn { session: SessionId },
    /// A person signed out.
    SignedOut { session: SessionId },
    /// A person ended a session of their own from another browser.
    SessionEnded { session: SessionId },
    /// A person ended every session but the one of the browser in front of them.
    OtherSessionsEnded { count: u32 },
    /// A person changed the password.
    PasswordChanged,
    /// Somebody tried to sign in, or to change a password, and was not let: to the account, when there is one.
    SignInRefused { account: Option<AccountId>, why: SignInRefusal },
    /// A company was created.
    CompanyCreated { company: CompanyId, name: CompanyName, mpn_id: String },
    /// A company has one more location.
    LocationAdded { location: LocationId, name: CompanyName, country: Country },
    /// A person was invited to a company.
    UserInvited { user: UserId, roles: Vec<Role>, is_guest: bool },
    /// An operator was invited.
    OperatorInvited { account: AccountId },
    /// Somebody was given a link to choose another password with.
    LinkRenewed { account: AccountId },
    /// Somebody may sign in no more: in the log of each of their companies, where `user` is their place in it.
    UserDisabled { account: AccountId, user: Option<UserId> },
    /// Somebody who was disabled may sign in again.
    UserEnabled { account: AccountId, user: Option<UserId> },
    /// A company holds an offer.
    MembershipRecorded { membership: MembershipId, offer: OfferCode, activated_on: Day },
    /// A policy value was set for a company.
    PolicyOverridden { value: PolicyOverride },
    /// Keys of a product were put into the stock.
    KeysStocked { product: ProductCode, count: u32 },
    /// A programme was loaded.
    CatalogueLoaded { catalogue: CatalogueCode, version: Day },
    /// Product keys that one version of the key ring had sealed were sealed anew by another.
    KeyRingRotated { from: i64, to: i64, rows: u32 },
    /// A version of the key ring that seals nothing any more was given up.
    KeyRingRetired { version: i64 },
}

/// Why somebody was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInRefusal {
    /// Address and password do not belong together.
    Wrong,
    /// Too many attempts had failed: the password was not looked at.
    TooMany,
}

impl Event {
    /// The name under which the log files the event.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::KeysListed { .. } => "keys-listed",
            Self::KeyRevealed { .. } => "key-revealed",
            Self::ActivationRecorded { .. } => "activation-recorded",
            Self::InstallationChosen { .. } => "installation-chosen",
            Self::SeatAssigned { .. } => "seat-assigned",
            Self::SeatRemoved { .. } => "seat-removed",
            Self::SeatReassigned { .. } => "seat-reassigned",
            Self::SeatActivated { .. } => "seat-activated",
            Self::SeatChangeUndone { .. } => "seat-change-undone",
            Self::ActivityExported { .. } => "activity-exported",
            Self::CommandRefused { .. } => "command-refused",
            Self::CommandMisdirected { .. } => "command-misdirected",
            Self::LanguageChosen { .. } => "language-chosen",
            Self::InvitationAccepted => "invitation-accepted",
            Self::SignedIn { .. } => "signed-in",
            Self::SignedOut { .. } => "signed-out",
            Self::SessionEnded { .. } => "session-ended",
            Self::OtherSessionsEnded { .. } => "other-sessions-ended",
            Self::PasswordChanged => "password-changed",
            Self::SignInRefused { .. } => "sign-in-refused",
            Self::CompanyCreated { .. } => "company-created",
            Self::LocationAdded { .. } => "location-added",
            Self::UserInvited { .. } => "user-invited",
            Self::OperatorInvited { .. } => "operator-invited",
            Self::LinkRenewed { .. } => "link-renewed",
            Self::UserDisabled { .. } => "user-disabled",
            Self::UserEnabled { .. } => "user-enabled",
            Self::MembershipRecorded { .. } => "membership-recorded",
            Self::PolicyOverridden { .. } => "policy-overridden",
            Self::KeysStocked { .. } => "keys-stocked",
            Self::CatalogueLoaded { .. } => "catalogue-loaded",
            Self::KeyRingRotated { .. } => "key-ring-rotated",
            Self::KeyRingRetired { .. } => "key-ring-retired",
        }
    }
}
