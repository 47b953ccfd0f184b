//! The list of seats: its table and its pages, or that no seat matches.

use leptos::prelude::*;

use super::row;
use crate::{
    i18n::{id, t},
    portal::{SeatQuery, SeatsPage, Sorting},
    routes,
    ui::{
        CellKind, EmptyKind, EmptyState, HeadCell, LinkButton, Pagination, Sort, SortDirection, Table,
        TableHead,
    },
};

/// The rows of this page, or that there are none.
#[component]
pub fn List(
    /// What was read.
    page: SeatsPage,
    /// The address, followed.
    query: Memo<SeatQuery>,
) -> impl IntoView {
    let SeatsPage { viewpoint, rows, matching, all, page: (number, last), .. } = page;
    if rows.is_empty() {
        return view! {
            <EmptyState
                kind=EmptyKind::NoMatch
                title=t!(id::SEATS_NO_MATCH_TITLE)
                text=t!(id::SEATS_NO_MATCH_TITLE__DETAIL)
            >
                <LinkButton label=t!(id::SEATS_FILTER_CLEAR) href=routes::SEATS/>
            </EmptyState>
        }
        .into_any();
    }
    let caption = if matching == all { id::SEATS_LIST_CAPTION } else { id::SEATS_LIST_CAPTION_FILTERED };
    let today = viewpoint.now.today;
    let rows: Vec<_> = rows.into_iter().map(|seat| row::row(seat, today)).collect();
    view! {
        <Table caption=t!(caption, "count" => matching, "all" => all)>
            <Heads query/>
            <tbody>{rows}</tbody>
        </Table>
        {(last > 1).then(|| view! { <Pages query number last/> }.into_any())}
    }
    .into_any()
}

/// The line of column headers; those by which the server sorts are links.
#[component]
fn Heads(query: Memo<SeatQuery>) -> impl IntoView {
    let sort = move |column: &'static str| {
        Signal::derive(move || {
            let query = query.read();
            Sort {
                href: query.sorted_by(column).to_href(routes::SEATS),
                direction: direction(query.sorting(column)),
            }
        })
    };
    view! {
        <TableHead>
            <HeadCell label=t!(id::SEATS_LIST_PERSON) sort=sort("person")/>
            <HeadCell label=t!(id::SEATS_LIST_SUBSCRIPTION) sort=sort("subscription")/>
            <HeadCell label=t!(id::SEATS_LIST_STATE) sort=sort("state")/>
            <HeadCell label=t!(id::SEATS_LIST_SINCE) sort=sort("since")/>
            <HeadCell label=t!(id::SEATS_LIST_CHANGEABLE)/>
            <HeadCell label=t!(id::SEATS_LIST_OPEN) kind=CellKind::Action label_hidden=true/>
        </TableHead>
    }
}

fn direction(sorting: Sorting) -> SortDirection {
    match sorting {
        Sorting::Elsewhere => SortDirection::Unsorted,
        Sorting::Ascending => SortDirection::Ascending,
        Sorting::Descending => SortDirection::Descending,
    }
}

/// The page before and the page after.
#[component]
fn Pages(query: Memo<SeatQuery>, number: u32, last: u32) -> impl IntoView {
    let asked = query.get_untracked();
    let to = |page: u32| asked.on_page(page).to_href(routes::SEATS);
    view! {
        <Pagination
            label=t!(id::SEATS_PAGE_NAVIGATION)
            summary=t!(id::SEATS_PAGE_SUMMARY, "page" => number, "pages" => last)
            previous=t!(id::SEATS_PAGE_PREVIOUS)
            next=t!(id::SEATS_PAGE_NEXT)
            previous_href=(number > 1).then(|| to(number - 1))
            next_href=(number < last).then(|| to(number + 1))
        />
    }
}
