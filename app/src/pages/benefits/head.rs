//! The head of the Benefits page: its title, what the company holds, and the five tabs.

use domain::{
    day::Day,
    membership::Stage,
    programme::{Family, Level},
};
use leptos::prelude::*;

use crate::{
    i18n::{Args, Words, id, t, terms, use_words},
    portal::MembershipLine,
    routes,
    ui::{PageHead, Tab, Tabs},
};

/// The title, the offers in one line, and the tabs.
#[component]
pub fn Head(
    /// The tab that is shown.
    family: Family,
    /// The offers that the company holds.
    memberships: Vec<MembershipLine>,
    /// The company's date.
    today: Day,
    /// What stands at the right of the title.
    actions: ViewFn,
) -> impl IntoView {
    let words = use_words();
    let tabs = Family::ALL.into_iter().map(move |tab| {
        view! { <Tab label=t!(terms::family(tab)) href=routes::tab(tab) current=tab == family/> }
    });
    view! {
        <PageHead title=t!(id::BENEFITS_PAGE_TITLE) lead=move || summary(words, &memberships, today)>
            {actions.run()}
        </PageHead>
        <Tabs label=t!(id::BENEFITS_TABS_LABEL)>{tabs.collect_view()}</Tabs>
    }
}

/// The best level, how many competencies, and what has to be renewed first: "Gold · 4 competencies · renewal on …".
pub fn summary(words: Words, memberships: &[MembershipLine], today: Day) -> String {
    let usable = || memberships.iter().filter(|held| !matches!(held.stage, Stage::Lapsed { .. }));
    let Some(next) = usable().min_by_key(|held| held.anniversary) else {
        return words.text(id::BENEFITS_HEAD_NONE);
    };
    let mut levels: Vec<Level> = usable().map(|held| held.level).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut parts: Vec<_> = levels.into_iter().rev().map(|level| words.text(terms::level(level))).collect();
    let competencies = usable().filter(|held| held.competency.is_some()).count();
    if competencies > 0 {
        parts.push(words.format(id::BENEFITS_HEAD_COMPETENCIES, &Args::new().with("count", &competencies)));
    }
    parts.push(renewal(words, next, today));
    parts.join(" · ")
}

fn renewal(words: Words, next: &MembershipLine, today: Day) -> String {
    let (message, day) = match next.stage {
        Stage::Active => (id::BENEFITS_HEAD_RENEWAL, next.anniversary),
        Stage::RenewalWindow { until } => (id::BENEFITS_HEAD_WINDOW, until),
        Stage::Lapsed { since } => (id::BENEFITS_HEAD_LAPSED, since),
    };
    let distance = words.distance(today.days_until(day));
    words.format(message, &Args::new().with("date", &day).with("distance", &distance))
}
