//! A remark that stands out. Owns its look in each tone; refuses to decide what is worth one.

use super::Tone;
use leptos::prelude::*;

/// A remark: a band in every tone but the calm one, which is a line in the margin beside the rule that it explains.
#[component]
pub fn Note(
    /// How good or bad the news is.
    #[prop(optional)]
    tone: Tone,
    /// The news in a few words.
    #[prop(optional, into)]
    title: Option<TextProp>,
    /// It may appear while the page is read, and is then read aloud.
    #[prop(optional)]
    live: bool,
    /// What it means and what to do next.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=tone.class("note") role=live.then_some("status")>
            {title.map(|title| view! { <strong class="note__title">{move || title.get()}</strong> }.into_any())}
            <div class="note__text">{children()}</div>
        </div>
    }
}
