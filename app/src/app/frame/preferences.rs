//! What people choose for their own screen, on every page: the language and the appearance.
//!
//! Owns the switches and what they do at once; refuses to store the choice, which is posted in the background. Without
//! WebAssembly each switch is a form that returns to the same page.

use domain::language::Language;
use leptos::prelude::*;

use super::super::document::{SYSTEM_THEME, facts};
use crate::{
    act::{BACK, ONCE, drawn_for, here, path},
    i18n::{MessageId, NotSwitched, Words, id, t, use_words},
    ui::{Glyph, LanguageChoice, LanguageSwitch, ThemeChoice, ThemeSwitch, Toasts, use_toasts},
};

/// The language of the screens. The page stays as it is: filters, open rows, scroll position, what has been typed.
#[component]
pub fn LanguagePreference() -> impl IntoView {
    let words = use_words();
    let back = here();
    let choice = |language: Language| {
        let (short, full) = names(language);
        LanguageChoice { tag: language.tag(), short: t!(short).into(), full: t!(full).into() }
    };
    view! {
        <LanguageSwitch
            label=t!(id::SHELL_LANGUAGE_LABEL)
            action="/act/language"
            name="language"
            current=Signal::derive(move || words.language().tag().to_owned())
            choices=Language::ALL.map(choice).to_vec()
            on_choose=choose_language(back)
        >
            <input type="hidden" name=ONCE value=drawn_for()/>
            <input type="hidden" name=BACK value=back/>
        </LanguageSwitch>
    }
}

const fn names(language: Language) -> (MessageId, MessageId) {
    match language {
        Language::English => (id::SHELL_LANGUAGE_ENGLISH, id::SHELL_LANGUAGE_ENGLISH__NAME),
        Language::French => (id::SHELL_LANGUAGE_FRENCH, id::SHELL_LANGUAGE_FRENCH__NAME),
    }
}

fn choose_language(back: Signal<String>) -> Callback<&'static str> {
    let (words, toasts) = (use_words(), use_toasts());
    Callback::new(move |tag| {
        if let Some(language) = Language::from_tag(tag) {
            leptos::task::spawn_local(switch_language(language, back.get_untracked(), words, toasts));
        }
    })
}

/// Switches in place. Where the words cannot be read, as for a client that is older than the server, the choice is
/// stored and the page loaded anew.
async fn switch_language(language: Language, back: String, words: Words, toasts: Toasts) {
    let switched = words.switch(language).await;
    let is_kept = client::keep(&path("language"), "language", language.tag(), &back).await;
    match switched {
        Ok(()) => {
            client::language_is_chosen();
            if !is_kept {
                toasts.fail(move || words.text(id::SHELL_CHOICE_UNSAVED));
            }
        }
        Err(NotSwitched) if is_kept => client::load_again(),
        Err(NotSwitched) => toasts.fail(move || words.text(id::SHELL_LANGUAGE_FAILED)),
    }
}

/// Light, dark, or what the device says.
#[component]
pub fn ThemePreference() -> impl IntoView {
    let theme = RwSignal::new(facts().theme);
    let back = here();
    let choice = |value, message: MessageId, glyph| ThemeChoice { value, name: t!(message).into(), glyph };
    let choices = vec![
        choice("light", id::SHELL_THEME_LIGHT, Glyph::Sun),
        choice("dark", id::SHELL_THEME_DARK, Glyph::Moon),
        choice(SYSTEM_THEME, id::SHELL_THEME_SYSTEM, Glyph::Screen),
    ];
    view! {
        <ThemeSwitch
            label=t!(id::SHELL_THEME_LABEL)
            action="/act/theme"
            name="theme"
            current=theme
            choices
            on_choose=choose_theme(theme, back)
        >
            <input type="hidden" name=BACK value=back/>
        </ThemeSwitch>
    }
}

fn choose_theme(theme: RwSignal<String>, back: Signal<String>) -> Callback<&'static str> {
    let (words, toasts) = (use_words(), use_toasts());
    Callback::new(move |chosen: &'static str| {
        theme.set(chosen.to_owned());
        client::show_theme(chosen);
        let back = back.get_untracked();
        leptos::task::spawn_local(async move {
            if !client::keep(&path("theme"), "theme", chosen, &back).await {
                toasts.fail(move || words.text(id::SHELL_CHOICE_UNSAVED));
            }
        });
    })
}

#[cfg(not(feature = "ssr"))]
mod client {
    //! What needs a browser.

    use leptos::prelude::*;

    use super::super::{super::document::SYSTEM_THEME, address};
    use crate::act::{BACK, exchange};

    /// Stores a choice in the background. Whether the server has it.
    pub async fn keep(action: &str, field: &str, value: &str, back: &str) -> bool {
        let Ok(body) = web_sys::UrlSearchParams::new() else { return false };
        body.set(field, value);
        body.set(BACK, back);
        matches!(exchange(action, Some(&body)).await, Ok((200..=299, _)))
    }

    /// An address with `?lang=` would go on deciding at the next reload.
    pub fn language_is_chosen() {
        address::forget("lang");
    }

    /// Loads the page in the language that has been stored.
    pub fn load_again() {
        address::forget("lang");
        let _ = window().location().reload();
    }

    /// Puts a theme on the page.
    pub fn show_theme(theme: &str) {
        let Some(root) = document().document_element() else { return };
        // The name of the attribute is valid, which is all that can be wrong here.
        let _ = if theme == SYSTEM_THEME {
            root.remove_attribute("data-theme")
        } else {
            root.set_attribute("data-theme", theme)
        };
    }
}

#[cfg(feature = "ssr")]
mod client {
    //! The server switches nothing in place: the forms come to it.

    #[expect(clippy::unused_async, reason = "a browser waits here")]
    pub async fn keep(_action: &str, _field: &str, _value: &str, _back: &str) -> bool {
        false
    }

    pub const fn language_is_chosen() {}

    pub const fn load_again() {}

    pub const fn show_theme(_theme: &str) {}
}
