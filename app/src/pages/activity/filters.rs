//! The filters of the activity log: a person, an act, a benefit, days. They are the address, and nothing else.

use domain::activity::ActGroup;
use leptos::prelude::*;

use crate::{
    i18n::{MessageId, Words, id, refusals, t, use_words},
    portal::{ActivityBenefit, ActivityQuery, PortalError},
    routes,
    ui::{FilterBar, InputKind, Select, SelectOption, TextInput},
};

/// Person, act, benefit, first and last day.
#[component]
pub fn Filters(
    /// The address, followed.
    query: Memo<ActivityQuery>,
    /// The benefits to filter by.
    benefits: Vec<ActivityBenefit>,
    /// What of the address cannot be read.
    faults: PortalError,
) -> impl IntoView {
    let words = use_words();
    let faults = StoredValue::new(faults);
    let asked = move |field: fn(&ActivityQuery) -> &String| {
        Signal::derive(move || query.with(|query| field(query).clone()))
    };
    let fault = move |name: &'static str| {
        let fault = faults.with_value(|faults| faults.fault(name));
        Signal::derive(move || fault.map(|fault| refusals::field(words, &fault)))
    };
    let of_day = move |name: &'static str| {
        let is_wrong = faults.with_value(|faults| faults.fault(name)).is_some();
        Signal::derive(move || is_wrong.then(|| words.text(id::ACTIVITY_FILTER_DAY_FAULT)))
    };
    let acts = Signal::derive(move || act_choices(words));
    let benefits = Signal::derive(move || benefit_choices(words, &benefits));
    view! {
        <FilterBar
            action=routes::ACTIVITY
            label=t!(id::ACTIVITY_FILTER_REGION__ARIA_LABEL)
            apply=t!(id::ACTIVITY_FILTER_APPLY)
        >
            <TextInput
                name="q"
                kind=InputKind::Search
                label=t!(id::ACTIVITY_FILTER_PERSON)
                label_hidden=true
                placeholder=t!(id::ACTIVITY_FILTER_PERSON__PLACEHOLDER)
                autocomplete="off"
                value=asked(|query| &query.q)
                error=fault("q")
            />
            <Select
                name="act"
                label=t!(id::ACTIVITY_FILTER_ACT)
                label_hidden=true
                options=acts
                selected=asked(|query| &query.act)
                error=fault("act")
            />
            <Select
                name="benefit"
                label=t!(id::ACTIVITY_FILTER_BENEFIT)
                label_hidden=true
                options=benefits
                selected=asked(|query| &query.benefit)
                error=fault("benefit")
            />
            <div class="cluster">
                <TextInput
                    name="from"
                    kind=InputKind::Date
                    label=t!(id::ACTIVITY_FILTER_FROM)
                    value=asked(|query| &query.from)
                    error=of_day("from")
                />
                <TextInput
                    name="to"
                    kind=InputKind::Date
                    label=t!(id::ACTIVITY_FILTER_TO)
                    value=asked(|query| &query.to)
                    error=of_day("to")
                />
            </div>
        </FilterBar>
    }
}

fn act_choices(words: Words) -> Vec<SelectOption> {
    let named = |code: &str, name: MessageId| SelectOption::new(code, words.text(name));
    let several = [
        named("", group_name(ActGroup::AllButSignIns)),
        named(ActivityQuery::ALL_ACTS, id::ACTIVITY_FILTER_ACT__ALL),
    ];
    let each = ActGroup::ALL.into_iter().map(|group| named(group.code(), group_name(group)));
    several.into_iter().chain(each).collect()
}

fn benefit_choices(words: Words, benefits: &[ActivityBenefit]) -> Vec<SelectOption> {
    let all = SelectOption::new("", words.text(id::ACTIVITY_FILTER_BENEFIT__ALL));
    let each = benefits.iter().map(|benefit| SelectOption::new(benefit.id, benefit.title(words.language())));
    std::iter::once(all).chain(each).collect()
}

const fn group_name(group: ActGroup) -> MessageId {
    match group {
        ActGroup::AllButSignIns => id::ACTIVITY_FILTER_ACT__BUT_SIGN_INS,
        ActGroup::Keys => id::ACTIVITY_FILTER_ACT_KEYS,
        ActGroup::Activations => id::ACTIVITY_FILTER_ACT_ACTIVATIONS,
        ActGroup::Seats => id::ACTIVITY_FILTER_ACT_SEATS,
        ActGroup::People => id::ACTIVITY_FILTER_ACT_PEOPLE,
        ActGroup::SignIns => id::ACTIVITY_FILTER_ACT_SIGN_INS,
        ActGroup::Company => id::ACTIVITY_FILTER_ACT_COMPANY,
        ActGroup::Exports => id::ACTIVITY_FILTER_ACT_EXPORTS,
        ActGroup::Refused => id::ACTIVITY_FILTER_ACT_REFUSED,
    }
}
