//! The two languages of the screens.
//!
//! Owns the choice of a language, the messages of `locales/`, and how dates and numbers are written. Refuses to know
//! any page: a page names a message by its constant in [`id`], and `t!` turns it into text that follows the language.

mod bundle;
mod choice;
#[cfg(feature = "ssr")]
mod embedded;
#[cfg(feature = "ssr")]
pub mod entries;
pub mod id;
#[cfg(any(test, not(feature = "ssr")))]
mod letters;
mod message;
pub mod notices;
pub mod outcomes;
mod parts;
mod pattern;
pub mod refusals;
mod said;
mod switch;
pub mod terms;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod words;
pub mod written;

#[cfg(not(feature = "ssr"))]
pub use bundle::load;
pub use bundle::{format, text};
pub use choice::{Wishes, choose};
#[cfg(feature = "ssr")]
pub use embedded::{bundle_path, bundle_text};
pub use message::{Args, Argument, MessageId, Value};
pub use pattern::DateStyle;
pub use said::{live, said};
#[cfg(not(feature = "ssr"))]
pub use switch::document_language;
pub use switch::{NotSwitched, ftl_attribute};
pub use words::{Words, page_title, use_words};

/// A message as a closure that is read again when the language changes.
///
/// `t!(id::SHELL_NAV_BENEFITS)`, or with arguments `t!(id::DATES_DISTANCE_FUTURE, "days" => days)`. The arguments are
/// expressions evaluated inside the closure and taken by reference: a signal read there is followed too. The id is evaluated
/// once: which message it is does not change.
macro_rules! t {
    ($id:expr $(,)?) => {
        $crate::i18n::said($id)
    };
    ($id:expr, $($name:literal => $value:expr),+ $(,)?) => {{
        let words = $crate::i18n::use_words();
        // One expression, so that what `$value` borrows lives until the words are there.
        $crate::i18n::live(move || words.format($id, &$crate::i18n::Args::new()$(.with($name, &$value))+))
    }};
}
pub(crate) use t;
