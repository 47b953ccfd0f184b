//! A choice of two or three, side by side. Owns the form and its buttons; refuses to know what is chosen.

use super::{Glyph, Icon};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// One choice.
pub(super) struct Segment {
    /// What is sent.
    pub value: &'static str,
    /// What is seen, unless a drawing is.
    pub text: TextProp,
    /// Hidden words that complete what is seen.
    pub full: Option<TextProp>,
    /// The language of the words.
    pub lang: Option<&'static str>,
    /// The drawing in place of the text.
    pub glyph: Option<Glyph>,
}

/// A form of which every button is a choice.
#[component]
pub(super) fn Segmented(
    /// What is chosen: the accessible name.
    label: TextProp,
    /// Where the form is posted.
    action: &'static str,
    /// The name of the form field.
    name: &'static str,
    /// What is chosen now.
    current: Signal<String>,
    /// The choices.
    segments: Vec<Segment>,
    /// Runs instead of posting the form.
    on_choose: Option<Callback<&'static str>>,
    /// Hidden fields.
    children: Option<Children>,
) -> impl IntoView {
    let button = move |segment: Segment| {
        let value = segment.value;
        let text = segment.text;
        let choose = move |event: MouseEvent| {
            if let Some(choose) = on_choose {
                event.prevent_default();
                choose.run(value);
            }
        };
        view! {
            <button
                class="segmented__choice"
                type="submit"
                name=name
                value=value
                lang=segment.lang
                aria-pressed=move || (current.get() == value).to_string()
                on:click=choose
            >
                {segment.glyph.map(|glyph| view! { <Icon glyph/> }.into_any())}
                <span class=segment.glyph.map(|_| "visually-hidden")>{move || text.get()}</span>
                {segment.full.map(|full| view! {
                    <span class="visually-hidden">{move || format!(" {}", full.get())}</span>
                }.into_any())}
            </button>
        }
    };
    view! {
        <form method="post" action=action>
            {children.map(|children| children())}
            <div class="segmented" role="group" aria-label=move || label.get()>
                {segments.into_iter().map(button).collect_view()}
            </div>
        </form>
    }
}
