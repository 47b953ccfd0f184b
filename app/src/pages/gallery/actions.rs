//! Buttons, states and remarks of the gallery. Owns the samples; refuses to act.

use super::Part;
use crate::i18n::{MessageId, id, t};
use crate::ui::{
    ActionHolder, Button, ButtonKind, ButtonSize, ButtonVariant, ClosedAction, Glyph, LinkButton, Note,
    StatusTag, Tone,
};
use leptos::prelude::*;

/// What is pressed, what cannot be, and what state things are in.
#[component]
pub(super) fn Actions() -> impl IntoView {
    let holder = ActionHolder {
        name: "Nadia Benali".to_owned(),
        email: "nadia.benali@lumiere.example".to_owned(),
        role: Some(t!(id::GALLERY_CLOSED_ROLE).into()),
    };
    view! {
        <Part title=t!(id::GALLERY_ACTIONS_TITLE)>
            <Buttons/>
            <div class="cluster">
                <StatusTag tone=Tone::Good text=t!(id::GALLERY_TAG_GOOD)/>
                <StatusTag tone=Tone::Warn text=t!(id::GALLERY_TAG_WARN)/>
                <StatusTag tone=Tone::Bad text=t!(id::GALLERY_TAG_BAD)/>
                <StatusTag tone=Tone::Info text=t!(id::GALLERY_TAG_INFO)/>
                <StatusTag text=t!(id::GALLERY_TAG_CALM)/>
            </div>
            <ClosedAction
                id="gallery-closed-cancel"
                label=t!(id::GALLERY_BUTTON_CANCEL)
                reason=t!(id::GALLERY_CLOSED_REASON)
                who_title=t!(id::GALLERY_CLOSED_QUESTION)
                people=vec![holder]
            />
            <ClosedAction
                id="gallery-closed-assign"
                label=t!(id::GALLERY_BUTTON_ASSIGN)
                reason=t!(id::GALLERY_CLOSED_FULL)
            />
        </Part>
    }
}

/// The variants, sizes and states of a button.
#[component]
fn Buttons() -> impl IntoView {
    let script = ButtonKind::Script;
    let (primary, quiet) = (ButtonVariant::Primary, ButtonVariant::Quiet);
    view! {
        <div class="cluster">
            <Button kind=script variant=primary icon=Glyph::Plus label=t!(id::GALLERY_BUTTON_ASSIGN)/>
            <LinkButton href="#main" icon=Glyph::Download label=t!(id::GALLERY_BUTTON_EXPORT)/>
            <Button
                kind=script
                variant=quiet
                label=t!(id::GALLERY_BUTTON_REMOVE)
                context=t!(id::GALLERY_BUTTON_CONTEXT)
            />
            <Button kind=script variant=ButtonVariant::Danger label=t!(id::GALLERY_BUTTON_CANCEL)/>
            <Button kind=script variant=primary busy=true label=t!(id::GALLERY_BUTTON_BUSY)/>
            <Button kind=script size=ButtonSize::Small icon=Glyph::Copy label=t!(id::GALLERY_BUTTON_SMALL)/>
            <Button
                kind=script
                variant=quiet
                icon=Glyph::Copy
                label=t!(id::GALLERY_BUTTON_SMALL)
                label_hidden=true
            />
        </div>
    }
}

/// A remark in each tone.
#[component]
pub(super) fn Notes() -> impl IntoView {
    let remark = |(tone, title, text): (Tone, MessageId, MessageId)| {
        view! { <Note tone title=t!(title)>{t!(text)}</Note> }
    };
    let remarks = [
        (Tone::Good, id::GALLERY_NOTE_GOOD, id::GALLERY_NOTE_GOOD_TEXT),
        (Tone::Warn, id::GALLERY_NOTE_WARN, id::GALLERY_NOTE_WARN_TEXT),
        (Tone::Bad, id::GALLERY_NOTE_BAD, id::GALLERY_NOTE_BAD_TEXT),
        (Tone::Info, id::GALLERY_NOTE_INFO, id::GALLERY_NOTE_INFO_TEXT),
        (Tone::Calm, id::GALLERY_NOTE_CALM, id::GALLERY_NOTE_CALM_TEXT),
    ];
    view! {
        <Part title=t!(id::GALLERY_NOTES_TITLE)>
            <div class="stack stack--tight">{remarks.map(remark).into_iter().collect_view()}</div>
        </Part>
    }
}
