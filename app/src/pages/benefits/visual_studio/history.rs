//! Everybody who has held a seat: from when to when, by whose hand, and how long it was locked afterwards.

use leptos::prelude::*;

use crate::{
    i18n::{Args, Words, id, t, use_words},
    portal::Holding,
};

/// The holdings of a seat, the latest first, folded under one line.
#[component]
pub fn History(
    /// The holdings.
    holdings: Vec<Holding>,
) -> impl IntoView {
    let count = holdings.len();
    let line = |holding: Holding| view! { <li><Told holding/></li> };
    view! {
        <details class="unfold">
            <summary class="unfold__question">{t!(id::VISUAL_STUDIO_HISTORY_QUESTION, "count" => count)}</summary>
            <ol class="unfold__answer">{holdings.into_iter().map(line).collect_view()}</ol>
        </details>
    }
}

/// Who has held the free seats before: a seat that is taken back keeps its history.
#[component]
pub fn FormerHolders(
    /// The seats, each by its number, with its holdings.
    seats: Vec<(u32, Vec<Holding>)>,
) -> impl IntoView {
    let seat = |(number, holdings): (u32, Vec<Holding>)| {
        let line = |holding: Holding| view! { <p><Told holding/></p> };
        let holdings = holdings.into_iter().map(line).collect_view();
        view! { <li>{t!(id::VISUAL_STUDIO_HISTORY_SEAT, "number" => number)}{holdings}</li> }
    };
    view! {
        <details class="unfold">
            <summary class="unfold__question">{t!(id::VISUAL_STUDIO_HISTORY_FORMER)}</summary>
            <ul class="unfold__answer">{seats.into_iter().map(seat).collect_view()}</ul>
        </details>
    }
}

/// One holding, and the lock that followed.
#[component]
fn Told(holding: Holding) -> impl IntoView {
    let words = use_words();
    let lock = holding.locked_until.map(|day| {
        view! { " "{t!(id::VISUAL_STUDIO_HISTORY_LOCKED, "date" => day)} }
    });
    view! { {move || told(words, &holding)}{lock} }
}

fn told(words: Words, holding: &Holding) -> String {
    let args = Args::new();
    let args = args.with("name", &holding.name).with("from", &holding.from).with("by", &holding.assigned_by);
    match &holding.until {
        None => words.format(id::VISUAL_STUDIO_HISTORY_PRESENT, &args),
        Some((until, taker)) => {
            words.format(id::VISUAL_STUDIO_HISTORY_PAST, &args.with("until", until).with("taker", taker))
        }
    }
}
