//! Words to look for. Owns the field with its glass; refuses to search.

use super::text_input::bind;
use super::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// A field to search with; its label is not seen, the glass says it.
#[component]
pub fn SearchField(
    /// What is searched.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// The id, where two forms of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands in it at first; written again when it changes.
    #[prop(optional, into)]
    value: Signal<String>,
    /// What stands in it at every moment.
    #[prop(optional, into)]
    typed: Option<RwSignal<String>>,
    /// What can be looked for.
    #[prop(optional, into)]
    placeholder: Option<TextProp>,
    /// The keys that lead to it.
    #[prop(optional, into)]
    shortcut: Option<TextProp>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let id = id.unwrap_or_else(|| name.clone());
    let first = typed.map_or_else(|| value.get_untracked(), |typed| typed.get_untracked());
    bind(node, value, typed);
    let class = if shortcut.is_some() { "search-field search-field--shortcut" } else { "search-field" };
    view! {
        <div class=class>
            <Icon glyph=Glyph::Search/>
            <label class="visually-hidden" for=id.clone()>{move || label.get()}</label>
            <input
                node_ref=node
                class="field__control search-field__input"
                type="search"
                id=id
                name=name
                value=first
                autocomplete="off"
                placeholder=placeholder.map(|text| move || text.get())
                on:input:target=move |event| if let Some(typed) = typed { typed.set(event.target().value()) }
            />
            {shortcut.map(|keys| view! {
                <kbd class="search-field__shortcut" aria-hidden="true">{move || keys.get()}</kbd>
            }.into_any())}
        </div>
    }
}
