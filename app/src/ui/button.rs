//! What is pressed: a button, and a link that looks like one. Owns their looks and kinds; refuses to know what they do.

use super::{Glyph, Icon};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much a button asks to be pressed. One primary button in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonVariant {
    /// The act that the place is for.
    Primary,
    /// Any other act.
    #[default]
    Secondary,
    /// An act within a row or a text.
    Quiet,
    /// An act that cannot be undone.
    Danger,
}

/// The height of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// As high as a field.
    #[default]
    Regular,
    /// For rows of tables.
    Small,
}

/// What pressing does before any script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Sends its form.
    #[default]
    Submit,
    /// Nothing: a script listens.
    Script,
    /// Closes the dialog that its form stands in, without script too.
    CloseDialog,
}

impl ButtonKind {
    fn html_type(self) -> &'static str {
        match self {
            Self::Submit | Self::CloseDialog => "submit",
            Self::Script => "button",
        }
    }
}

fn class(variant: ButtonVariant, size: ButtonSize) -> String {
    let variant = match variant {
        ButtonVariant::Primary => " button--primary",
        ButtonVariant::Secondary => "",
        ButtonVariant::Quiet => " button--quiet",
        ButtonVariant::Danger => " button--danger",
    };
    let size = match size {
        ButtonSize::Regular => "",
        ButtonSize::Small => " button--small",
    };
    format!("button{variant}{size}")
}

/// The glyph, the label, and the hidden words that say of which object.
fn content(
    label: TextProp,
    label_hidden: bool,
    context: Option<TextProp>,
    icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        {icon.map(|glyph| view! { <Icon glyph/> }.into_any())}
        <span class=label_hidden.then_some("visually-hidden")>{move || label.get()}</span>
        {context.map(|context| view! {
            <span class="visually-hidden">{move || format!(" {}", context.get())}</span>
        }.into_any())}
    }
}

/// A button.
#[component]
pub fn Button(
    /// The verb and its object.
    #[prop(into)]
    label: TextProp,
    /// How much it asks to be pressed.
    #[prop(optional)]
    variant: ButtonVariant,
    /// Its height.
    #[prop(optional)]
    size: ButtonSize,
    /// What it does before any script.
    #[prop(optional)]
    kind: ButtonKind,
    /// A drawing before the label.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Hides the label from the eye; only with an icon that everybody knows.
    #[prop(optional)]
    label_hidden: bool,
    /// Hidden words that complete the name where the same label stands in every row.
    #[prop(optional, into)]
    context: Option<TextProp>,
    /// The name of the form field that it sends.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value of the form field that it sends.
    #[prop(optional, into)]
    value: Option<String>,
    /// The id of the form that it sends, where that is not the one around it.
    #[prop(optional, into)]
    form: Option<String>,
    /// Its own id.
    #[prop(optional, into)]
    id: Option<String>,
    /// The id of the text that explains it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Something is under way because of it.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Runs when it is pressed; a submit button still sends its form.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let closes = kind == ButtonKind::CloseDialog;
    view! {
        <button
            type=kind.html_type()
            class=class(variant, size)
            id=id
            name=name
            value=value
            form=form
            formmethod=closes.then_some("dialog")
            formnovalidate=closes
            aria-describedby=described_by
            aria-busy=move || busy.get().then_some("true")
            on:click=move |_| if let Some(press) = on_press { press.run(()) }
        >
            {content(label, label_hidden, context, icon)}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere, or is what remains of an act without script.
#[component]
pub fn LinkButton(
    /// The verb and its object.
    #[prop(into)]
    label: TextProp,
    /// Where it goes.
    #[prop(into)]
    href: TextProp,
    /// How much it asks to be pressed.
    #[prop(optional)]
    variant: ButtonVariant,
    /// Its height.
    #[prop(optional)]
    size: ButtonSize,
    /// A drawing before the label.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Hidden words that complete the name where the same label stands in every row.
    #[prop(optional, into)]
    context: Option<TextProp>,
    /// What it goes to is a file.
    #[prop(optional)]
    download: bool,
    /// Runs instead of following the link.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let press = move |event: MouseEvent| {
        // A link opened in another tab is still a link.
        if let Some(press) = on_press
            && !(event.ctrl_key() || event.meta_key() || event.shift_key())
        {
            event.prevent_default();
            press.run(());
        }
    };
    view! {
        <a
            class=class(variant, size)
            href=move || href.get()
            download=download
            rel=download.then_some("external")
            on:click=press
        >
            {content(label, false, context, icon)}
        </a>
    }
}
