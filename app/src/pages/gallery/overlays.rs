//! What stands over the page in the gallery. Owns the samples; refuses to keep what is pressed.

use crate::i18n::{id, t, use_words};
use crate::ui::{Button, ButtonKind, ButtonVariant, Dialog, DialogActions, ToastAction, use_toasts};
use leptos::prelude::*;

/// A dialog and three messages, each behind its button.
#[component]
pub(super) fn Overlays() -> impl IntoView {
    let words = use_words();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    let offer = move |()| {
        let undo = Callback::new(move |()| toasts.say(move || words.text(id::GALLERY_TOAST_UNDONE)));
        let label = TextProp::from(move || words.text(id::GALLERY_TOAST_UNDO));
        toasts.offer(move || words.text(id::GALLERY_TOAST_TEXT), ToastAction { label, on_press: undo });
    };
    let fail = move |()| toasts.fail(move || words.text(id::GALLERY_TOAST_FAILED));
    view! {
        <div class="cluster">
            <Button kind=ButtonKind::Script label=t!(id::GALLERY_DIALOG_OPEN) on_press=move |()| open.set(true)/>
            <Button kind=ButtonKind::Script label=t!(id::GALLERY_TOAST_OPEN) on_press=offer/>
            <Button kind=ButtonKind::Script label=t!(id::GALLERY_TOAST_FAIL) on_press=fail/>
        </div>
        <Dialog id="gallery-dialog" title=t!(id::GALLERY_DIALOG_TITLE) open>
            <form method="dialog">
                <p>{t!(id::GALLERY_DIALOG_TEXT)}</p>
                <DialogActions>
                    <Button kind=ButtonKind::CloseDialog label=t!(id::GALLERY_DIALOG_KEEP)/>
                    <Button variant=ButtonVariant::Danger label=t!(id::GALLERY_BUTTON_CANCEL)/>
                </DialogActions>
            </form>
        </Dialog>
    }
}
