//! What stands where something is being read. Owns the bars; refuses to know what is coming.

use leptos::prelude::*;

/// Grey lines, and the words for those who do not see them.
#[component]
pub fn Skeleton(
    /// What is being read.
    #[prop(into)]
    label: TextProp,
    /// How many lines.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{move || label.get()}</span>
            {(0..rows).map(|_| view! { <div class="skeleton__row"></div> }.into_any()).collect_view()}
        </div>
    }
}
