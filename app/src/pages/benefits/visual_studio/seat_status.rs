//! Where a seat stands, in words with a colour beside them: the same in a ledger and in the list of all seats.

use domain::{day::Day, visual_studio::SeatState};
use leptos::prelude::*;

use crate::{
    i18n::{terms, use_words},
    ui::{StatusTag, Tone},
};

/// The state of a seat.
#[component]
pub fn SeatStatus(
    /// The state.
    state: SeatState,
    /// The date of the page.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let tone = match state {
        SeatState::Assigned { .. } => Tone::Warn,
        SeatState::Activated { .. } => Tone::Good,
        SeatState::Free | SeatState::CoolingDown { .. } => Tone::Calm,
    };
    view! { <StatusTag tone text=move || terms::seat_state(words, state, today)/> }
}
