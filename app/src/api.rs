//! Reads: what the pages ask for, as `GET /api/…`, and how the answer reaches them. Changes go through [`crate::act`].
//!
//! An answer travels as [`Wire`], [`packed`], and the page itself reads it into its view. So nothing of a view's form is
//! in the part of the client that every page loads (docs/adr/0006). Owns what can be asked; refuses to answer: the
//! portal does.

mod ask;
pub mod packed;
mod reading;
mod wire;

pub use ask::Ask;
pub use reading::Reading;
pub use wire::Wire;
#[cfg(feature = "ssr")]
pub use wire::{Carried, Unwritten};

use crate::portal::{Found, PeopleQuery, PortalError};

/// The people who match what was typed into a picker, read outside of any page's own reading.
///
/// # Errors
/// [`PortalError`] as the server says.
pub async fn people(query: PeopleQuery) -> Result<Found, PortalError> {
    Ask::People(query).send().await.read()
}
