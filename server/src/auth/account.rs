//! What a person changes about how they sign in: the sessions of other browsers, and the password.
//!
//! Owns that a password is changed only by who knows the one before; refuses to know what is logged, which the door does.

use app::{
    flash::{Flash, Notice},
    portal::PortalError,
    routes,
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use domain::{command::PersonCommand, id::SessionId};
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    Auth, Device, Oneself, Visitor, cookie,
    form::{Failure, Fields, drawn_for, flashed, flashed_in, not_done, secret},
    password,
    proof::{Proved, prove},
    session::{self, Begun},
    sign_in::left,
};
use crate::db::sessions::{self, Session};

const PAGE: &str = routes::ACCOUNT;

/// The fields of the form beside a session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionEnd {
    session: SessionId,
    #[serde(default)]
    once: String,
}

/// `POST /act/end-session`: signs another browser out. A session that is not one's own does not exist.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn end_session(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<SessionEnd>,
) -> Result<Response, Failure> {
    let known = match drawn_for(&visitor, &form.once) {
        Ok(known) => known,
        Err(error) => return not_done(&auth, (&visitor, &headers), error, PAGE).await,
    };
    let session = form.session;
    let is_this = session == known.session_id;
    let mut tx = auth.database.begin().await?;
    if !sessions::is_of(&mut tx, session, known.account_id).await? {
        drop(tx);
        return not_done(&auth, (&visitor, &headers), PortalError::NotFound, PAGE).await;
    }
    let command =
        if is_this { PersonCommand::SignOut { session } } else { PersonCommand::EndSession { session } };
    let _ = auth.directory.change(&mut tx, known.into(), command).await?;
    let response = if is_this {
        left(&mut tx, &auth, &visitor).await?
    } else {
        let flash = Flash::of(Notice::BrowserSignedOut);
        flashed_in(&mut tx, visitor.session_id(), (&flash, PAGE), auth.clock.now()).await?
    };
    tx.commit().await?;
    Ok(response)
}

/// The fields of the form for all other sessions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OthersEnd {
    #[serde(default)]
    once: String,
}

/// `POST /act/end-other-sessions`: signs all other browsers out.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn end_other_sessions(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<OthersEnd>,
) -> Result<Response, Failure> {
    let known = match drawn_for(&visitor, &form.once) {
        Ok(known) => known,
        Err(error) => return not_done(&auth, (&visitor, &headers), error, PAGE).await,
    };
    let others = PersonCommand::EndOtherSessions { session: known.session_id };
    let mut tx = auth.database.begin().await?;
    let count = auth.directory.change(&mut tx, known.into(), others).await?;
    let flash = Flash::of(Notice::OthersSignedOut { count });
    let response = flashed_in(&mut tx, visitor.session_id(), (&flash, PAGE), auth.clock.now()).await?;
    tx.commit().await?;
    Ok(response)
}

/// The fields of the password form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    #[serde(deserialize_with = "secret")]
    current: SecretString,
    #[serde(deserialize_with = "secret")]
    password: SecretString,
    /// Whether the sessions of all other browsers end with it.
    #[serde(default)]
    others: Option<String>,
    #[serde(default)]
    once: String,
}

/// `POST /act/change-password`: another password for who knows the present one, and a new token for this browser. Guessing
/// at the present one counts like guessing at the sign-in page.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn change_password(
    State(auth): State<Auth>,
    (visitor, device): (Visitor, Device),
    headers: HeaderMap,
    Fields(form): Fields<PasswordChange>,
) -> Result<Response, Failure> {
    let known = match drawn_for(&visitor, &form.once) {
        Ok(known) => known,
        Err(error) => return not_done(&auth, (&visitor, &headers), error, PAGE).await,
    };
    if let Err(refusal) = password::check(&form.password, &known.email) {
        return flashed(&auth, &visitor, &Flash::of(Notice::PasswordRefused(refusal)), PAGE).await;
    }
    let wrong = Notice::PasswordWrong;
    let proved = match prove(&auth, &known.email, form.current, device.place).await? {
        Ok(proved) => proved,
        Err(denied) => return flashed(&auth, &visitor, &Flash::of(denied.notice(wrong)), PAGE).await,
    };
    let change =
        Change { hash: auth.hasher.hash(form.password).await?, proved, ends_others: form.others.is_some() };
    let Some((begun, response)) = change.carry_out(&auth, known, device).await? else {
        return flashed(&auth, &visitor, &Flash::of(wrong), PAGE).await;
    };
    let cookie = cookie::session(&begun.token, visitor.https);
    Ok(([(header::SET_COOKIE, cookie)], response).into_response())
}

/// A change of password by who has proved the one before.
struct Change {
    hash: SecretString,
    proved: Proved,
    ends_others: bool,
}

impl Change {
    /// Everything that it changes, at once: the new session of this browser, and what is said of it there. Nothing when the
    /// password was changed meanwhile.
    async fn carry_out(
        self,
        auth: &Auth,
        known: &Session,
        device: Device,
    ) -> Result<Option<(Begun, Response)>, Failure> {
        let (oneself, now) = (Oneself::from(known), auth.clock.now());
        let mut tx = auth.database.begin().await?;
        if !self.proved.give_way(&mut tx, &self.hash, now).await? {
            return Ok(None);
        }
        let _ = auth.directory.change(&mut tx, oneself, PersonCommand::ChangePassword).await?;
        let ended = if self.ends_others {
            let others = PersonCommand::EndOtherSessions { session: known.session_id };
            auth.directory.change(&mut tx, oneself, others).await?
        } else {
            0
        };
        // It goes on under another token, and nobody has signed out.
        let _ = sessions::changes::end(&mut tx, known.session_id, known.account_id, now).await?;
        let begun = session::begin(&mut tx, oneself, device, now).await?;
        let flash = Flash::of(Notice::PasswordChanged { ended });
        let response = flashed_in(&mut tx, Some(begun.id), (&flash, PAGE), now).await?;
        tx.commit().await?;
        tracing::info!(account.id = %known.account_id, "a password was changed");
        Ok(Some((begun, response)))
    }
}
