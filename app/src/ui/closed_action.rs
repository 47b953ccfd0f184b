//! An action that is not open to the reader now. Owns how it looks, why, and who can; refuses to find that out.

use leptos::prelude::*;

/// Somebody who can do what the reader cannot.
#[derive(Clone, Debug)]
pub struct ActionHolder {
    /// The full name.
    pub name: String,
    /// Where to write.
    pub email: String,
    /// By which role.
    pub role: Option<TextProp>,
}

/// A closed action: it stays in its place and within reach of the keyboard, with the reason in words.
#[component]
pub fn ClosedAction(
    /// An id, for the reason to be tied to the button.
    #[prop(into)]
    id: String,
    /// The action, as on its open button.
    #[prop(into)]
    label: TextProp,
    /// Why it is closed, and until when.
    #[prop(into)]
    reason: TextProp,
    /// The question that unfolds the names.
    #[prop(optional, into)]
    who_title: Option<TextProp>,
    /// Who can do it.
    #[prop(optional)]
    people: Vec<ActionHolder>,
) -> impl IntoView {
    let reason_id = format!("{id}-reason");
    view! {
        <div class="closed-action">
            <button
                type="button"
                class="button closed-action__button"
                id=id
                aria-disabled="true"
                aria-describedby=reason_id.clone()
            >
                {move || label.get()}
            </button>
            <p class="closed-action__reason" id=reason_id>{move || reason.get()}</p>
            {who_title.filter(|_| !people.is_empty()).map(|title| view! {
                <details class="closed-action__who">
                    <summary class="closed-action__question">{move || title.get()}</summary>
                    <ul class="closed-action__people">
                        {people.into_iter().map(|holder| view! { <Holder holder/> }.into_any()).collect_view()}
                    </ul>
                </details>
            }.into_any())}
        </div>
    }
}

/// One name, with the address to write to.
#[component]
fn Holder(
    /// The person.
    holder: ActionHolder,
) -> impl IntoView {
    view! {
        <li>
            <a href=format!("mailto:{}", holder.email)>{holder.name}</a>
            {holder.role.map(|role| view! { <span class="soft">{move || format!(" · {}", role.get())}</span> }.into_any())}
        </li>
    }
}
