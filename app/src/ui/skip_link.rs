//! The first thing that the keyboard meets. Owns the link to the main part; refuses to know the page.

use leptos::prelude::*;

/// A link to `#main`, seen only when it has the focus.
#[component]
pub fn SkipLink(
    /// What it says.
    #[prop(into)]
    label: TextProp,
) -> impl IntoView {
    view! { <a class="skip-link" href="#main" rel="external">{move || label.get()}</a> }
}
