//! A question before something that cannot be undone. Owns opening, closing and the focus; refuses to know the question.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog on the browser's own element.
///
/// A page that comes with it open shows it without script too; hydration makes it modal. The safe button is a
/// [`ButtonKind::CloseDialog`](super::ButtonKind::CloseDialog) before all others: the first has the focus.
#[component]
pub fn Dialog(
    /// Its id, which its title is named after.
    #[prop(into)]
    id: String,
    /// The object and the act.
    #[prop(into)]
    title: TextProp,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Runs when it has been closed, however that was.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// The consequence, and a form with [`DialogActions`].
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = format!("{id}-title");
    show_as_told(node, open);
    let closed = move |_| {
        open.set(false);
        if let Some(close) = on_close {
            close.run(());
        }
    };
    view! {
        <dialog
            class="dialog"
            node_ref=node
            id=id
            open=open.get_untracked()
            aria-labelledby=title_id.clone()
            on:close=closed
        >
            <h2 class="dialog__title" id=title_id.clone()>{move || title.get()}</h2>
            <div class="dialog__body">{children()}</div>
        </dialog>
    }
}

/// Opens and closes the element when the signal changes.
fn show_as_told(node: NodeRef<html::Dialog>, open: RwSignal<bool>) {
    Effect::new(move |was_open: Option<bool>| {
        let Some(dialog) = node.get() else { return false };
        let is_open = open.get();
        if is_open && was_open != Some(true) {
            // Taking the attribute away closes it without the event that would say so.
            let _ = dialog.remove_attribute("open");
            // Refused only to an element that has left the page.
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
        }
        is_open
    });
}

/// The buttons of a dialog, the safe one first.
#[component]
pub fn DialogActions(
    /// Buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="dialog__actions">{children()}</div> }
}
