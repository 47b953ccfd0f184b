//! Keeps a page under its own owner while the end of its rendering goes from thread to thread.
//!
//! leptos draws the view under the page's owner, and afterwards writes the head of the document (the title, the chunks to
//! preload) under whatever owner the thread had last: that of another request, or none. Then a title panics, which closes
//! the connection without an answer, or the links are missing. Here the owner is put back before each step.

use std::{
    future::poll_fn,
    pin::pin,
    sync::{Arc, OnceLock},
};

use axum::{extract::Request, http::request::Parts, middleware::Next, response::Response};
use leptos::{
    prelude::{Owner, use_context},
    reactive::owner::WeakOwner,
};

/// The owner of a request's page, once there is one. Weak, because the owner keeps the request that carries this.
#[derive(Clone, Default)]
struct Owned(Arc<OnceLock<WeakOwner>>);

impl Owned {
    fn owner(&self) -> Option<Owner> {
        self.0.get().and_then(WeakOwner::upgrade)
    }
}

/// The layer that does it.
pub async fn keep(request: Request, next: Next) -> Response {
    drawn(request, |request| next.run(request)).await
}

/// The page that `draw` makes for a request, drawn under its own owner.
pub async fn drawn<F: Future<Output = Response>>(
    mut request: Request,
    draw: impl FnOnce(Request) -> F,
) -> Response {
    let page = Owned::default();
    request.extensions_mut().insert(page.clone());
    let mut answer = pin!(draw(request));
    poll_fn(|context| match page.owner() {
        Some(owner) => owner.with(|| answer.as_mut().poll(context)),
        None => answer.as_mut().poll(context),
    })
    .await
}

/// Says that the current owner is that of the page.
pub fn note() {
    let owned = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Owned>().cloned());
    if let (Some(owned), Some(owner)) = (owned, Owner::current()) {
        // Each request has one page.
        let _ = owned.0.set(owner.downgrade());
    }
}
