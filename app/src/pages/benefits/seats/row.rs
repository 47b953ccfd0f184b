//! A seat in the list of all seats. Plain markup: five hundred of them are one page.

use domain::{
    day::Day,
    programme::Family,
    visual_studio::{SeatState, has_ended},
};
use leptos::prelude::*;

use crate::{
    i18n::{Args, id, t, terms, use_words},
    pages::benefits::visual_studio::seat_status::SeatStatus,
    portal::{BenefitQuery, SeatRow},
    routes,
    ui::{DateDistance, StatusTag},
};

/// The row of a seat. Its link opens the pool, where the seat can be changed.
pub fn row(seat: SeatRow, today: Day) -> impl IntoView {
    let words = use_words();
    let link = link(&seat, today);
    let has_ended = has_ended(seat.usable_until, today);
    let (product, pool) = (seat.product.clone(), seat.pool);
    let (number, opened) = (seat.number, seat.product);
    let context = move || {
        let args = Args::new().with("number", &number);
        words.format(id::SEATS_LIST_OPEN_CONTEXT, &args.with("product", &words.pick(&opened)))
    };
    view! {
        <tr class="table__row">
            <th scope="row" class="table__cell table__cell--name">{who(seat.state, seat.person)}</th>
            <td class="table__cell">
                <span class="table__label">{t!(id::SEATS_LIST_SUBSCRIPTION)}</span>
                <div>
                    {crate::i18n::live(move || words.pick(&product))}
                    <span class="under soft small">{crate::i18n::live(move || terms::pool(words, &pool))}</span>
                </div>
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(id::SEATS_LIST_STATE)}</span>
                {status(seat.state, has_ended, today)}
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(id::SEATS_LIST_SINCE)}</span>
                {seat.since.map(|day| on_day(day, today))}
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(id::SEATS_LIST_CHANGEABLE)}</span>
                {changeable(seat.changeable_from, has_ended, today)}
            </td>
            <td class="table__cell table__cell--action">
                <a href=link>
                    {t!(id::SEATS_LIST_OPEN)}
                    <span class="visually-hidden">" "{context}</span>
                </a>
            </td>
        </tr>
    }
}

/// The place of the seat in its pool; those that are free stand in one line there.
fn link(seat: &SeatRow, today: Day) -> String {
    let pool = BenefitQuery::default().opening(Some(seat.benefit)).to_href(routes::tab(Family::VisualStudio));
    if seat.state.is_free(today) {
        format!("{pool}#free-{}", seat.benefit)
    } else {
        format!("{pool}#seat-{}", seat.seat)
    }
}

/// The holder with the address; the last one of a seat that is locked; nobody.
fn who(state: SeatState, person: Option<(String, String)>) -> AnyView {
    match (state, person) {
        (SeatState::Assigned { .. } | SeatState::Activated { .. }, Some((name, address))) => {
            view! { {name}<span class="under soft small">{address}</span> }.into_any()
        }
        (SeatState::CoolingDown { .. }, Some((name, _))) => {
            view! { <span class="soft">{t!(id::SEATS_LIST_LAST, "name" => name)}</span> }.into_any()
        }
        (_, _) => view! { <span class="soft">{t!(id::SEATS_LIST_NOBODY)}</span> }.into_any(),
    }
}

/// Where it stands; what nobody has of a pool that has ended is not free.
fn status(state: SeatState, has_ended: bool, today: Day) -> AnyView {
    if has_ended && state.is_free(today) {
        view! { <StatusTag text=t!(id::TERMS_SEAT_ENDED)/> }.into_any()
    } else {
        view! { <SeatStatus state today/> }.into_any()
    }
}

fn on_day(day: Day, today: Day) -> impl IntoView {
    let words = use_words();
    let distance = move || words.distance(today.days_until(day));
    view! { <DateDistance iso=day.to_string() date=crate::i18n::live(move || words.day(day)) distance/> }
}

fn changeable(from: Option<Day>, has_ended: bool, today: Day) -> AnyView {
    match from {
        _ if has_ended => view! { <span class="soft">{t!(id::TERMS_SEAT_ENDED)}</span> }.into_any(),
        Some(day) => on_day(day, today).into_any(),
        None => view! { <span class="soft">{t!(id::SEATS_LIST_NOW)}</span> }.into_any(),
    }
}
