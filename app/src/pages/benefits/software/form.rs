//! Forms of an open product that are sent, or emptied, without a press on their own button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

/// Sends the form as a press on its button would.
pub fn submit(id: &str) {
    if let Some(form) = find(id) {
        // A form that its own rules hold back says so itself.
        let _ = form.request_submit();
    }
}

/// Empties what was typed and ticked.
pub fn reset(id: &str) {
    if let Some(form) = find(id) {
        form.reset();
    }
}

fn find(id: &str) -> Option<HtmlFormElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
