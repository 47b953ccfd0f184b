//! What the open rows of Cloud, Technical benefits and Go-To-Market have in common: they are read here, and used
//! elsewhere. Owns the sections; refuses to offer an act that does not exist.

use domain::{language::Localised, programme::HandOff};
use leptos::prelude::*;

use super::{OpenRow, sources::Sources};
use crate::{
    i18n::{Args, MessageId, Words, id, t, use_words},
    portal::{BenefitDetail, OtherDetail, Source},
    ui::{DetailSection, Glyph, LinkButton},
};

/// What the catalogue says of an open row, for the family to put into words.
pub fn parts(open: &OpenRow) -> Option<OtherDetail> {
    match open.detail.clone().read()? {
        BenefitDetail::Other(detail) => Some(*detail),
        BenefitDetail::Software(_) | BenefitDetail::VisualStudio(_) => None,
    }
}

/// What the product is, and what to do with it, one step to a line.
#[component]
pub fn Steps(
    /// What the section is about.
    #[prop(into)]
    title: TextProp,
    /// What the product is.
    summary: Localised,
    /// The steps, one to a line.
    instructions: Localised,
) -> impl IntoView {
    let words = use_words();
    view! {
        <DetailSection title>
            <p class="prose">{crate::i18n::live(move || words.pick(&summary))}</p>
            {move || listed(words, &instructions)}
        </DetailSection>
    }
}

fn listed(words: Words, instructions: &Localised) -> AnyView {
    let text = words.pick(instructions);
    let lines: Vec<_> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    match lines.as_slice() {
        [] => ().into_any(),
        [only] => view! { <p class="prose">{only.clone()}</p> }.into_any(),
        _ => {
            let steps: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
            view! { <ol class="step-list prose">{steps}</ol> }.into_any()
        }
    }
}

/// How the benefit is activated, in words, and the way out to where that happens.
#[component]
pub fn Activation(
    /// How it is activated.
    how: MessageId,
    /// Where it is used.
    #[prop(optional_no_strip)]
    portal: Option<HandOff>,
) -> impl IntoView {
    let words = use_words();
    let way_out = portal.map(|portal| {
        let HandOff { name, url } = portal;
        let label =
            move || words.format(id::BENEFITS_PORTAL_LINK, &Args::new().with("portal", &words.pick(&name)));
        view! { <div><LinkButton label href=url icon=Glyph::External/></div> }
    });
    view! {
        <DetailSection title=t!(id::BENEFITS_ACTIVATION_TITLE)>
            <p class="prose">{t!(how)}</p>
            {way_out}
        </DetailSection>
    }
}

/// Where the row comes from.
#[component]
pub fn SourcesOf(
    /// The row.
    open: OpenRow,
    /// The offers that grant it.
    sources: Vec<Source>,
) -> impl IntoView {
    let OpenRow { row, today, .. } = open;
    view! {
        <Sources
            sources
            unit=row.unit
            currency=row.currency
            granted=row.granted
            today
        />
    }
}
