//! Refusals, errors and faults in words: which rule, until when, and the way forward.
//!
//! Owns which message words which refusal, by exhaustive match; refuses to decide anything.

use domain::{
    activity::ActivityRefusal,
    command::Command,
    company::FieldFault,
    refusal::{MembershipRefusal, Refusal},
    role::{AccessRefusal, Action},
    software::SoftwareRefusal,
    visual_studio::SeatRefusal,
};

use super::{Args, MessageId, Words, id, terms};
use crate::portal::{PortalError, Trouble};

/// Why a command is not carried out: the same words beside a closed action and after an attempt.
pub fn refusal(words: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Access(why) => access(words, why),
        Refusal::Seat(why) => seat(words, why),
        Refusal::Software(why) => software(words, why),
        Refusal::Membership(why) => words.text(membership(why)),
        Refusal::Activity(ActivityRefusal::TooManyEntries { most }) => {
            words.format(id::REFUSALS_ACTIVITY_TOO_MANY, &Args::new().with("most", most))
        }
        Refusal::AlreadySent { command } => {
            let what = words.format(id::REFUSALS_FORM_SENT_FOR, &Args::new().with("command", command));
            words.format(id::REFUSALS_FORM_ALREADY_SENT, &Args::new().with("what", &what))
        }
        Refusal::Stale => words.text(id::REFUSALS_FORM_STALE),
        Refusal::DrawnForAnother => words.text(id::REFUSALS_FORM_FOREIGN),
    }
}

/// Why an act was not carried out, whatever the cause.
pub fn error(words: Words, error: &PortalError) -> String {
    match error {
        PortalError::Refused(why) => refusal(words, why),
        PortalError::Invalid(faults) => match faults.as_slice() {
            [only] => field(words, &only.fault),
            several => words.format(id::ERRORS_SUMMARY_TITLE, &Args::new().with("count", &several.len())),
        },
        PortalError::NotFound => words.text(id::REFUSALS_FORM_NOT_FOUND),
        PortalError::SignedOut => words.text(id::REFUSALS_FORM_SIGNED_OUT),
        PortalError::Unavailable { reference, trouble } => unavailable(words, reference, *trouble),
        PortalError::Offline => words.text(id::ERRORS_TIMEOUT_NOTICE),
        PortalError::NoForm => words.text(id::ERRORS_FORM_DETAIL),
    }
}

/// What is wrong with what was typed into a field.
pub fn field(words: Words, fault: &FieldFault) -> String {
    match fault {
        FieldFault::Empty => words.text(id::ERRORS_FIELD_REQUIRED),
        FieldFault::TooLong { most } => {
            words.format(id::ERRORS_FIELD_LONG, &Args::new().with("maximum", &u32::from(*most)))
        }
        FieldFault::Malformed => words.text(id::ERRORS_FIELD_INVALID),
        FieldFault::Nobody => words.text(id::ERRORS_FIELD_NOBODY),
        FieldFault::Several { count } => {
            words.format(id::ERRORS_FIELD_SEVERAL, &Args::new().with("count", count))
        }
    }
}

/// Why `command` was not carried out, and what comes of sending it again where that would do.
pub fn of_act(words: Words, command: &str, error: &PortalError) -> String {
    let mut told = self::error(words, error);
    let mut add = |message| {
        told.push(' ');
        told.push_str(&words.text(message));
    };
    match error {
        PortalError::Unavailable { trouble, .. } => {
            if *trouble == Trouble::Busy {
                add(id::ERRORS_BUSY_UNSAVED);
            }
            add(id::ERRORS_RESEND_DETAIL);
        }
        PortalError::Offline => {}
        _ => return told,
    }
    let is_told_each_time = Command::TOLD_EACH_TIME.contains(&command);
    add(if is_told_each_time { id::ERRORS_RESEND_LOGGED } else { id::ERRORS_RESEND_ONCE });
    told
}

/// Something failed; the reference, where there is one, finds it in the logs.
fn unavailable(words: Words, reference: &str, trouble: Trouble) -> String {
    if reference.is_empty() {
        return words.text(id::ERRORS_UNAVAILABLE_BRIEF);
    }
    let detail = match trouble {
        Trouble::Fault => id::ERRORS_UNAVAILABLE_DETAIL,
        Trouble::Busy => id::ERRORS_BUSY_DETAIL,
        Trouble::Unwritable => id::ERRORS_UNWRITABLE_DETAIL,
    };
    words.format(detail, &Args::new().with("reference", reference))
}

fn access(words: Words, why: &AccessRefusal) -> String {
    match why {
        AccessRefusal::RoleRequired { action, roles } => {
            let roles = terms::one_of_roles(words, roles);
            words.format(role_required(*action), &Args::new().with("roles", &roles))
        }
        AccessRefusal::NotActive => words.text(id::REFUSALS_ACCESS_INACTIVE),
        AccessRefusal::OperatorOnly => words.text(id::REFUSALS_ACCESS_OPERATOR),
    }
}

const fn role_required(action: Action) -> MessageId {
    match action {
        Action::ViewBenefits => id::REFUSALS_ACCESS_VIEW,
        Action::AssignBenefits => id::REFUSALS_ACCESS_ASSIGN,
        Action::GetKeys => id::REFUSALS_ACCESS_KEYS,
        Action::ConfirmForOthers => id::REFUSALS_ACCESS_CONFIRM,
        Action::RenewOffers => id::REFUSALS_ACCESS_RENEW,
        Action::AddUsers => id::REFUSALS_ACCESS_USERS,
        Action::ReadActivity => id::REFUSALS_ACCESS_ACTIVITY,
    }
}

fn seat(words: Words, why: &SeatRefusal) -> String {
    let plain = match why {
        SeatRefusal::PoolClosed { since } => {
            return words.format(id::REFUSALS_SEAT_POOL_CLOSED, &Args::new().with("date", since));
        }
        SeatRefusal::NoSeatLeft { granted: 0 } => id::REFUSALS_SEAT_NONE_GRANTED,
        SeatRefusal::NoSeatLeft { granted } => {
            return words.format(id::REFUSALS_SEAT_NONE_LEFT, &Args::new().with("granted", granted));
        }
        SeatRefusal::LockedUntil { day } => {
            return words.format(id::REFUSALS_SEAT_LOCKED, &Args::new().with("date", day));
        }
        SeatRefusal::TooSoon { day } => {
            return words.format(id::REFUSALS_SEAT_TOO_SOON, &Args::new().with("date", day));
        }
        SeatRefusal::AlreadyHolds { pool } => {
            let pool = terms::pool(words, pool);
            return words.format(id::REFUSALS_SEAT_ALREADY_HOLDS, &Args::new().with("pool", &pool));
        }
        SeatRefusal::CountryFull { country, cap } => {
            let country = terms::country(words, *country);
            let args = Args::new().with("country", &country).with("cap", cap);
            return words.format(id::REFUSALS_SEAT_COUNTRY_FULL, &args);
        }
        SeatRefusal::HolderNotActive => id::REFUSALS_SEAT_HOLDER_INACTIVE,
        SeatRefusal::GuestsMayNotHold => id::REFUSALS_SEAT_GUEST,
        SeatRefusal::SharedMailbox => id::REFUSALS_SEAT_MAILBOX,
        SeatRefusal::NotHeld => id::REFUSALS_SEAT_NOT_HELD,
        SeatRefusal::SameHolder => id::REFUSALS_SEAT_SAME_HOLDER,
        SeatRefusal::AlreadyActivated => id::REFUSALS_SEAT_ACTIVATED,
        SeatRefusal::NotTheHolder => id::REFUSALS_SEAT_NOT_YOURS,
        SeatRefusal::UndoTooLate => id::REFUSALS_SEAT_UNDO_LATE,
        SeatRefusal::UndoNotYours => id::REFUSALS_SEAT_UNDO_FOREIGN,
        SeatRefusal::UndoOvertaken => id::REFUSALS_SEAT_UNDO_OVERTAKEN,
    };
    words.text(plain)
}

fn software(words: Words, why: &SoftwareRefusal) -> String {
    let plain = match why {
        SoftwareRefusal::BenefitClosed { since } => {
            return words.format(id::REFUSALS_SOFTWARE_CLOSED, &Args::new().with("date", since));
        }
        SoftwareRefusal::MaximumReached { maximum, unit, known_may_repeat } => {
            let maximum = terms::counted(words, *unit, *maximum);
            return words.format(maximum_reached(*known_may_repeat), &Args::new().with("maximum", &maximum));
        }
        SoftwareRefusal::NoKeys => id::REFUSALS_SOFTWARE_NO_KEYS,
        SoftwareRefusal::StockEmpty => id::REFUSALS_SOFTWARE_STOCK_EMPTY,
        SoftwareRefusal::KeyRingMissing => id::REFUSALS_SOFTWARE_RING_MISSING,
        SoftwareRefusal::KeysNotIssued => id::REFUSALS_SOFTWARE_NOT_ISSUED,
        SoftwareRefusal::NoPackage => id::REFUSALS_SOFTWARE_NO_PACKAGE,
    };
    words.text(plain)
}

const fn maximum_reached(known_may_repeat: bool) -> MessageId {
    if known_may_repeat { id::REFUSALS_SOFTWARE_MAXIMUM_KNOWN } else { id::REFUSALS_SOFTWARE_MAXIMUM }
}

const fn membership(why: &MembershipRefusal) -> MessageId {
    match why {
        MembershipRefusal::UnknownOffer => id::REFUSALS_OFFER_UNKNOWN,
        MembershipRefusal::UnknownCompetency => id::REFUSALS_OFFER_COMPETENCY_UNKNOWN,
        MembershipRefusal::CompetencyMismatch => id::REFUSALS_OFFER_COMPETENCY_MISMATCH,
        MembershipRefusal::SecondActionPack => id::REFUSALS_OFFER_SECOND_PACK,
        MembershipRefusal::ActionPackBesideCompetency => id::REFUSALS_OFFER_PACK_BESIDE,
        MembershipRefusal::SecondCompetency => id::REFUSALS_OFFER_SECOND_COMPETENCY,
        MembershipRefusal::ActivatedBeforePurchase => id::REFUSALS_OFFER_DATES,
    }
}
