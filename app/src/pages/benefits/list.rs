//! The list of a tab: its table, or why it is empty.

use domain::{day::Day, language::Localised, programme::Family};
use leptos::prelude::*;

use super::{Opened, row};
use crate::{
    i18n::{id, t},
    portal::{BenefitPage, BenefitQuery, BenefitRow, Sorting},
    routes,
    ui::{
        CellKind, EmptyKind, EmptyState, HeadCell, LinkButton, Pagination, Sort, SortDirection, Table,
        TableHead,
    },
};

/// The columns: product, offer, type, quantity, expiry, and the arrow that opens a row.
pub const COLUMNS: u32 = 6;

/// The rows of a tab, or why there are none.
#[component]
pub fn List(
    /// What was read.
    page: BenefitPage,
    /// The address, followed.
    query: Memo<BenefitQuery>,
    /// What the open row shows.
    opened: Opened,
) -> impl IntoView {
    if page.all == 0 {
        return view! {
            <EmptyState
                kind=EmptyKind::NothingYet
                title=t!(id::BENEFITS_EMPTY_TITLE)
                text=t!(id::BENEFITS_EMPTY_DETAIL)
            />
        }
        .into_any();
    }
    if page.rows.is_empty() {
        return view! {
            <EmptyState
                kind=EmptyKind::NoMatch
                title=t!(id::BENEFITS_UNMATCHED_TITLE)
                text=t!(id::BENEFITS_UNMATCHED_DETAIL)
            >
                <LinkButton label=t!(id::BENEFITS_UNMATCHED_BUTTON) href=routes::tab(page.family)/>
            </EmptyState>
        }
        .into_any();
    }
    view! { <Rows page query opened/> }.into_any()
}

/// The table, and the way to its other pages.
#[component]
fn Rows(page: BenefitPage, query: Memo<BenefitQuery>, mut opened: Opened) -> impl IntoView {
    let BenefitPage { today, family, rows, matching, all, page: (number, last), .. } = page;
    let asked = query.get_untracked();
    let groups: Vec<_> = grouped(rows, &asked)
        .into_iter()
        .map(|(heading, rows)| {
            let rows = rows.into_iter().map(|row| {
                let detail = opened.take_if(|(benefit, _)| *benefit == row.benefit).map(|(_, detail)| detail);
                row::row(row, &Place { family, asked: &asked, today }, detail)
            });
            let rows: Vec<_> = rows.collect();
            view! { <tbody>{heading.map(row::heading)}{rows}</tbody> }
        })
        .collect();
    let caption =
        if matching == all { id::BENEFITS_TABLE_CAPTION } else { id::BENEFITS_TABLE_CAPTION_MATCHING };
    view! {
        <Table caption=t!(caption, "matching" => matching, "all" => all)>
            <Heads family query/>
            {groups}
        </Table>
        {(last > 1).then(|| view! { <Pages family asked number last/> }.into_any())}
    }
}

/// Where a row stands, for its links and its dates.
pub struct Place<'a> {
    /// The tab.
    pub family: Family,
    /// What the address asks for.
    pub asked: &'a BenefitQuery,
    /// The company's date.
    pub today: Day,
}

impl Place<'_> {
    /// The address of the tab that asks for `query`.
    pub fn href(&self, query: &BenefitQuery) -> String {
        query.to_href(routes::tab(self.family))
    }
}

/// The rows under the names of their groups, in the order of the catalogue; sorted otherwise, they stand in one.
fn grouped(rows: Vec<BenefitRow>, asked: &BenefitQuery) -> Vec<(Option<Localised>, Vec<BenefitRow>)> {
    if !asked.sort.is_empty() {
        return vec![(None, rows)];
    }
    let mut groups: Vec<(Option<Localised>, Vec<BenefitRow>)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((group, rows)) if *group == row.group => rows.push(row),
            _ => groups.push((row.group.clone(), vec![row])),
        }
    }
    groups
}

/// The line of column headers, each a link that sorts.
#[component]
fn Heads(family: Family, query: Memo<BenefitQuery>) -> impl IntoView {
    let path = routes::tab(family);
    let sort = move |column: &'static str| {
        let offered = move |query: &BenefitQuery| Sort {
            href: query.sorted_by(column).to_href(path),
            direction: direction(query.sorting(column)),
        };
        Signal::derive(move || query.with(offered))
    };
    view! {
        <TableHead>
            <HeadCell label=t!(id::BENEFITS_COLUMN_PRODUCT) kind=CellKind::Name sort=sort("product")/>
            <HeadCell label=t!(id::BENEFITS_COLUMN_OFFER) sort=sort("offer")/>
            <HeadCell label=t!(id::BENEFITS_COLUMN_TYPE)/>
            <HeadCell label=t!(row::quantity_column(family)) sort=sort("left")/>
            <HeadCell label=t!(row::expiry_column(family)) sort=sort("expiry")/>
            <HeadCell label=t!(id::BENEFITS_COLUMN_DETAILS) kind=CellKind::Action label_hidden=true/>
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
fn Pages(family: Family, asked: BenefitQuery, number: u32, last: u32) -> impl IntoView {
    let to = |page: u32| asked.on_page(page).to_href(routes::tab(family));
    view! {
        <Pagination
            label=t!(id::BENEFITS_PAGES_LABEL)
            summary=t!(id::BENEFITS_PAGES_SUMMARY, "page" => number, "pages" => last)
            previous=t!(id::BENEFITS_PAGES_PREVIOUS)
            next=t!(id::BENEFITS_PAGES_NEXT)
            previous_href=(number > 1).then(|| to(number - 1))
            next_href=(number < last).then(|| to(number + 1))
        />
    }
}
