//! Proving who one is, by a password: on the way in, and again before it is changed.
//!
//! Owns that each attempt is counted before it is looked at, and that those which are refused leave a trace; refuses to know
//! what a proof is good for.

use app::flash::Notice;
use domain::{company::EmailAddress, day::Instant, event::SignInRefusal, id::AccountId};
use secrecy::SecretString;

use super::{
    Auth,
    form::Failure,
    password::Verdict,
    throttle::{self, Admission, Place},
};
use crate::db::{
    Error, Tx,
    accounts::{self, Account},
    sign_in_attempts,
};

/// Somebody who has proved who they are.
pub struct Proved {
    /// Who it is.
    pub account: AccountId,
    attempt: String,
    hash: SecretString,
}

/// Why somebody has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Address and password do not belong together.
    Wrong,
    /// Too many have tried: after so many minutes another attempt is worth while.
    Slow {
        /// The minutes.
        minutes: u32,
    },
    /// Too many have tried, and waiting does not help.
    Closed,
}

impl Denied {
    /// What the person is told, who is told `wrong` of a password that is not theirs.
    #[must_use]
    pub fn notice(self, wrong: Notice) -> Notice {
        match self {
            Self::Wrong => wrong,
            Self::Slow { minutes } => Notice::SignInSlow { minutes },
            Self::Closed => Notice::SignInClosed,
        }
    }
}

/// Who has the address `typed` and this password; otherwise why nobody was let in, which is logged.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn prove(
    auth: &Auth,
    typed: &str,
    password: SecretString,
    place: Place,
) -> Result<Result<Proved, Denied>, Failure> {
    let email = EmailAddress::parse(typed).ok();
    let key = email.as_ref().map_or_else(|| typed.to_owned(), EmailAddress::key);
    let admission = throttle::admit(auth, &key, place).await?;
    let account = match email {
        Some(email) => accounts::by_email(&mut *auth.database.connection().await?, &email).await?,
        None => None,
    };
    let tried = account.as_ref().map(|account| account.id);
    let (denied, why) = match admission {
        Admission::Granted { attempt } => match authenticated(auth, account, password).await? {
            Some((account, hash)) => return Ok(Ok(Proved { account, attempt, hash })),
            None => (Denied::Wrong, SignInRefusal::Wrong),
        },
        Admission::Refused { minutes } => (Denied::Slow { minutes }, SignInRefusal::TooMany),
        Admission::Closed => (Denied::Closed, SignInRefusal::TooMany),
    };
    refuse(auth, (&key, tried), place, why).await?;
    Ok(Err(denied))
}

impl Proved {
    /// Whether it still is a proof, in the transaction of what it is good for, which it then holds for an attempt that has
    /// succeeded: while the password was looked at, another one may have taken its place.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn stands(&self, tx: &mut Tx, now: Instant) -> Result<bool, Error> {
        self.give_way(tx, &self.hash, now).await
    }

    /// The same, and the password of `hash` takes its place.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn give_way(&self, tx: &mut Tx, hash: &SecretString, now: Instant) -> Result<bool, Error> {
        if !accounts::rehash(tx, self.account, (&self.hash, hash)).await? {
            return Ok(false);
        }
        sign_in_attempts::succeed(tx, &self.attempt, now).await?;
        Ok(true)
    }
}

/// Logs that somebody was not let in, unless that was just said of the same account or place.
///
/// # Errors
/// [`Failure`] of the server: what leaves no trace is not answered.
async fn refuse(
    auth: &Auth,
    (key, account): (&str, Option<AccountId>),
    place: Place,
    why: SignInRefusal,
) -> Result<(), Failure> {
    tracing::info!(account.id = ?account, place = %place.address(), ?why, "a sign-in was refused");
    let mut tx = auth.database.begin().await?;
    if throttle::is_to_be_told(&mut tx, key, place, auth.clock.now()).await? {
        auth.directory.refused(&mut tx, account, why).await?;
    }
    Ok(tx.commit().await?)
}

/// The account and the hash of its password, when this is it. Without one, and for an account that may not sign in, the same
/// is done in the same time, and the answer is no.
async fn authenticated(
    auth: &Auth,
    account: Option<Account>,
    password: SecretString,
) -> Result<Option<(AccountId, SecretString)>, Failure> {
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let verdict = auth.hasher.verify(password.clone(), hash).await?;
    match account {
        Some(Account { id, disabled_since: None, password_hash: Some(hash), .. })
            if verdict != Verdict::Wrong =>
        {
            let hash =
                if verdict == Verdict::Outdated { renewed(auth, id, hash, password).await? } else { hash };
            Ok(Some((id, hash)))
        }
        _ => Ok(None),
    }
}

/// Hashes a password again at today's cost. One that was changed while this was hashed stays changed, and is no proof.
async fn renewed(
    auth: &Auth,
    account: AccountId,
    before: SecretString,
    password: SecretString,
) -> Result<SecretString, Failure> {
    let after = auth.hasher.hash(password).await?;
    let mut tx = auth.database.begin().await?;
    let is_renewed = accounts::rehash(&mut tx, account, (&before, &after)).await?;
    tx.commit().await?;
    Ok(if is_renewed { after } else { before })
}
