//! The filters of a tab. They are the address, and nothing else.

use domain::{
    entitlement::BenefitType,
    language::Localised,
    programme::{Family, OfferCode},
};
use leptos::prelude::*;

use crate::{
    i18n::{MessageId, Words, id, t, terms, use_words},
    portal::{BENEFIT_STATES, BenefitQuery},
    routes,
    ui::{FilterBar, SearchField, Select, SelectOption},
};

/// Search, offer, type, state.
#[component]
pub fn Filters(
    /// The tab.
    family: Family,
    /// The address, followed.
    query: Memo<BenefitQuery>,
    /// The offers to filter by.
    offers: Vec<(OfferCode, Localised)>,
) -> impl IntoView {
    let words = use_words();
    let of_offer = Signal::derive(move || offer_choices(words, &offers));
    let of_type = Signal::derive(move || type_choices(words));
    let of_state = Signal::derive(move || state_choices(words));
    let chosen = move |field: fn(&BenefitQuery) -> &String| {
        Signal::derive(move || query.with(|query| field(query).clone()))
    };
    view! {
        <FilterBar
            action=routes::tab(family)
            label=t!(id::BENEFITS_FILTER_LABEL)
            apply=t!(id::BENEFITS_FILTER_BUTTON)
        >
            <SearchField
                name="q"
                id="filter-q"
                label=t!(id::BENEFITS_FILTER_SEARCH)
                placeholder=t!(id::BENEFITS_FILTER_SEARCH__PLACEHOLDER)
                value=chosen(|query| &query.q)
            />
            <Select
                name="offer"
                id="filter-offer"
                label=t!(id::BENEFITS_FILTER_OFFER)
                label_hidden=true
                options=of_offer
                selected=chosen(|query| &query.offer)
            />
            <Select
                name="type"
                id="filter-type"
                label=t!(id::BENEFITS_FILTER_TYPE)
                label_hidden=true
                options=of_type
                selected=chosen(|query| &query.benefit_type)
            />
            <Select
                name="state"
                id="filter-state"
                label=t!(id::BENEFITS_FILTER_STATE)
                label_hidden=true
                options=of_state
                selected=chosen(|query| &query.state)
            />
            <input type="hidden" name="sort" value=move || query.with(|query| query.sort.clone())/>
        </FilterBar>
    }
}

fn offer_choices(words: Words, offers: &[(OfferCode, Localised)]) -> Vec<SelectOption> {
    let all = SelectOption::new("", words.text(id::BENEFITS_FILTER_OFFER_ALL));
    let each = offers.iter().map(|(code, name)| SelectOption::new(code.as_str(), words.pick(name)));
    std::iter::once(all).chain(each).collect()
}

fn type_choices(words: Words) -> Vec<SelectOption> {
    vec![
        SelectOption::new("", words.text(id::BENEFITS_FILTER_TYPE_ALL)),
        SelectOption::new("core", words.text(terms::benefit_type(BenefitType::Core))),
        SelectOption::new("incremental", words.text(terms::benefit_type(BenefitType::Incremental))),
    ]
}

fn state_choices(words: Words) -> Vec<SelectOption> {
    let all = SelectOption::new("", words.text(id::BENEFITS_FILTER_STATE_ALL));
    let each =
        BENEFIT_STATES.into_iter().map(|state| SelectOption::new(state, words.text(state_name(state))));
    std::iter::once(all).chain(each).collect()
}

fn state_name(state: &str) -> MessageId {
    match state {
        "available" => id::BENEFITS_STATE_AVAILABLE,
        "used-up" => id::BENEFITS_STATE_USED_UP,
        "never-used" => id::BENEFITS_STATE_NEVER_USED,
        _ => id::BENEFITS_STATE_ENDING,
    }
}
