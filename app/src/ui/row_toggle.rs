//! What opens and closes a row. Owns the mark; refuses to hold the state, which is in the address.

use leptos::prelude::*;

/// A link at the far right of a row: to the page with the row open, or with it closed.
#[component]
pub fn RowToggle(
    /// The page with the other state.
    #[prop(into)]
    href: TextProp,
    /// Whether the row is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The act and the row: the accessible name.
    #[prop(into)]
    label: TextProp,
    /// The id of what it opens.
    #[prop(optional, into)]
    controls: Option<String>,
) -> impl IntoView {
    view! {
        <a
            class="row-toggle"
            href=move || href.get()
            aria-expanded=move || open.get().to_string()
            aria-controls=controls
            data-noscroll=""
        >
            <span class="visually-hidden">{move || label.get()}</span>
        </a>
    }
}
