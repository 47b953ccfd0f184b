//! The field in which the future holder of a seat is found, and what to do when nobody is.

use std::time::Duration;

use domain::{refusal::Refusal, role::Action};
use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlInputElement};

use super::search::Search;
use crate::{
    i18n::{id, refusals, t, use_words},
    portal::{Person, Viewpoint},
    ui::{Note, PersonPicker, Tone},
};

/// A person picker whose choice sends its form: a name, Enter, done.
#[component]
pub fn HolderPicker(
    /// What is typed and found.
    search: Search,
    /// The id of the field.
    #[prop(into)]
    id: String,
    /// Who is looked for.
    #[prop(into)]
    label: TextProp,
    /// What can be typed.
    #[prop(into)]
    placeholder: TextProp,
) -> impl IntoView {
    let field = id.clone();
    search.when_answered(move || send_soon(field.clone()));
    let field = id.clone();
    view! {
        // Without script Enter presses the first button of the form, which would be the first person of the list.
        <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
        <div class="holder-picker" on:keydown=move |event| press(search, &field, &event)>
            <PersonPicker
                label
                name="holder"
                id
                typed=search.typed
                options=search.options
                chosen=search.chosen
                found=search.found()
                more=search.more()
                error=search.error()
                placeholder
                submit_on_choose=true
            />
        </div>
    }
}

/// Enter where nobody is pointed at sends the form for the person whom the text means, and else nothing: a seat that is
/// assigned to the wrong one may be locked afterwards.
fn press(search: Search, field: &str, event: &KeyboardEvent) {
    let is_enter = event.key() == "Enter" && !event.is_composing() && !event.default_prevented();
    if is_enter && search.takes_enter() {
        event.prevent_default();
        if search.enter() {
            send_soon(field.to_owned());
        }
    }
}

/// The hidden field with the choice is on the page only after this turn.
fn send_soon(field: String) {
    set_timeout(move || send(&field), Duration::ZERO);
}

fn send(field: &str) {
    let input =
        document().get_element_by_id(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(form) = input.and_then(|input| input.form()) {
        let _ = form.request_submit();
    }
}

/// Nobody matches: what is searched, and by whom the person can be added to the company (R47).
#[component]
pub fn Unknown(
    /// What is typed and found.
    search: Search,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    move || {
        let way = viewpoint.rights.allow(Action::AddUsers, &viewpoint.policy);
        let people = viewpoint.people_for(Action::AddUsers).to_vec();
        search.unknown.get().map(|text| {
            view! {
                <Note tone=Tone::Info title=t!(id::VISUAL_STUDIO_PICKER_NONE, "text" => text)>
                    <div class="stack stack--tight">
                        <p>{t!(id::VISUAL_STUDIO_PICKER_SEARCHED)}</p>
                        <Adding way=way.map_err(Refusal::from) people/>
                    </div>
                </Note>
            }
        })
    }
}

/// The way to a person who is not in the company yet: one's own role, or the role that it takes and who has it.
#[component]
fn Adding(way: Result<(), Refusal>, people: Vec<Person>) -> impl IntoView {
    let words = use_words();
    let Err(refusal) = way else {
        return view! { <p>{t!(id::VISUAL_STUDIO_PICKER_INVITE)}</p> }.into_any();
    };
    let line =
        |person: Person| view! { <li><a href=format!("mailto:{}", person.email)>{person.name}</a></li> };
    let names = (!people.is_empty()).then(|| {
        view! {
            <p>{t!(id::VISUAL_STUDIO_PICKER_ASK)}</p>
            <ul>{people.into_iter().map(line).collect_view()}</ul>
        }
    });
    view! { <p>{move || refusals::refusal(words, &refusal)}</p>{names} }.into_any()
}
