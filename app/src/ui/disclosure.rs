//! Menus that are `<details>`. Owns when they close by themselves; refuses to open them: the browser does.

use leptos::ev::{self, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, Node};

/// Closes a menu when the reader goes on outside of it, by pointer or by key, or follows one of its links.
pub(super) fn close_by_itself(menu: NodeRef<html::Details>) {
    Effect::new(move || {
        let Some(details) = menu.get() else { return };
        let outside = window_event_listener(ev::click, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let element = target.as_ref().and_then(|node| node.dyn_ref::<leptos::web_sys::Element>());
            let follows_link = element.is_some_and(|element| element.closest("a").ok().flatten().is_some());
            let Some(details) = menu.try_get_untracked().flatten() else { return };
            if follows_link || !details.contains(target.as_ref()) {
                details.set_open(false);
            }
        });
        let beyond = window_event_listener(ev::focusin, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let Some(details) = menu.try_get_untracked().flatten() else { return };
            if !details.contains(target.as_ref()) {
                details.set_open(false);
            }
        });
        on_cleanup(move || {
            outside.remove();
            beyond.remove();
        });
        drop(details);
    });
}

/// The Escape key in a menu: it closes, and the focus goes back to what opened it.
pub(super) fn close_on_escape(menu: NodeRef<html::Details>) -> impl Fn(KeyboardEvent) {
    move |event| {
        let Some(details) = menu.get_untracked().filter(|details| event.key() == "Escape" && details.open())
        else {
            return;
        };
        details.set_open(false);
        let summary = details.query_selector("summary").ok().flatten();
        if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
            // The summary of a menu on the page always takes the focus.
            let _ = summary.focus();
        }
    }
}
