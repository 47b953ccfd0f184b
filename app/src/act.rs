//! Acts: the forms that change something. Each is a real form that posts to the one door; with WebAssembly the same
//! fields are posted in place, and the page reads itself again.
//!
//! Owns how a form is sent and what its answer looks like; refuses to know what a command means.

#[cfg(not(feature = "ssr"))]
mod build;
mod fields;
mod form;
mod once;
#[cfg(not(feature = "ssr"))]
mod send;
#[cfg(not(feature = "ssr"))]
mod settled;

#[cfg(not(feature = "ssr"))]
pub use build::give_way;
pub use fields::Fields;
pub use form::{ActForm, Acting, here};
pub use once::{OnceSource, drawn_for, new_once};
#[cfg(not(feature = "ssr"))]
pub use send::exchange;

use std::{fmt, sync::Arc};

use domain::outcome::Outcome;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The field that holds the idempotency key: a double click or a re-sent form has one effect.
pub const ONCE: &str = "once";
/// What stands in an idempotency key between the key itself and the mark of those for whom the form was drawn: somebody else
/// may sign in in another tab, and is not to do what was meant for the person before.
pub const DRAWN_FOR: &str = "-for-";
/// The field that holds the path and query to return to.
pub const BACK: &str = "back";

/// Where the form of the command `name` is posted to.
#[must_use]
pub fn path(name: &str) -> String {
    format!("/act/{name}")
}

/// The answer to an act that was carried out. It says nothing of the key to a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// What it has done.
    pub outcome: Outcome,
    /// The key that it has revealed: here once, and nowhere else.
    pub key: Option<String>,
}

impl fmt::Debug for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Done").field("outcome", &self.outcome).finish_non_exhaustive()
    }
}

/// What a page does once an act was carried out in place. It may run after the page has drawn the form anew, and so uses
/// nothing that belongs to a drawing.
#[derive(Clone)]
pub struct OnDone(Arc<dyn Fn(Done) + Send + Sync>);

impl OnDone {
    /// Does `act` with what was done.
    pub fn new(act: impl Fn(Done) + Send + Sync + 'static) -> Self {
        Self(Arc::new(act))
    }

    /// Does it.
    pub fn run(&self, done: Done) {
        (self.0)(done);
    }
}

/// Raised by every act that was carried out in place; what a page shows depends on it, so that it reads itself again.
#[derive(Clone, Copy)]
pub struct Changes(RwSignal<u32>);

impl Changes {
    /// Puts the counter in context, once, in the application.
    pub fn provide() {
        provide_context(Self(RwSignal::new(0)));
    }

    /// The counter, to follow inside a closure or to raise.
    #[must_use]
    pub fn current() -> Self {
        use_context::<Self>().unwrap_or_else(|| Self(RwSignal::new(0)))
    }

    /// The count, followed.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.get()
    }

    /// Says that something has changed.
    pub fn raise(self) {
        self.0.update(|count| *count = count.wrapping_add(1));
    }
}

#[cfg(test)]
mod tests {
    use domain::software::Reveal;

    use super::*;

    #[test]
    fn a_key_is_not_printed_with_what_was_done() {
        let id = "00000000-0000-0000-0000-000000000001";
        let (benefit, key) = (id.parse().unwrap(), id.parse().unwrap());
        let outcome = Outcome::KeyRevealed { benefit, key, manner: Reveal::Shown };
        let done = Done { outcome, key: Some("ATOUT-12345".to_owned()) };
        let printed = format!("{done:?}");
        assert!(printed.contains("KeyRevealed") && !printed.contains("12345"), "{printed}");
    }
}
