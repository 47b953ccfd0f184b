//! The visitor of a request: who asks, in which language, in which theme.

use std::convert::Infallible;

use app::i18n::{Wishes, choose};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Uri, request::Parts},
    middleware::Next,
    response::Response,
};
use domain::{id::SessionId, language::Language};

use super::{Auth, cookie, form::Failure, session};
use crate::{
    db::{Error, sessions::Session},
    random::Token,
};

/// The theme that was chosen in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The value of the cookie and of `data-theme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that a text names.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == text)
    }
}

/// Who asks, and how the answer is to look. Without [`identify`] in front, nobody is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The open session of the browser.
    pub session: Option<Session>,
    /// The language of this answer.
    pub language: Language,
    /// The theme that was chosen, unless the system decides.
    pub theme: Option<Theme>,
    /// Whether the browser came by https.
    pub https: bool,
}

impl Visitor {
    /// The open session of the browser, by its id.
    #[must_use]
    pub fn session_id(&self) -> Option<SessionId> {
        self.session.as_ref().map(|session| session.session_id)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}

/// The layer that finds out who asks, and tells the rest by a [`Visitor`] in the request's extensions.
///
/// # Errors
/// [`Failure`] when the database cannot say whether the session is open: fail closed.
pub async fn identify(
    State(auth): State<Auth>,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let visitor = known(&auth, request.headers(), request.uri()).await?;
    if let Some(session) = &visitor.session {
        session::touch(&auth, session);
    }
    request.extensions_mut().insert(visitor);
    Ok(next.run(request).await)
}

/// Who asks, as the database knows the session.
///
/// # Errors
/// [`Error`] of the database.
pub async fn known(auth: &Auth, headers: &HeaderMap, uri: &Uri) -> Result<Visitor, Error> {
    let token = cookie::read(headers, cookie::session_name(auth.config.https())).and_then(Token::parse);
    let session = match token {
        Some(token) => session::find(auth, &token).await?,
        None => None,
    };
    Ok(of(auth, headers, uri, session))
}

/// Who asks when nobody can be known: only what the browser itself says counts.
#[must_use]
pub fn stranger(auth: &Auth, headers: &HeaderMap, uri: &Uri) -> Visitor {
    of(auth, headers, uri, None)
}

fn of(auth: &Auth, headers: &HeaderMap, uri: &Uri, session: Option<Session>) -> Visitor {
    Visitor {
        language: language(headers, uri, session.as_ref()),
        theme: cookie::read(headers, cookie::THEME).and_then(Theme::named),
        session,
        https: auth.config.https(),
    }
}

fn language(headers: &HeaderMap, uri: &Uri, session: Option<&Session>) -> Language {
    let query = uri.query().unwrap_or_default();
    let accept = headers.get(axum::http::header::ACCEPT_LANGUAGE);
    choose(Wishes {
        query: query.split('&').find_map(|pair| pair.strip_prefix("lang=")),
        person: session.and_then(|session| session.language),
        cookie: cookie::read(headers, cookie::LANGUAGE),
        accept: accept.and_then(|value| value.to_str().ok()),
    })
}
