//! The way to take a copy: a plain form, with script as without, because the browser keeps files and our client does not.

use domain::activity::MOST_EXPORTED;
use leptos::prelude::*;

use crate::{
    act::{BACK, ONCE, here, new_once, path},
    i18n::{Args, id, t, use_words},
    portal::ActivityQuery,
    ui::{Button, Glyph},
};

/// What explains the button.
const DETAIL: &str = "export-detail";

/// The button, with the filters of the page.
#[component]
pub fn Export(
    /// The address, followed.
    query: Memo<ActivityQuery>,
) -> impl IntoView {
    let words = use_words();
    let detail =
        move || words.format(id::ACTIVITY_EXPORT_BUTTON__DETAIL, &Args::new().with("most", &MOST_EXPORTED));
    let field = move |(place, name): (usize, &'static str)| {
        let value = move || query.with(|query| query.values()[place].to_owned());
        view! { <input type="hidden" name=name value=value/> }
    };
    view! {
        <form method="post" action=path("export-activity")>
            <input type="hidden" name=ONCE value=new_once()/>
            <input type="hidden" name=BACK value=here()/>
            {ActivityQuery::FIELDS.into_iter().enumerate().map(field).collect_view()}
            <Button label=t!(id::ACTIVITY_EXPORT_BUTTON) icon=Glyph::Download described_by=DETAIL/>
            <span class="visually-hidden" id=DETAIL>{detail}</span>
        </form>
    }
}
