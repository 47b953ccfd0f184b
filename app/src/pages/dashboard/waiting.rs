//! What waits for the person, and for nobody else: seats of one's own to confirm, offers to renew.

use domain::{attention::Matter, day::Day, membership::Stage, role::Action, visual_studio::Seat};
use leptos::prelude::*;

use super::offer_link;
use crate::{
    act::ActForm,
    i18n::{Args, id, live, t, use_words},
    pages::Offered,
    portal::{Dashboard, MembershipLine, MySeat, Viewpoint},
    ui::{Button, ButtonSize, Card, CardItem, CardList, Glyph, LinkButton},
};

/// What waits for the person who looks.
pub struct Waiting {
    seats: Vec<MySeat>,
    renewals: Vec<(MembershipLine, Day)>,
}

impl Waiting {
    /// Looks for it on the page.
    pub fn on(page: &Dashboard) -> Self {
        let Viewpoint { user, rights, policy, .. } = &page.viewpoint;
        let needs = |matter: Matter| matter.needs(*user, rights, policy);
        let renewal = |held: &MembershipLine| match held.stage {
            Stage::RenewalWindow { until } if needs(Matter::Offer(held.stage)) => Some((held.clone(), until)),
            Stage::RenewalWindow { .. } | Stage::Active | Stage::Lapsed { .. } => None,
        };
        Self {
            seats: page.mine.iter().filter(|seat| needs(Matter::Seat(seat.state))).cloned().collect(),
            renewals: page.memberships.iter().filter_map(renewal).collect(),
        }
    }

    /// Whether nothing does.
    pub fn is_nothing(&self) -> bool {
        self.seats.is_empty() && self.renewals.is_empty()
    }
}

/// The card.
#[component]
pub fn WaitingCard(
    /// What is in it.
    waiting: Waiting,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let nothing = waiting.is_nothing();
    let today = viewpoint.now.today;
    let seat = move |seat| view! { <ToConfirm seat viewpoint=viewpoint.clone()/> }.into_any();
    let renewal = move |(held, until)| view! { <ToRenew held until today/> }.into_any();
    view! {
        <Card title=t!(id::DASHBOARD_WAITING_TITLE)>
            {nothing.then(|| view! { <p class="soft">{t!(id::DASHBOARD_WAITING_NONE)}</p> }.into_any())}
            <CardList>
                {waiting.seats.into_iter().map(seat).collect_view()}
                {waiting.renewals.into_iter().map(renewal).collect_view()}
            </CardList>
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
                <p class="strong">{live(move || words.pick(&seat.product))}</p>
                <p class="soft">{t!(id::DASHBOARD_WAITING_MINE)}</p>
                <div class="cluster">
                    <LinkButton
                        label=move || words.pick(&portal)
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

/// An offer in its renewal window: until when, and what to do.
#[component]
fn ToRenew(
    /// The offer.
    held: MembershipLine,
    /// The last day of the window.
    until: Day,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let text = move || {
        let distance = words.distance(today.days_until(until));
        words.format(
            id::DASHBOARD_WAITING_RENEWAL,
            &Args::new().with("date", &until).with("distance", &distance),
        )
    };
    view! {
        <CardItem>
            {offer_link(&held)}
            <p class="soft">{live(text)}</p>
        </CardItem>
    }
}
