//! The frame of a control: its label, its hint, its error. Owns how they are tied together; refuses to know the control.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// The `aria-describedby` of a control within a [`Field`].
pub fn described_by(id: &str, has_hint: bool) -> String {
    if has_hint { format!("{id}-hint {id}-error") } else { format!("{id}-error") }
}

/// A label, a hint and an error around a control that carries `id` and [`described_by`].
#[component]
pub fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// What the control is for.
    #[prop(into)]
    label: TextProp,
    /// Hides the label from the eye.
    #[prop(optional)]
    label_hidden: bool,
    /// A word beside the label, such as "optional".
    #[prop(optional_no_strip)]
    mark: Option<TextProp>,
    /// What helps to fill it.
    #[prop(optional_no_strip)]
    hint: Option<TextProp>,
    /// What is wrong with it, and how to put it right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let label_class = if label_hidden { "visually-hidden" } else { "field__label" };
    let error_id = format!("{id}-error");
    let hint = hint.map(|hint| {
        view! { <p class="field__hint" id=format!("{id}-hint")>{move || hint.get()}</p> }
    });
    view! {
        <div class="field">
            <label class=label_class for=id>
                {move || label.get()}
                {mark.map(|mark| view! { <span class="field__mark">{move || format!(" {}", mark.get())}</span> }.into_any())}
            </label>
            {hint}
            {children()}
            <p class="field__error" id=error_id aria-live="polite">
                {move || error.get().map(|error| view! { <Icon glyph=Glyph::Warning/><span>{error}</span> }.into_any())}
            </p>
        </div>
    }
}
