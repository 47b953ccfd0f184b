//! The offers that end soon, or have ended.

use domain::{day::Day, membership::Stage, role::Action};
use leptos::prelude::*;

use crate::{
    i18n::{MessageId, id, live, t, terms, use_words},
    portal::{MembershipLine, Viewpoint},
    ui::{Card, CardItem, CardList, DateDistance, StatusTag, Tone},
};

/// How far ahead the card looks, in days.
const HORIZON: i64 = 90;
/// From when on the distance is a reason to act, in days.
const SOON: i64 = 30;

/// The card.
#[component]
pub fn Ending(
    /// The offers of the company.
    memberships: Vec<MembershipLine>,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let words = use_words();
    let today = viewpoint.now.today;
    let next = memberships.iter().map(|held| held.anniversary).min();
    let mut ending: Vec<_> = memberships.into_iter().filter(|held| is_ending(held, today)).collect();
    // What can still be done something about comes first.
    ending.sort_by_key(|held| matches!(held.stage, Stage::Lapsed { .. }));
    let is_to_renew = ending.iter().any(|held| matches!(held.stage, Stage::RenewalWindow { .. }));
    let may_renew = viewpoint.rights.allow(Action::RenewOffers, &viewpoint.policy).is_ok();
    // Who may renew finds the offer among what waits for them; others learn whom to ask.
    let way = live(move || super::who_can(words, &viewpoint, Action::RenewOffers));
    let lines = if ending.is_empty() {
        view! { <NothingEnds next/> }.into_any()
    } else {
        let line = move |held| view! { <Line held today/> };
        view! { <CardList>{ending.into_iter().map(line).collect_view()}</CardList> }.into_any()
    };
    view! {
        <Card title=t!(id::DASHBOARD_ENDING_TITLE)>
            {lines}
            {(is_to_renew && !may_renew).then(|| view! { <p class="soft small">{way}</p> }.into_any())}
        </Card>
    }
}

fn is_ending(held: &MembershipLine, today: Day) -> bool {
    held.stage != Stage::Active || today.days_until(held.anniversary) <= HORIZON
}

/// Nothing to worry about, and until when.
#[component]
fn NothingEnds(
    /// The anniversary that comes first.
    next: Option<Day>,
) -> impl IntoView {
    view! {
        <div class="soft">
            <p>{t!(id::DASHBOARD_ENDING_NONE, "days" => HORIZON)}</p>
            {next.map(|day| view! { <p>{t!(id::DASHBOARD_ENDING_NEXT, "date" => day)}</p> }.into_any())}
        </div>
    }
}

/// One offer, with the day that counts for it.
#[component]
fn Line(
    /// The offer.
    held: MembershipLine,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let (label, day, tone) = deadline(&held, today);
    let date = move || words.day(day);
    let distance = move || words.distance(today.days_until(day));
    let end = move || {
        view! {
            <div class="dashboard__deadline">
                <small class="soft">{t!(label)}</small>
                <DateDistance iso=day.to_string() date distance tone/>
            </div>
        }
    };
    let status = (held.stage != Stage::Active)
        .then(|| view! { <StatusTag tone text=t!(terms::stage(held.stage))/> }.into_any());
    view! { <CardItem end><p class="cluster">{super::offer_link(&held)}{status}</p></CardItem> }
}

/// What the day is called, the day, and how much it presses.
fn deadline(held: &MembershipLine, today: Day) -> (MessageId, Day, Tone) {
    match held.stage {
        Stage::Active => {
            let tone = if today.days_until(held.anniversary) <= SOON { Tone::Warn } else { Tone::Calm };
            (id::DASHBOARD_ENDING_ANNIVERSARY, held.anniversary, tone)
        }
        Stage::RenewalWindow { until } => (id::DASHBOARD_ENDING_WINDOW, until, Tone::Warn),
        Stage::Lapsed { since } => (id::DASHBOARD_ENDING_CLOSED, since, Tone::Bad),
    }
}
