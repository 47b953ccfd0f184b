//! Forms of an open product that are sent, or emptied, without a press on their own button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement, NodeList};

/// Sends the form as a press on its button would.
pub fn submit(id: &str) {
    if let Some(form) = find(id) {
        // A form that its own rules hold back says so itself.
        let _ = form.request_submit();
    }
}

/// Takes the ticks out of the form.
pub fn untick(id: &str) {
    let ticked = find(id).and_then(|form| form.query_selector_all(":checked").ok());
    for place in 0..ticked.as_ref().map_or(0, NodeList::length) {
        let field = ticked.as_ref().and_then(|ticked| ticked.get(place));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_checked(false);
        }
    }
}

fn find(id: &str) -> Option<HtmlFormElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
