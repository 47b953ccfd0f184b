//! What is wrong with a form, in one place. Owns the list of links to the fields; refuses to judge them.

use super::focus;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field.
    pub field: String,
    /// What is wrong, and how to put it right.
    pub text: String,
}

/// The errors of a form, above it. It takes the focus when it appears, and is nothing while there is no error.
#[component]
pub fn ErrorSummary(
    /// What happened: the form was not sent.
    #[prop(into)]
    title: TextProp,
    /// The errors, in the order of the fields.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(summary) = node.get() {
            // A summary that cannot take the focus is still read: it is an alert.
            let _ = summary.focus();
        }
    });
    view! {
        <Show when=move || !errors.get().is_empty()>
            <div class="error-summary" node_ref=node role="alert" tabindex="-1">
                <h2 class="error-summary__title">{
                    let title = title.clone();
                    move || title.get()
                }</h2>
                <ul class="error-summary__list">
                    {move || errors.get().into_iter().map(line).collect_view()}
                </ul>
            </div>
        </Show>
    }
}

fn line(error: FieldError) -> impl IntoView {
    let field = error.field.clone();
    let go = move |event: MouseEvent| {
        if let Some(control) = document().get_element_by_id(&field) {
            event.prevent_default();
            focus(&control);
        }
    };
    view! { <li><a href=format!("#{}", error.field) rel="external" on:click=go>{error.text}</a></li> }
}
