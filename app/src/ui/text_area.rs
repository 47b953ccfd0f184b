//! Several lines of text. Owns the control; refuses to judge what is typed.

use super::field::{Field, described_by};
use super::typed::keep_typed;
use leptos::html;
use leptos::prelude::*;

/// A labelled text of several lines.
#[component]
pub fn TextArea(
    /// What it is for.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// The id, where two forms of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// What stands in it at every moment.
    #[prop(optional, into)]
    typed: Option<RwSignal<String>>,
    /// A word beside the label, such as "optional".
    #[prop(optional, into)]
    mark: Option<TextProp>,
    /// What helps to fill it.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The form is not sent without it.
    #[prop(optional)]
    required: bool,
    /// How many lines are shown.
    #[prop(default = 4)]
    rows: u32,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    let id = id.unwrap_or_else(|| name.clone());
    let first = typed.map_or(value, |typed| typed.get_untracked());
    if let Some(typed) = typed {
        let write = move |text: &str| {
            if let Some(area) = node.get_untracked() {
                area.set_value(text);
            }
        };
        keep_typed(typed, move || node.get().map(|area| area.value()), write);
    }
    view! {
        <Field id=id.clone() label mark hint=hint.clone() error>
            <textarea
                node_ref=node
                class="field__control"
                id=id.clone()
                name=name
                rows=rows.to_string()
                required=required
                aria-describedby=described_by(&id, hint.is_some())
                aria-invalid=move || error.get().is_some().then_some("true")
                on:input:target=move |event| if let Some(typed) = typed { typed.set(event.target().value()) }
            >
                {first}
            </textarea>
        </Field>
    }
}
