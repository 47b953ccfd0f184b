//! A state in words with a colour beside it. Owns the look; refuses to know which states exist.

use super::Tone;
use leptos::prelude::*;

/// The state of something.
#[component]
pub fn StatusTag(
    /// How good or bad the state is.
    #[prop(optional)]
    tone: Tone,
    /// The state in words.
    #[prop(into)]
    text: TextProp,
) -> impl IntoView {
    view! { <span class=tone.class("status-tag")>{move || text.get()}</span> }
}
