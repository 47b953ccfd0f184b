//! How dates, numbers and sizes are written: what the list says, and what this side makes of it. Owns nothing but the
//! table; a browser test holds the two columns equal.

use super::Part;
use crate::i18n::{
    id, t, use_words,
    written::{WRITTEN, Written},
};
use crate::ui::{Cell, CellKind, HeadCell, Row, Table, TableHead};
use leptos::prelude::*;

/// The written list, a row for each value.
#[component]
pub(super) fn Writing() -> impl IntoView {
    let rows = WRITTEN.iter().map(|written| view! { <Line written/> }.into_any());
    view! {
        <Part title=t!(id::GALLERY_WRITING_TITLE)>
            <Table caption=t!(id::GALLERY_WRITING_CAPTION)>
                <TableHead>
                    <HeadCell label=t!(id::GALLERY_WRITING_LISTED) kind=CellKind::Name/>
                    <HeadCell label=t!(id::GALLERY_WRITING_HERE)/>
                </TableHead>
                <tbody>{rows.collect_view()}</tbody>
            </Table>
        </Part>
    }
}

/// One value.
#[component]
fn Line(
    /// What the list says of it.
    written: &'static Written,
) -> impl IntoView {
    let words = use_words();
    let here = move || written.actual(words.language()).unwrap_or_default();
    view! {
        <Row>
            <Cell kind=CellKind::Name>
                {crate::i18n::live(move || written.expected(words.language()).to_owned())}
            </Cell>
            <Cell label=t!(id::GALLERY_WRITING_HERE)><span>{crate::i18n::live(here)}</span></Cell>
        </Row>
    }
}
