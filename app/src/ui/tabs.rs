//! The pages of one subject, side by side. Owns the row of links; refuses to hold which one is current.

use leptos::prelude::*;

/// A navigation among the pages of one subject.
#[component]
pub fn Tabs(
    /// The accessible name of the navigation.
    #[prop(into)]
    label: TextProp,
    /// [`Tab`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=move || label.get()>
            <ul class="tabs__list">{children()}</ul>
        </nav>
    }
}

/// The link to one page.
#[component]
pub fn Tab(
    /// The name of the page.
    #[prop(into)]
    label: TextProp,
    /// Where it is.
    #[prop(into)]
    href: TextProp,
    /// Whether it is the page that is shown.
    #[prop(into)]
    current: Signal<bool>,
    /// How many things are on it.
    #[prop(optional, into)]
    count: Signal<Option<u32>>,
) -> impl IntoView {
    view! {
        <li>
            <a class="tabs__link" href=move || href.get() aria-current=move || current.get().then_some("page")>
                {move || label.get()}
                {move || count.get().map(|count| view! { <span class="tabs__count">{count}</span> }.into_any())}
            </a>
        </li>
    }
}
