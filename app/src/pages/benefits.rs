//! The Benefits page: five tabs, each with its URL, around one list.
//!
//! Owns what the tabs share: reading the page, its head, and the way to an open row. Refuses to know what an open row
//! shows: each family brings its own.

mod amount;
mod cloud;
mod filters;
mod go_to_market;
mod head;
mod list;
mod other;
mod row;
mod seats;
mod software;
mod sources;
mod technical;
mod visual_studio;

pub use cloud::CloudBenefits;
pub use go_to_market::GoToMarketBenefits;
pub use seats::SeatsPage;
pub use software::SoftwareBenefits;
pub use technical::TechnicalBenefits;
pub use visual_studio::VisualStudioBenefits;

use std::sync::Arc;

use domain::programme::Family;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::Failed;
use crate::{
    act::Changes,
    api,
    i18n::{id, page_title, t, terms},
    portal::{BenefitDetail, BenefitPage, BenefitQuery, BenefitRow, PortalError, Viewpoint},
    ui::Skeleton,
};

/// What a tab reads, and what its address asks for.
#[derive(Clone, Copy)]
struct Reading {
    /// The address, followed.
    query: Memo<BenefitQuery>,
    /// The page that it asks for; read again after every change.
    page: Resource<Result<BenefitPage, PortalError>>,
}

impl Reading {
    /// Begins to read the tab of `family`: before its chunk is there.
    fn of(family: Family) -> Self {
        let params = use_query_map();
        let query = Memo::new(move |_| BenefitQuery::from_params(&params.get()));
        let changes = Changes::current();
        let page = Resource::new(
            move || (query.get(), changes.count()),
            move |(query, _)| api::benefits(family, query),
        );
        Self { query, page }
    }
}

/// The open row, with everything that its detail needs.
#[derive(Clone)]
struct OpenRow {
    /// The row.
    row: BenefitRow,
    /// What the read has brought for it.
    detail: BenefitDetail,
    /// Who looks.
    viewpoint: Arc<Viewpoint>,
    /// The address of the page.
    query: BenefitQuery,
}

/// What a family shows in its open row: the sections of a `Detail`.
type DetailView = fn(OpenRow) -> AnyView;

/// A tab of the Benefits page.
#[component]
fn BenefitTab(
    /// The family.
    family: Family,
    /// What is read.
    reading: Reading,
    /// What an open row shows.
    detail: DetailView,
    /// What stands at the right of the title, such as a link to another page.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    let waiting = move || view! { <Skeleton label=t!(id::BENEFITS_PAGE_LOADING) rows=8/> };
    view! {
        <Title text=page_title(terms::family(family))/>
        <Transition fallback=waiting>
            {move || {
                let actions = actions.clone();
                Suspend::new(async move {
                    match reading.page.await {
                        Ok(page) => view! { <Read page query=reading.query detail actions/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// The tab once it is read.
#[component]
fn Read(page: BenefitPage, query: Memo<BenefitQuery>, detail: DetailView, actions: ViewFn) -> impl IntoView {
    view! {
        <div class="stack">
            <head::Head
                family=page.family
                memberships=page.memberships.clone()
                today=page.viewpoint.now.today
                actions
            />
            <filters::Filters family=page.family query offers=page.offers.clone()/>
            <list::List page query detail/>
        </div>
    }
}
