//! One line of text. Owns the kinds of line; refuses to judge what is typed.

use super::field::{Field, described_by};
use super::typed::{follow, keep_typed};
use leptos::html;
use leptos::prelude::*;

/// What is typed, for the keyboard that a telephone shows and for what the browser can fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Anything.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A password, not shown.
    Password,
    /// A telephone number.
    Tel,
    /// A whole number.
    Number,
    /// A civil date.
    Date,
    /// Words to look for.
    Search,
}

impl InputKind {
    /// The `type` of the input.
    pub(super) fn html_type(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Tel => "tel",
            Self::Number => "number",
            Self::Date => "date",
            Self::Search => "search",
        }
    }
}

/// A labelled line of text.
#[component]
pub fn TextInput(
    /// What it is for.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// The id, where two forms of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is typed.
    #[prop(optional)]
    kind: InputKind,
    /// What stands in it at first; written again when it changes.
    #[prop(optional, into)]
    value: Signal<String>,
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
    /// An example, never the label.
    #[prop(optional, into)]
    placeholder: Option<TextProp>,
    /// What the browser may fill in.
    #[prop(optional, into)]
    autocomplete: Option<&'static str>,
    /// The form is not sent without it.
    #[prop(optional)]
    required: bool,
    /// Hides the label from the eye.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let id = id.unwrap_or_else(|| name.clone());
    let first = typed.map_or_else(|| value.get_untracked(), |typed| typed.get_untracked());
    bind(node, value, typed);
    view! {
        <Field id=id.clone() label label_hidden mark hint=hint.clone() error>
            <input
                node_ref=node
                class="field__control"
                type=kind.html_type()
                id=id.clone()
                name=name
                value=first
                required=required
                autocomplete=autocomplete
                placeholder=placeholder.map(|text| move || text.get())
                aria-describedby=described_by(&id, hint.is_some())
                aria-invalid=move || error.get().is_some().then_some("true")
                on:input:target=move |event| if let Some(typed) = typed { typed.set(event.target().value()) }
            />
        </Field>
    }
}

/// Ties an input to what it follows, and to what follows it.
pub(super) fn bind(node: NodeRef<html::Input>, value: Signal<String>, typed: Option<RwSignal<String>>) {
    let write = move |text: &str| {
        if let Some(input) = node.get_untracked() {
            input.set_value(text);
        }
    };
    match typed {
        Some(typed) => keep_typed(typed, move || node.get().map(|input| input.value()), write),
        None => follow(value, write),
    }
}
