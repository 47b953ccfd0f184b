//! The choice of a language. Owns how languages are named: each in itself; refuses to switch.

use super::segmented::{Segment, Segmented};
use leptos::prelude::*;

/// A language that can be chosen.
#[derive(Clone, Debug)]
pub struct LanguageChoice {
    /// Its tag, which is sent, and the language of its name.
    pub tag: &'static str,
    /// Its short name.
    pub short: TextProp,
    /// Its name in itself, for those who hear it.
    pub full: TextProp,
}

/// The languages side by side, the current one pressed.
#[component]
pub fn LanguageSwitch(
    /// What is chosen: the accessible name.
    #[prop(into)]
    label: TextProp,
    /// Where the form is posted without script.
    action: &'static str,
    /// The name of the form field.
    name: &'static str,
    /// The tag of the current language.
    #[prop(into)]
    current: Signal<String>,
    /// The languages.
    choices: Vec<LanguageChoice>,
    /// Runs with the tag instead of posting the form.
    #[prop(optional, into)]
    on_choose: Option<Callback<&'static str>>,
    /// Hidden fields of the form.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let segment = |choice: LanguageChoice| Segment {
        value: choice.tag,
        text: choice.short,
        full: Some(choice.full),
        lang: Some(choice.tag),
        glyph: None,
    };
    let segments = choices.into_iter().map(segment).collect();
    view! { <Segmented label action name current segments on_choose children/> }
}
