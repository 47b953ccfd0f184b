//! The reader's own menu. Owns the round button and its panel; refuses to know what is in it.

use super::disclosure::{close_by_itself, close_on_escape};
use leptos::html;
use leptos::prelude::*;

/// Who is signed in, and what concerns only that person. Its lines carry the class `user-menu__item`.
#[component]
pub fn UserMenu(
    /// The accessible name of the button.
    #[prop(into)]
    label: TextProp,
    /// The initials on the button.
    #[prop(into)]
    initials: String,
    /// The full name.
    #[prop(into)]
    name: String,
    /// The role, or the company.
    #[prop(optional, into)]
    role: Option<TextProp>,
    /// Links and forms.
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    close_by_itself(menu);
    view! {
        <details class="user-menu" node_ref=menu on:keydown=close_on_escape(menu)>
            <summary class="user-menu__button">
                <span aria-hidden="true">{initials}</span>
                <span class="visually-hidden">{move || label.get()}</span>
            </summary>
            <div class="user-menu__panel">
                <p class="user-menu__person">
                    <span class="strong">{name}</span>
                    {role.map(|role| view! { <span class="soft small">{move || role.get()}</span> }.into_any())}
                </p>
                {children()}
            </div>
        </details>
    }
}
