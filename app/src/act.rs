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
pub use once::{OnceSource, new_once};
#[cfg(not(feature = "ssr"))]
pub use send::exchange;

use domain::outcome::Outcome;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The field that holds the idempotency key: a double click or a re-sent form has one effect.
pub const ONCE: &str = "once";
/// The field that holds the path and query to return to.
pub const BACK: &str = "back";

/// Where the form of the command `name` is posted to.
#[must_use]
pub fn path(name: &str) -> String {
    format!("/act/{name}")
}

/// The answer to an act that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// What it has done.
    pub outcome: Outcome,
    /// The key that it has revealed: here once, and nowhere else.
    pub key: Option<String>,
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
