//! Pages that the server draws in the place of the one of the address.

use leptos::prelude::*;

use super::{
    failed::Failed,
    key::{KeyPage, ShownKey},
    resend::{ResendPage, Unanswered},
};
use crate::portal::PortalError;

/// What stands in the place of the page of the address. The server puts it in context.
#[derive(Clone)]
pub enum Instead {
    /// Why there is no page.
    Failed(PortalError),
    /// A key that a form has asked for.
    Key(ShownKey),
    /// A form that can be sent again.
    Resend(Unanswered),
}

impl Instead {
    /// The page.
    #[must_use]
    pub fn page(self) -> AnyView {
        match self {
            Self::Failed(error) => view! { <Failed error/> }.into_any(),
            Self::Key(shown) => view! { <KeyPage shown/> }.into_any(),
            Self::Resend(unanswered) => view! { <ResendPage unanswered/> }.into_any(),
        }
    }
}
