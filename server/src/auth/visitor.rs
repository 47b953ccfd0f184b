//! The visitor of a request: who asks, in which language, in which theme.

use std::convert::Infallible;

use app::i18n::{Wishes, choose};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::request::Parts,
    middleware::Next,
    response::Response,
};
use domain::language::Language;

use super::{Auth, cookie, form::Failure, session};
use crate::{db::sessions::Session, random::Token};

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
    let https = auth.config.https();
    let token = cookie::read(request.headers(), cookie::session_name(https)).and_then(Token::parse);
    let session = match token {
        Some(token) => session::find(&auth, &token).await?,
        None => None,
    };
    if let Some(session) = &session {
        session::touch(&auth, session);
    }
    let visitor = Visitor {
        language: language(&request, session.as_ref()),
        theme: cookie::read(request.headers(), cookie::THEME).and_then(Theme::named),
        session,
        https,
    };
    request.extensions_mut().insert(visitor);
    Ok(next.run(request).await)
}

fn language(request: &Request, session: Option<&Session>) -> Language {
    let query = request.uri().query().unwrap_or_default();
    let accept = request.headers().get(axum::http::header::ACCEPT_LANGUAGE);
    choose(Wishes {
        query: query.split('&').find_map(|pair| pair.strip_prefix("lang=")),
        person: session.and_then(|session| session.language),
        cookie: cookie::read(request.headers(), cookie::LANGUAGE),
        accept: accept.and_then(|value| value.to_str().ok()),
    })
}
