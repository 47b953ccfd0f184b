//! The reads over HTTP: `GET /api/…`, for the client that has taken a page over.

use std::sync::Arc;

use app::{api::Ask, portal::PortalError};
use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use domain::{company::FieldFault, refusal::InvalidField};
use leptos_router::{location::Url, params::ParamsMap};

use crate::{
    accepted::{self, AnswerForm},
    auth::Visitor,
    portal::{reads::Visit, store::Store},
};

/// The route of every read.
pub fn routes(store: Arc<Store>) -> Router {
    Router::new().route("/api/{*ask}", get(read)).with_state(store)
}

async fn read(
    State(store): State<Arc<Store>>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(path): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Response {
    let form = accepted::of(&headers).unwrap_or(AnswerForm::Json);
    let mut params = ParamsMap::new();
    for (name, value) in &pairs {
        // The map decodes what is put into it, and this was decoded already.
        params.insert(name.clone(), Url::escape(value));
    }
    let Some(ask) = Ask::of(&path, &params) else {
        return form.answer(StatusCode::NOT_FOUND, &PortalError::NotFound);
    };
    if let Some(unknown) = unknown(&ask, pairs.iter().map(|(name, _)| name.as_str())) {
        return form.answer(accepted::status(unknown.status()), &unknown);
    }
    let wire = ask.answer(&Visit::new(store, visitor)).await;
    form.answer(accepted::status(wire.status()), wire.carried())
}

/// What is told of parameters that the read does not have: nothing that is asked is silently ignored, as on a form.
fn unknown<'a>(ask: &Ask, names: impl Iterator<Item = &'a str>) -> Option<PortalError> {
    let invalid =
        |name: &str| InvalidField { field: name.chars().take(64).collect(), fault: FieldFault::Malformed };
    let faults: Vec<_> = names.filter(|name| !ask.parameters().contains(name)).map(invalid).collect();
    (!faults.is_empty()).then_some(PortalError::Invalid(faults))
}
