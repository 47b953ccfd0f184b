//! The field in which the future holder of a seat is found, and what to do when nobody is.

use std::time::Duration;

use domain::role::Action;
use leptos::{ev::KeyboardEvent, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlInputElement};

use super::search::Search;
use crate::{
    act::Acting,
    i18n::{id, refusals, t, use_words},
    portal::{Person, Viewpoint},
    ui::{Note, PersonPicker, Tone},
};

/// A person picker whose choice sends its form: a name, Enter, done.
#[component]
pub fn HolderPicker(
    /// What is typed and found.
    search: Search,
    /// Where the form of the field stands.
    acting: Acting,
    /// The id of the field.
    #[prop(into)]
    id: String,
    /// Who is looked for.
    #[prop(into)]
    label: TextProp,
    /// What can be typed.
    #[prop(into)]
    placeholder: TextProp,
    /// Takes the focus when the page comes.
    autofocus: bool,
) -> impl IntoView {
    let words = use_words();
    let (field, unfound) = (id.clone(), search.error());
    let error = Signal::derive(move || {
        acting.fault("holder").map(|fault| refusals::field(words, &fault)).or_else(|| unfound.get())
    });
    search.when_answered(move || {
        let field = field.clone();
        // The hidden field with the choice is on the page only after this turn.
        set_timeout(move || send(&field), Duration::ZERO);
    });
    view! {
        <div class="holder-picker" on:keydown=move |event| press(search, &event)>
            <PersonPicker
                label
                name="holder"
                id
                typed=search.typed
                options=search.options
                chosen=search.chosen
                found=search.found()
                error
                placeholder
                autofocus
                submit_on_choose=true
            />
        </div>
    }
}

/// Enter outside of an open list. A fast typist is ahead of the answer: the form waits for it. Where nobody matches,
/// sending would only say so again.
fn press(search: Search, event: &KeyboardEvent) {
    if event.key() != "Enter" || event.is_composing() || event.default_prevented() {
        return;
    }
    if search.is_pending() {
        event.prevent_default();
        search.wait_for_answer();
    } else if search.unknown.get_untracked().is_some() {
        event.prevent_default();
    }
}

fn send(field: &str) {
    let input =
        document().get_element_by_id(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(form) = input.and_then(|input| input.form()) {
        // A form that the browser finds invalid is not sent: it points at the field.
        let _ = form.request_submit();
    }
}

/// Nobody matches: who can add the person to the company (R47).
#[component]
pub fn Unknown(
    /// What is typed and found.
    search: Search,
    /// Who looks.
    viewpoint: Viewpoint,
) -> impl IntoView {
    let may_add = viewpoint.rights.allow(Action::AddUsers, &viewpoint.policy).is_ok();
    let people = viewpoint.people_for(Action::AddUsers).to_vec();
    let way = if may_add { id::VISUAL_STUDIO_PICKER_INVITE } else { id::VISUAL_STUDIO_PICKER_ASK };
    move || {
        let people = people.clone();
        search.unknown.get().map(|text| {
            view! {
                <Note tone=Tone::Info title=t!(id::VISUAL_STUDIO_PICKER_NONE, "text" => text)>
                    <p>{t!(way)}</p>
                    {(!may_add).then(|| names(people))}
                </Note>
            }
        })
    }
}

fn names(people: Vec<Person>) -> impl IntoView {
    let line =
        |person: Person| view! { <li><a href=format!("mailto:{}", person.email)>{person.name}</a></li> };
    view! { <ul>{people.into_iter().map(line).collect_view()}</ul> }
}
