//! Refusals, gathered: one enum for each noun, all of them here.
//!
//! Owns how a refusal is named and whether it is about permission, absence, state or input; refuses to word it.

use serde::{Deserialize, Serialize};

use crate::{
    activity::ActivityRefusal, company::FieldFault, role::AccessRefusal, software::SoftwareRefusal,
    visual_studio::SeatRefusal,
};

/// Why a command was not carried out. Variants carry facts; the screens word them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// The person may not.
    Access(AccessRefusal),
    /// A seat does not move.
    Seat(SeatRefusal),
    /// A key is not shown, or an activation not recorded.
    Software(SoftwareRefusal),
    /// An offer cannot be recorded.
    Membership(MembershipRefusal),
    /// Entries of the log are not handed out.
    Activity(ActivityRefusal),
    /// The same form was sent before, for something else.
    AlreadySent {
        /// The command that was carried out then.
        command: String,
    },
    /// The command's object changed between the page and the click.
    Stale,
    /// The form was drawn for somebody else than who is signed in now, or for another company of theirs.
    DrawnForAnother,
}

/// Why an offer cannot be recorded for a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MembershipRefusal {
    /// The catalogue has no such offer.
    UnknownOffer,
    /// The catalogue has no such competency.
    UnknownCompetency,
    /// A Silver or Gold offer needs a competency, an Action Pack has none.
    CompetencyMismatch,
    /// The company holds an Action Pack already (R8).
    SecondActionPack,
    /// The policy does not allow an Action Pack beside a competency (C7).
    ActionPackBesideCompetency,
    /// The company holds this competency already.
    SecondCompetency,
    /// The activation is before the purchase.
    ActivatedBeforePurchase,
}

/// What kind of answer a refusal is; the server maps it to a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The person may not: 403.
    Forbidden,
    /// The state does not allow it: 409.
    Conflict,
}

impl Refusal {
    /// What kind of answer this is.
    #[must_use]
    pub const fn kind(&self) -> RefusalKind {
        match self {
            Self::Access(_) | Self::Seat(SeatRefusal::NotTheHolder | SeatRefusal::UndoNotYours) => {
                RefusalKind::Forbidden
            }
            Self::Seat(_)
            | Self::Software(_)
            | Self::Membership(_)
            | Self::Activity(_)
            | Self::AlreadySent { .. }
            | Self::Stale
            | Self::DrawnForAnother => RefusalKind::Conflict,
        }
    }

    /// A short name for logs, attributes of the page and tests, such as `seat/no-seat-left`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Access(why) => match why {
                AccessRefusal::RoleRequired { .. } => "access/role-required",
                AccessRefusal::NotActive => "access/not-active",
                AccessRefusal::OperatorOnly => "access/operator-only",
            },
            Self::Seat(why) => seat_code(why),
            Self::Software(why) => match why {
                SoftwareRefusal::BenefitClosed { .. } => "software/benefit-closed",
                SoftwareRefusal::NoKeys => "software/no-keys",
                SoftwareRefusal::StockEmpty => "software/stock-empty",
                SoftwareRefusal::KeyRingMissing => "software/key-ring-missing",
                SoftwareRefusal::KeysNotIssued => "software/keys-not-issued",
                SoftwareRefusal::MaximumReached { .. } => "software/maximum-reached",
                SoftwareRefusal::NoPackage => "software/no-package",
            },
            Self::Membership(why) => match why {
                MembershipRefusal::UnknownOffer => "membership/unknown-offer",
                MembershipRefusal::UnknownCompetency => "membership/unknown-competency",
                MembershipRefusal::CompetencyMismatch => "membership/competency-mismatch",
                MembershipRefusal::SecondActionPack => "membership/second-action-pack",
                MembershipRefusal::ActionPackBesideCompetency => "membership/action-pack-beside-competency",
                MembershipRefusal::SecondCompetency => "membership/second-competency",
                MembershipRefusal::ActivatedBeforePurchase => "membership/activated-before-purchase",
            },
            Self::Activity(ActivityRefusal::TooManyEntries { .. }) => "activity/too-many-entries",
            Self::AlreadySent { .. } => "form/already-sent",
            Self::Stale => "form/stale",
            Self::DrawnForAnother => "form/drawn-for-another",
        }
    }
}

const fn seat_code(why: &SeatRefusal) -> &'static str {
    match why {
        SeatRefusal::PoolClosed { .. } => "seat/pool-closed",
        SeatRefusal::NoSeatLeft { .. } => "seat/no-seat-left",
        SeatRefusal::LockedUntil { .. } => "seat/locked-until",
        SeatRefusal::TooSoon { .. } => "seat/too-soon",
        SeatRefusal::AlreadyHolds { .. } => "seat/already-holds",
        SeatRefusal::HolderNotActive => "seat/holder-not-active",
        SeatRefusal::GuestsMayNotHold => "seat/guests-may-not-hold",
        SeatRefusal::SharedMailbox => "seat/shared-mailbox",
        SeatRefusal::CountryFull { .. } => "seat/country-full",
        SeatRefusal::NotHeld => "seat/not-held",
        SeatRefusal::SameHolder => "seat/same-holder",
        SeatRefusal::AlreadyActivated => "seat/already-activated",
        SeatRefusal::NotTheHolder => "seat/not-the-holder",
        SeatRefusal::UndoTooLate => "seat/undo-too-late",
        SeatRefusal::UndoNotYours => "seat/undo-not-yours",
        SeatRefusal::UndoOvertaken => "seat/undo-overtaken",
    }
}

impl From<AccessRefusal> for Refusal {
    fn from(why: AccessRefusal) -> Self {
        Self::Access(why)
    }
}

impl From<SeatRefusal> for Refusal {
    fn from(why: SeatRefusal) -> Self {
        Self::Seat(why)
    }
}

impl From<SoftwareRefusal> for Refusal {
    fn from(why: SoftwareRefusal) -> Self {
        Self::Software(why)
    }
}

impl From<ActivityRefusal> for Refusal {
    fn from(why: ActivityRefusal) -> Self {
        Self::Activity(why)
    }
}

impl From<MembershipRefusal> for Refusal {
    fn from(why: MembershipRefusal) -> Self {
        Self::Membership(why)
    }
}

/// A field of a form, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvalidField {
    /// The name of the field.
    pub field: String,
    /// What is wrong with it.
    pub fault: FieldFault,
}
