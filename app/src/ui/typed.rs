//! What a reader has typed. Owns the agreement between a control and its signal; refuses to let hydration undo typing.

use leptos::prelude::*;

/// False on the server and while the page is being taken over, true afterwards.
pub fn use_hydrated() -> ReadSignal<bool> {
    let hydrated = RwSignal::new(false);
    Effect::new(move || hydrated.set(true));
    hydrated.read_only()
}

/// Keeps a signal and a control equal. What was typed before the page was taken over wins over what the server sent.
pub(super) fn keep_typed(
    typed: RwSignal<String>,
    read: impl Fn() -> Option<String> + 'static,
    write: impl Fn(&str) + 'static,
) {
    Effect::new(move |taken_over: Option<bool>| {
        let Some(shown) = read() else { return false };
        let text = typed.get();
        if shown != text {
            if taken_over == Some(true) { write(&text) } else { typed.set(shown) }
        }
        true
    });
}

/// Writes a value into a control whenever it changes, but not the first time: the control came with it.
pub(super) fn follow(value: Signal<String>, write: impl Fn(&str) + 'static) {
    Effect::new(move |before: Option<String>| {
        let value = value.get();
        if before.is_some_and(|before| before != value) {
            write(&value);
        }
        value
    });
}
