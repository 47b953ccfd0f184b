//! The filters of the page of all seats: a person, a pool, a state. They are the address, and nothing else.

use domain::{entitlement::PoolTitle, id::BenefitId, language::Localised};
use leptos::prelude::*;

use crate::{
    i18n::{MessageId, Words, id, t, terms, use_words},
    portal::{SEAT_STATES, SeatQuery},
    routes,
    ui::{FilterBar, SearchField, Select, SelectOption},
};

/// Person, subscription, status.
#[component]
pub fn Filters(
    /// The address, followed.
    query: Memo<SeatQuery>,
    /// The pools to filter by: the subscription, and what the pool is called.
    pools: Vec<(BenefitId, Localised, PoolTitle)>,
) -> impl IntoView {
    let words = use_words();
    let of_pool = Signal::derive(move || pool_choices(words, &pools));
    let of_state = Signal::derive(move || state_choices(words));
    let searched = Signal::derive(move || query.read().q.clone());
    let pool = Signal::derive(move || query.read().pool.map(|pool| pool.to_string()).unwrap_or_default());
    let state = Signal::derive(move || query.read().state.clone());
    view! {
        <FilterBar
            action=routes::SEATS
            label=t!(id::SEATS_FILTER_REGION__ARIA_LABEL)
            apply=t!(id::SEATS_FILTER_APPLY)
        >
            <SearchField
                name="q"
                label=t!(id::SEATS_FILTER_PERSON)
                placeholder=t!(id::SEATS_FILTER_PERSON__PLACEHOLDER)
                value=searched
            />
            <Select name="pool" label=t!(id::SEATS_FILTER_POOL) label_hidden=true options=of_pool selected=pool/>
            <Select name="state" label=t!(id::SEATS_FILTER_STATE) label_hidden=true options=of_state selected=state/>
            <input type="hidden" name="sort" value=move || query.read().sort.clone()/>
        </FilterBar>
    }
}

fn pool_choices(words: Words, pools: &[(BenefitId, Localised, PoolTitle)]) -> Vec<SelectOption> {
    let all = SelectOption::new("", words.text(id::SEATS_FILTER_POOL__ALL));
    let each = pools.iter().map(|(benefit, product, pool)| {
        let (product, pool) = (words.pick(product), terms::pool(words, pool));
        SelectOption::new(benefit, terms::pool_of(&product, &pool))
    });
    std::iter::once(all).chain(each).collect()
}

fn state_choices(words: Words) -> Vec<SelectOption> {
    let all = SelectOption::new("", words.text(id::SEATS_FILTER_STATE__ALL));
    let each = SEAT_STATES.into_iter().map(|state| SelectOption::new(state, words.text(state_name(state))));
    std::iter::once(all).chain(each).collect()
}

/// What a state is called among the filters, where it has no date.
fn state_name(state: &str) -> MessageId {
    match state {
        "assigned" => id::TERMS_SEAT_ASSIGNED,
        "activated" => id::TERMS_SEAT_ACTIVATED,
        "locked" => id::SEATS_FILTER_STATE__LOCKED,
        _ => id::TERMS_SEAT_FREE,
    }
}
