//! The row or the seat that the address names, shown once the page is read.
//!
//! A browser does it when it loads a page. Going there from another page, the router looks for it before it is there.

use leptos::prelude::*;

/// What stands at a name of ours: a row, a seat, the free seats of a pool.
const KINDS: [&str; 3] = ["row-", "seat-", "free-"];

/// Whether the address of a page that is new still waits to be followed to its end.
#[derive(Clone, Copy)]
pub struct Named(StoredValue<bool>);

impl Named {
    /// Of a page that is being made: one that a browser has loaded waits for nothing.
    pub fn provide() -> Self {
        let named = Self(StoredValue::new(is_taken_over()));
        provide_context(named);
        named
    }

    /// Whether the reader has just come by a link from another page, which is not drawn yet.
    pub fn is_awaited() -> bool {
        use_context::<Self>().and_then(|named| named.0.try_get_value()).unwrap_or_default()
    }

    /// Shows what the address names as soon as the page is drawn; the first time that it is drawn.
    pub fn show(self) {
        if !self.0.try_update_value(std::mem::take).unwrap_or_default() {
            return;
        }
        Effect::new(|| {
            request_animation_frame(|| {
                let hash = window().location().hash().unwrap_or_default();
                let named = hash.strip_prefix('#').filter(|id| KINDS.iter().any(|kind| id.starts_with(kind)));
                if let Some(named) = named.and_then(|id| document().get_element_by_id(id)) {
                    named.scroll_into_view();
                }
            });
        });
    }
}

#[cfg(feature = "ssr")]
const fn is_taken_over() -> bool {
    false
}

#[cfg(not(feature = "ssr"))]
fn is_taken_over() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-hydrated"))
}
