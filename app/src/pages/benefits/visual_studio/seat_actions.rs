//! What can be done to a seat: confirm, reassign, remove; or give a locked one back to its last holder.

use domain::{id::SeatId, visual_studio::SeatState};
use leptos::prelude::*;

use super::{ledger, pool::Pool, row_action::RowAction};
use crate::{
    act::{ActForm, Acting},
    i18n::{id, t},
    portal::{LedgerRow, Person},
    ui::{Button, ButtonSize, ButtonVariant},
};

/// The acts on one seat, each open or closed.
#[component]
pub fn SeatActions(
    /// The pool.
    pool: Pool,
    /// The seat.
    row: LedgerRow,
    /// Whether the field for a new holder is open under the row.
    reassigns: bool,
) -> impl IntoView {
    let name = row.person.as_ref().map(|person| person.name.clone()).unwrap_or_default();
    let acts = match (row.state, row.person) {
        (SeatState::Assigned { .. }, _) => view! {
            <Confirm pool=pool.clone() seat=row.seat name=name.clone()/>
            <ReassignLink pool=pool.clone() seat=row.seat name=name.clone() reassigns/>
            <Remove pool seat=row.seat name/>
        }
        .into_any(),
        (SeatState::Activated { .. }, _) => view! {
            <ReassignLink pool=pool.clone() seat=row.seat name=name.clone() reassigns/>
            <Remove pool seat=row.seat name/>
        }
        .into_any(),
        (SeatState::CoolingDown { .. }, Some(person)) => {
            view! { <GiveBack pool seat=row.seat person/> }.into_any()
        }
        (SeatState::Free | SeatState::CoolingDown { .. }, _) => ().into_any(),
    };
    view! { <div class="seat-actions">{acts}</div> }
}

/// Confirms that the holder has activated the seat.
#[component]
fn Confirm(pool: Pool, seat: SeatId, name: String) -> impl IntoView {
    let acting = Acting::new();
    view! {
        <RowAction
            command="confirm-activation"
            object=seat.to_string()
            on=pool.can_confirm(seat)
            label=t!(id::VISUAL_STUDIO_SEAT_CONFIRM)
        >
            <ActForm command="confirm-activation" acting lands=ledger::place(pool.benefit())>
                <input type="hidden" name="seat" value=seat.to_string()/>
                <Button
                    label=t!(id::VISUAL_STUDIO_SEAT_CONFIRM)
                    context=t!(id::VISUAL_STUDIO_SEAT_CONTEXT, "name" => name)
                    variant=ButtonVariant::Quiet
                    size=ButtonSize::Small
                    busy=acting.is_busy
                />
            </ActForm>
        </RowAction>
    }
}

/// Opens the field for a new holder under the row, or closes it.
#[component]
fn ReassignLink(pool: Pool, seat: SeatId, name: String, reassigns: bool) -> impl IntoView {
    let href = pool.href((!reassigns).then_some(seat));
    view! {
        <RowAction
            command="reassign-seat"
            object=seat.to_string()
            on=pool.can_reassign(seat)
            label=t!(id::VISUAL_STUDIO_SEAT_REASSIGN)
        >
            <a
                class="button button--quiet button--small"
                id=format!("reassign-link-{seat}")
                href=href
                data-noscroll=""
                aria-expanded=reassigns.to_string()
                aria-controls=format!("reassign-{seat}")
            >
                {t!(id::VISUAL_STUDIO_SEAT_REASSIGN)}
                <span class="visually-hidden">" "{t!(id::VISUAL_STUDIO_SEAT_CONTEXT, "name" => name)}</span>
            </a>
        </RowAction>
    }
}

/// Takes the seat back. What that locks stands in the row before.
#[component]
fn Remove(pool: Pool, seat: SeatId, name: String) -> impl IntoView {
    let acting = Acting::new();
    let lock = pool.lock_after_removal(seat).map(|_| format!("lock-{seat}"));
    view! {
        <RowAction
            command="remove-seat"
            object=seat.to_string()
            on=pool.can_remove(seat)
            label=t!(id::VISUAL_STUDIO_SEAT_REMOVE)
        >
            <ActForm command="remove-seat" acting lands=ledger::place(pool.benefit())>
                <input type="hidden" name="seat" value=seat.to_string()/>
                <Button
                    label=t!(id::VISUAL_STUDIO_SEAT_REMOVE)
                    context=t!(id::VISUAL_STUDIO_SEAT_CONTEXT, "name" => name)
                    variant=ButtonVariant::Quiet
                    size=ButtonSize::Small
                    attr:aria-describedby=lock
                    busy=acting.is_busy
                />
            </ActForm>
        </RowAction>
    }
}

/// Gives a locked seat back to the only person who may have it: that is never blocked (R49).
#[component]
fn GiveBack(pool: Pool, seat: SeatId, person: Person) -> impl IntoView {
    let acting = Acting::new();
    let name = person.name.clone();
    let label = TextProp::from(t!(id::VISUAL_STUDIO_SEAT_GIVE_BACK, "name" => name));
    view! {
        <RowAction
            command="assign-seat"
            object=seat.to_string()
            on=pool.can_give_back(person.user)
            label=label.clone()
        >
            <ActForm command="assign-seat" acting lands=ledger::place(pool.benefit())>
                <input type="hidden" name="benefit" value=pool.benefit().to_string()/>
                <input type="hidden" name="holder" value=person.user.to_string()/>
                <Button label variant=ButtonVariant::Quiet size=ButtonSize::Small busy=acting.is_busy/>
            </ActForm>
        </RowAction>
    }
}
