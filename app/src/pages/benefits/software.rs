//! The Software tab: keys, activations, downloads (R29 to R35).
//!
//! Owns what an open product shows and in which order; refuses to decide: each part asks [`product::Product`].

mod activations;
mod download;
mod form;
mod key_list;
mod key_row;
mod keys;
mod product;
mod refund;
mod said;
mod unmasked;

use domain::programme::Family;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{BenefitTab, OpenRow, Reading, other::Steps, sources::Sources};
use crate::{
    i18n::{id, refusals, t, use_words},
    portal::BenefitDetail,
    ui::{DetailColumn, DetailSection, Note, Tone},
};
use product::Product;
use unmasked::provide_unmasked;

/// The page at `/benefits/software`.
pub struct SoftwareBenefits {
    reading: Reading,
}

#[lazy_route]
impl LazyRoute for SoftwareBenefits {
    fn data() -> Self {
        Self { reading: Reading::of(Family::Software) }
    }

    fn view(this: Self) -> AnyView {
        provide_unmasked();
        view! { <BenefitTab family=Family::Software reading=this.reading detail=|open| Box::pin(software_detail(open))/> }.into_any()
    }
}

/// What an open row shows.
#[lazy]
pub fn software_detail(open: OpenRow) -> AnyView {
    let OpenRow { row, detail, viewpoint, today, .. } = open;
    let (Some(viewpoint), Some(BenefitDetail::Software(software))) = (viewpoint.read(), detail.read()) else {
        return ().into_any();
    };
    let sources = software.sources.clone();
    let (summary, instructions) = (software.summary.clone(), software.instructions.clone());
    let (unit, currency, granted) = (row.unit, row.currency.clone(), row.granted);
    let product = Product::new(row, viewpoint, *software);
    let acts = (product.clone(), product.clone());
    view! {
        <Ended product=product.clone()/>
        <DetailColumn>
            <keys::Keys product=acts.0/>
            <download::Download product=acts.1/>
        </DetailColumn>
        <DetailColumn>
            <Steps title=t!(id::SOFTWARE_INSTRUCTIONS_TITLE) summary instructions/>
            <Sources sources unit currency granted today/>
        </DetailColumn>
        <activations::Activations product/>
    }
    .into_any()
}

/// What is to be done once the offers behind the product have lapsed (R35).
#[component]
fn Ended(product: Product) -> impl IntoView {
    let words = use_words();
    product.ended().map(|refusal| {
        view! {
            <DetailSection title=t!(id::SOFTWARE_ENDED_TITLE) wide=true>
                <Note tone=Tone::Bad>{move || refusals::refusal(words, &refusal)}</Note>
            </DetailSection>
        }
    })
}
