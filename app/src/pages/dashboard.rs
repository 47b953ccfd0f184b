//! The dashboard: what needs the person who looks.
//!
//! Owns which cards whom concern; refuses to know where the facts come from.

mod ending;
mod mine;
mod operator;
mod unused;
mod waiting;

use domain::{language::Localised, membership::Stage, role::Action};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::{Failed, benefits::summary};
use crate::{
    act::Changes,
    api::{Ask, Reading},
    app::use_viewer,
    i18n::{Args, MessageId, Words, id, page_title, t, use_words},
    portal::{Dashboard, MembershipLine},
    ui::{EmptyKind, EmptyState, PageHead, Skeleton},
};
use ending::Ending;
use mine::Mine;
use operator::OperatorDashboard;
use unused::Unused;
use waiting::Waiting;

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
    let viewpoint = page.viewpoint;
    let may = |action| viewpoint.rights.allow(action, &viewpoint.policy).is_ok();
    let may_assign = may(Action::AssignBenefits);
    let may_use = may_assign || may(Action::GetKeys);
    let today = viewpoint.now.today;
    let waits = may_assign || page.mine.iter().any(waiting::is_waiting);
    let owns = !may_use || !page.mine.is_empty();
    let class = if may_use { "dashboard dashboard--two" } else { "dashboard" };
    view! {
        <div class=class>
            <div class="stack">
                {waits.then(|| view! {
                    <Waiting
                        viewpoint=viewpoint.clone()
                        mine=page.mine.clone()
                        others=page.waiting
                        in_all=page.waiting_in_all
                    />
                }.into_any())}
                {owns.then(|| view! { <Mine seats=page.mine today/> }.into_any())}
                <Ending memberships=page.memberships today/>
            </div>
            {may_use.then(|| view! { <Unused benefits=page.unused in_all=page.unused_in_all today/> }.into_any())}
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

/// The way to the portal in which a benefit is used.
fn open_portal(words: Words, portal: &Localised) -> String {
    words.format(id::DASHBOARD_WAITING_PORTAL, &Args::new().with("portal", &words.pick(portal)))
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}
