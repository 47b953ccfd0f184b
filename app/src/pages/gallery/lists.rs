//! The lists of the gallery, full and empty. Owns the samples; refuses to sort, to filter and to page.

use super::Part;
use crate::i18n::{id, t, use_words};
use crate::routes;
use crate::ui::{
    Button, ButtonKind, ButtonVariant, Cell, CellKind, DateDistance, Detail, DetailRow, DetailSection,
    EmptyKind, EmptyState, Fact, Facts, FilterBar, HeadCell, LinkButton, Pagination, Quantity, Row,
    RowToggle, SearchField, Select, SelectOption, Sort, SortDirection, StatusTag, Tab, Table, TableHead,
    Tabs, Tone,
};
use leptos::prelude::*;

const HERE: &str = routes::GALLERY_LISTS;

/// Tabs, filters, a table with an open row, and the way to the next page.
#[component]
pub(super) fn Lists() -> impl IntoView {
    let words = use_words();
    let types = Signal::derive(move || {
        vec![SelectOption { value: String::new(), label: words.text(id::GALLERY_FILTER_TYPE_ANY) }]
    });
    view! {
        <Part title=t!(id::GALLERY_LISTS_TITLE)>
            <Tabs label=t!(id::GALLERY_TABS_LABEL)>
                <Tab href=HERE current=false label=t!(id::GALLERY_TAB_SOFTWARE)/>
                <Tab href=HERE current=false label=t!(id::GALLERY_TAB_CLOUD) count=Some(4)/>
                <Tab href=HERE current=true label=t!(id::GALLERY_TAB_VISUAL_STUDIO)/>
            </Tabs>
            <FilterBar action=HERE label=t!(id::GALLERY_FILTER_LABEL) apply=t!(id::GALLERY_FILTER_APPLY)>
                <SearchField name="search" label=t!(id::GALLERY_FILTER_LABEL) placeholder=t!(id::GALLERY_FILTER_LABEL)/>
                <Select name="type" label=t!(id::GALLERY_FILTER_TYPE) label_hidden=true options=types/>
            </FilterBar>
            <Subscriptions/>
            <Pagination
                label=t!(id::GALLERY_PAGES_LABEL)
                summary=t!(id::GALLERY_PAGES_SUMMARY)
                previous=t!(id::GALLERY_PAGES_PREVIOUS)
                next=t!(id::GALLERY_PAGES_NEXT)
                previous_href=None
                next_href=Some(HERE.to_owned())
            />
        </Part>
    }
}

/// Three rows: open, full, and soon to expire.
#[component]
fn Subscriptions() -> impl IntoView {
    let sort = |direction| Sort { href: HERE.to_owned(), direction };
    view! {
        <Table caption=t!(id::GALLERY_TABLE_CAPTION, "count" => 3)>
            <TableHead>
                <HeadCell label=t!(id::GALLERY_COLUMN_NAME) sort=sort(SortDirection::Ascending)/>
                <HeadCell label=t!(id::GALLERY_COLUMN_STATUS)/>
                <HeadCell label=t!(id::GALLERY_COLUMN_SEATS) sort=sort(SortDirection::Unsorted)/>
                <HeadCell label=t!(id::GALLERY_COLUMN_UNTIL) sort=sort(SortDirection::Unsorted)/>
                <HeadCell label=t!(id::GALLERY_COLUMN_DETAILS) kind=CellKind::Action/>
            </TableHead>
            <tbody>
                <Subscription name="Visual Studio Enterprise" used=18 day="2027-04-11" days=141 open=true/>
                <DetailRow columns=5><Origin/></DetailRow>
                <Subscription name="Visual Studio Professional" used=25 day="2027-04-11" days=141 open=false/>
                <Subscription name="Visual Studio Test Professional" used=3 day="2026-11-30" days=9 open=false/>
            </tbody>
        </Table>
    }
}

/// One row.
#[component]
fn Subscription(
    /// The name of the product.
    name: &'static str,
    /// How many of 25 seats are assigned.
    used: u32,
    /// When it expires.
    day: &'static str,
    /// How many days that is from now.
    days: i64,
    /// Whether its detail is under it.
    open: bool,
) -> impl IntoView {
    let words = use_words();
    let soon = if days < 30 { Tone::Warn } else { Tone::Calm };
    let toggle = if open { id::GALLERY_ROW_CLOSE } else { id::GALLERY_ROW_OPEN };
    view! {
        <Row open>
            <Cell kind=CellKind::Name>{name}</Cell>
            <Cell label=t!(id::GALLERY_COLUMN_STATUS)><StatusTag tone=Tone::Good text=t!(id::GALLERY_TAG_GOOD)/></Cell>
            <Cell label=t!(id::GALLERY_COLUMN_SEATS)>
                <Quantity
                    label=t!(id::GALLERY_COLUMN_SEATS)
                    used
                    total=25
                    text=t!(id::GALLERY_TABLE_SEATS, "used" => used, "total" => 25)
                />
            </Cell>
            <Cell label=t!(id::GALLERY_COLUMN_UNTIL)>
                <DateDistance
                    iso=day
                    date=t!(id::GALLERY_TABLE_DAY, "date" => day)
                    distance=crate::i18n::live(move || words.distance(days))
                    tone=soon
                />
            </Cell>
            <Cell kind=CellKind::Action><RowToggle href=HERE open label=t!(toggle)/></Cell>
        </Row>
    }
}

/// The inside of the open row.
#[component]
fn Origin() -> impl IntoView {
    view! {
        <Detail>
            <DetailSection title=t!(id::GALLERY_DETAIL_ORIGIN)>
                <Facts>
                    <Fact term=t!(id::GALLERY_DETAIL_COMPETENCY)>{t!(id::GALLERY_DETAIL_COMPETENCY_VALUE)}</Fact>
                    <Fact term=t!(id::GALLERY_DETAIL_CAP)>{t!(id::GALLERY_DETAIL_CAP_VALUE)}</Fact>
                </Facts>
            </DetailSection>
        </Detail>
    }
}

/// The three reasons for an empty list.
#[component]
pub(super) fn EmptyLists() -> impl IntoView {
    view! {
        <Part title=t!(id::GALLERY_EMPTY_TITLE)>
            <div class="columns">
                <EmptyState
                    kind=EmptyKind::NothingYet
                    title=t!(id::GALLERY_EMPTY_NOTHING)
                    text=t!(id::GALLERY_EMPTY_NOTHING_TEXT)
                >
                    <Button
                        kind=ButtonKind::Script
                        variant=ButtonVariant::Primary
                        label=t!(id::GALLERY_BUTTON_ASSIGN)
                    />
                </EmptyState>
                <EmptyState kind=EmptyKind::NoMatch title=t!(id::GALLERY_EMPTY_MATCH)>
                    <LinkButton href=HERE label=t!(id::GALLERY_EMPTY_MATCH_BUTTON)/>
                </EmptyState>
                <EmptyState
                    kind=EmptyKind::NoPermission
                    title=t!(id::GALLERY_EMPTY_PERMISSION)
                    text=t!(id::GALLERY_EMPTY_PERMISSION_TEXT)
                />
            </div>
        </Part>
    }
}
