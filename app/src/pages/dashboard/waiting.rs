//! What waits for the person: seats of one's own to confirm, and, for those who assign, seats whose holders have not
//! signed in.

use domain::{
    programme::Family,
    role::Action,
    visual_studio::{Seat, SeatState},
};
use leptos::prelude::*;

use crate::{
    act::ActForm,
    i18n::{id, t, use_words},
    pages::Offered,
    portal::{HeldSeat, MySeat, Viewpoint},
    routes,
    ui::{Button, ButtonSize, Card, CardItem, CardList, Glyph, LinkButton},
};

/// Whether a seat waits for its holder's confirmation.
pub fn is_waiting(seat: &MySeat) -> bool {
    matches!(seat.state, SeatState::Assigned { .. })
}

/// The card.
#[component]
pub fn Waiting(
    /// Who looks.
    viewpoint: Viewpoint,
    /// The person's own seats.
    mine: Vec<MySeat>,
    /// Seats of others that wait.
    others: Vec<HeldSeat>,
    /// How many of those there are in all.
    in_all: u32,
) -> impl IntoView {
    let mine: Vec<_> = mine.into_iter().filter(is_waiting).collect();
    let more = in_all.saturating_sub(u32::try_from(others.len()).unwrap_or(u32::MAX));
    let nothing = mine.is_empty() && others.is_empty();
    view! {
        <Card title=t!(id::DASHBOARD_WAITING_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_WAITING_NONE)}</p> }.into_any())}
            <CardList>
                {mine.into_iter().map(|seat| view! { <ToConfirm seat viewpoint=viewpoint.clone()/> }.into_any()).collect_view()}
                {others.into_iter().map(|seat| view! { <NotSignedIn seat/> }.into_any()).collect_view()}
            </CardList>
            {(more > 0).then(|| view! {
                <a href=format!("{}?state=assigned", routes::SEATS)>
                    {t!(id::DASHBOARD_WAITING_MORE, "count" => more)}
                </a>
            }.into_any())}
        </Card>
    }
}

/// A seat of one's own: the way to its portal, and the confirmation.
#[component]
fn ToConfirm(
    /// The seat.
    seat: MySeat,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let words = use_words();
    let for_others = viewpoint.rights.allow(Action::ConfirmForOthers, &viewpoint.policy).is_ok();
    let facts = Seat { id: seat.seat, number: 0, state: seat.state };
    let on = facts.confirm(viewpoint.user, for_others).map(|_| ()).map_err(Into::into);
    let (portal, url) = seat.portal;
    view! {
        <CardItem>
            <div class="stack stack--tight">
                <p class="strong">{crate::i18n::live(move || words.pick(&seat.product))}</p>
                <p class="soft">{t!(id::DASHBOARD_WAITING_MINE)}</p>
                <div class="cluster">
                    <LinkButton
                        label=move || super::open_portal(words, &portal)
                        href=url
                        icon=Glyph::External
                        size=ButtonSize::Small
                    />
                    <Offered
                        command="confirm-activation"
                        object=seat.seat.to_string()
                        on
                        label=t!(id::DASHBOARD_WAITING_CONFIRM)
                    >
                        <ActForm command="confirm-activation">
                            <input type="hidden" name="seat" value=seat.seat.to_string()/>
                            <Button label=t!(id::DASHBOARD_WAITING_CONFIRM) icon=Glyph::Check size=ButtonSize::Small/>
                        </ActForm>
                    </Offered>
                </div>
            </div>
        </CardItem>
    }
}

/// Somebody else's seat, with the way to its pool.
#[component]
fn NotSignedIn(
    /// The seat.
    seat: HeldSeat,
) -> impl IntoView {
    let words = use_words();
    let pool = format!("{}?open={}", routes::tab(Family::VisualStudio), seat.benefit);
    view! {
        <CardItem>
            <p><a class="strong" href=pool>{seat.name}</a>" "<span class="soft">{crate::i18n::live(move || words.pick(&seat.product))}</span></p>
            <p class="soft small">{t!(id::DASHBOARD_WAITING_SINCE, "date" => seat.since)}</p>
        </CardItem>
    }
}
