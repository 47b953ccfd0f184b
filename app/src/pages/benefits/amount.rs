//! How much of a benefit there is, and until when, as every tab writes it.

use domain::{
    day::Day,
    expiry::Expiry,
    programme::{Currency, Quantity, Unit},
};
use leptos::prelude::*;

use crate::{
    i18n::{Args, Words, id, t, terms, use_words},
    portal::BenefitRow,
    ui::{DateDistance, Quantity as Meter, Tone},
};

/// Nearer than this, an end is a reason to act: the length of the renewal window.
const SOON_IN_DAYS: i64 = 30;

/// A quantity in words: "25 licenses", "$100 of credit a month", "Unlimited".
pub fn amount(words: Words, unit: Unit, currency: Option<&Currency>, quantity: Quantity) -> String {
    let (message, count) = match (unit, quantity) {
        (Unit::MonthlyCredit, Quantity::Limited(count)) => (id::TERMS_UNIT_MONTHLY_CREDIT, count),
        (Unit::YearlyCredit, Quantity::Limited(count)) => (id::TERMS_UNIT_YEARLY_CREDIT, count),
        _ => return terms::quantity(words, unit, quantity),
    };
    let money = match currency {
        Some(currency) => words.money(i64::from(count) * 100, currency.as_str()),
        None => words.number(count.into()),
    };
    words.format(message, &Args::new().with("count", &money))
}

/// What is granted, used and left of a row.
#[component]
pub fn Amount(
    /// The row.
    row: BenefitRow,
) -> impl IntoView {
    let words = use_words();
    let Some(granted) = row.granted.limit().filter(|_| row.is_counted && !row.unit.is_credit()) else {
        let uncounted = (!row.is_counted).then(|| {
            view! { <div class="soft small">{t!(id::BENEFITS_QUANTITY_UNCOUNTED)}</div> }.into_any()
        });
        let amount = move || amount(words, row.unit, row.currency.as_ref(), row.granted);
        return view! { <span>{amount}</span> {uncounted} }.into_any();
    };
    let (used, locked, left) = (row.used, row.locked, row.left().unwrap_or_default());
    let name = row.name;
    let label =
        move || words.format(id::BENEFITS_QUANTITY_LABEL, &Args::new().with("product", &words.pick(&name)));
    let locked =
        (locked > 0).then(|| view! { ", " {t!(id::BENEFITS_QUANTITY_LOCKED, "count" => locked)} }.into_any());
    view! {
        <Meter
            label
            used=used
            +
            row.locked
            total=granted
            text=t!(id::BENEFITS_QUANTITY_RATIO, "used" => used, "granted" => granted)
        />
        <div class="soft small">{t!(id::BENEFITS_QUANTITY_LEFT, "count" => left)} {locked}</div>
    }
    .into_any()
}

/// The day on which a benefit ends, with its distance.
#[component]
pub fn Ends(
    /// The day, and what it means.
    expiry: Expiry,
    /// The company's date.
    today: Day,
    /// Says what the day means, where the column does not.
    #[prop(optional)]
    says_meaning: bool,
) -> impl IntoView {
    let words = use_words();
    let day = expiry.day();
    let days = today.days_until(day);
    let tone = match days {
        ..0 => Tone::Bad,
        0..=SOON_IN_DAYS => Tone::Warn,
        _ => Tone::Calm,
    };
    view! {
        {says_meaning.then(|| view! { <div class="soft small">{t!(terms::expiry(expiry))}</div> }.into_any())}
        <DateDistance
            iso=day.to_string()
            date=crate::i18n::live(move || words.day(day))
            distance=crate::i18n::live(move || words.distance(days))
            tone
        />
    }
}
