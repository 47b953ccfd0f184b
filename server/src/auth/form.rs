//! Form posts and their answers: typed fields in, a redirect or a bare status out.

use app::flash::Flash;
use axum::{
    extract::{FromRequest, Request, rejection::FormRejection},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use super::{Auth, back, password::HashError, visitor::Visitor};
use crate::{
    accepted,
    db::{self, flashes},
    portal::Reference,
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
        let reference = Reference::new();
        tracing::error!(error = ?self, reference = reference.0, "a request failed");
        let mut response = (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "3")]).into_response();
        response.extensions_mut().insert(reference);
        response
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

/// Returns to `to` with a flash to show there.
///
/// # Errors
/// [`Failure`] when the flash cannot be kept.
pub async fn flashed(auth: &Auth, visitor: &Visitor, flash: &Flash, to: &str) -> Result<Response, Failure> {
    let session = visitor.session.as_ref().map(|session| session.session_id);
    let id = flashes::keep(&auth.database, session, flash, auth.clock.now()).await?;
    Ok(Redirect::to(&back::with(to, "flash", &id)).into_response())
}

#[cfg(test)]
mod tests {
    use app::portal::PortalError;

    use super::*;

    #[test]
    fn every_fault_has_the_status_that_the_portal_has_for_it() {
        let reference = String::new();
        let said = PortalError::Unavailable { reference }.status();
        let inconsistent = db::Error::Inconsistency { table: "users", column: "user_id", id: String::new() };
        for fault in [Failure::Hash, sqlx::Error::PoolTimedOut.into(), inconsistent.into()] {
            assert_eq!(fault.into_response().status().as_u16(), said);
        }
    }
}
