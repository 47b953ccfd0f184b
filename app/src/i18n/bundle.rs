//! The messages of each language, parsed once and kept for the life of the process or of the page.
//!
//! Owns what happens to a message that is not there. Refuses to know which language is on screen, and how a message is
//! read: the server does it with the `fluent` crate, the client with as much of it as our messages need.

#[cfg(feature = "ssr")]
mod complete;
#[cfg(any(test, not(feature = "ssr")))]
mod ftl;
#[cfg(any(test, not(feature = "ssr")))]
mod light;
#[cfg(all(test, feature = "ssr"))]
mod tests;

use domain::language::Language;
use leptos::logging::error;

use super::{Args, MessageId};
#[cfg(feature = "ssr")]
use complete::bundle;
#[cfg(not(feature = "ssr"))]
use light::bundle;
#[cfg(not(feature = "ssr"))]
pub use light::load;

/// A message without variables, in `language`.
pub fn text(language: Language, message: MessageId) -> String {
    format(language, message, &Args::new())
}

/// A message with its variables, in `language`. What cannot happen by construction is still loud: the id stands where
/// the text should, and the console says why.
pub fn format(language: Language, message: MessageId, args: &Args<'_>) -> String {
    let text = bundle(language).and_then(|bundle| bundle.format(message, args));
    text.unwrap_or_else(|| {
        error!("no message {message} in {}", language.tag());
        message.to_string()
    })
}

/// Whether the messages of `language` are here.
pub(super) fn is_loaded(language: Language) -> bool {
    bundle(language).is_some()
}
