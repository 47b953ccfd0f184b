//! What is assigned to the person, and where it is used.

use domain::{day::Day, visual_studio::SeatState};
use leptos::prelude::*;

use crate::{
    i18n::{id, t, terms, use_words},
    portal::MySeat,
    ui::{ButtonSize, Card, CardItem, CardList, Glyph, LinkButton, StatusTag, Tone},
};

/// The card.
#[component]
pub fn Mine(
    /// The person's seats.
    seats: Vec<MySeat>,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let nothing = seats.is_empty();
    view! {
        <Card title=t!(id::DASHBOARD_MINE_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_MINE_NONE)}</p> })}
            <CardList>{seats.into_iter().map(|seat| view! { <Line seat today/> }).collect_view()}</CardList>
        </Card>
    }
}

/// One seat.
#[component]
fn Line(
    /// The seat.
    seat: MySeat,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let tone = match seat.state {
        SeatState::Activated { .. } => Tone::Good,
        SeatState::Assigned { .. } => Tone::Warn,
        SeatState::Free | SeatState::CoolingDown { .. } => Tone::Calm,
    };
    let (portal, url) = seat.portal;
    let end = move || {
        let portal = portal.clone();
        let label = move || super::open_portal(words, &portal);
        view! {
            <LinkButton
                label
                href=url.clone()
                icon=Glyph::External
                size=ButtonSize::Small
            />
        }
    };
    view! {
        <CardItem end>
            <p class="cluster">
                <span class="strong">{move || words.pick(&seat.product)}</span>
                <StatusTag tone text=move || terms::seat_state(words, seat.state, today)/>
            </p>
            <p class="soft small">
                {t!(id::DASHBOARD_MINE_UNTIL)}" "{move || words.day_and_distance(seat.usable_until, today)}
            </p>
        </CardItem>
    }
}
