//! The seat ledger of a pool: every seat that is held or locked, and the free ones in a line.

use domain::{
    id::BenefitId,
    refusal::Refusal,
    role::Action,
    visual_studio::{SeatRefusal, SeatState},
};
use leptos::prelude::*;

use super::{
    focus,
    history::FormerHolders,
    pool::{Pool, ranges},
    seat::{SeatRow, is_named},
};
use crate::{
    i18n::{MessageId, id, refusals, t, use_words},
    portal::{LedgerRow, Person, SeatQuery},
    routes,
    ui::{
        ActionHolder, CellKind, ClosedAction, DetailSection, EmptyKind, EmptyState, HeadCell, Table,
        TableHead,
    },
};

/// Person, number, status, since, actions.
pub const COLUMNS: u32 = 5;

/// More rows than that are on the page of all seats.
const MOST_ROWS: usize = 50;

/// The id of the ledger, where the cursor goes after an act on one of its rows.
pub fn place(pool: BenefitId) -> String {
    format!("ledger-{pool}")
}

/// The ledger, with what is closed to the viewer said once above the rows.
#[component]
pub fn Ledger(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let place = place(pool.benefit());
    focus::catch(place.clone());
    let named = focus::named();
    let taken = pool.taken().count();
    let rows = shown(&pool);
    let left_out = taken.saturating_sub(rows.len());
    let list = if rows.is_empty() {
        let title = t!(id::VISUAL_STUDIO_LEDGER_EMPTY);
        let how = t!(id::VISUAL_STUDIO_LEDGER_EMPTY__DETAIL);
        match pool.can_assign() {
            Ok(()) => view! { <EmptyState kind=EmptyKind::NothingYet title text=how/> }.into_any(),
            Err(_) => view! { <EmptyState kind=EmptyKind::NothingYet title/> }.into_any(),
        }
    } else {
        view! { <Closings pool=pool.clone()/><Seats pool=pool.clone() rows named/> }.into_any()
    };
    let all = SeatQuery { pool: Some(pool.benefit()), ..SeatQuery::default() }.to_href(routes::SEATS);
    view! {
        <DetailSection title=t!(id::VISUAL_STUDIO_LEDGER_TITLE) wide=true>
            <div class="stack stack--tight" id=place tabindex="-1">
                {list}
                <Free pool named/>
                {(left_out > 0).then(|| view! {
                    <p class="soft">{t!(id::VISUAL_STUDIO_LEDGER_REST, "count" => left_out)}</p>
                }.into_any())}
                <p><a href=all>{t!(id::VISUAL_STUDIO_LEDGER_ALL)}</a></p>
            </div>
        </DetailSection>
    }
}

/// The rows that fit; a seat that is about to be reassigned is one of them wherever it stands.
fn shown(pool: &Pool) -> Vec<LedgerRow> {
    let asked = pool.query().seat;
    let rows = pool.taken().enumerate();
    let rows = rows.filter(|(place, row)| *place < MOST_ROWS || asked == Some(row.seat));
    rows.map(|(_, row)| row.clone()).collect()
}

#[component]
fn Seats(pool: Pool, rows: Vec<LedgerRow>, named: Signal<String>) -> impl IntoView {
    let (held, granted) = (pool.open().pool.held(), pool.granted());
    let row = |row: LedgerRow| view! { <SeatRow pool=pool.clone() row named/> };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=t!(id::VISUAL_STUDIO_LEDGER_CAPTION, "held" => held, "granted" => granted)>
            <TableHead>
                <HeadCell label=t!(id::VISUAL_STUDIO_LEDGER_PERSON)/>
                <HeadCell label=t!(id::VISUAL_STUDIO_LEDGER_NUMBER)/>
                <HeadCell label=t!(id::VISUAL_STUDIO_LEDGER_STATE)/>
                <HeadCell label=t!(id::VISUAL_STUDIO_LEDGER_SINCE)/>
                <HeadCell label=t!(id::VISUAL_STUDIO_LEDGER_ACTIONS) kind=CellKind::Action label_hidden=true/>
            </TableHead>
            <tbody>{rows}</tbody>
        </Table>
    }
}

/// The seats that nobody has, in one line: those that anybody can have, unless the pool has ended.
#[component]
fn Free(pool: Pool, named: Signal<String>) -> impl IntoView {
    let id = format!("free-{}", pool.benefit());
    let is_named = is_named(named, id.clone());
    let numbers = pool.numbers_left();
    let says = if pool.free() > 0 { id::VISUAL_STUDIO_LEDGER_FREE } else { id::VISUAL_STUDIO_LEDGER_ENDED };
    let (count, numbers) = (numbers.len(), ranges(&numbers));
    let seats = pool.held_before();
    (count > 0).then(|| {
        view! {
            <p class="soft ledger-free" id=id aria-current=is_named>
                {t!(says, "count" => count, "numbers" => numbers)}
            </p>
            {(!seats.is_empty()).then(|| view! { <FormerHolders seats/> }.into_any())}
        }
    })
}

/// What the viewer's role closes in every row: the rule and the names, once for all of them (R24).
#[component]
fn Closings(pool: Pool) -> impl IntoView {
    let benefit = pool.benefit();
    let moving = pool.may_assign().err().map(|refusal| {
        let people = pool.viewpoint().people_for(Action::AssignBenefits).to_vec();
        let id = format!("moving-{benefit}");
        view! { <Closing id label=id::VISUAL_STUDIO_LEDGER_CLOSED refusal people/> }
    });
    let waits = |row: &&LedgerRow| matches!(row.state, SeatState::Assigned { .. });
    let foreign = Refusal::Seat(SeatRefusal::NotTheHolder);
    let is_foreign = pool.taken().filter(waits).any(|row| pool.can_confirm(row.seat) == Err(foreign.clone()));
    let confirming = is_foreign.then(|| {
        let people = pool.viewpoint().people_for(Action::ConfirmForOthers).to_vec();
        let id = format!("confirming-{benefit}");
        view! { <Closing id label=id::VISUAL_STUDIO_LEDGER_CLOSED_CONFIRM refusal=foreign people/> }
    });
    view! { {moving}{confirming} }
}

#[component]
fn Closing(
    /// An id that is the only one on the page.
    id: String,
    /// The act.
    label: MessageId,
    /// Why it is closed.
    refusal: Refusal,
    /// Who can.
    people: Vec<Person>,
) -> impl IntoView {
    let words = use_words();
    let holder = |person: Person| ActionHolder { name: person.name, email: person.email, role: None };
    let people = people.into_iter().map(holder).collect();
    let reason = move || refusals::refusal(words, &refusal);
    view! { <ClosedAction id label=t!(label) reason who_title=t!(id::REFUSALS_WHO_TITLE) people/> }
}
