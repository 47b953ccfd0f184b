//! The entrance of forms: `POST /act/{command}` reads the fields, calls the door, and answers.
//!
//! A plain post is answered by a redirect to its page, which shows what happened; a post in place by a value and a status. Owns that; refuses to know what a command does.

mod answer;
mod fields;
mod file;

use std::{sync::Arc, time::Instant};

use app::portal::PortalError;
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
    routing::post,
};
use domain::outcome::Outcome;

pub use fields::known_fields;

use crate::{
    accepted,
    auth::{
        Visitor, back,
        form::{Fields, drawn_for},
    },
    headers::PageNonce,
    metrics::Went,
    portal::{
        Failure,
        door::{Caller, Door},
        store::Store,
    },
    rendering::Rendering,
};

/// The route of every command.
pub fn routes(store: Arc<Store>, rendering: Rendering) -> Router {
    Router::new().route("/act/{command}", post(act)).with_state((store, rendering))
}

async fn act(
    State((store, rendering)): State<(Arc<Store>, Rendering)>,
    (visitor, nonce): (Visitor, Option<Extension<PageNonce>>),
    Path(name): Path<String>,
    headers: HeaderMap,
    Fields(posted): Fields<Vec<(String, String)>>,
) -> Response {
    let form = fields::Form::new(posted);
    let asked = answer::Asked {
        store: &store,
        rendering,
        nonce: nonce.map(|Extension(nonce)| nonce),
        visitor: &visitor,
        form: accepted::of(&headers),
        back: back::without(back::local(form.text(app::act::BACK)), "flash"),
        command: &name,
    };
    match carry_out(&store, &visitor, &name, &form).await {
        Ok((caller, outcome)) => asked.done(caller, outcome).await,
        Err(error) => asked.failed(error, &form).await,
    }
}

async fn carry_out(
    store: &Store,
    visitor: &Visitor,
    name: &str,
    form: &fields::Form,
) -> Result<(Caller, Outcome), PortalError> {
    let session = drawn_for(visitor, form.text(app::act::ONCE))?;
    let user = session.user_id.ok_or(PortalError::NotFound)?;
    let caller = Caller { account: session.account_id, user };
    let command = fields::command(store, user, name, form).await?;
    let once = form.once()?;
    let outcome = measured(store, command.name(), Door(store).execute(caller, command, once)).await;
    Ok((caller, outcome.map_err(Failure::told)?))
}

/// Tells the metrics how a command went.
async fn measured(
    store: &Store,
    command: &'static str,
    executing: impl Future<Output = Result<Outcome, Failure>>,
) -> Result<Outcome, Failure> {
    let begun = Instant::now();
    let done = executing.await;
    let went = match &done {
        Ok(_) => Went::Done,
        Err(Failure::Refused(_) | Failure::NotFound | Failure::SignedOut) => Went::Refused,
        Err(Failure::Database(_) | Failure::Ring(_) | Failure::NoCatalogue | Failure::Unwritten(_)) => {
            Went::Failed
        }
    };
    store.metrics().commanded(command, went, begun.elapsed());
    done
}
