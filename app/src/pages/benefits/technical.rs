//! The Technical benefits tab: support, advice and presales, read-only here; each says how it is asked for.

use domain::programme::{Details, Family, TechnicalKind};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{
    BenefitTab, OpenRow, Reading,
    other::{Activation, SourcesOf, Steps, parts},
};
use crate::i18n::{MessageId, id, t};

/// The page at `/benefits/technical`.
pub struct TechnicalBenefits {
    reading: Reading,
}

#[lazy_route]
impl LazyRoute for TechnicalBenefits {
    fn data() -> Self {
        Self { reading: Reading::of(Family::Technical) }
    }

    fn view(this: Self) -> AnyView {
        view! { <BenefitTab family=Family::Technical reading=this.reading detail=|open| Box::pin(technical_detail(open))/> }.into_any()
    }
}

/// What an open row shows.
#[lazy]
pub fn technical_detail(open: OpenRow) -> AnyView {
    let Some(known) = parts(&open) else { return ().into_any() };
    let Details::Technical(technical) = known.details else { return ().into_any() };
    let summary = known.summary;
    view! {
        <Steps title=t!(id::TECHNICAL_DETAIL_TITLE) summary instructions=technical.instructions/>
        <SourcesOf open sources=known.sources/>
        <Activation how=activated_by(technical.kind) portal=Some(technical.portal)/>
    }
    .into_any()
}

const fn activated_by(kind: TechnicalKind) -> MessageId {
    match kind {
        TechnicalKind::Incidents => id::TECHNICAL_ACTIVATION_INCIDENTS,
        TechnicalKind::CloudSupport => id::TECHNICAL_ACTIVATION_CLOUD,
        TechnicalKind::AdvisoryHours => id::TECHNICAL_ACTIVATION_HOURS,
        TechnicalKind::Presales => id::TECHNICAL_ACTIVATION_PRESALES,
    }
}
