//! Idempotency keys of forms, made when a form is drawn, each with the mark of those for whom it is.

use std::sync::Arc;

use leptos::prelude::*;

/// Where the server's forms get their keys from. The server puts it in context; the client asks the browser.
#[derive(Clone)]
pub struct OnceSource(pub Arc<dyn Fn() -> String + Send + Sync>);

/// A new idempotency key.
#[must_use]
pub fn new_once() -> String {
    use_context::<OnceSource>().map_or_else(of_the_browser, |source| (source.0)())
}

/// What says for whom a form is drawn that may be sent twice, and so needs no key.
#[must_use]
pub fn drawn_for() -> String {
    use_context::<OnceSource>().map_or_else(mark, |source| (source.0)())
}

#[cfg(feature = "ssr")]
fn mark() -> String {
    String::new()
}

#[cfg(feature = "ssr")]
fn of_the_browser() -> String {
    String::new()
}

/// The mark that the document carries, after what joins it to a key; nothing where nobody is signed in.
#[cfg(not(feature = "ssr"))]
fn mark() -> String {
    let viewer = document().document_element().and_then(|root| root.get_attribute("data-signed-in"));
    viewer.map(|viewer| super::DRAWN_FOR.to_owned() + &viewer).unwrap_or_default()
}

/// Sixteen bytes of `crypto.getRandomValues`, which unlike `randomUUID` exists over plain HTTP too.
#[cfg(not(feature = "ssr"))]
fn of_the_browser() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    format!("{:032x}{}", u128::from_be_bytes(bytes), mark())
}
