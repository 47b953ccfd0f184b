//! The filters of a list. Owns the form whose answer is an address; refuses to filter.

use super::Button;
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FormData, HtmlFormElement, UrlSearchParams};
use leptos_router::hooks::use_navigate;

/// Filters whose choices are in the address: a plain GET form, which navigates in place once the page is hydrated.
#[component]
pub fn FilterBar(
    /// The path of the list.
    #[prop(into)]
    action: String,
    /// What is filtered: the accessible name.
    #[prop(into)]
    label: TextProp,
    /// What the button says; with scripts seen only beside a field for a day.
    #[prop(into)]
    apply: TextProp,
    /// What stands at the right, such as an export.
    #[prop(optional, into)]
    end: Option<ViewFn>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let navigate = use_navigate();
    let path = action.clone();
    let submit = move |event: SubmitEvent| {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else {
            return;
        };
        event.prevent_default();
        let query = query_of(&form);
        let target = if query.is_empty() { path.clone() } else { format!("{path}?{query}") };
        navigate(&target, leptos_router::NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <form class="filter-bar" method="get" action=action role="search" aria-label=move || label.get()
            on:submit=submit on:change=apply_choice>
            {children()}
            <div class="filter-bar__apply"><Button label=apply/></div>
            {end.map(|end| view! { <div class="filter-bar__end">{end.run()}</div> }.into_any())}
        </form>
    }
}

/// A choice applies itself; words wait for Enter, lest every pause be a visit.
fn apply_choice(event: Event) {
    let chosen = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(control) = chosen.filter(|control| control.tag_name() == "SELECT") else { return };
    let form =
        control.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    if let Some(form) = form {
        // A form without a valid field to send has nothing to apply.
        let _ = form.request_submit();
    }
}

/// The fields of a form as a query, without the empty ones: an address says only what was asked.
fn query_of(form: &HtmlFormElement) -> String {
    let (Ok(fields), Ok(query)) = (FormData::new_with_form(form), UrlSearchParams::new()) else {
        return String::new();
    };
    for entry in js_sys::try_iter(&fields).ok().flatten().into_iter().flatten().flatten() {
        let pair = js_sys::Array::from(&entry);
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string())
            && !value.is_empty()
        {
            query.append(&name, &value);
        }
    }
    query.to_string().into()
}
