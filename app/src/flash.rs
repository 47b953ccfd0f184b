//! What the page after a redirect says: the outcome of a plain form post, and what was typed.
//!
//! Owns the form in which the server keeps it for ten minutes; refuses to carry a secret: no password, no key, no token.

use std::collections::BTreeMap;

use domain::{company::FieldFault, outcome::Outcome};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{api::Reading, portal::PortalError};

/// The name of the flash of which nothing is kept: an act was asked for after the session had ended.
pub const SESSION_ENDED: &str = "session-ended";

/// An outcome on its way to the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// What happened.
    pub notice: Notice,
    /// What was typed, by the name of its field.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// What happened, as facts; the page finds the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// The address and the password do not belong together; which of them is wrong is not said.
    SignInWrong,
    /// Too many attempts failed.
    SignInSlow {
        /// After how many minutes another one is worth while.
        minutes: u32,
    },
    /// Too many attempts in a row failed: only where the person is known an attempt is worth while.
    SignInClosed,
    /// The session was ended by the person.
    SignedOut,
    /// The act needs a session, and there is none, or it has ended.
    SessionEnded,
    /// The invitation is unknown, accepted already or too old; which of them is not said.
    InvitationSpent,
    /// The password that was chosen does not do.
    PasswordRefused(PasswordRefusal),
    /// A session of another browser was ended.
    BrowserSignedOut,
    /// The sessions of all other browsers were ended.
    OthersSignedOut {
        /// How many there were.
        count: u32,
    },
    /// The password was changed.
    PasswordChanged {
        /// How many sessions of other browsers were ended with it.
        ended: u32,
    },
    /// What was typed as the present password is not it.
    PasswordWrong,
    /// The act was carried out.
    Done(Outcome),
    /// The act was not carried out.
    Failed(PortalError),
}

/// Why a password does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PasswordRefusal {
    /// It has too few characters.
    TooShort {
        /// The fewest that do.
        least: u16,
    },
    /// It has too many characters.
    TooLong {
        /// The most that do.
        most: u16,
    },
    /// It is the person's own e-mail address.
    IsAddress,
    /// It is among those that are tried first.
    Common,
}

impl Flash {
    /// A notice with nothing typed.
    #[must_use]
    pub const fn of(notice: Notice) -> Self {
        Self { notice, fields: BTreeMap::new() }
    }

    /// The same flash, with what was typed into the field `name`: as much of it as an address may have. Never a secret.
    #[must_use]
    pub fn with(mut self, name: &str, typed: &str) -> Self {
        self.fields.insert(name.to_owned(), typed.chars().take(254).collect());
        self
    }

    /// What was typed into the field `name`, or nothing.
    #[must_use]
    pub fn typed(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// What is wrong with what was typed into the field `name`.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<FieldFault> {
        let Notice::Failed(error) = &self.notice else { return None };
        error.fault(name)
    }
}

/// The flash of the page that is shown, which the frame reads from its address and puts in context.
pub fn use_flash() -> Signal<Option<Flash>> {
    let arriving = use_context::<ArrivingFlash>();
    Signal::derive(move || arriving?.0.get()?.ok().flatten())
}

/// The flash of the page that is shown, once it has been read; for a form that is drawn with what was typed.
pub async fn arrived_flash() -> Option<Flash> {
    use_context::<ArrivingFlash>()?.0.await.ok().flatten()
}

/// Waits until [`use_flash`] has something to say: a field that is drawn before begins without what was typed into it.
pub async fn flash_has_arrived() {
    if let Some(ArrivingFlash(flash)) = use_context() {
        flash.wire().await;
    }
}

/// The flash on its way, as the frame puts it in context.
#[derive(Clone, Copy)]
pub struct ArrivingFlash(pub Reading<Option<Flash>>);

impl PasswordRefusal {
    /// The fewest characters of a password.
    pub const LEAST: u16 = 12;
    /// The most characters of a password.
    pub const MOST: u16 = 128;
}

impl Notice {
    /// The status of the page that shows the notice.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::SignedOut
            | Self::BrowserSignedOut
            | Self::OthersSignedOut { .. }
            | Self::PasswordChanged { .. }
            | Self::Done(_) => 200,
            Self::SessionEnded => 401,
            Self::InvitationSpent => 410,
            Self::SignInWrong | Self::PasswordRefused(_) | Self::PasswordWrong => 422,
            Self::SignInSlow { .. } | Self::SignInClosed => 429,
            Self::Failed(error) => error.status(),
        }
    }
}

impl From<PortalError> for Notice {
    fn from(error: PortalError) -> Self {
        match error {
            PortalError::SignedOut => Self::SessionEnded,
            error => Self::Failed(error),
        }
    }
}
