//! Moving the cursor. Owns how; refuses to know when.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

/// Puts the cursor into `element`, where it can be focused; else it stays where it is.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Puts the cursor into the element with this id, if there is one.
pub fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}
