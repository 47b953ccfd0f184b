//! How many wrong passwords are borne.
//!
//! Each attempt counts as a failure, before it is hashed, until it has succeeded; only the last hour counts.
//!
//! - From a place that the account has been signed in to lately, only failures on this account from this very place
//!   count: whatever others do elsewhere, the owner is let in at home.
//! - From any other place, the failures of the place on all accounts count (guessing at many accounts), and those on
//!   this account from all unknown places (many places guessing at one account). Of the latter, those in a row count
//!   besides, however slowly they came: after a hundred without a success only known places may go on, until the owner
//!   has signed in from one of them or has accepted a new link.
//!
//! A place is a network address, or the first 64 bits of a longer one; which proxies are believed about it is for
//! [`crate::proxies`].

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::convert::Infallible;

use domain::day::Instant;

use super::Auth;
use crate::{
    db::{
        Error, Held, Tx,
        sign_in_attempts::{self, Attempt, Past},
    },
    random::sha256,
};

const WINDOW_SECONDS: i64 = 60 * 60;
const KNOWN_SECONDS: i64 = 90 * 24 * 60 * 60;
const BORNE_AT_A_KNOWN_PLACE: i64 = 20;
const BORNE_FROM_A_PLACE: i64 = 20;
const BORNE_ON_AN_ACCOUNT: i64 = 30;
const BORNE_IN_A_ROW: i64 = 100;
/// How long what was refused stays out of the log after the log has told of the same account or the same place.
const QUIET_SECONDS: i64 = 60;
/// What a refused person is told to wait: the window, less what has passed of it on average.
const RETRY_MINUTES: u32 = 30;

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(connected.map_or_else(Self::default, |ConnectInfo(address)| Self::new(address.ip())))
    }
}

impl Default for Place {
    /// Where nothing says where a request comes from.
    fn default() -> Self {
        Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }
}

impl Place {
    /// The place of a network address.
    #[must_use]
    pub fn new(address: IpAddr) -> Self {
        Self(address.to_canonical())
    }

    /// Its address.
    #[must_use]
    pub const fn address(self) -> IpAddr {
        self.0
    }

    fn hash(self) -> [u8; 32] {
        match self.0 {
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
    /// It may not, and waiting does not help.
    Closed,
}

const fn judge(past: Past) -> Result<(), Admission> {
    let borne = if past.known {
        past.failures_here < BORNE_AT_A_KNOWN_PLACE
    } else {
        past.failures_from_address < BORNE_FROM_A_PLACE && past.failures_elsewhere < BORNE_ON_AN_ACCOUNT
    };
    if !past.known && past.failures_in_a_row >= BORNE_IN_A_ROW {
        Err(Admission::Closed)
    } else if borne {
        Ok(())
    } else {
        Err(Admission::Refused { minutes: RETRY_MINUTES })
    }
}

/// An attempt at the account that is known by `typed`, whether there is one or not.
fn attempt_at(typed: &str, place: Place) -> Attempt {
    Attempt { account: sha256(typed.as_bytes()), from: place.hash() }
}

/// Admits an attempt at the account that is known by `typed`, and records it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn admit(auth: &Auth, typed: &str, place: Place) -> Result<Admission, Error> {
    let now = auth.clock.now();
    let known_since = now.plus_seconds(-KNOWN_SECONDS);
    let attempt = attempt_at(typed, place);
    let mut tx = auth.database.begin().await?;
    // Always the place first: no two wait for each other.
    tx.hold(Held::Place(&attempt.from)).await?;
    tx.hold(Held::SignIn(&attempt.account)).await?;
    let past =
        sign_in_attempts::past(&mut tx, attempt, now.plus_seconds(-WINDOW_SECONDS), known_since).await?;
    if let Err(refused) = judge(past) {
        return Ok(refused);
    }
    let attempt = sign_in_attempts::insert(&mut tx, attempt, known_since, now).await?;
    tx.commit().await?;
    Ok(Admission::Granted { attempt })
}

/// Makes a place known to the account, whose owner has just proved there by a link who they are.
///
/// # Errors
/// [`Error`] of the database.
pub async fn know(tx: &mut Tx, typed: &str, place: Place, now: Instant) -> Result<(), Error> {
    let known_since = now.plus_seconds(-KNOWN_SECONDS);
    let attempt = sign_in_attempts::insert(tx, attempt_at(typed, place), known_since, now).await?;
    sign_in_attempts::succeed(tx, &attempt, now).await
}

/// Whether the log is to be told of an attempt that was refused: once a minute for each account and each place.
///
/// # Errors
/// [`Error`] of the database.
pub async fn is_to_be_told(tx: &mut Tx, typed: &str, place: Place, now: Instant) -> Result<bool, Error> {
    sign_in_attempts::tell(tx, attempt_at(typed, place), now.plus_seconds(-QUIET_SECONDS), now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_at_a_known_place_is_let_in_whatever_others_do() {
        let attacked = Past {
            known: true,
            failures_here: 0,
            failures_elsewhere: 10_000,
            failures_from_address: 10_000,
            failures_in_a_row: 10_000,
        };
        assert!(judge(attacked).is_ok());
        assert!(judge(Past { failures_here: 19, ..attacked }).is_ok());
        assert!(judge(Past { failures_here: 20, ..attacked }).is_err());
    }

    #[test]
    fn an_unknown_place_may_fail_twenty_times_and_an_account_thirty() {
        let none = Past::default();
        assert!(judge(Past { failures_from_address: 19, failures_elsewhere: 29, ..none }).is_ok());
        assert!(judge(Past { failures_from_address: 20, ..none }).is_err());
        assert!(judge(Past { failures_elsewhere: 30, ..none }).is_err());
    }

    #[test]
    fn a_hundred_in_a_row_close_an_account_to_unknown_places() {
        let slow = Past { failures_in_a_row: 99, ..Past::default() };
        assert_eq!(judge(slow), Ok(()));
        let last = Past { failures_in_a_row: 100, ..slow };
        assert_eq!((judge(last), judge(Past { known: true, ..last })), (Err(Admission::Closed), Ok(())));
    }

    #[test]
    fn a_household_is_one_place() {
        let place = |text: &str| Place::new(text.parse().unwrap()).hash();
        assert_eq!(place("2001:db8:1:2::1"), place("2001:db8:1:2:ffff::9"));
        assert_ne!(place("2001:db8:1:2::1"), place("2001:db8:1:3::1"));
        assert_eq!(place("::ffff:192.0.2.1"), place("192.0.2.1"));
    }
}
