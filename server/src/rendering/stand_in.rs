//! A page that the server draws in the place of another: what could not be carried out or read, or a key that is shown
//! once. No client takes it over, which would look for the page of the address.

use app::pages::Instead;
use axum::{body::Body, extract::Request, response::Response};
use leptos::prelude::provide_context;
use leptos_axum::render_app_async_with_context;

use super::{Rendering, owned};
use crate::{auth::Visitor, headers::PageNonce};

/// Where such a page stands.
pub struct StandIn {
    /// The address that its links start from: the page that is left out, or that a form was on.
    pub place: String,
    /// Who sees it.
    pub visitor: Visitor,
    /// The nonce of the answer.
    pub nonce: Option<PageNonce>,
}

impl StandIn {
    /// Draws `page` in that place.
    pub async fn draw(self, rendering: Rendering, page: Instead) -> Response {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = self.place.parse().unwrap_or_default();
        request.extensions_mut().insert(self.visitor);
        if let Some(nonce) = self.nonce {
            request.extensions_mut().insert(nonce);
        }
        let rendering = rendering.without_client();
        let context = rendering.clone();
        let provide = move || {
            context.provide();
            provide_context(page.clone());
        };
        let draw = render_app_async_with_context(provide, move || rendering.shell());
        owned::drawn(request, draw).await
    }
}
