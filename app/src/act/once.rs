//! Idempotency keys of forms, made when a form is drawn.

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

#[cfg(feature = "ssr")]
fn of_the_browser() -> String {
    String::new()
}

/// Sixteen bytes of `crypto.getRandomValues`, which unlike `randomUUID` exists over plain HTTP too.
#[cfg(not(feature = "ssr"))]
fn of_the_browser() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    format!("{:032x}", u128::from_be_bytes(bytes))
}
