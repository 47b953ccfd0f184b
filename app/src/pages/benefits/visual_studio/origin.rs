//! Where the seats of a pool come from: its grants, what a cap has cut off, and how near the caps are.

use domain::programme::Quantity;
use leptos::prelude::*;

use super::{super::row::offer_name, caps::Caps, pool::Pool};
use crate::{
    i18n::{Args, Words, id, t, terms, use_words},
    portal::Source,
    ui::{DetailSection, Fact, Facts},
};

/// Grants and caps.
#[component]
pub fn Origin(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let granted = pool.granted();
    let cap = pool.open().cap_in_all;
    let grants = pool
        .open()
        .sources
        .iter()
        .cloned()
        .map(|source| view! { <Grant source cap/> }.into_any())
        .collect_view();
    view! {
        <DetailSection title=t!(id::VISUAL_STUDIO_ORIGIN_TITLE, "count" => granted)>
            <Facts>
                {grants}
                <Fact term=t!(id::VISUAL_STUDIO_CAP_TERM)><Caps pool/></Fact>
            </Facts>
        </DetailSection>
    }
}

/// What one offer grants, and what the cap has taken from it.
#[component]
fn Grant(
    /// The offer.
    source: Source,
    /// The most seats that all countries together may have.
    cap: Option<u32>,
) -> impl IntoView {
    let words = use_words();
    let cut = (source.cut > 0).then_some(cap).flatten().map(|cap| {
        let cut = source.cut;
        view! { <p class="soft small">{t!(id::VISUAL_STUDIO_ORIGIN_CUT, "cut" => cut, "cap" => cap)}</p> }
    });
    view! {
        <Fact term=t!(terms::benefit_type(source.benefit_type))>
            <p>{move || grant(words, &source)}</p>
            {cut}
        </Fact>
    }
}

fn grant(words: Words, source: &Source) -> String {
    let offer = offer_name(words, &source.offer, source.competency.as_ref());
    let quantity = match source.quantity {
        Quantity::Limited(number) => words.number(number.into()),
        Quantity::Unlimited => words.text(id::TERMS_QUANTITY_UNLIMITED),
    };
    words.format(
        id::VISUAL_STUDIO_ORIGIN_GRANT,
        &Args::new().with("offer", &offer).with("quantity", &quantity),
    )
}
