//! Proving who one is, by a password: on the way in, and again before it is changed.
//!
//! Owns that each attempt is counted before it is looked at, and that those which are refused leave a trace; refuses to know
//! what a proof is good for.

use app::flash::Notice;
use domain::{company::EmailAddress, event::SignInRefusal, id::AccountId};
use secrecy::SecretString;

use super::{
    Auth,
    form::Failure,
    password::Verdict,
    throttle::{self, Admission, Place},
};
use crate::db::accounts::{self, Account};

/// Admits an attempt at the account that is known by `key`, or says why not.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn admitted(
    auth: &Auth,
    (key, email): (&str, Option<&EmailAddress>),
    place: Place,
) -> Result<Result<String, Notice>, Failure> {
    let notice = match throttle::admit(auth, key, place).await? {
        Admission::Granted { attempt } => return Ok(Ok(attempt)),
        Admission::Refused { minutes } => Notice::SignInSlow { minutes },
        Admission::Closed => Notice::SignInClosed,
    };
    let account = match email {
        Some(email) => accounts::by_email(&mut *auth.database.connection().await?, email).await?,
        None => None,
    };
    refuse(auth, (key, account.map(|account| account.id)), place, SignInRefusal::TooMany).await?;
    Ok(Err(notice))
}

/// Logs that somebody was not let in, unless that was just said of the same account or place.
///
/// # Errors
/// [`Failure`] of the server: what leaves no trace is not answered.
pub async fn refuse(
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

/// The account, when this is its password. Without one, and for an account that may not sign in, the same is done in the
/// same time, and the answer is no.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn authenticated(
    auth: &Auth,
    account: Option<Account>,
    password: SecretString,
) -> Result<Option<AccountId>, Failure> {
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let verdict = auth.hasher.verify(password.clone(), hash).await?;
    match account {
        Some(Account { id, disabled_since: None, password_hash: Some(hash), .. })
            if verdict != Verdict::Wrong =>
        {
            if verdict == Verdict::Outdated {
                renew(auth, id, &hash, password).await?;
            }
            Ok(Some(id))
        }
        _ => Ok(None),
    }
}

/// Hashes a password again at today's cost. One that was changed while this was hashed stays changed.
async fn renew(
    auth: &Auth,
    account: AccountId,
    before: &SecretString,
    password: SecretString,
) -> Result<(), Failure> {
    let after = auth.hasher.hash(password).await?;
    let mut tx = auth.database.begin().await?;
    accounts::rehash(&mut tx, account, (before, &after)).await?;
    Ok(tx.commit().await?)
}
