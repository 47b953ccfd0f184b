//! A list with nothing in it. Owns the three reasons for that; refuses to guess which one holds.

use super::{Glyph, Icon};
use leptos::prelude::*;

/// Why a list is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyKind {
    /// There is nothing yet: say what would be here and how it comes.
    NothingYet,
    /// The filters leave nothing: offer to clear them.
    NoMatch,
    /// The reader may not see it: say who can grant that.
    NoPermission,
}

/// What stands in the place of an empty list.
#[component]
pub fn EmptyState(
    /// Why it is empty.
    kind: EmptyKind,
    /// The reason in a few words.
    #[prop(into)]
    title: TextProp,
    /// What to do next.
    #[prop(optional, into)]
    text: Option<TextProp>,
    /// The act, or the names of those who can.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, glyph) = match kind {
        EmptyKind::NothingYet => ("empty-state empty-state--nothing-yet", Glyph::Inbox),
        EmptyKind::NoMatch => ("empty-state", Glyph::Search),
        EmptyKind::NoPermission => ("empty-state", Glyph::Lock),
    };
    view! {
        <div class=class>
            <span class="empty-state__icon"><Icon glyph/></span>
            <p class="strong">{move || title.get()}</p>
            {text.map(|text| view! { <p class="empty-state__text">{move || text.get()}</p> }.into_any())}
            {children.map(|children| view! { <div class="empty-state__actions">{children()}</div> }.into_any())}
        </div>
    }
}
