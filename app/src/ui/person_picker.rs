//! A person found by typing. Owns the field, the list and how both are told to assistive technology; refuses to search.

mod matching;
mod picking;

use super::field::{Field, described_by};
use super::typed::{keep_typed, use_hydrated};
use leptos::html;
use leptos::prelude::*;
use matching::mark;
use picking::Picking;

/// Somebody, or something, that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickerOption {
    /// What is sent.
    pub value: String,
    /// The name.
    pub title: String,
    /// What tells two of the same name apart.
    pub detail: String,
    /// Why it cannot be picked now.
    pub closed: Option<String>,
    /// What is typed means this one and nobody else: Enter picks it.
    pub is_meant: bool,
}

/// A field in which typing finds people.
///
/// Without script the field is called `NAME-typed`, and each option that came with the page is a button that sends
/// `NAME`; with script, what was picked stands in a hidden field `NAME`.
#[component]
pub fn PersonPicker(
    /// Who is looked for.
    #[prop(into)]
    label: TextProp,
    /// The name of the form field.
    #[prop(into)]
    name: String,
    /// The id, where two forms of a page share the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is typed.
    typed: RwSignal<String>,
    /// Who is found.
    #[prop(into)]
    options: Signal<Vec<PickerOption>>,
    /// Who is picked.
    chosen: RwSignal<Option<String>>,
    /// How many are found, read aloud.
    #[prop(into)]
    found: TextProp,
    /// That there are more than are listed, under the list.
    #[prop(optional, into)]
    more: Option<TextProp>,
    /// Hides the label from the eye.
    #[prop(optional)]
    label_hidden: bool,
    /// What helps to find.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What can be typed.
    #[prop(optional, into)]
    placeholder: Option<TextProp>,
    /// Picking sends the form.
    #[prop(optional)]
    submit_on_choose: bool,
    /// Hears who is picked.
    #[prop(optional, into)]
    on_choose: Option<Callback<String>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let (expanded, active) = (RwSignal::new(false), RwSignal::new(None));
    let picking = Picking { typed, chosen, options, expanded, active, input, submit_on_choose, on_choose };
    picking.follow_options();
    picking.open_under_cursor();
    let id = id.unwrap_or_else(|| name.clone());
    let sent = name.clone();
    view! {
        <Field id=id.clone() label label_hidden hint=hint.clone() error>
            <div class="person-picker">
                <Typing
                    picking
                    id=id.clone()
                    name=format!("{name}-typed")
                    described_by=described_by(&id, hint.is_some())
                    error
                    placeholder
                />
                {move || chosen.get().map(|value| view! { <input type="hidden" name=sent.clone() value=value/> }.into_any())}
                <Options picking id name more/>
            </div>
            <p class="visually-hidden" role="status">{move || found.get()}</p>
        </Field>
    }
}

/// The field. It is a combobox only once there is a script to make it one.
#[component]
fn Typing(
    /// The state.
    picking: Picking,
    /// The id of the field.
    id: String,
    /// The name of the field.
    name: String,
    /// The ids of the texts that explain it.
    described_by: String,
    /// What is wrong with it.
    error: Signal<Option<String>>,
    /// What can be typed.
    placeholder: Option<TextProp>,
) -> impl IntoView {
    let hydrated = use_hydrated();
    let node = picking.input;
    keep_typed(
        picking.typed,
        move || node.get().map(|input| input.value()),
        move |text| {
            if let Some(input) = node.get_untracked() {
                input.set_value(text);
            }
        },
    );
    let list_id = format!("{id}-options");
    let active_id = format!("{id}-option-");
    let active = move || {
        let index = picking.active.get().filter(|_| picking.is_open())?;
        Some(format!("{active_id}{index}"))
    };
    view! {
        <input
            node_ref=node
            class="field__control"
            type="text"
            id=id
            name=name
            value=picking.typed.get_untracked()
            autocomplete="off"
            spellcheck="false"
            placeholder=placeholder.map(|text| move || text.get())
            role=move || hydrated.get().then_some("combobox")
            aria-autocomplete=move || hydrated.get().then_some("list")
            aria-expanded=move || hydrated.get().then(|| picking.is_open().to_string())
            aria-controls=move || picking.is_open().then(|| list_id.clone())
            aria-activedescendant=active
            aria-describedby=described_by
            aria-invalid=move || error.get().is_some().then_some("true")
            on:input:target=move |event| picking.type_text(event.target().value())
            on:keydown=move |event| picking.press(&event)
            on:focus=move |_| picking.expanded.set(true)
            on:blur=move |_| picking.expanded.set(false)
        />
    }
}

/// The list: buttons of the form at first, options of the combobox once hydrated.
#[component]
fn Options(
    /// The state.
    picking: Picking,
    /// The id of the field.
    id: String,
    /// The name that a button sends.
    name: String,
    /// What stands under the list.
    more: Option<TextProp>,
) -> impl IntoView {
    let hydrated = use_hydrated();
    move || {
        let options = picking.options.get();
        let is_shown = if hydrated.get() { picking.is_open() } else { !options.is_empty() };
        is_shown.then(|| {
            let list = if hydrated.get() {
                list_box(picking, options, &id)
            } else {
                plain_list(options, &name, &picking.typed.get_untracked())
            };
            let more = more.clone().map(|more| move || more.get());
            view! {
                // A press on the list leaves the cursor in the field.
                <div
                    class="person-picker__list"
                    class=("person-picker__list--floating", hydrated)
                    on:mousedown=|event| event.prevent_default()
                >
                    {list}
                    <p class="person-picker__more">{more}</p>
                </div>
            }
        })
    }
}

fn plain_list(options: Vec<PickerOption>, name: &str, typed: &str) -> AnyView {
    let line = |option: PickerOption| {
        let name = name.to_owned();
        let inside = content(&option, typed);
        if option.closed.is_some() {
            view! { <li class="person-picker__option person-picker__option--closed">{inside}</li> }.into_any()
        } else {
            view! {
                <li>
                    <button class="person-picker__option" type="submit" name=name value=option.value>{inside}</button>
                </li>
            }
            .into_any()
        }
    };
    view! { <ul class="person-picker__options">{options.into_iter().map(line).collect_view()}</ul> }
        .into_any()
}

fn list_box(picking: Picking, options: Vec<PickerOption>, id: &str) -> AnyView {
    let typed = picking.typed.get_untracked();
    let line = |(index, option): (usize, PickerOption)| {
        view! {
            <div
                class="person-picker__option"
                class=("person-picker__option--closed", option.closed.is_some())
                role="option"
                id=format!("{id}-option-{index}")
                aria-selected=move || (picking.active.get() == Some(index)).to_string()
                aria-disabled=option.closed.is_some().then_some("true")
                on:click=move |_| picking.choose(index)
            >
                {content(&option, &typed)}
            </div>
        }
    };
    let lines = options.into_iter().enumerate().map(line).collect_view();
    view! { <div class="person-picker__options" role="listbox" id=format!("{id}-options")>{lines}</div> }
        .into_any()
}

/// The name with the typed letters marked; what tells it apart, or why it is closed.
fn content(option: &PickerOption, typed: &str) -> impl IntoView + use<> {
    let marked = mark(&option.title, typed);
    let (before, found, after) = (marked.before.to_owned(), marked.found.to_owned(), marked.after.to_owned());
    let detail = option.closed.as_ref().unwrap_or(&option.detail).clone();
    view! {
        <span>{before}<mark>{found}</mark>{after}</span>
        <span class="person-picker__detail">{detail}</span>
    }
}
