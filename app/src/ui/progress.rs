//! How far something under way has come. Owns the bar; refuses to know what is under way.

use leptos::prelude::*;

/// A bar that fills, or that only says that something is under way.
#[component]
pub fn Progress(
    /// What is under way: the accessible name of the bar.
    #[prop(into)]
    label: TextProp,
    /// How much is done, where that is known.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// How much there is to do.
    max: u32,
    /// The same in words, under the bar.
    #[prop(optional, into)]
    text: Option<TextProp>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <progress
                class="progress__bar"
                max=max.to_string()
                value=move || value.get().map(|value| value.to_string())
                aria-label=move || label.get()
            ></progress>
            {text.map(|text| view! { <span>{move || text.get()}</span> }.into_any())}
        </div>
    }
}
