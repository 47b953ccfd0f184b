//! A row of a tab: product, offer, type, quantity, expiry. Plain markup; only its detail is more than words.

use domain::{
    day::Day,
    entitlement::BenefitType,
    language::Localised,
    programme::{Family, OfferCode},
};
use leptos::prelude::*;

use super::{
    amount::{Amount, Ends},
    list::{COLUMNS, Place},
};
use crate::{
    i18n::{Args, MessageId, Words, id, t, terms, use_words},
    portal::BenefitRow,
    ui::{Detail, DetailRow, RowToggle, StatusTag, Tone},
};

/// More offers than these are counted, not named: the detail names them all.
const NAMED_OFFERS: usize = 2;

/// What the numbers of a family count.
pub const fn quantity_column(family: Family) -> MessageId {
    match family {
        Family::Software => id::BENEFITS_COLUMN_ACTIVATIONS,
        Family::VisualStudio => id::BENEFITS_COLUMN_SEATS,
        Family::Cloud | Family::Technical => id::BENEFITS_COLUMN_QUANTITY,
        Family::GoToMarket => id::BENEFITS_COLUMN_STATUS,
    }
}

/// What the dates of a family mean; those of the cloud differ from row to row, and each says it.
pub const fn expiry_column(family: Family) -> MessageId {
    match family {
        Family::Software | Family::VisualStudio | Family::Technical => id::BENEFITS_COLUMN_USABLE,
        Family::Cloud => id::BENEFITS_COLUMN_EXPIRY,
        Family::GoToMarket => id::BENEFITS_COLUMN_ACTIVATE,
    }
}

/// The row, and its detail under it when it is open.
pub fn row(row: BenefitRow, place: &Place<'_>, detail: Option<AnyView>) -> impl IntoView + use<> {
    let family = place.family;
    let is_open = detail.is_some();
    let (row_id, detail_id) = (format!("row-{}", row.benefit), format!("detail-{}", row.benefit));
    let href = format!("{}#{row_id}", place.href(&place.asked.opening((!is_open).then_some(row.benefit))));
    let toggle = toggle(row.name.clone(), href, is_open, detail_id.clone());
    let under = detail.map(|detail| {
        view! { <DetailRow columns=COLUMNS><Detail id=detail_id>{detail}</Detail></DetailRow> }
    });
    view! {
        <tr class=if is_open { "table__row table__row--open" } else { "table__row" } id=row_id>
            <th scope="row" class="table__cell table__cell--name">{name(&row, place.today)}</th>
            <td class="table__cell table__cell--soft">
                <span class="table__label">{t!(id::BENEFITS_COLUMN_OFFER)}</span>
                <div>{offers(row.offers.clone())}</div>
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(id::BENEFITS_COLUMN_TYPE)}</span>
                <div class="cluster">{types(&row.benefit_types)}</div>
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(quantity_column(family))}</span>
                <div>{quantity(family, &row, place.today)}</div>
            </td>
            <td class="table__cell">
                <span class="table__label">{t!(expiry_column(family))}</span>
                <div><Ends expiry=row.expiry today=place.today says_meaning=family == Family::Cloud/></div>
            </td>
            <td class="table__cell table__cell--action">{toggle}</td>
        </tr>
        {under}
    }
}

/// The name of a group of rows.
pub fn heading(group: Localised) -> impl IntoView + use<> {
    let words = use_words();
    view! {
        <tr class="table__row">
            <th
                scope="rowgroup"
                class="table__cell table__cell--soft"
                colspan=COLUMNS.to_string()
            >
                {crate::i18n::live(move || words.pick(&group))}
            </th>
        </tr>
    }
}

fn has_ended(row: &BenefitRow, today: Day) -> bool {
    row.is_closed || row.expiry.is_over(today)
}

fn name(row: &BenefitRow, today: Day) -> impl IntoView + use<> {
    let words = use_words();
    let name = row.name.clone();
    let ended = has_ended(row, today)
        .then(|| view! { " " <StatusTag tone=Tone::Bad text=t!(id::BENEFITS_STATUS_EXPIRED)/> }.into_any());
    view! { <span>{crate::i18n::live(move || words.pick(&name))}</span> {ended} }
}

/// The offers that grant the row, each on its line with its competency.
fn offers(offers: Vec<(OfferCode, Localised, Option<Localised>)>) -> impl IntoView + use<> {
    let more = offers.len().saturating_sub(NAMED_OFFERS);
    let named: Vec<_> = offers
        .into_iter()
        .take(NAMED_OFFERS)
        .map(|(_, offer, competency)| view! { <div><OfferName offer competency/></div> }.into_any())
        .collect();
    let more = (more > 0).then(|| {
        view! { <div class="small">{t!(id::BENEFITS_ROW_MORE_OFFERS, "count" => more)}</div> }.into_any()
    });
    (named, more)
}

/// An offer and the competency that it was bought for.
#[component]
pub fn OfferName(
    /// The name of the offer.
    offer: Localised,
    /// The name of the competency.
    competency: Option<Localised>,
) -> impl IntoView {
    let words = use_words();
    move || offer_name(words, &offer, competency.as_ref())
}

/// An offer, and the competency that it was bought for, in one text.
pub fn offer_name(words: Words, offer: &Localised, competency: Option<&Localised>) -> String {
    match competency {
        Some(competency) => format!("{} · {}", words.pick(offer), words.pick(competency)),
        None => words.pick(offer),
    }
}

fn types(types: &[BenefitType]) -> Vec<impl IntoView + use<>> {
    types
        .iter()
        .map(|of| terms::benefit_type(*of))
        .map(|name| view! { <StatusTag text=t!(name)/> }.into_any())
        .collect()
}

/// How much there is and is left; of an offer to take up, only whether it still can be.
fn quantity(family: Family, row: &BenefitRow, today: Day) -> AnyView {
    if family != Family::GoToMarket {
        return view! { <Amount row=row.clone()/> }.into_any();
    }
    let available = (!has_ended(row, today))
        .then(|| view! { <StatusTag tone=Tone::Good text=t!(id::BENEFITS_STATUS_AVAILABLE)/> }.into_any());
    view! { {available} }.into_any()
}

/// The arrow at the far right. It leads to the row's own place, for readers without script.
fn toggle(name: Localised, href: String, is_open: bool, controls: String) -> impl IntoView + use<> {
    let words = use_words();
    let label = move || {
        let message = if is_open { id::BENEFITS_ROW_CLOSE } else { id::BENEFITS_ROW_OPEN };
        words.format(message, &Args::new().with("product", &words.pick(&name)))
    };
    view! { <RowToggle href open=is_open label controls attr:data-noscroll=""/> }
}
