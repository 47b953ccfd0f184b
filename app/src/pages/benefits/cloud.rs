//! The Cloud tab: subscriptions by their credit or by their key, read-only here; each says how it is activated (R36).

use domain::programme::{CloudBilling, Credit, Details, Family};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{
    BenefitTab, OpenRow, Reading,
    other::{Activation, SourcesOf, Steps, parts},
};
use crate::i18n::{MessageId, id, t};

/// The page at `/benefits/cloud`.
pub struct CloudBenefits {
    reading: Reading,
}

#[lazy_route]
impl LazyRoute for CloudBenefits {
    fn data() -> Self {
        Self { reading: Reading::of(Family::Cloud) }
    }

    fn view(this: Self) -> AnyView {
        view! { <BenefitTab family=Family::Cloud reading=this.reading detail=|open| Box::pin(cloud_detail(open))/> }.into_any()
    }
}

/// What an open row shows.
#[lazy]
pub fn cloud_detail(open: OpenRow) -> AnyView {
    let Some(known) = parts(&open) else { return ().into_any() };
    let Details::Cloud(cloud) = known.details else { return ().into_any() };
    let summary = known.summary;
    view! {
        <Steps title=t!(id::CLOUD_DETAIL_TITLE) summary instructions=cloud.instructions/>
        <SourcesOf open sources=known.sources/>
        <Activation how=activated_by(cloud.billing) portal=Some(cloud.portal)/>
    }
    .into_any()
}

const fn activated_by(billing: CloudBilling) -> MessageId {
    match billing {
        CloudBilling::UsageBased { credit: Credit::Monthly } => id::CLOUD_ACTIVATION_MONTHLY,
        CloudBilling::UsageBased { credit: Credit::Bulk } => id::CLOUD_ACTIVATION_YEARLY,
        CloudBilling::LicenceBased => id::CLOUD_ACTIVATION_KEY,
    }
}
