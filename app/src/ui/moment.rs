//! A date and a time of day.

use leptos::prelude::*;

use crate::i18n::{live, use_words};

/// When something happened, in the words of the reader.
#[component]
pub fn Moment(
    /// The minute, as `2026-05-14T23:59`.
    at: String,
) -> impl IntoView {
    let words = use_words();
    let machine = at.clone();
    view! { <time datetime=machine>{live(move || words.moment(&at))}</time> }
}
