//! How many wrong passwords are borne.
//!
//! Each attempt counts as a failure, before it is hashed, until it has succeeded; only the last hour counts.
//!
//! - From a place that the account has been signed in to lately, only failures on this account from this very place
//!   count: whatever others do elsewhere, the owner is let in at home.
//! - From any other place, the failures of the place on all accounts count (guessing at many accounts), and those on
//!   this account from all unknown places (many places guessing at one account).
//!
//! A place is a network address, or the first 64 bits of a longer one; `X-Forwarded-For` can be forged and has no say.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::convert::Infallible;

use super::Auth;
use crate::{
    db::{
        Error, Held,
        sign_in_attempts::{self, Attempt, Past},
    },
    random::sha256,
};

const WINDOW_SECONDS: i64 = 60 * 60;
const KNOWN_SECONDS: i64 = 90 * 24 * 60 * 60;
const BORNE_AT_A_KNOWN_PLACE: i64 = 20;
const BORNE_FROM_A_PLACE: i64 = 20;
const BORNE_ON_AN_ACCOUNT: i64 = 30;
/// What a refused person is told to wait: the window, less what has passed of it on average.
const RETRY_MINUTES: u32 = 30;

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(connected.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(address)| address.ip())))
    }
}

impl Place {
    fn hash(self) -> [u8; 32] {
        match self.0.to_canonical() {
            IpAddr::V4(address) => sha256(&address.octets()),
            // A household has all addresses of its first 64 bits.
            IpAddr::V6(address) => sha256(&(address.to_bits() >> 64).to_be_bytes()),
        }
    }
}

/// Whether an attempt may go on to the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may, and is recorded under this id.
    Granted {
        /// The attempt's id.
        attempt: String,
    },
    /// It may not.
    Refused {
        /// After how many minutes another attempt is worth while.
        minutes: u32,
    },
}

const fn bears(past: Past) -> bool {
    if past.known {
        past.failures_here < BORNE_AT_A_KNOWN_PLACE
    } else {
        past.failures_from_address < BORNE_FROM_A_PLACE && past.failures_elsewhere < BORNE_ON_AN_ACCOUNT
    }
}

/// Admits an attempt at the account that is known by `typed`, whether there is one or not, and records it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn admit(auth: &Auth, typed: &str, place: Place) -> Result<Admission, Error> {
    let now = auth.clock.now();
    let known_since = now.plus_seconds(-KNOWN_SECONDS);
    let attempt = Attempt { account: sha256(typed.as_bytes()), from: place.hash() };
    let mut tx = auth.database.begin().await?;
    tx.hold(Held::SignIn(&attempt.account)).await?;
    let past =
        sign_in_attempts::past(&mut tx, attempt, now.plus_seconds(-WINDOW_SECONDS), known_since).await?;
    if !bears(past) {
        return Ok(Admission::Refused { minutes: RETRY_MINUTES });
    }
    let attempt = sign_in_attempts::insert(&mut tx, attempt, known_since, now).await?;
    tx.commit().await?;
    Ok(Admission::Granted { attempt })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_at_a_known_place_is_let_in_whatever_others_do() {
        let attacked =
            Past { known: true, failures_here: 0, failures_elsewhere: 10_000, failures_from_address: 10_000 };
        assert!(bears(attacked));
        assert!(bears(Past { failures_here: 19, ..attacked }));
        assert!(!bears(Past { failures_here: 20, ..attacked }));
    }

    #[test]
    fn an_unknown_place_may_fail_twenty_times_and_an_account_thirty() {
        let none = Past::default();
        assert!(bears(Past { failures_from_address: 19, failures_elsewhere: 29, ..none }));
        assert!(!bears(Past { failures_from_address: 20, ..none }));
        assert!(!bears(Past { failures_elsewhere: 30, ..none }));
    }

    #[test]
    fn a_household_is_one_place() {
        let place = |text: &str| Place(text.parse().unwrap()).hash();
        assert_eq!(place("2001:db8:1:2::1"), place("2001:db8:1:2:ffff::9"));
        assert_ne!(place("2001:db8:1:2::1"), place("2001:db8:1:3::1"));
        assert_eq!(place("::ffff:192.0.2.1"), place("192.0.2.1"));
    }
}
