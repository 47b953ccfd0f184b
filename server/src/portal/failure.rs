//! Why the portal has no answer, on the server's side: what the page may know, and what only the logs may.

use app::{api::Unwritten, portal::PortalError};
use domain::{refusal::Refusal, role::AccessRefusal, software::SoftwareRefusal, visual_studio::SeatRefusal};

use crate::{db, keyring::KeyRingError, random};

/// What the page of a fault and its line in the logs have in common. An answer that is a bare status carries it in its
/// extensions, for whoever gives the status its words.
#[derive(Clone, Debug)]
pub struct Reference(pub String);

impl Reference {
    /// A new one.
    #[must_use]
    pub fn new() -> Self {
        Self(random::hexadecimal(&random::bytes::<4>()))
    }
}

impl Default for Reference {
    fn default() -> Self {
        Self::new()
    }
}

/// Why a read or a command has no answer.
#[derive(Debug)]
pub enum Failure {
    /// A rule says no.
    Refused(Refusal),
    /// There is no such thing, or the caller may not know of it.
    NotFound,
    /// Nobody is signed in.
    SignedOut,
    /// The database failed.
    Database(db::Error),
    /// The key ring failed.
    Ring(KeyRingError),
    /// The installation has no catalogue.
    NoCatalogue,
    /// A value of ours has no form in which it can be written.
    Unwritten(Unwritten),
}

impl Failure {
    /// What the page is told. A fault is logged here, once, under the reference that the page shows.
    #[must_use]
    pub fn told(self) -> PortalError {
        match self {
            Self::Refused(refusal) => PortalError::Refused(refusal),
            Self::NotFound => PortalError::NotFound,
            Self::SignedOut => PortalError::SignedOut,
            Self::Database(_) | Self::Ring(_) | Self::NoCatalogue | Self::Unwritten(_) => {
                let Reference(reference) = Reference::new();
                tracing::error!(fault = ?self, reference, "a request could not be answered");
                PortalError::Unavailable { reference }
            }
        }
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

impl From<KeyRingError> for Failure {
    fn from(error: KeyRingError) -> Self {
        match error {
            KeyRingError::Missing => Self::Refused(SoftwareRefusal::KeyRingMissing.into()),
            other => Self::Ring(other),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<SeatRefusal> for Failure {
    fn from(refusal: SeatRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<SoftwareRefusal> for Failure {
    fn from(refusal: SoftwareRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<AccessRefusal> for Failure {
    fn from(refusal: AccessRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}
