//! The choice of light or dark. Owns how the themes are drawn; refuses to switch.

use super::Glyph;
use super::segmented::{Segment, Segmented};
use leptos::prelude::*;

/// A theme that can be chosen.
#[derive(Clone, Debug)]
pub struct ThemeChoice {
    /// What is sent.
    pub value: &'static str,
    /// Its name, for those who hear it.
    pub name: TextProp,
    /// Its drawing.
    pub glyph: Glyph,
}

/// The themes side by side, the current one pressed.
#[component]
pub fn ThemeSwitch(
    /// What is chosen: the accessible name.
    #[prop(into)]
    label: TextProp,
    /// Where the form is posted without script.
    action: &'static str,
    /// The name of the form field.
    name: &'static str,
    /// The value of the current theme.
    #[prop(into)]
    current: Signal<String>,
    /// The themes.
    choices: Vec<ThemeChoice>,
    /// Runs with the value instead of posting the form.
    #[prop(optional, into)]
    on_choose: Option<Callback<&'static str>>,
    /// Hidden fields of the form.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let segment = |choice: ThemeChoice| Segment {
        value: choice.value,
        text: choice.name,
        full: None,
        lang: None,
        glyph: Some(choice.glyph),
    };
    let segments = choices.into_iter().map(segment).collect();
    view! { <Segmented label action name current segments on_choose children/> }
}
