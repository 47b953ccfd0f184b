//! The Go-To-Market tab: offers, resources, programmes and assistance under the names of their benefits (R68),
//! read-only here.

use domain::programme::{Details, Family, GoToMarketKind};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{
    BenefitTab, OpenRow, Reading,
    other::{Activation, SourcesOf, Steps, parts},
};
use crate::i18n::{MessageId, id, t};

/// The page at `/benefits/go-to-market`.
pub struct GoToMarketBenefits {
    reading: Reading,
}

#[lazy_route]
impl LazyRoute for GoToMarketBenefits {
    fn data() -> Self {
        Self { reading: Reading::of(Family::GoToMarket) }
    }

    fn view(this: Self) -> AnyView {
        view! { <BenefitTab family=Family::GoToMarket reading=this.reading detail=|open| Box::pin(go_to_market_detail(open))/> }.into_any()
    }
}

/// What an open row shows.
#[lazy]
pub fn go_to_market_detail(open: OpenRow) -> AnyView {
    let Some(known) = parts(&open) else { return ().into_any() };
    let Details::GoToMarket(market) = known.details else { return ().into_any() };
    let (summary, instructions) = (known.summary, market.description);
    view! {
        <Steps title=t!(what_it_is(market.kind)) summary instructions/>
        <SourcesOf open sources=known.sources/>
        <Activation how=id::GO_TO_MARKET_ACTIVATION_EXPLAINED portal=None/>
    }
    .into_any()
}

const fn what_it_is(kind: GoToMarketKind) -> MessageId {
    match kind {
        GoToMarketKind::Offer => id::GO_TO_MARKET_KIND_OFFER,
        GoToMarketKind::Resource => id::GO_TO_MARKET_KIND_RESOURCE,
        GoToMarketKind::Programme => id::GO_TO_MARKET_KIND_PROGRAMME,
        GoToMarketKind::Assistance => id::GO_TO_MARKET_KIND_ASSISTANCE,
    }
}
