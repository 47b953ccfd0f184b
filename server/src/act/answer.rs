//! The answer to a form: a redirect with a flash, or a value with a status.

use app::{
    act::Done,
    flash::{Flash, Notice},
    pages::{Instead, ShownKey},
    portal::PortalError,
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::outcome::Outcome;
use secrecy::ExposeSecret;

use super::fields;
use crate::{
    accepted::AnswerForm,
    auth::{self, Visitor, back},
    db::flashes,
    headers::PageNonce,
    portal::{
        Failure,
        door::Caller,
        facts,
        software::{self, Revealed},
        store::Store,
    },
    rendering::{Rendering, StandIn},
};

/// A form that was posted, as far as its answer depends on it.
pub struct Asked<'a> {
    /// What the installation shares.
    pub store: &'a Store,
    /// The rendering of pages, for the one that holds a key.
    pub rendering: Rendering,
    /// The nonce of the answer.
    pub nonce: Option<PageNonce>,
    /// Who posted it.
    pub visitor: &'a Visitor,
    /// In which form an answer is a value; without one the post was a plain one.
    pub form: Option<AnswerForm>,
    /// The page to return to.
    pub back: String,
    /// The command, as the path names it.
    pub command: &'a str,
}

impl Asked<'_> {
    /// Answers that the command was carried out.
    pub async fn done(self, caller: Caller, outcome: Outcome) -> Response {
        let key = match self.revealed(caller, &outcome).await {
            Ok(key) => key,
            Err(failure) => return self.failed(failure.told(), &fields::Form::new(Vec::new())).await,
        };
        if let Some(form) = self.form {
            let key = key.map(|revealed| revealed.key.expose_secret().to_owned());
            return form.answer(StatusCode::OK, &Done { outcome, key });
        }
        // Without JavaScript the answer to the post itself holds the key, and nothing else ever does.
        if let Some(shown) = key.map(|key| self.shown(key)) {
            let place = StandIn { place: self.back, visitor: self.visitor.clone(), nonce: self.nonce };
            return place.draw(self.rendering, Instead::Key(shown)).await;
        }
        let back = back::without(&back::without(&self.back, "who"), "seat");
        self.redirect(&back, &Flash::of(Notice::Done(outcome))).await
    }

    /// Answers that it was not. Nothing is lost: what was typed goes back to the form.
    pub async fn failed(self, error: PortalError, typed: &fields::Form) -> Response {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if let Some(form) = self.form {
            return form.answer(status, &error);
        }
        if error == PortalError::SignedOut {
            return Redirect::to(&back::with("/sign-in", "back", &self.back)).into_response();
        }
        let mut flash = Flash::of(Notice::Failed(error)).with("command", self.command);
        for (name, value) in typed.typed() {
            flash = flash.with(name, &value.chars().take(200).collect::<String>());
        }
        let who = typed.text("holder-typed");
        let back = if who.is_empty() { self.back.clone() } else { back::with(&self.back, "who", who) };
        self.redirect(&back, &flash).await
    }

    fn shown(&self, revealed: Revealed) -> ShownKey {
        let Revealed { key, benefit, product, number, count } = revealed;
        let (key, back) = (key.expose_secret().to_owned(), self.back.clone());
        ShownKey { key, benefit, product, number, count, back }
    }

    async fn revealed(&self, caller: Caller, outcome: &Outcome) -> Result<Option<Revealed>, Failure> {
        if !matches!(outcome, Outcome::KeyRevealed { .. }) {
            return Ok(None);
        }
        let mut connection = self.store.connection().await?;
        let place = facts::place(&mut connection, caller.user).await?.ok_or(Failure::NotFound)?;
        drop(connection);
        software::revealed(self.store, place.company, outcome).await
    }

    async fn redirect(&self, to: &str, flash: &Flash) -> Response {
        let session = self.visitor.session.as_ref().map(|session| session.session_id);
        match flashes::keep(self.store.database(), session, flash, self.store.clock().now()).await {
            Ok(id) => Redirect::to(&back::with(to, "flash", &id)).into_response(),
            Err(error) => auth::form::Failure::from(error).into_response(),
        }
    }
}
