//! Texts that follow the language, all of one type.
//!
//! A view is generic over what it contains: a closure of its own type at each place would be compiled, with all that
//! leptos needs to draw, hydrate and change it, once for each place (docs/adr/0007 has the figures).

use std::sync::Arc;

use super::{MessageId, use_words};

/// The message `id`, in the language of the moment.
pub fn said(id: MessageId) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let words = use_words();
    move || words.text(id)
}

/// What `text` makes of the language of the moment.
pub fn live(
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    shared(Arc::new(text))
}

fn shared(
    text: Arc<dyn Fn() -> String + Send + Sync>,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || text()
}
