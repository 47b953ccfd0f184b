//! The way through a long list. Owns the two links; refuses to count: the list is read by keys, not by page numbers.

use super::LinkButton;
use leptos::prelude::*;

/// Where the reader is in a list, the page before and the page after.
#[component]
pub fn Pagination(
    /// The accessible name of the navigation.
    #[prop(into)]
    label: TextProp,
    /// Which part of the list is shown.
    #[prop(into)]
    summary: TextProp,
    /// What the link to the page before says.
    #[prop(into)]
    previous: TextProp,
    /// What the link to the page after says.
    #[prop(into)]
    next: TextProp,
    /// Where the page before is, if there is one.
    #[prop(optional_no_strip, into)]
    previous_href: Option<String>,
    /// Where the page after is, if there is one.
    #[prop(optional_no_strip, into)]
    next_href: Option<String>,
) -> impl IntoView {
    view! {
        <nav class="pagination" aria-label=move || label.get()>
            <p class="pagination__summary">{move || summary.get()}</p>
            <div class="pagination__links">
                {previous_href.map(|href| view! { <LinkButton label=previous href/> }.into_any())}
                {next_href.map(|href| view! { <LinkButton label=next href/> }.into_any())}
            </div>
        </nav>
    }
}
