//! Rows and columns. Owns the frame, the sort links, and how a row becomes labelled blocks; refuses to sort or to page.

use leptos::prelude::*;

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Words.
    #[default]
    Text,
    /// The words that name the row: its header.
    Name,
    /// Words of less weight.
    Soft,
    /// A number, aligned at the right.
    Number,
    /// What can be done to the row, at the far right.
    Action,
}

impl CellKind {
    fn class(self) -> &'static str {
        match self {
            Self::Text => "table__cell",
            Self::Name => "table__cell table__cell--name",
            Self::Soft => "table__cell table__cell--soft",
            Self::Number => "table__cell table__cell--number",
            Self::Action => "table__cell table__cell--action",
        }
    }
}

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortDirection {
    /// The table is sorted by another column.
    #[default]
    Unsorted,
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

impl SortDirection {
    fn aria(self) -> Option<&'static str> {
        match self {
            Self::Unsorted => None,
            Self::Ascending => Some("ascending"),
            Self::Descending => Some("descending"),
        }
    }
}

/// The sort that a column offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The page sorted by this column, or the other way round.
    pub href: String,
    /// How it is sorted now.
    pub direction: SortDirection,
}

/// A table in its frame.
#[component]
pub fn Table(
    /// What it lists, and how many.
    #[prop(into)]
    caption: TextProp,
    /// Hides the caption from the eye, where a title above says the same.
    #[prop(optional)]
    caption_hidden: bool,
    /// A [`TableHead`] and a `<tbody>`.
    children: Children,
) -> impl IntoView {
    let class = if caption_hidden { "table__caption visually-hidden" } else { "table__caption" };
    view! {
        <div class="table">
            <table class="table__grid">
                <caption class=class>{move || caption.get()}</caption>
                {children()}
            </table>
        </div>
    }
}

/// The line of column headers.
#[component]
pub fn TableHead(
    /// [`HeadCell`]s.
    children: Children,
) -> impl IntoView {
    view! { <thead><tr>{children()}</tr></thead> }
}

/// The header of a column.
#[component]
pub fn HeadCell(
    /// The name of the column.
    #[prop(into)]
    label: TextProp,
    /// What the column holds.
    #[prop(optional)]
    kind: CellKind,
    /// Hides the name from the eye: the column of acts.
    #[prop(optional)]
    label_hidden: bool,
    /// The sort that it offers.
    #[prop(optional, into)]
    sort: Option<Signal<Sort>>,
) -> impl IntoView {
    let class = match kind {
        CellKind::Number | CellKind::Action => "table__head number",
        CellKind::Text | CellKind::Name | CellKind::Soft => "table__head",
    };
    let words = move || label.get();
    let content = match sort {
        Some(sort) => {
            view! { <a class="table__sort" href=move || sort.get().href data-noscroll="">{words}</a> }
                .into_any()
        }
        None => view! { <span class=label_hidden.then_some("visually-hidden")>{words}</span> }.into_any(),
    };
    view! {
        <th scope="col" class=class aria-sort=move || sort.and_then(|sort| sort.get().direction.aria())>
            {content}
        </th>
    }
}

/// A row.
#[component]
pub fn Row(
    /// Whether its detail is open under it.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// An id, for an address to point at it.
    #[prop(optional, into)]
    id: Option<String>,
    /// [`Cell`]s.
    children: Children,
) -> impl IntoView {
    let class = move || if open.get() { "table__row table__row--open" } else { "table__row" };
    view! { <tr class=class id=id>{children()}</tr> }
}

/// A cell.
#[component]
pub fn Cell(
    /// The name of the column, shown where rows are blocks.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// What it holds.
    #[prop(optional)]
    kind: CellKind,
    /// The content.
    children: Children,
) -> impl IntoView {
    let label =
        label.map(|label| view! { <span class="table__label">{move || label.get()}</span> }.into_any());
    match kind {
        CellKind::Name => view! { <th scope="row" class=kind.class()>{label}{children()}</th> }.into_any(),
        CellKind::Text | CellKind::Soft | CellKind::Number | CellKind::Action => {
            view! { <td class=kind.class()>{label}{children()}</td> }.into_any()
        }
    }
}

/// The row under an open row.
#[component]
pub fn DetailRow(
    /// How many columns the table has.
    columns: u32,
    /// A [`Detail`](super::Detail).
    children: Children,
) -> impl IntoView {
    view! {
        <tr class="table__detail">
            <td class="table__cell table__cell--detail" colspan=columns.to_string()>{children()}</td>
        </tr>
    }
}
