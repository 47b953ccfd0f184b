//! The frame of every page: the bar, the navigation, the main part. Owns where they stand; refuses to know what is in them.

use super::disclosure::{close_by_itself, close_on_escape};
use super::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// The shape of the favicon.
const MARK: &str =
    "M13.2 3.2a4 4 0 0 1 5.6 0l10 10a4 4 0 0 1 0 5.6l-10 10a4 4 0 0 1-5.6 0l-10-10a4 4 0 0 1 0-5.6z";

/// The bar, the navigation and the main part. The navigation is a column, or a menu where there is no room for one.
#[component]
pub fn Frame(
    /// The name of the product, which leads home.
    #[prop(into)]
    brand: TextProp,
    /// Home.
    #[prop(default = "/")]
    home_href: &'static str,
    /// The accessible name of the navigation.
    #[prop(into)]
    nav_label: TextProp,
    /// What opens the navigation where it is a menu.
    #[prop(into)]
    menu_label: TextProp,
    /// [`NavLink`]s.
    #[prop(into)]
    nav: ViewFn,
    /// The search of the bar.
    #[prop(optional, into)]
    search: Option<ViewFn>,
    /// What stands at the right of the bar.
    #[prop(optional, into)]
    tools: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    close_by_itself(menu);
    view! {
        <header class="frame__bar">
            <Brand brand home_href/>
            <details class="frame__menu" node_ref=menu on:keydown=close_on_escape(menu)>
                <summary class="frame__summary">
                    <Icon glyph=Glyph::Menu/>
                    <span class="frame__word">{move || menu_label.get()}</span>
                </summary>
                <nav class="frame__nav" aria-label=move || nav_label.get()>
                    <ul class="frame__list">{nav.run()}</ul>
                </nav>
            </details>
            {search.map(|search| view! { <div class="frame__search">{search.run()}</div> }.into_any())}
            <div class="frame__tools">{tools.run()}</div>
        </header>
        <main class="frame__main" id="main" tabindex="-1">{children()}</main>
    }
}

/// The bar and the main part, for those who have nowhere to go yet: no navigation.
#[component]
pub fn PlainFrame(
    /// The name of the product, which leads home.
    #[prop(into)]
    brand: TextProp,
    /// Home.
    #[prop(default = "/")]
    home_href: &'static str,
    /// What stands at the right of the bar.
    #[prop(optional, into)]
    tools: ViewFn,
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <header class="frame__bar">
            <Brand brand home_href/>
            <div class="frame__tools">{tools.run()}</div>
        </header>
        <main class="frame__main frame__main--plain" id="main" tabindex="-1">{children()}</main>
    }
}

/// The mark and the name, which lead home.
#[component]
fn Brand(
    /// The name of the product.
    brand: TextProp,
    /// Home.
    home_href: &'static str,
) -> impl IntoView {
    view! {
        <a class="frame__brand" href=home_href>
            <svg class="frame__mark" viewBox="0 0 32 32" aria-hidden="true"><path d=MARK></path></svg>
            {move || brand.get()}
        </a>
    }
}

/// A link of the navigation.
#[component]
pub fn NavLink(
    /// Where it goes.
    #[prop(into)]
    href: TextProp,
    /// The name of the page.
    #[prop(into)]
    label: TextProp,
    /// Whether it is the page that is shown.
    #[prop(into)]
    current: Signal<bool>,
    /// How many things wait there.
    #[prop(optional, into)]
    count: Signal<Option<u32>>,
) -> impl IntoView {
    view! {
        <li>
            <a class="frame__link" href=move || href.get() aria-current=move || current.get().then_some("page")>
                {move || label.get()}
                {move || count.get().map(|count| view! { <span class="frame__count">{count}</span> }.into_any())}
            </a>
        </li>
    }
}
