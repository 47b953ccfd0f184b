//! The inside of an open row. Owns its two columns; refuses to know what opened it.

use leptos::prelude::*;

/// The panel of an open row.
#[component]
pub fn Detail(
    /// An id, for the toggle of the row to name it.
    #[prop(optional, into)]
    id: Option<String>,
    /// [`DetailSection`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="detail" id=id>
            <div class="detail__grid">{children()}</div>
        </div>
    }
}

/// Parts that stand below each other, however long those in the other column are.
#[component]
pub fn DetailColumn(
    /// [`DetailSection`]s.
    children: Children,
) -> impl IntoView {
    view! { <div class="detail__column">{children()}</div> }
}

/// A titled part of an open row.
#[component]
pub fn DetailSection(
    /// What the part is about.
    #[prop(into)]
    title: TextProp,
    /// It takes both columns.
    #[prop(optional)]
    wide: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let class = if wide { "detail__section detail__section--wide" } else { "detail__section" };
    view! {
        <section class=class>
            <h2 class="detail__title">{move || title.get()}</h2>
            {children()}
        </section>
    }
}
