//! The way of the keyboard to news that stands at the foot of the page and is gone in a moment.
//!
//! Owns the next press of Tab; refuses to move the cursor by itself.

use leptos::{
    ev, html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, Node},
};

/// Makes `toast` the next stop of the keyboard, wherever the reader is: Tab leads to its first button, and from there on or
/// back to where the reader was.
pub(super) fn first_stop(toast: NodeRef<html::Div>) {
    let left = StoredValue::new_local(None::<Element>);
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_other = event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented();
        let (Some(toast), Some(active)) = (toast.get_untracked(), document().active_element()) else {
            return;
        };
        if event.key() != "Tab" || is_other {
            return;
        }
        if toast.contains(Some(&active)) {
            let is_last = is_last(&toast, &active);
            // From where the reader was, the browser takes the step itself.
            if event.shift_key() != is_last && go_back(left) && event.shift_key() {
                event.prevent_default();
            }
        } else if !event.shift_key() && left.with_value(Option::is_none) && !is_in_dialog(&active) {
            left.set_value(Some(active));
            if focus(toast.query_selector("button").ok().flatten()) {
                event.prevent_default();
            }
        }
    });
    on_cleanup(move || {
        listener.remove();
        let active = document().active_element();
        // News that goes with the cursor on it gives the cursor back.
        if toast.try_get_untracked().flatten().is_some_and(|toast| toast.contains(active.as_deref())) {
            go_back(left);
        }
    });
}

/// Whether `button` is the last one of `toast`.
fn is_last(toast: &Element, button: &Node) -> bool {
    let buttons = toast.query_selector_all("button").ok();
    let last = buttons.and_then(|buttons| buttons.item(buttons.length().saturating_sub(1)));
    last.is_some_and(|last| last.is_same_node(Some(button)))
}

/// What is behind a question cannot be reached.
fn is_in_dialog(element: &Element) -> bool {
    element.closest("dialog").ok().flatten().is_some()
}

fn go_back(left: StoredValue<Option<Element>, LocalStorage>) -> bool {
    let left = left.try_get_value().flatten();
    focus(left.filter(|left| left.is_connected() && left.tag_name() != "BODY"))
}

fn focus(element: Option<Element>) -> bool {
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}
