//! The tab of Visual Studio subscriptions, and its open row: a pool of seats.
//!
//! Owns what an open pool shows; refuses to know the list around it, and every rule.

mod afterwards;
mod assign;
mod caps;
mod focus;
mod history;
mod holder_picker;
mod ledger;
mod origin;
mod pool;
mod reassign;
mod row_action;
mod search;
mod seat;
mod seat_actions;
pub(super) mod seat_status;

use domain::programme::Family;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{BenefitTab, OpenRow, Reading};
use crate::{
    i18n::{id, t},
    portal::BenefitDetail,
    routes,
    ui::LinkButton,
};
use pool::Pool;

/// Visual Studio subscriptions.
pub struct VisualStudioBenefits {
    reading: Reading,
}

#[lazy_route]
impl LazyRoute for VisualStudioBenefits {
    fn data() -> Self {
        Self { reading: Reading::of(Family::VisualStudio) }
    }

    fn view(this: Self) -> AnyView {
        let actions = || view! { <LinkButton label=t!(id::SEATS_PAGE_TITLE) href=routes::SEATS/> };
        view! { <BenefitTab family=Family::VisualStudio reading=this.reading detail=|open| Box::pin(visual_studio_detail(open)) actions/> }
            .into_any()
    }
}

/// What an open row shows.
#[lazy]
pub fn visual_studio_detail(opened: OpenRow) -> AnyView {
    let OpenRow { row, detail, viewpoint, query, .. } = opened;
    let (Some(viewpoint), Some(BenefitDetail::VisualStudio(open))) = (viewpoint.read(), detail.read()) else {
        return ().into_any();
    };
    let pool = Pool::new(row.benefit, viewpoint, *open, query);
    view! {
        <assign::Assign pool=pool.clone()/>
        <origin::Origin pool=pool.clone()/>
        <ledger::Ledger pool/>
    }
    .into_any()
}
