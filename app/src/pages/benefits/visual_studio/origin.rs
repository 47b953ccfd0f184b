//! Where the seats of a pool come from: its grants, what a cap has cut off, and what the holder does with a seat.

use domain::{language::Localised, programme::Quantity};
use leptos::prelude::*;

use super::{super::row::offer_name, caps::Caps, pool::Pool};
use crate::{
    i18n::{Args, Words, id, t, terms, use_words},
    portal::Source,
    ui::{DetailSection, Fact, Facts, Glyph, Icon},
};

/// Grants, caps, instructions, and the way to the portal.
#[component]
pub fn Origin(
    /// The pool.
    pool: Pool,
) -> impl IntoView {
    let granted = pool.granted();
    let cap = pool.open().cap_in_all;
    let grants =
        pool.open().sources.iter().cloned().map(|source| view! { <Grant source cap/> }).collect_view();
    let use_of_it = pool.details().cloned().map(|details| {
        view! {
            <Fact term=t!(id::VISUAL_STUDIO_ORIGIN_INSTRUCTIONS)><Steps text=details.instructions/></Fact>
            <Fact term=t!(id::VISUAL_STUDIO_ORIGIN_PORTAL)><Portal name=details.portal.name url=details.portal.url/></Fact>
        }
    });
    view! {
        <DetailSection title=t!(id::VISUAL_STUDIO_ORIGIN_TITLE, "count" => granted)>
            <Facts>
                {grants}
                <Fact term=t!(id::VISUAL_STUDIO_CAP_TERM)><Caps pool/></Fact>
                {use_of_it}
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

/// The instructions, one step to a line.
#[component]
fn Steps(
    /// The text of the catalogue.
    text: Localised,
) -> impl IntoView {
    let words = use_words();
    move || {
        let text = words.pick(&text);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let lines = lines.map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
        view! { <ol class="step-list">{lines}</ol> }
    }
}

/// The way out to the portal in which a seat is used.
#[component]
fn Portal(
    /// Its name.
    name: Localised,
    /// Its address.
    url: String,
) -> impl IntoView {
    let words = use_words();
    view! {
        <a class="portal-link" href=url rel="external noreferrer">
            {move || words.pick(&name)}
            <Icon glyph=Glyph::External/>
        </a>
    }
}
