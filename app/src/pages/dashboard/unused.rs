//! What was granted and has never been used, each with the way to its open row.

use domain::{day::Day, programme::Family};
use leptos::prelude::*;

use crate::{
    i18n::{id, t, terms, use_words},
    portal::UnusedBenefit,
    routes,
    ui::{Card, CardItem, CardList, DateDistance, Tone},
};

/// From when on the distance is a reason to act, in days.
const SOON: i64 = 60;

/// The card.
#[component]
pub fn Unused(
    /// The benefits, the one that ends first at the top.
    benefits: Vec<UnusedBenefit>,
    /// How many there are in all.
    in_all: u32,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let more = in_all.saturating_sub(u32::try_from(benefits.len()).unwrap_or(u32::MAX));
    let nothing = benefits.is_empty();
    view! {
        <Card title=t!(id::DASHBOARD_UNUSED_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_UNUSED_NONE)}</p> }.into_any())}
            <CardList>
                {benefits.into_iter().map(|benefit| view! { <Line benefit today/> }.into_any()).collect_view()}
            </CardList>
            {(more > 0).then(|| view! {
                <a href=format!("{}?state=never-used", routes::tab(Family::Software))>
                    {t!(id::DASHBOARD_UNUSED_MORE, "count" => more)}
                </a>
            }.into_any())}
        </Card>
    }
}

/// One benefit: how many are left, until when.
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
                    date=crate::i18n::live(move || words.day(day))
                    distance=crate::i18n::live(move || words.distance(days))
                    tone
                />
            </div>
        }
    };
    let row = format!("{}?open={}", routes::tab(benefit.family), benefit.benefit);
    view! {
        <CardItem end>
            <p><a class="strong" href=row>{crate::i18n::live(move || words.pick(&benefit.product))}</a></p>
            <p class="soft small">
                {t!(id::DASHBOARD_UNUSED_COUNT, "count" => benefit.unused)}" · "{crate::i18n::live(move || words.pick(&benefit.offer))}
            </p>
        </CardItem>
    }
}
