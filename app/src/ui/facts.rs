//! Names and values. Owns the list; refuses to choose what is told.

use leptos::prelude::*;

/// A list of facts about one thing.
#[component]
pub fn Facts(
    /// [`Fact`]s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and its value.
#[component]
pub fn Fact(
    /// The name.
    #[prop(into)]
    term: TextProp,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="facts__item">
            <dt class="facts__term">{move || term.get()}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
