//! The caps of a subscription, and how near each country is to its own (R6).

use domain::company::Country;
use leptos::prelude::*;

use super::pool::Pool;
use crate::{
    i18n::{Args, id, t, terms, use_words},
    ui::Quantity,
};

/// The rule, then one bar for each country and one for all of them.
#[component]
pub fn Caps(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let words = use_words();
    let open = pool.open();
    let Some(cap) = open.pool.country_cap else {
        return view! { <p>{t!(id::VISUAL_STUDIO_CAP_NONE)}</p> }.into_any();
    };
    let rule = match open.cap_in_all {
        Some(all) => t!(id::VISUAL_STUDIO_CAP_RULE, "cap" => cap, "all" => all).into_any(),
        None => t!(id::VISUAL_STUDIO_CAP_COUNTRY, "cap" => cap).into_any(),
    };
    let countries = open.countries.iter().map(|used| {
        let (country, held) = (used.country, used.held);
        let place = TextProp::from(move || terms::country(words, country));
        let full = (held >= cap).then(|| view! { <Full country/> }.into_any());
        view! { <Use place held cap/>{full} }
    });
    let held_in_all = open.countries.iter().map(|used| used.held).sum::<u32>();
    let worldwide = open.cap_in_all.filter(|_| open.countries.len() > 1).map(|all| {
        view! { <Use place=TextProp::from(t!(id::VISUAL_STUDIO_CAP_WORLDWIDE)) held=held_in_all cap=all/> }
    });
    view! {
        <p>{rule}</p>
        <ul class="caps">{countries.collect_view()}{worldwide}</ul>
    }
    .into_any()
}

/// One bar: what is held there, of what can be.
#[component]
fn Use(
    /// The country, or all of them.
    place: TextProp,
    /// Seats that are held.
    held: u32,
    /// Seats that can be held.
    cap: u32,
) -> impl IntoView {
    let shown = place.clone();
    let words = use_words();
    let label = move || words.format(id::VISUAL_STUDIO_CAP_METER, &Args::new().with("place", &*place.get()));
    view! {
        <li class="caps__line">
            <span class="caps__place">{move || shown.get()}</span>
            <Quantity label used=held total=cap text=t!(id::VISUAL_STUDIO_CAP_USE, "held" => held, "cap" => cap)/>
        </li>
    }
}

/// What a full country means, and the way forward.
#[component]
fn Full(
    /// The country.
    country: Country,
) -> impl IntoView {
    let words = use_words();
    let meaning = move || {
        let country = terms::country(words, country);
        words.format(id::VISUAL_STUDIO_CAP_FULL, &Args::new().with("country", &country))
    };
    view! { <li class="caps__full">{meaning}</li> }
}
