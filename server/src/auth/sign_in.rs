//! Signing in and out.

use app::flash::{Flash, Notice};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{
    command::PersonCommand,
    company::EmailAddress,
    id::{AccountId, UserId},
};
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    Auth, Visitor, back, cookie,
    form::{Failure, Fields, flashed, returned, secret},
    password::Verdict,
    session,
    throttle::{self, Admission, Place},
};
use crate::db::{
    accounts::{self, Account},
    sessions, sign_in_attempts,
};

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The fields of the sign-in form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    address: String,
    #[serde(deserialize_with = "secret")]
    password: SecretString,
    #[serde(default)]
    back: String,
    /// Every form carries one. Signing in twice is signing in, so it is not looked at.
    #[serde(default, rename = "once")]
    _once: String,
}

/// `POST /act/sign-in`: to where the person was going, or back to the form. Which of address and password was wrong is
/// told neither by the words, nor by the status, nor by the time.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn sign_in(
    State(auth): State<Auth>,
    visitor: Visitor,
    place: Place,
    Fields(form): Fields<SignIn>,
) -> Result<Response, Failure> {
    let to = back::local(&form.back);
    let page = if to == "/" { "/sign-in".to_owned() } else { back::with("/sign-in", "back", to) };
    let email = EmailAddress::parse(&form.address).ok();
    let key = email.as_ref().map_or_else(|| form.address.clone(), EmailAddress::key);
    let attempt = match throttle::admit(&auth, &key, place).await? {
        Admission::Granted { attempt } => attempt,
        Admission::Refused { minutes } => {
            let flash = Flash::of(Notice::SignInSlow { minutes }).with("address", &form.address);
            return flashed(&auth, &visitor, &flash, &page).await;
        }
    };
    let Some(account) = authenticated(&auth, email.as_ref(), form.password).await? else {
        tracing::info!("a sign-in failed");
        let flash = Flash::of(Notice::SignInWrong).with("address", &form.address);
        return flashed(&auth, &visitor, &flash, &page).await;
    };
    take_places(&auth, account).await?;
    let user = auth.directory.places(account).await?.first().copied();
    open(&auth, &visitor, (account, user), Some(&attempt), to).await
}

/// The account that address and password belong to.
async fn authenticated(
    auth: &Auth,
    email: Option<&EmailAddress>,
    password: SecretString,
) -> Result<Option<AccountId>, Failure> {
    let account = match email {
        Some(email) => accounts::by_email(auth.database.reader(), email).await?,
        None => None,
    };
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let has_password = hash.is_some();
    let verdict = auth.hasher.verify(password.clone(), hash).await?;
    match account {
        Some(Account { id, .. }) if has_password && verdict != Verdict::Wrong => {
            if verdict == Verdict::Outdated {
                renew(auth, id, password).await?;
            }
            Ok(Some(id))
        }
        _ => Ok(None),
    }
}

/// Hashes a password again at today's cost.
async fn renew(auth: &Auth, account: AccountId, password: SecretString) -> Result<(), Failure> {
    let hash = auth.hasher.hash(password).await?;
    let mut tx = auth.database.begin().await?;
    accounts::set_password(&mut tx, account, &hash).await?;
    Ok(tx.commit().await?)
}

/// Who has a password already needs no link for another company that invites them: signing in is to accept.
async fn take_places(auth: &Auth, account: AccountId) -> Result<(), Failure> {
    if !auth.directory.is_invited(account).await? {
        return Ok(());
    }
    let mut tx = auth.database.begin().await?;
    auth.directory.change(&mut tx, account, PersonCommand::AcceptInvitation).await?;
    Ok(tx.commit().await?)
}

/// Opens a session, and sends the browser on with it.
pub(super) async fn open(
    auth: &Auth,
    visitor: &Visitor,
    (account, user): (AccountId, Option<UserId>),
    attempt: Option<&str>,
    to: &str,
) -> Result<Response, Failure> {
    let now = auth.clock.now();
    let previous = visitor.session.as_ref().map(|session| session.session_id);
    let mut tx = auth.database.begin().await?;
    if let Some(attempt) = attempt {
        sign_in_attempts::succeed(&mut tx, attempt, now).await?;
    }
    let token = session::begin(&mut tx, account, user, previous, now).await?;
    tx.commit().await?;
    tracing::info!(account.id = %account, "a person signed in");
    Ok(returned(&HeaderMap::new(), to, vec![cookie::session(&token, visitor.https)]))
}

/// The fields of a demonstration's sign-in button.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemonstrationSignIn {
    user: UserId,
    #[serde(default)]
    back: String,
    /// See [`SignIn`].
    #[serde(default, rename = "once")]
    _once: String,
}

/// `POST /act/demonstration`: signs in as one of the made-up people, by one click. Elsewhere there is no such act.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn demonstration_sign_in(
    State(auth): State<Auth>,
    visitor: Visitor,
    Fields(form): Fields<DemonstrationSignIn>,
) -> Result<Response, Failure> {
    if !auth.config.demonstration {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    match auth.directory.demonstration_account(form.user).await? {
        Some(account) => {
            open(&auth, &visitor, (account, Some(form.user)), None, back::local(&form.back)).await
        }
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}

/// `POST /act/sign-out`: the session ends in the database, and what the browser kept of the pages is cleared.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn sign_out(State(auth): State<Auth>, visitor: Visitor) -> Result<Response, Failure> {
    if let Some(session) = &visitor.session {
        let mut tx = auth.database.begin().await?;
        sessions::end(&mut tx, session.session_id, auth.clock.now()).await?;
        tx.commit().await?;
        tracing::info!(account.id = %session.account_id, "a person signed out");
    }
    let nobody = Visitor { session: None, ..visitor.clone() };
    let response = flashed(&auth, &nobody, &Flash::of(Notice::SignedOut), "/sign-in").await?;
    let headers = [
        (axum::http::header::SET_COOKIE, cookie::no_session(visitor.https)),
        (CLEAR_SITE_DATA, r#""cache", "storage""#.to_owned()),
    ];
    Ok((headers, response).into_response())
}
