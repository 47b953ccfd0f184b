//! What was granted and nobody has, each with the way to its open row: the keys to get, the seats to assign.

use domain::{
    attention::{Matter, Whose},
    day::Day,
    programme::{Family, Unit},
};
use leptos::prelude::*;

use super::who_can;
use crate::{
    i18n::{Args, Words, id, live, t, terms, use_words},
    portal::{BenefitQuery, Dashboard, UnusedBenefit, Viewpoint},
    routes,
    ui::{Card, CardItem, CardList, DateDistance, Tone},
};

/// From when on the distance is a reason to act, in days.
const SOON: i64 = 60;

/// The card.
#[component]
pub fn Unused(
    /// What the page shows.
    page: Dashboard,
) -> impl IntoView {
    let viewpoint = page.viewpoint;
    let today = viewpoint.now.today;
    let nothing = page.unused.is_empty();
    let line = move |benefit| view! { <Line benefit today/> }.into_any();
    let elsewhere = move |found| view! { <Elsewhere found viewpoint=viewpoint.clone()/> }.into_any();
    let unclaimed = page.unclaimed;
    view! {
        <Card title=t!(id::DASHBOARD_UNUSED_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_UNUSED_NONE)}</p> }.into_any())}
            <CardList>{page.unused.into_iter().map(line).collect_view()}</CardList>
            {page.more.into_iter().map(more).collect_view()}
            {(unclaimed > 0).then(|| view! {
                <a href=format!("{}?state=assigned", routes::SEATS)>
                    {t!(id::DASHBOARD_UNUSED_UNCLAIMED, "count" => unclaimed)}
                </a>
            }.into_any())}
            {page.for_others.into_iter().map(elsewhere).collect_view()}
        </Card>
    }
}

/// The way to the rest of a tab.
fn more((family, count): (Family, u32)) -> AnyView {
    let words = use_words();
    let state = if family == Family::Software { "never-used" } else { "available" };
    let text = move || {
        let family = words.text(terms::family(family));
        words.format(id::DASHBOARD_UNUSED_MORE, &Args::new().with("family", &family).with("count", &count))
    };
    view! { <a href=format!("{}?state={state}", routes::tab(family))>{live(text)}</a> }.into_any()
}

/// What only others can put to use, and who they are.
#[component]
fn Elsewhere(
    /// The tab, and how many of its benefits.
    found: (Family, u32),
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let words = use_words();
    let (family, count) = found;
    let text = move || {
        let family_name = words.text(terms::family(family));
        let args = Args::new().with("family", &family_name).with("count", &count);
        let found = words.format(id::DASHBOARD_UNUSED_ELSEWHERE, &args);
        match Matter::Unused(family).whose() {
            Whose::Those(action) => format!("{found} {}", who_can(words, &viewpoint, action)),
            Whose::Nobodys | Whose::Persons(_) => found,
        }
    };
    view! { <p class="soft small">{live(text)}</p> }
}

/// One benefit: how many nobody has, until when.
#[component]
fn Line(
    /// The benefit.
    benefit: UnusedBenefit,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let day = benefit.expiry.day();
    let days = today.days_until(day);
    let tone = if days <= SOON { Tone::Warn } else { Tone::Calm };
    let label = terms::expiry(benefit.expiry);
    let end = move || {
        view! {
            <div class="dashboard__deadline">
                <small class="soft">{t!(label)}</small>
                <DateDistance
                    iso=day.to_string()
                    date=live(move || words.day(day))
                    distance=live(move || words.distance(days))
                    tone
                />
            </div>
        }
    };
    let open = BenefitQuery::default().opening(Some(benefit.benefit));
    let row = format!("{}#row-{}", open.to_href(routes::tab(benefit.family)), benefit.benefit);
    let UnusedBenefit { family, unit, unused, .. } = benefit;
    let found = move || found(words, family, unit, unused);
    view! {
        <CardItem end>
            <p><a class="strong" href=row>{live(move || words.pick(&benefit.product))}</a></p>
            <p class="soft small">{live(found)}" · "{live(move || terms::pool(words, &benefit.pool))}</p>
        </CardItem>
    }
}

/// What it is that nobody has.
fn found(words: Words, family: Family, unit: Unit, count: u32) -> String {
    if family == Family::Software {
        let amount = terms::counted(words, unit, count);
        words.format(id::DASHBOARD_UNUSED_KEYS, &Args::new().with("amount", &amount))
    } else {
        words.format(id::DASHBOARD_UNUSED_SEATS, &Args::new().with("count", &count))
    }
}
