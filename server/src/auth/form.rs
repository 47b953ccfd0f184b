//! Form posts and their answers: typed fields in, a redirect or a bare status out.

use app::{
    flash::{Flash, Notice},
    portal::{PortalError, Trouble},
};
use axum::{
    extract::{FromRequest, Request, rejection::FormRejection},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use domain::{day::Instant, id::SessionId, refusal::Refusal};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use super::{Auth, back, password::HashError, visitor::Visitor};
use crate::{
    accepted,
    db::{self, Database, Tx, flashes, sessions::Session},
    portal::Fault,
};

/// The fields of a form. What they lack is answered by a status: the framework's own words would be shown to people.
pub struct Fields<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Fields<T> {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(fields)) => Ok(Self(fields)),
            Err(
                FormRejection::FailedToDeserializeForm(_) | FormRejection::FailedToDeserializeFormBody(_),
            ) => Err(StatusCode::UNPROCESSABLE_ENTITY),
            Err(rejection) => Err(rejection.status()),
        }
    }
}

/// Reads a field that must not be printed.
///
/// # Errors
/// Whatever the deserializer finds.
pub fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::from)
}

/// The server could not do its part. Logged where it is answered; the answer says nothing of it but the reference.
#[derive(Debug)]
pub enum Failure {
    /// The database could not.
    Database(db::Error),
    /// A password could not be hashed.
    Hash,
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<HashError> for Failure {
    fn from(HashError: HashError) -> Self {
        Self::Hash
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        tracing::error!(error = ?self, "a request failed");
        match self {
            Self::Database(error) => Fault::of(&error).into_response(),
            Self::Hash => Fault::new(Trouble::Fault).into_response(),
        }
    }
}

/// Returns to `to` with cookies to keep. A script gets the same as a status, since it would follow the redirect.
#[must_use]
pub fn returned(headers: &HeaderMap, to: &str, cookies: Vec<String>) -> Response {
    let cookies = AppendHeaders(cookies.into_iter().map(|cookie| (header::SET_COOKIE, cookie)));
    if accepted::of(headers).is_some() {
        (StatusCode::NO_CONTENT, cookies).into_response()
    } else {
        (cookies, Redirect::to(to)).into_response()
    }
}

/// Returns to `to` with a flash to show there: for what has changed nothing. See [`flashed_in`].
///
/// # Errors
/// [`Failure`] when the flash cannot be kept.
pub async fn flashed(auth: &Auth, visitor: &Visitor, flash: &Flash, to: &str) -> Result<Response, Failure> {
    Ok(flashed_alone(&auth.database, visitor.session_id(), (flash, to), auth.clock.now()).await?)
}

/// The same, wherever it is said.
///
/// # Errors
/// [`db::Error`] when the flash cannot be kept.
pub async fn flashed_alone(
    database: &Database,
    session: Option<SessionId>,
    flash: (&Flash, &str),
    now: Instant,
) -> Result<Response, db::Error> {
    let mut tx = database.begin().await?;
    let response = flashed_in(&mut tx, session, flash, now).await?;
    tx.commit().await?;
    Ok(response)
}

/// The same, for the session that the browser has from now on, once `tx` is committed: what was done and what is said of
/// it are kept together, or a browser would lose the cookie of what was done because of what could not be said.
///
/// # Errors
/// As [`flashed_alone`].
pub async fn flashed_in(
    tx: &mut Tx,
    session: Option<SessionId>,
    (flash, to): (&Flash, &str),
    now: Instant,
) -> Result<Response, db::Error> {
    let id = flashes::keep(tx, session, flash, now).await?;
    Ok(Redirect::to(&back::with(to, "flash", &id)).into_response())
}

/// Answers that a form was not carried out: to a program by a value, to people on the page `to`.
///
/// # Errors
/// As [`flashed`].
pub async fn not_done(
    auth: &Auth,
    (visitor, headers): (&Visitor, &HeaderMap),
    error: PortalError,
    to: &str,
) -> Result<Response, Failure> {
    if let Some(form) = accepted::of(headers) {
        return Ok(form.answer(accepted::status(error.status()), &error));
    }
    if error == PortalError::SignedOut {
        return Ok(Redirect::to(&back::sign_in(to)).into_response());
    }
    flashed(auth, visitor, &Flash::of(Notice::Failed(error)), to).await
}

/// The session for which the form with the idempotency key `once` was drawn.
///
/// # Errors
/// [`PortalError`] when there is none, or the form was drawn for somebody else.
pub fn drawn_for<'a>(visitor: &'a Visitor, once: &str) -> Result<&'a Session, PortalError> {
    let session = visitor.session.as_ref().ok_or(PortalError::SignedOut)?;
    if visitor.is_drawn_into(once) { Ok(session) } else { Err(Refusal::DrawnForAnother.into()) }
}

#[cfg(test)]
mod tests {
    use app::portal::PortalError;

    use super::*;

    #[test]
    fn every_fault_has_the_status_that_the_portal_has_for_it() {
        let said = PortalError::unread().status();
        let inconsistent = db::Error::Inconsistency { table: "users", column: "user_id", id: String::new() };
        for fault in [Failure::Hash, sqlx::Error::PoolTimedOut.into(), inconsistent.into()] {
            assert_eq!(fault.into_response().status().as_u16(), said);
        }
    }
}
