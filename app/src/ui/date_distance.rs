//! A date with its distance beside it. Owns the pair; refuses to compute either.

use super::Tone;
use leptos::prelude::*;

/// A civil date, absolute, and how far it is.
#[component]
pub fn DateDistance(
    /// The date as `2026-05-14`.
    #[prop(into)]
    iso: String,
    /// The date as the reader writes it.
    #[prop(into)]
    date: TextProp,
    /// How far it is, in words.
    #[prop(optional, into)]
    distance: Option<TextProp>,
    /// Whether the distance is a reason to act.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class=tone.class("date-distance")>
            <time class="date-distance__day" datetime=iso>{move || date.get()}</time>
            {distance.map(|distance| view! {
                <small class="date-distance__distance">{move || distance.get()}</small>
            }.into_any())}
        </span>
    }
}
