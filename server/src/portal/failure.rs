//! Why the portal has no answer, on the server's side: what the page may know, and what only the logs may.

use app::{
    api::Unwritten,
    portal::{PortalError, Trouble},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    activity::ActivityRefusal, refusal::Refusal, role::AccessRefusal, software::SoftwareRefusal,
    visual_studio::SeatRefusal,
};

use crate::{db, keyring::KeyRingError, requests::RequestId};

/// A fault that was logged, as far as others may know of it. An answer that is a bare status carries it in its extensions,
/// for whoever gives the status its words.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What the page of the fault and its lines in the log have in common: the id of the request.
    reference: String,
    trouble: Trouble,
}

impl Fault {
    /// One of the request that is being answered.
    #[must_use]
    pub fn new(trouble: Trouble) -> Self {
        Self { reference: RequestId::current().as_str().to_owned(), trouble }
    }

    /// One of the database.
    #[must_use]
    pub fn of(error: &db::Error) -> Self {
        Self::new(match error.trouble() {
            db::Trouble::Busy | db::Trouble::Overtaken => Trouble::Busy,
            db::Trouble::Full | db::Trouble::ReadOnly => Trouble::Unwritable,
            db::Trouble::Away | db::Trouble::Fault => Trouble::Fault,
        })
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut answer = StatusCode::SERVICE_UNAVAILABLE.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

impl From<Fault> for PortalError {
    fn from(Fault { reference, trouble }: Fault) -> Self {
        Self::Unavailable { reference, trouble }
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
    /// What the page is told. A fault is logged here, once, with the id that the page shows as its reference.
    #[must_use]
    pub fn told(self) -> PortalError {
        match self {
            Self::Refused(refusal) => PortalError::Refused(refusal),
            Self::NotFound => PortalError::NotFound,
            Self::SignedOut => PortalError::SignedOut,
            Self::Database(ref error) => self.logged(Fault::of(error)),
            Self::Ring(_) | Self::NoCatalogue | Self::Unwritten(_) => self.logged(Fault::new(Trouble::Fault)),
        }
    }

    fn logged(&self, fault: Fault) -> PortalError {
        tracing::error!(fault = ?self, "a request could not be answered");
        fault.into()
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
            KeyRingError::Missing
            | KeyRingError::UnknownVersion { .. }
            | KeyRingError::OtherKey { .. }
            | KeyRingError::Retired { .. } => Self::Refused(SoftwareRefusal::KeyRingMissing.into()),
            KeyRingError::TooLong | KeyRingError::Tampered { .. } => Self::Ring(error),
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

impl From<ActivityRefusal> for Failure {
    fn from(refusal: ActivityRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<AccessRefusal> for Failure {
    fn from(refusal: AccessRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}
