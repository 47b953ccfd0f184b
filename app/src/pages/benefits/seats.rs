//! The page of every seat of every pool: who holds it, since when, and when it can change hands.
//!
//! Owns reading the page and what surrounds its list; refuses to change a seat: each row leads to its pool.

mod filters;
mod list;
mod row;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    act::Changes,
    api::{Ask, Reading},
    i18n::{id, page_title, t},
    pages::Failed,
    portal::{self, SeatQuery},
    routes,
    ui::{EmptyKind, EmptyState, LinkButton, PageHead, Skeleton},
};
use domain::programme::Family;

/// All seats.
pub struct SeatsPage {
    query: Memo<SeatQuery>,
    page: Reading<portal::SeatsPage>,
}

#[lazy_route]
impl LazyRoute for SeatsPage {
    fn data() -> Self {
        let params = routes::use_query();
        let query = Memo::new(move |_| SeatQuery::from_params(&params.get()));
        let changes = Changes::current();
        let page = Reading::new(move || (Ask::Seats(query.get()), changes.count()));
        Self { query, page }
    }

    fn view(this: Self) -> AnyView {
        let SeatsPage { query, page } = this;
        let waiting = move || view! { <Skeleton label=t!(id::SEATS_PAGE_LOADING) rows=8/> };
        view! {
            <Title text=page_title(id::SEATS_PAGE_TITLE)/>
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match page.await {
                        Ok(page) => view! { <Read page query/> }.into_any(),
                        Err(error) => view! { <Failed error/> }.into_any(),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The page once it is read.
#[component]
fn Read(page: portal::SeatsPage, query: Memo<SeatQuery>) -> impl IntoView {
    let all = page.all;
    let content = if all == 0 {
        view! {
            <EmptyState
                kind=EmptyKind::NothingYet
                title=t!(id::SEATS_EMPTY_TITLE)
                text=t!(id::SEATS_EMPTY_TITLE__DETAIL)
            />
        }
        .into_any()
    } else {
        let pools = page.pools.clone();
        view! { <filters::Filters query pools/><list::List page query/> }.into_any()
    };
    view! {
        <div class="stack">
            <PageHead title=t!(id::SEATS_PAGE_TITLE) lead=t!(id::SEATS_PAGE_LEAD, "count" => all)>
                <LinkButton label=t!(id::SEATS_PAGE_BACK) href=routes::tab(Family::VisualStudio)/>
            </PageHead>
            {content}
        </div>
    }
}
