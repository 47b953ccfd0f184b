//! Reassigning a seat in one act: the field for the new holder, under the row of the seat.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    focus,
    holder_picker::{HolderPicker, Unknown},
    ledger::COLUMNS,
    pool::Pool,
    search::Search,
};
use crate::{
    act::ActForm,
    i18n::{id, t},
    portal::LedgerRow,
    ui::{Button, ButtonVariant, LinkButton, focus_on},
};

/// The row that opens under a seat; it closes once the seat has its new holder.
#[component]
pub fn Reassign(
    /// The pool.
    pool: Pool,
    /// The seat.
    row: LedgerRow,
) -> impl IntoView {
    let seat = row.seat;
    let (place, field) = (format!("reassign-{seat}"), format!("holder-{seat}"));
    let search = Search::of(&field, &pool, Some(seat));
    let acting = search.acting;
    let name = row.person.map(|person| person.name).unwrap_or_default();
    focus::follow(field.clone(), place.clone());
    let (closed, viewpoint) = (pool.href(None), pool.viewpoint().clone());
    let (navigate, leave) = (use_navigate(), closed.clone());
    focus::when_done(acting, move || {
        focus_on(&format!("reassign-link-{seat}"));
        navigate(&leave, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    view! {
        <tr class="table__row table__row--open">
            <td class="table__cell" colspan=COLUMNS id=place>
                <div class="stack stack--tight">
                    <h3>{t!(id::VISUAL_STUDIO_REASSIGN_TITLE, "name" => name)}</h3>
                    <ActForm command="reassign-seat" class="seat-form" acting>
                        <input type="hidden" name="seat" value=seat.to_string()/>
                        <HolderPicker
                            search
                            id=field
                            label=t!(id::VISUAL_STUDIO_REASSIGN_LABEL)
                            placeholder=t!(id::VISUAL_STUDIO_REASSIGN_LABEL__PLACEHOLDER)
                        />
                        <div class="seat-form__acts">
                            <Button
                                label=t!(id::VISUAL_STUDIO_REASSIGN_BUTTON)
                                variant=ButtonVariant::Primary
                                busy=acting.is_busy
                                on_press=search.on_press()
                            />
                            <LinkButton
                                label=t!(id::VISUAL_STUDIO_REASSIGN_CLOSE)
                                href=closed
                                variant=ButtonVariant::Quiet
                                attr:data-noscroll=""
                            />
                        </div>
                    </ActForm>
                    <Unknown search viewpoint/>
                </div>
            </td>
        </tr>
    }
}
