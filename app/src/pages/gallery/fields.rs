//! The fields of the gallery. Owns the samples; refuses to send anything.

use super::Part;
use crate::i18n::{id, t, use_words};
use crate::ui::{
    Button, ButtonKind, ButtonVariant, Checkbox, ErrorSummary, FieldError, InputKind, PersonPicker,
    PickerOption, Select, SelectOption, TextArea, TextInput,
};
use leptos::prelude::*;

/// Every control, empty, filled and wrong.
#[component]
pub(super) fn Fields() -> impl IntoView {
    let words = use_words();
    let wrong = move || words.text(id::GALLERY_FIELD_EMAIL_ERROR);
    let errors =
        Signal::derive(move || vec![FieldError { field: "gallery-email".to_owned(), text: wrong() }]);
    let option = move |value: &str, label| SelectOption { value: value.to_owned(), label: words.text(label) };
    let languages = Signal::derive(move || {
        vec![
            option("fr-FR", id::GALLERY_FIELD_LANGUAGE_FRENCH),
            option("en-US", id::GALLERY_FIELD_LANGUAGE_ENGLISH),
        ]
    });
    view! {
        <Part title=t!(id::GALLERY_FIELDS_TITLE)>
            <ErrorSummary title=t!(id::GALLERY_SUMMARY_TITLE) errors=errors/>
            <div class="columns">
                <TextInput
                    name="gallery-email"
                    kind=InputKind::Email
                    label=t!(id::GALLERY_FIELD_EMAIL)
                    hint=t!(id::GALLERY_FIELD_EMAIL_HINT)
                    value="ines@"
                    error=move || Some(wrong())
                />
                <TextInput
                    name="gallery-phone"
                    kind=InputKind::Tel
                    label=t!(id::GALLERY_FIELD_PHONE)
                    mark=t!(id::GALLERY_FIELD_OPTIONAL)
                    autocomplete="off"
                />
                <Select
                    name="gallery-language"
                    label=t!(id::GALLERY_FIELD_LANGUAGE)
                    options=languages
                    selected="en-US"
                />
                <TextArea name="gallery-details" label=t!(id::GALLERY_FIELD_DETAILS)/>
                <Checkbox
                    name="gallery-reminder"
                    label=t!(id::GALLERY_FIELD_STAY)
                    hint=t!(id::GALLERY_FIELD_STAY_HINT)
                    checked=true
                />
            </div>
            <Picker/>
        </Part>
    }
}

/// Two people and one who cannot be picked.
#[component]
fn Picker() -> impl IntoView {
    let words = use_words();
    let typed = RwSignal::new("el".to_owned());
    let chosen = RwSignal::new(None);
    let options = Signal::derive(move || {
        let held = words.text(id::GALLERY_FIELD_PERSON_HELD);
        vec![
            person("Élise Marchand", "elise.marchand@lumiere.example", None),
            person("Élodie Nguyen", "elodie.nguyen@lumiere.example", None),
            person("Éléonore Ferreira", "eleonore.ferreira@lumiere.example", Some(held)),
        ]
    });
    view! {
        <form class="form-row" method="get">
            <PersonPicker
                name="gallery-person"
                label=t!(id::GALLERY_FIELD_PERSON)
                typed
                options
                chosen
                found=t!(id::GALLERY_FIELD_PERSON_FOUND, "count" => 3)
            />
            <Button kind=ButtonKind::Script variant=ButtonVariant::Primary label=t!(id::GALLERY_BUTTON_ASSIGN)/>
        </form>
    }
}

fn person(name: &str, address: &str, closed: Option<String>) -> PickerOption {
    let (value, detail) = (address.to_owned(), address.to_owned());
    PickerOption { value, title: name.to_owned(), detail, closed, is_meant: false }
}
