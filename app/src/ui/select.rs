//! A choice among a few. Owns the control; refuses to know what is chosen.

use super::field::{Field, described_by};
use super::typed::follow;
use leptos::html;
use leptos::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl SelectOption {
    /// The choice that sends `value`.
    pub fn new(value: impl ToString, label: String) -> Self {
        Self { value: value.to_string(), label }
    }
}

/// A labelled choice.
#[component]
pub fn Select(
    /// What it is for.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// The id, where two forms of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// The choices.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// The value that is chosen at first; chosen again when it changes.
    #[prop(optional, into)]
    selected: Signal<String>,
    /// A word beside the label, such as "optional".
    #[prop(optional, into)]
    mark: Option<TextProp>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The form is not sent without it.
    #[prop(optional)]
    required: bool,
    /// Hides the label from the eye.
    #[prop(optional)]
    label_hidden: bool,
    /// Hears the value that is chosen.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    let id = id.unwrap_or_else(|| name.clone());
    follow(selected, move |value| {
        if let Some(select) = node.get_untracked() {
            select.set_value(value);
        }
    });
    view! {
        <Field id=id.clone() label label_hidden mark hint=hint.clone() error>
            <div class="select">
                <select
                    node_ref=node
                    class="field__control select__control"
                    id=id.clone()
                    name=name
                    required=required
                    aria-describedby=described_by(&id, hint.is_some())
                    aria-invalid=move || error.get().is_some().then_some("true")
                    on:change:target=move |event| if let Some(hear) = on_change { hear.run(event.target().value()) }
                >
                    {move || choices(&options.get(), &selected.get_untracked())}
                </select>
            </div>
        </Field>
    }
}

fn choices(options: &[SelectOption], selected: &str) -> Vec<impl IntoView + use<>> {
    options
        .iter()
        .cloned()
        .map(|option| {
            let is_selected = option.value == selected;
            view! { <option value=option.value selected=is_selected>{option.label}</option> }
        })
        .collect()
}
