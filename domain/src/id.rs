//! Identifiers, one type for each noun, so that a seat's can never be taken for a person's.
//!
//! Owns their form (a UUID as text); refuses to make one: new ids are handed in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The text is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier")
    }
}

impl std::error::Error for IdError {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// The identifier with this value.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }
    )*};
}

ids! {
    /// An account: a person who signs in. Identity is this id, never the address.
    AccountId;
    /// One recorded activation of a software benefit.
    ActivationId;
    /// A benefit of a company: one row of the Benefits page.
    BenefitId;
    /// A member company.
    CompanyId;
    /// One entry of the activity log.
    EventId;
    /// An invitation to set a password.
    InvitationId;
    /// A product key.
    KeyId;
    /// A location of a company.
    LocationId;
    /// An offer that a company holds.
    MembershipId;
    /// A seat of a pool.
    SeatId;
    /// The time during which one person holds one seat.
    SeatAssignmentId;
    /// A signed-in browser.
    SessionId;
    /// A person's place in a company: employee or guest, with roles.
    UserId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_as_it_was_written() {
        let text = "018f4e2a-0000-7000-8000-000000000001";
        assert_eq!(text.parse::<SeatId>().unwrap().to_string(), text);
    }

    #[test]
    fn what_is_not_an_identifier_is_refused() {
        for text in ["", "42", "' OR 1=1 --", "018f4e2a-0000-7000-8000-00000000000g"] {
            assert_eq!(text.parse::<BenefitId>(), Err(IdError), "{text}");
        }
    }
}
