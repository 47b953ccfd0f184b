//! Server functions: the reads of the pages, one file for each noun, thin. Changes go through [`crate::act`].

mod account;
mod benefits;
mod people;

pub use account::{dashboard, flash, frame, invitation, sign_in_page};
pub use benefits::{benefits, seats};
pub use people::people;

#[cfg(feature = "ssr")]
mod door {
    use std::sync::Arc;

    use leptos::prelude::use_context;

    use crate::portal::{Portal, PortalError};

    /// The portal that the server has put in context for this request.
    pub fn portal() -> Result<Arc<dyn Portal>, PortalError> {
        use_context::<Arc<dyn Portal>>().ok_or(PortalError::Unavailable { reference: String::new() })
    }

    /// Gives the response of a server function the status of its error; a page sets its own (`crate::pages::failed`).
    pub fn with_status<T>(answer: Result<T, PortalError>) -> Result<T, PortalError> {
        if let (Err(error), Some(response)) = (&answer, use_context::<leptos_axum::ResponseOptions>())
            && let Ok(status) = axum::http::StatusCode::from_u16(error.status())
        {
            response.set_status(status);
        }
        answer
    }
}
