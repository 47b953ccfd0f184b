//! Where the quantity of a benefit comes from: each offer with its part, what a cap has cut, and until when.
//!
//! Owns the section that every open row shows; refuses to add anything up.

use domain::{
    day::Day,
    programme::{Currency, Quantity, Unit},
};
use leptos::prelude::*;

use super::{
    amount::{Ends, amount},
    row::OfferName,
};
use crate::{
    i18n::{Args, id, t, terms, use_words},
    portal::Source,
    ui::{DetailSection, Fact, Facts, StatusTag},
};

/// The sources of a benefit.
#[component]
pub fn Sources(
    /// The grants, in the order in which they were added up.
    sources: Vec<Source>,
    /// What they count.
    unit: Unit,
    /// The currency, when they are credits.
    #[prop(optional_no_strip)]
    currency: Option<Currency>,
    /// All of them together.
    granted: Quantity,
    /// The company's date.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let title = {
        let currency = currency.clone();
        move || {
            let amount = amount(words, unit, currency.as_ref(), granted);
            words.format(id::BENEFITS_SOURCES_TITLE, &Args::new().with("amount", &amount))
        }
    };
    let meaning = sources.first().map(|source| terms::expiry_meaning(source.expiry));
    let each = sources.into_iter().map(move |source| {
        let currency = currency.clone();
        view! { <li class="stack stack--tight"><OneSource source unit currency today/></li> }
    });
    view! {
        <DetailSection title>
            <ul class="stack">{each.collect_view()}</ul>
            {meaning.map(|meaning| view! { <p class="soft small">{t!(meaning)}</p> }.into_any())}
        </DetailSection>
    }
}

/// One grant.
#[component]
fn OneSource(
    source: Source,
    unit: Unit,
    #[prop(optional_no_strip)] currency: Option<Currency>,
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let Source { offer, competency, benefit_type, quantity, cut, expiry, refund, .. } = source;
    let cut = (cut > 0).then(|| {
        view! {
            <Fact term=t!(id::BENEFITS_SOURCES_CAP)>{t!(id::BENEFITS_SOURCES_CUT, "count" => cut)}</Fact>
        }
    });
    view! {
        <div class="cluster">
            <span class="strong"><OfferName offer competency/></span>
            <StatusTag text=t!(terms::benefit_type(benefit_type))/>
        </div>
        <Facts>
            <Fact
                term=t!(id::BENEFITS_SOURCES_GRANTED)
            >
                {move || amount(words, unit, currency.as_ref(), quantity)}
            </Fact>
            {cut}
            <Fact term=t!(terms::expiry(expiry))><Ends expiry today/></Fact>
            <Fact term=t!(id::BENEFITS_SOURCES_REFUND)>{move || terms::refund(words, refund)}</Fact>
        </Facts>
    }
}
