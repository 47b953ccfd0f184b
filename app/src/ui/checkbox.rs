//! A yes or a no. Owns the box; refuses to know the question.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// A box to tick.
#[component]
pub fn Checkbox(
    /// What ticking means.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// What is sent when it is ticked.
    #[prop(default = "1".to_owned(), into)]
    value: String,
    /// The id, where two boxes of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
    /// Hears whether it is ticked.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let error_id = format!("{id}-error");
    view! {
        <div class="checkbox">
            <input
                class="checkbox__box"
                type="checkbox"
                id=id.clone()
                name=name
                value=value
                checked=checked
                aria-describedby=super::described_by(&id, hint.is_some())
                aria-invalid=move || error.get().is_some().then_some("true")
                on:change:target=move |event| if let Some(hear) = on_change { hear.run(event.target().checked()) }
            />
            <label class="checkbox__label" for=id.clone()>{move || label.get()}</label>
            {hint.map(|hint| view! {
                <p class="checkbox__hint" id=format!("{id}-hint")>{move || hint.get()}</p>
            }.into_any())}
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get().map(|error| view! { <Icon glyph=Glyph::Warning/><span>{error}</span> }.into_any())}
            </p>
        </div>
    }
}
