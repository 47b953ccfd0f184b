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
mod named;
mod other;
mod row;
mod seats;
mod software;
mod sources;
mod technical;
mod visual_studio;

pub use cloud::CloudBenefits;
pub use go_to_market::GoToMarketBenefits;
pub use head::summary;
use named::Named;
pub use seats::SeatsPage;
pub use software::SoftwareBenefits;
pub use technical::TechnicalBenefits;
pub use visual_studio::VisualStudioBenefits;

use std::{future::Future, pin::Pin};

use domain::{day::Day, id::BenefitId, programme::Family};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{Failed, answer_with};
use crate::{
    act::{Changes, Fields},
    api::{self, Ask},
    flash::flash_has_arrived,
    i18n::{id, page_title, t, terms},
    portal::{BenefitDetail, BenefitPage, BenefitQuery, BenefitRow, Later, Opening, Viewpoint},
    routes,
    ui::{Note, Skeleton, Tone},
};

/// What a tab reads, and what its address asks for.
#[derive(Clone, Copy)]
struct Reading {
    /// The address, followed.
    query: Memo<BenefitQuery>,
    /// The page that it asks for; read again after every change.
    page: api::Reading<BenefitPage>,
}

impl Reading {
    /// Begins to read the tab of `family`: before its code is there.
    fn of(family: Family) -> Self {
        let params = routes::use_query();
        let query = Memo::new(move |_| BenefitQuery::from_params(&params.get()));
        let changes = Changes::current();
        let page = api::Reading::new(move || (Ask::Benefits(family, query.get()), changes.count()));
        Self { query, page }
    }
}

/// The open row, with everything that its detail needs.
#[derive(Clone)]
struct OpenRow {
    /// The row.
    row: BenefitRow,
    /// What the read has brought for it.
    detail: Later<BenefitDetail>,
    /// Who looks.
    viewpoint: Later<Viewpoint>,
    /// The company's date.
    today: Day,
    /// The address of the page.
    query: BenefitQuery,
}

/// What a family shows in its open row: the sections of a `Detail`. It is fetched when a row is open.
type DetailView = fn(OpenRow) -> Pin<Box<dyn Future<Output = AnyView> + Send>>;

/// The detail of the open row, drawn.
type Opened = Option<(BenefitId, AnyView)>;

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
    let (fields, named) = (Fields::provide(), Named::provide());
    view! {
        <Title text=page_title(terms::family(family))/>
        <Transition fallback=waiting>
            {move || {
                let actions = actions.clone();
                Suspend::new(async move {
                    match reading.page.await {
                        Ok(page) => {
                            flash_has_arrived().await;
                            let opened = opened(&page, reading.query, detail).await;
                            fields.sweep();
                            view! { <Read page query=reading.query opened actions named/> }.into_any()
                        }
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// Fetches the code of an open row of the tab at `path`.
#[cfg(feature = "hydrate")]
pub async fn open_row_arrives(path: &str) {
    match Family::ALL.into_iter().find(|family| routes::tab(*family) == path) {
        Some(Family::Software) => software::__preload_software_detail().await,
        Some(Family::Cloud) => cloud::__preload_cloud_detail().await,
        Some(Family::VisualStudio) => visual_studio::__preload_visual_studio_detail().await,
        Some(Family::Technical) => technical::__preload_technical_detail().await,
        Some(Family::GoToMarket) => go_to_market::__preload_go_to_market_detail().await,
        None => {}
    }
}

/// Draws the open row's detail, if a row of this page of the list is open.
async fn opened(page: &BenefitPage, query: Memo<BenefitQuery>, detail: DetailView) -> Opened {
    let Opening::Open(benefit, read) = page.open.clone() else { return None };
    let row = page.rows.iter().find(|row| row.benefit == benefit)?.clone();
    let (viewpoint, today) = (page.viewpoint.clone(), page.today);
    let open = OpenRow { row, detail: read, viewpoint, today, query: query.get_untracked() };
    Some((benefit, detail(open).await))
}

/// That the row which the address opens is not on this tab.
fn unopened(page: &BenefitPage) -> Option<AnyView> {
    if page.open != Opening::Unknown {
        return None;
    }
    answer_with(404);
    Some(view! { <Note tone=Tone::Warn>{t!(id::BENEFITS_UNOPENED_UNKNOWN)}</Note> }.into_any())
}

/// The tab once it is read.
#[component]
fn Read(
    page: BenefitPage,
    query: Memo<BenefitQuery>,
    opened: Opened,
    actions: ViewFn,
    named: Named,
) -> impl IntoView {
    named.show();
    view! {
        <div class="stack">
            <head::Head
                family=page.family
                memberships=page.memberships.clone()
                today=page.today
                actions
            />
            <filters::Filters family=page.family query offers=page.offers.clone()/>
            {unopened(&page)}
            <list::List page query opened/>
        </div>
    }
}
