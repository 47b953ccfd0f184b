//! What is assigned to the person, and where it is used.

use domain::{day::Day, role::Action, visual_studio::SeatState};
use leptos::prelude::*;

use crate::{
    i18n::{Args, id, live, t, terms, use_words},
    portal::{MySeat, Viewpoint},
    ui::{ButtonSize, Card, CardItem, CardList, Glyph, LinkButton, StatusTag, Tone},
};

/// The card.
#[component]
pub fn Mine(
    /// The person's seats.
    seats: Vec<MySeat>,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let words = use_words();
    let nothing = seats.is_empty();
    let today = viewpoint.now.today;
    let way = move || super::who_can(words, &viewpoint, Action::AssignBenefits);
    view! {
        <Card title=t!(id::DASHBOARD_MINE_TITLE)>
            {nothing.then(|| view! {
                <div class="soft">
                    <p>{t!(id::DASHBOARD_MINE_NONE)}</p>
                    <p>{live(way)}</p>
                </div>
            }.into_any())}
            <CardList>{seats.into_iter().map(|seat| view! { <Line seat today/> }.into_any()).collect_view()}</CardList>
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
    let until = move || {
        let day = words.day_and_distance(seat.usable_until, today);
        words.format(id::DASHBOARD_MINE_UNTIL, &Args::new().with("day", &day))
    };
    // A seat that waits has its link where it waits.
    let link =
        matches!(seat.state, SeatState::Activated { .. }).then_some(seat.portal).map(|(portal, url)| {
            let label = move || words.pick(&portal);
            view! { <div><LinkButton label href=url icon=Glyph::External size=ButtonSize::Small/></div> }
        });
    view! {
        <CardItem>
            <div class="stack stack--tight">
                <div>
                    <p class="cluster">
                        <span class="strong">{live(move || words.pick(&seat.product))}</span>
                        <StatusTag tone text=move || terms::seat_state(words, seat.state, today)/>
                    </p>
                    <p class="soft small">{until}</p>
                </div>
                {link}
            </div>
        </CardItem>
    }
}
