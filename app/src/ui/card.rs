//! A group of things on a dashboard. Owns the frame, its title and its lines; refuses to know what is in it.

use leptos::prelude::*;

/// A titled surface.
#[component]
pub fn Card(
    /// What the card is about.
    #[prop(into)]
    title: TextProp,
    /// A link at the right of the title.
    #[prop(optional, into)]
    more: ViewFn,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <div class="card__head">
                <h2>{move || title.get()}</h2>
                {more.run()}
            </div>
            {children()}
        </section>
    }
}

/// The lines of a card.
#[component]
pub fn CardList(
    /// [`CardItem`]s.
    children: Children,
) -> impl IntoView {
    view! { <ul class="card__list">{children()}</ul> }
}

/// A line of a card: what it is at the left, its figure or act at the right.
#[component]
pub fn CardItem(
    /// What stands at the right.
    #[prop(optional, into)]
    end: ViewFn,
    /// What stands at the left.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="card__item">
            <div>{children()}</div>
            {end.run()}
        </li>
    }
}
