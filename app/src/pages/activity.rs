//! The activity log: who did what to what in the company, and what was refused.
//!
//! Owns reading the page and what surrounds its list; refuses to word an entry, which the server has done.

mod export;
mod filters;
mod list;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

use super::{Failed, answer_with};
use crate::{
    act::Changes,
    api::{Ask, Reading},
    i18n::{id, page_title, t},
    portal::{self, ActivityQuery, PortalError},
    routes,
    ui::{EmptyKind, EmptyState, PageHead, Skeleton},
};

/// The activity log.
#[derive(Debug)]
pub struct ActivityPage {
    page: Reading<portal::ActivityPage>,
}

#[lazy_route]
impl LazyRoute for ActivityPage {
    fn data() -> Self {
        let (params, changes) = (routes::use_query(), Changes::current());
        Self {
            page: Reading::new(move || (Ask::Activity(ActivityQuery::own(&params.read())), changes.count())),
        }
    }

    fn view(this: Self) -> AnyView {
        let ActivityPage { page } = this;
        let params = routes::use_query();
        let query = Memo::new(move |_| ActivityQuery::from_params(&params.read()));
        let waiting = move || view! { <Skeleton label=t!(id::SHELL_LOADING_STATUS) rows=8/> };
        view! {
            <Title text=page_title(id::ACTIVITY_PAGE_TITLE)/>
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
fn Read(page: portal::ActivityPage, query: Memo<ActivityQuery>) -> impl IntoView {
    let faults = PortalError::Invalid(page.faults.clone());
    let is_readable = page.faults.is_empty();
    if !is_readable {
        answer_with(faults.status());
    }
    let has_rows = !page.rows.is_empty();
    let content = if page.has_entries {
        let benefits = page.benefits.clone();
        view! {
            <filters::Filters query benefits faults/>
            {is_readable.then(|| view! { <list::List page query/> }.into_any())}
        }
        .into_any()
    } else {
        view! {
            <EmptyState
                kind=EmptyKind::NothingYet
                title=t!(id::ACTIVITY_EMPTY_TITLE)
                text=t!(id::ACTIVITY_EMPTY_TITLE__DETAIL)
            />
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <PageHead title=t!(id::ACTIVITY_PAGE_TITLE) lead=t!(id::ACTIVITY_PAGE_LEAD)>
                {has_rows.then(|| view! { <export::Export query/> }.into_any())}
            </PageHead>
            {content}
        </div>
    }
}
