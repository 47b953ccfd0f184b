//! The answer to a form: a redirect with a flash, or a value with a status.

use app::{
    act::Done,
    flash::{Flash, Notice},
    pages::{Instead, ShownKey},
    portal::{PortalError, Trouble},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    id::{CompanyId, KeyId},
    outcome::Outcome,
    refusal::Refusal,
};
use secrecy::ExposeSecret;

use super::{fields, file};
use crate::{
    accepted::{self, AnswerForm},
    auth::{self, Visitor, back},
    db,
    headers::PageNonce,
    portal::{
        Failure, Fault,
        activity::Copy,
        door::Caller,
        facts,
        software::{self, Named},
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
        let answer = match self.form {
            Some(form) => self.value(form, caller, outcome).await,
            None => self.page(caller, outcome).await,
        };
        match answer {
            Ok(response) => response,
            Err(failure) => self.failed(unsaid(failure.told()), &fields::Form::new(Vec::new())).await,
        }
    }

    /// The outcome, with the key that it reveals.
    async fn value(&self, form: AnswerForm, caller: Caller, outcome: Outcome) -> Result<Response, Failure> {
        let key = match outcome {
            Outcome::KeyRevealed { key, .. } => Some(self.opened(self.company(caller).await?, key).await?),
            _ => None,
        };
        Ok(form.answer(StatusCode::OK, &Done { outcome, key }))
    }

    /// The way back to the page, for a browser without JavaScript; a file, for any browser. The answer to the post itself holds a revealed key, and
    /// nothing else ever does.
    async fn page(&self, caller: Caller, outcome: Outcome) -> Result<Response, Failure> {
        if let Outcome::ActivityExported { event, .. } = outcome {
            let copy = Copy::begin(self.store, caller, event, self.visitor.language).await?;
            return file::answer(copy).await;
        }
        let Outcome::KeyRevealed { benefit, key, .. } = outcome else {
            let back = back::without(&back::without(&self.back, "who"), "seat");
            return Ok(self.redirect(&back, &Flash::of(Notice::Done(outcome))).await?);
        };
        let company = self.company(caller).await?;
        let Named { product, number, count } = software::named(self.store, company, benefit, key).await?;
        let key = self.opened(company, key).await?;
        let shown = ShownKey { key, benefit, product, number, count, back: self.back.clone() };
        let place =
            StandIn { place: self.back.clone(), visitor: self.visitor.clone(), nonce: self.nonce.clone() };
        Ok(place.draw(self.rendering.clone(), Instead::Key(shown)).await)
    }

    /// Answers that it was not. Nothing is lost: what was typed goes back to the form.
    pub async fn failed(self, error: PortalError, typed: &fields::Form) -> Response {
        if let Some(form) = self.form {
            return form.answer(accepted::status(error.status()), &error);
        }
        let error = match error {
            PortalError::SignedOut => return Redirect::to(&back::sign_in(&self.back)).into_response(),
            // It was logged. The page in its place offers the form again, which a flash could not: it would have to be kept.
            PortalError::Unavailable { trouble, .. } => return Fault::new(trouble).into_response(),
            error => error,
        };
        self.not_done(error, typed)
            .await
            .unwrap_or_else(|error| auth::form::Failure::from(error).into_response())
    }

    /// The way back to the page, with the reason.
    async fn not_done(&self, error: PortalError, typed: &fields::Form) -> Result<Response, db::Error> {
        if error == PortalError::Refused(Refusal::DrawnForAnother) {
            // What was typed, and what was open, was somebody else's.
            let page = self.back.split('?').next().unwrap_or_default();
            return self.redirect(page, &Flash::of(Notice::Failed(error))).await;
        }
        let mut flash = Flash::of(Notice::Failed(error)).with("command", self.command);
        for (name, value) in typed.typed() {
            flash = flash.with(name, value);
        }
        let who = typed.text("holder-typed");
        let back = if who.is_empty() { self.back.clone() } else { back::with(&self.back, "who", who) };
        self.redirect(&back, &flash).await
    }

    async fn company(&self, caller: Caller) -> Result<CompanyId, Failure> {
        let mut connection = self.store.connection().await?;
        Ok(facts::place(&mut connection, caller.user).await?.ok_or(Failure::NotFound)?.company)
    }

    async fn opened(&self, company: CompanyId, key: KeyId) -> Result<String, Failure> {
        Ok(software::opened(self.store, company, key).await?.expose_secret().to_owned())
    }

    async fn redirect(&self, to: &str, flash: &Flash) -> Result<Response, db::Error> {
        let (database, now) = (self.store.database(), self.store.clock().now());
        auth::form::flashed_alone(database, self.visitor.session_id(), (flash, to), now).await
    }
}

/// The fault of a command that was carried out, and of which nothing could be said: whatever the trouble, nobody is told
/// that nothing was saved. Sent again, the form is answered as it would have been.
fn unsaid(error: PortalError) -> PortalError {
    match error {
        PortalError::Unavailable { reference, .. } => {
            PortalError::Unavailable { reference, trouble: Trouble::Fault }
        }
        error => error,
    }
}
