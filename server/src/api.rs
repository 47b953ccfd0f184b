//! The reads over HTTP: `GET /api/…`, for the client that has taken a page over.

use std::sync::Arc;

use app::api::Ask;
use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use leptos_router::params::ParamsMap;

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
    for (name, value) in pairs {
        params.insert(name, value);
    }
    let Some(ask) = Ask::of(&path, &params) else {
        return form.answer(StatusCode::NOT_FOUND, &app::portal::PortalError::NotFound);
    };
    let wire = ask.answer(&Visit::new(store, visitor)).await;
    form.answer(accepted::status(wire.status()), wire.carried())
}
