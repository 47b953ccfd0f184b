//! How much of something is used. Owns the bar and its full state; refuses to write numbers: the text comes in.

use super::Tone;
use leptos::prelude::*;

/// A bar with its figures.
#[component]
pub fn Quantity(
    /// What is measured: the accessible name of the bar.
    #[prop(into)]
    label: TextProp,
    /// How many are used.
    #[prop(into)]
    used: Signal<u32>,
    /// How many there are.
    #[prop(into)]
    total: Signal<u32>,
    /// Both, as the reader writes numbers.
    #[prop(into)]
    text: TextProp,
    /// The tone of the bar once everything is used.
    #[prop(default = Tone::Warn)]
    tone: Tone,
) -> impl IntoView {
    let class = move || {
        let full = total.get() > 0 && used.get() >= total.get();
        if full { format!("{} quantity--full", tone.class("quantity")) } else { "quantity".to_owned() }
    };
    view! {
        <span class=class>
            <meter
                class="quantity__bar"
                min="0"
                max=move || total.get().max(1).to_string()
                value=move || used.get().to_string()
                aria-label=move || label.get()
            ></meter>
            <span>{move || text.get()}</span>
        </span>
    }
}
