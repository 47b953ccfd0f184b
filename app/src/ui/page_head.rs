//! The head of a page. Owns the only first-level heading; refuses to know the page.

use leptos::prelude::*;

/// The title of the page, a line under it, and what can be done to the whole.
#[component]
pub fn PageHead(
    /// The title.
    #[prop(into)]
    title: TextProp,
    /// Where the reader stands, in one line.
    #[prop(optional, into)]
    lead: Option<TextProp>,
    /// Acts on the whole page.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <div>
                <h1>{move || title.get()}</h1>
                {lead.map(|lead| view! { <p class="page-head__lead">{move || lead.get()}</p> }.into_any())}
            </div>
            {children.map(|children| view! { <div class="page-head__actions">{children()}</div> }.into_any())}
        </div>
    }
}
