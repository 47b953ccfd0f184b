//! What follows an act that was carried out in place, where the page has something of its own to do as well.

use leptos::prelude::*;

use crate::{
    act::{Changes, Done},
    i18n::{outcomes, use_words},
    ui::use_toasts,
};

/// The page reads itself again, and a toast says what happened.
pub fn said() -> impl Fn(Done) + Copy + Send + Sync + 'static {
    let (words, changes, toasts) = (use_words(), Changes::current(), use_toasts());
    move |done: Done| {
        changes.raise();
        toasts.say(TextProp::from(move || outcomes::outcome(words, &done.outcome)));
    }
}
