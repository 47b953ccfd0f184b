//! The dashboard: what needs the person who looks.
//!
//! Owns which cards whom concern; refuses to know where the facts come from.

mod ending;
mod mine;
mod operator;
mod unused;
mod waiting;

use domain::{membership::Stage, programme::Family, role::Action};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::{Failed, benefits::summary};
use crate::{
    act::Changes,
    api::{Ask, Reading},
    app::use_viewer,
    i18n::{Args, MessageId, Words, id, live, page_title, refusals, t, terms, use_words},
    portal::{BenefitQuery, Dashboard, MembershipLine, Viewpoint},
    routes,
    ui::{EmptyKind, EmptyState, PageHead, Skeleton},
};
use ending::Ending;
use mine::Mine;
use operator::OperatorDashboard;
use unused::Unused;
use waiting::{Waiting, WaitingCard};

/// `/`.
#[derive(Debug)]
pub struct DashboardPage {
    page: Reading<Dashboard>,
}

#[lazy_route]
impl LazyRoute for DashboardPage {
    fn data() -> Self {
        let changes = Changes::current();
        Self { page: Reading::new(move || (Ask::Dashboard, changes.count())) }
    }

    fn view(this: Self) -> AnyView {
        let viewer = use_viewer();
        view! {
            <Title text=page_title(id::DASHBOARD_PAGE_TITLE)/>
            <Transition fallback=|| view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS)/> }>
                {move || Suspend::new(async move {
                    let is_operator = viewer.person().await.is_some_and(|person| person.is_operator);
                    match this.page.await {
                        Ok(page) if is_operator => view! { <OperatorDashboard page/> }.into_any(),
                        Ok(page) => view! { <MemberDashboard page/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The dashboard of a person of a company.
#[component]
fn MemberDashboard(
    /// What the page shows.
    page: Dashboard,
) -> impl IntoView {
    let words = use_words();
    let name = first_name(&page.name);
    let memberships = page.memberships.clone();
    let today = page.viewpoint.now.today;
    let lead = move || summary(words, &memberships, today);
    let cards = match without_benefits(&page.memberships) {
        Some(reason) => view! { <WithoutBenefits reason/> }.into_any(),
        None => view! { <Cards page=page.clone()/> }.into_any(),
    };
    view! {
        <div class="stack">
            <PageHead title=t!(id::DASHBOARD_PAGE_GREETING, "name" => name) lead/>
            {cards}
        </div>
    }
}

/// The cards that concern the person: acts for those who can act, what is theirs for everybody who has something.
#[component]
fn Cards(
    /// What the page shows.
    page: Dashboard,
) -> impl IntoView {
    let viewpoint = page.viewpoint.clone();
    let may = |action| viewpoint.rights.allow(action, &viewpoint.policy).is_ok();
    let may_use = may(Action::AssignBenefits) || may(Action::GetKeys);
    let waiting = Waiting::on(&page);
    let waits = may_use || !waiting.is_nothing();
    let owns = !may_use || !page.mine.is_empty();
    let class = if may_use { "dashboard dashboard--two" } else { "dashboard" };
    view! {
        <div class=class>
            <div class="stack">
                {waits.then(|| view! { <WaitingCard waiting viewpoint=viewpoint.clone()/> }.into_any())}
                {owns.then(|| view! { <Mine seats=page.mine.clone() viewpoint=viewpoint.clone()/> }.into_any())}
                <Ending memberships=page.memberships.clone() viewpoint/>
            </div>
            {may_use.then(|| view! { <Unused page/> }.into_any())}
        </div>
    }
}

/// A company without benefits, which may also be the wrong company (R1).
#[component]
fn WithoutBenefits(
    /// Why there are none.
    reason: MessageId,
) -> impl IntoView {
    view! { <EmptyState kind=EmptyKind::NothingYet title=t!(id::DASHBOARD_EMPTY_TITLE) text=t!(reason)/> }
}

/// Why the company has no benefits, when it has none.
fn without_benefits(memberships: &[MembershipLine]) -> Option<MessageId> {
    if memberships.is_empty() {
        return Some(id::DASHBOARD_EMPTY_DETAIL);
    }
    let all_lapsed = memberships.iter().all(|held| matches!(held.stage, Stage::Lapsed { .. }));
    all_lapsed.then_some(id::DASHBOARD_EMPTY_LAPSED)
}

/// An offer by its name and its competency, which leads to what it grants.
fn offer_link(held: &MembershipLine) -> AnyView {
    let words = use_words();
    let (offer, competency) = (held.offer.clone(), held.competency.clone());
    let granted = BenefitQuery { offer: held.code.as_str().to_owned(), ..BenefitQuery::default() };
    let name = move || match &competency {
        Some(competency) => format!("{} · {}", words.pick(&offer), words.pick(competency)),
        None => words.pick(&offer),
    };
    view! { <a class="strong" href=granted.to_href(routes::tab(Family::Software))>{live(name)}</a> }
        .into_any()
}

/// Why `action` is closed to the person who looks, and whom to ask.
fn who_can(words: Words, viewpoint: &Viewpoint, action: Action) -> String {
    let Err(why) = viewpoint.rights.allow(action, &viewpoint.policy) else { return String::new() };
    let why = refusals::refusal(words, &why.into());
    let names = viewpoint.people_for(action).iter().map(|person| person.name.clone());
    let names = terms::one_of(words, names.collect());
    if names.is_empty() {
        return why;
    }
    words.format(id::DASHBOARD_WHO_CAN, &Args::new().with("why", &why).with("names", &names))
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}
