//! Notices in words: what the page after a redirect says.
//!
//! Owns which message words which notice, by exhaustive match; refuses to know where it is said.

use super::{Args, Words, id, outcomes, refusals};
use crate::flash::{Notice, PasswordRefusal};

/// What the form that led to the page has done.
pub fn notice(words: Words, notice: &Notice) -> String {
    match notice {
        Notice::SignInWrong => words.text(id::SIGN_IN_CREDENTIALS_WRONG),
        Notice::SignInSlow { minutes } => {
            words.format(id::SIGN_IN_ATTEMPTS_EXCEEDED, &Args::new().with("minutes", minutes))
        }
        Notice::SignInClosed => words.text(id::SIGN_IN_ATTEMPTS_CLOSED),
        Notice::SignedOut => words.text(id::SIGN_IN_ENDED_NOTICE),
        Notice::SessionEnded => words.text(id::SIGN_IN_EXPIRED_NOTICE),
        Notice::InvitationSpent => words.text(id::INVITATION_SPENT_TITLE),
        Notice::PasswordRefused(refusal) => password(words, *refusal),
        Notice::BrowserSignedOut => words.text(id::ACCOUNT_SESSION_ENDED),
        Notice::OthersSignedOut { count } => {
            words.format(id::ACCOUNT_OTHERS_ENDED, &Args::new().with("count", count))
        }
        Notice::PasswordChanged { ended } => {
            words.format(id::ACCOUNT_PASSWORD_CHANGED, &Args::new().with("count", ended))
        }
        Notice::PasswordWrong => words.text(id::ACCOUNT_PASSWORD_WRONG),
        Notice::Done(outcome) => outcomes::outcome(words, outcome),
        Notice::Failed(error) => refusals::error(words, error),
    }
}

/// Why a password does not do.
pub fn password(words: Words, refusal: PasswordRefusal) -> String {
    match refusal {
        PasswordRefusal::TooShort { least } => {
            words.format(id::INVITATION_PASSWORD_SHORT, &Args::new().with("minimum", &u32::from(least)))
        }
        PasswordRefusal::TooLong { most } => {
            words.format(id::INVITATION_PASSWORD_LONG, &Args::new().with("maximum", &u32::from(most)))
        }
        PasswordRefusal::Common => words.text(id::INVITATION_PASSWORD_COMMON),
        PasswordRefusal::IsAddress => words.text(id::INVITATION_PASSWORD_ADDRESS),
    }
}
