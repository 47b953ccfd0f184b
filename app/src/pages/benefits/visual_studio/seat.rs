//! A seat of the ledger: who holds it, where it stands and since when, what can be done, and under it why and what was
//! before.

use domain::{day::Day, visual_studio::SeatState};
use leptos::prelude::*;

use super::{
    history::History, ledger::COLUMNS, pool::Pool, reassign::Reassign, seat_actions::SeatActions,
    seat_status::SeatStatus,
};
use crate::{
    i18n::{Args, Words, id, t, use_words},
    portal::{Holding, LedgerRow},
    ui::{Cell, CellKind, DateDistance, Row},
};

/// The row of a seat that is held or locked, and under it the field for a new holder when that is asked for.
#[component]
pub fn SeatRow(
    /// The pool.
    pool: Pool,
    /// The seat.
    row: LedgerRow,
    /// What the address points at.
    named: Signal<String>,
) -> impl IntoView {
    let (seat, number, today) = (row.seat, row.number, pool.today());
    let id = format!("seat-{seat}");
    let is_named = is_named(named, id.clone());
    let is_held = row.state.holder().is_some();
    let reassigns = is_held && pool.query().seat == Some(seat) && pool.can_reassign(seat).is_ok();
    let under = reassigns.then(|| view! { <Reassign pool=pool.clone() row=row.clone()/> }.into_any());
    let who = view! { <Who row=row.clone()/> };
    let state = view! {
        <SeatStatus state=row.state today/>
        <LockWarning pool=pool.clone() row=row.clone()/>
    };
    let since = view! { <Since row=row.clone() today/> };
    let more = more(&pool, &row);
    view! {
        <Row id open=reassigns attr:aria-current=is_named>
            <Cell kind=CellKind::Name>{who}</Cell>
            <Cell kind=CellKind::Soft label=t!(id::VISUAL_STUDIO_LEDGER_NUMBER)>{number}</Cell>
            <Cell label=t!(id::VISUAL_STUDIO_LEDGER_STATE)>
                <div class="seat-state">{state}</div>
            </Cell>
            <Cell label=t!(id::VISUAL_STUDIO_LEDGER_SINCE)>
                <div class="seat-since">{since}</div>
            </Cell>
            <Cell kind=CellKind::Action label=t!(id::VISUAL_STUDIO_LEDGER_ACTIONS)>
                <SeatActions pool row reassigns/>
            </Cell>
        </Row>
        {more}
        {under}
    }
}

/// The holder, or that there was one.
#[component]
fn Who(row: LedgerRow) -> impl IntoView {
    let is_held = row.state.holder().is_some();
    row.person.map(|person| {
        if is_held {
            view! { <span>{person.name}</span><span class="under soft small">{person.email}</span> }
                .into_any()
        } else {
            let before = t!(id::VISUAL_STUDIO_SEAT_BEFORE, "name" => person.name);
            view! { <span class="soft">{before}</span> }.into_any()
        }
    })
}

/// Until when the seat would be locked if it were taken back: said before.
#[component]
fn LockWarning(pool: Pool, row: LedgerRow) -> impl IntoView {
    let lock = pool.may_assign().ok().and_then(|()| pool.lock_after_removal(row.seat));
    lock.map(|date| {
        view! {
            <p class="soft small" id=format!("lock-{}", row.seat)>
                {t!(id::VISUAL_STUDIO_SEAT_REMOVE_LOCK, "date" => date)}
            </p>
        }
    })
}

/// Marks what the address points at: the seat that the reader has come for.
pub fn is_named(named: Signal<String>, id: String) -> impl Fn() -> Option<&'static str> + Clone {
    move || (*named.read() == id).then_some("true")
}

/// Since when it is so, and by whose hand.
#[component]
fn Since(row: LedgerRow, today: Day) -> impl IntoView {
    let words = use_words();
    since(&row.state, row.history.first()).map(|(day, by)| {
        let distance = move || since_then(words, today.days_until(day), by.as_deref());
        view! { <DateDistance iso=day.to_string() date=crate::i18n::live(move || words.day(day)) distance/> }
    })
}

/// Why it is locked, and what was before: under the row, as wide as the ledger.
fn more(pool: &Pool, row: &LedgerRow) -> Option<AnyView> {
    let latest = row.history.first().cloned();
    let why = row.state.locked_until(pool.today()).map(|until| {
        let days = pool.viewpoint().policy.seat_cooldown.days();
        view! { <Why until latest days/> }
    });
    let history =
        (row.history.len() > 1).then(|| view! { <History holdings=row.history.clone()/> }.into_any());
    (why.is_some() || history.is_some()).then(|| {
        view! {
            <tr class="table__row seat-more">
                <td class="table__cell" colspan=COLUMNS>{why}{history}</td>
            </tr>
        }
        .into_any()
    })
}

/// How long it is so, and by whose hand.
fn since_then(words: Words, days: i64, by: Option<&str>) -> String {
    let distance = words.distance(days);
    match by {
        Some(name) => {
            let args = Args::new().with("distance", &distance).with("name", name);
            words.format(id::VISUAL_STUDIO_SEAT_BY, &args)
        }
        None => distance,
    }
}

/// The day of the last change, and who made it.
fn since(state: &SeatState, latest: Option<&Holding>) -> Option<(Day, Option<String>)> {
    match (state.holder(), latest) {
        (Some(_), Some(holding)) => Some((holding.from, Some(holding.assigned_by.clone()))),
        (Some((_, on)), None) => Some((on, None)),
        (None, Some(Holding { until: Some((day, by)), .. })) => Some((*day, Some(by.clone()))),
        (None, _) => None,
    }
}

/// Why a seat waits, in words.
#[component]
fn Why(until: Day, latest: Option<Holding>, days: Option<u16>) -> impl IntoView {
    let words = use_words();
    view! {
        <details class="unfold">
            <summary class="unfold__question">{t!(id::VISUAL_STUDIO_SEAT_WHY)}</summary>
            <p class="unfold__answer">{move || why(words, until, latest.as_ref(), days)}</p>
        </details>
    }
}

fn why(words: Words, date: Day, latest: Option<&Holding>, days: Option<u16>) -> String {
    let args = Args::new().with("date", &date);
    match (latest, days) {
        (Some(Holding { name, from, until: Some((until, by)), .. }), Some(days)) => {
            let args = args.with("name", name).with("from", from).with("until", until).with("by", by);
            words.format(id::VISUAL_STUDIO_SEAT_WHY_TEXT, &args.with("days", &days))
        }
        _ => words.format(id::VISUAL_STUDIO_SEAT_WHY_SHORT, &args),
    }
}
