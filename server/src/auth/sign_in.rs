//! Signing in and out.

use app::{
    flash::{Flash, Notice},
    routes,
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode},
    response::{IntoResponse, Response},
};
use domain::{command::PersonCommand, id::UserId};
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    Auth, Device, Oneself, Visitor, back, cookie,
    form::{Failure, Fields, drawn_for, flashed, flashed_in, not_done, returned, secret},
    proof::prove,
    session::{self, Begun},
};
use crate::db::Tx;

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
/// told neither by the words, nor by the status, nor by the time: an address that nobody has is looked up, hashed against
/// and logged like any other.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn sign_in(
    State(auth): State<Auth>,
    visitor: Visitor,
    device: Device,
    Fields(form): Fields<SignIn>,
) -> Result<Response, Failure> {
    let to = back::local(&form.back);
    let page = if to == "/" { "/sign-in".to_owned() } else { back::with("/sign-in", "back", to) };
    let wrong = |notice| Flash::of(notice).with("address", &form.address);
    let proved = match prove(&auth, &form.address, form.password, device.place).await? {
        Ok(proved) => proved,
        Err(denied) => {
            return flashed(&auth, &visitor, &wrong(denied.notice(Notice::SignInWrong)), &page).await;
        }
    };
    // Those that are offered are taken with the session.
    let account = proved.account;
    let oneself = Oneself { account, user: auth.directory.places(account).await?.first().copied() };
    let mut tx = auth.database.begin().await?;
    if !proved.stands(&mut tx, auth.clock.now()).await? {
        drop(tx);
        return flashed(&auth, &visitor, &wrong(Notice::SignInWrong), &page).await;
    }
    // Who has a password already needs no link for another company that invites them: signing in is to accept.
    let _ = auth.directory.change(&mut tx, account.into(), PersonCommand::AcceptInvitation).await?;
    let begun = open_in(&auth, &mut tx, (&visitor, device), oneself).await?;
    tx.commit().await?;
    Ok(entered(&visitor, oneself, &begun, to))
}

/// Opens a session, in a transaction that the caller commits, and logs it. The one that the browser had before ends, whosever
/// it was: no id outlives a sign-in.
///
/// # Errors
/// [`Failure`] of the server.
pub(super) async fn open_in(
    auth: &Auth,
    tx: &mut Tx,
    (visitor, device): (&Visitor, Device),
    oneself: Oneself,
) -> Result<Begun, Failure> {
    if let Some(before) = &visitor.session {
        let end = PersonCommand::SignOut { session: before.session_id };
        let _ = auth.directory.change(tx, Oneself::from(before), end).await?;
    }
    let begun = session::begin(tx, oneself, device, auth.clock.now()).await?;
    let _ = auth.directory.change(tx, oneself, PersonCommand::SignIn { session: begun.id }).await?;
    Ok(begun)
}

/// Sends the browser on with the session that was opened for it.
pub(super) fn entered(visitor: &Visitor, oneself: Oneself, begun: &Begun, to: &str) -> Response {
    tracing::info!(account.id = %oneself.account, "a person signed in");
    returned(&HeaderMap::new(), to, vec![cookie::session(&begun.token, visitor.https)])
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
    device: Device,
    Fields(form): Fields<DemonstrationSignIn>,
) -> Result<Response, Failure> {
    if !auth.config.demonstration {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    let Some(account) = auth.directory.demonstration_account(form.user).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let (oneself, to) = (Oneself { account, user: Some(form.user) }, back::local(&form.back));
    let mut tx = auth.database.begin().await?;
    let begun = open_in(&auth, &mut tx, (&visitor, device), oneself).await?;
    tx.commit().await?;
    Ok(entered(&visitor, oneself, &begun, to))
}

/// The fields of the sign-out forms.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOut {
    /// Whether the sessions of all other browsers end too.
    #[serde(default)]
    everywhere: Option<String>,
    #[serde(default)]
    once: String,
}

/// `POST /act/sign-out`: the session ends in the database, and what the browser kept of the pages is cleared.
///
/// Whose page it was is asked only for what concerns other browsers: who wants this one signed out is to have that, even if
/// somebody else has signed in meanwhile.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn sign_out(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<SignOut>,
) -> Result<Response, Failure> {
    if form.everywhere.is_some()
        && let Err(error) = drawn_for(&visitor, &form.once)
    {
        return not_done(&auth, (&visitor, &headers), error, routes::ACCOUNT).await;
    }
    let mut tx = auth.database.begin().await?;
    if let Some(known) = &visitor.session {
        let (oneself, session) = (Oneself::from(known), known.session_id);
        if form.everywhere.is_some() {
            let others = PersonCommand::EndOtherSessions { session };
            let _ = auth.directory.change(&mut tx, oneself, others).await?;
        }
        let _ = auth.directory.change(&mut tx, oneself, PersonCommand::SignOut { session }).await?;
    }
    let response = left(&mut tx, &auth, &visitor).await?;
    tx.commit().await?;
    if let Some(known) = &visitor.session {
        tracing::info!(account.id = %known.account_id, "a person signed out");
    }
    Ok(response)
}

/// Sends a browser away whose session ends with `tx`, without anything that it kept.
///
/// # Errors
/// [`Failure`] of the server.
pub(super) async fn left(tx: &mut Tx, auth: &Auth, visitor: &Visitor) -> Result<Response, Failure> {
    let signed_out = Flash::of(Notice::SignedOut);
    let response = flashed_in(tx, None, (&signed_out, routes::SIGN_IN), auth.clock.now()).await?;
    let headers = [
        (axum::http::header::SET_COOKIE, cookie::no_session(visitor.https)),
        (CLEAR_SITE_DATA, r#""cache", "storage""#.to_owned()),
    ];
    Ok((headers, response).into_response())
}
