//! Why the portal has no answer, as it travels to the page.

use domain::{
    company::FieldFault,
    refusal::{InvalidField, Refusal},
};
use serde::{Deserialize, Serialize};

/// Why the portal has no answer. Variants carry facts; `i18n::refusals::error` words them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PortalError {
    /// A rule says no.
    Refused(Refusal),
    /// What was typed cannot be read.
    Invalid(Vec<InvalidField>),
    /// There is no such thing, or the person may not know of it.
    NotFound,
    /// Nobody is signed in.
    SignedOut,
    /// Something failed; the reference finds it in the logs.
    Unavailable {
        /// The reference; none where nothing was logged.
        reference: String,
        /// What kind of trouble it is.
        trouble: Trouble,
    },
    /// The server could not be reached.
    Offline,
    /// What was sent is no form of ours: it came from another site, or is too large or of another kind.
    NoForm,
}

/// What kind of trouble the server is in, as far as it matters to who waits for an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// Something that should not happen.
    #[default]
    Fault,
    /// Too much is asked at once. Nothing was saved, and the same may do a moment later.
    Busy,
    /// Nothing can be saved until somebody puts it right: the disk is full, or the database is read-only.
    Unwritable,
}

impl PortalError {
    /// What nobody has an answer to, and nobody has logged: what stands between has answered, or client and server are not
    /// of one age.
    #[must_use]
    pub const fn unread() -> Self {
        Self::Unavailable { reference: String::new(), trouble: Trouble::Fault }
    }

    /// The HTTP status that says the same.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Refused(refusal) => match refusal.kind() {
                domain::refusal::RefusalKind::Forbidden => 403,
                domain::refusal::RefusalKind::Conflict => 409,
            },
            Self::Invalid(_) => 422,
            Self::NotFound => 404,
            Self::SignedOut => 401,
            Self::Unavailable { .. } | Self::Offline => 503,
            Self::NoForm => 400,
        }
    }

    /// What is wrong with what was typed into the field `name`.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<FieldFault> {
        let Self::Invalid(faults) = self else { return None };
        faults.iter().find(|invalid| invalid.field == name).map(|invalid| invalid.fault)
    }
}

impl From<Refusal> for PortalError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
