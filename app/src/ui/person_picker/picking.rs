//! What happens while a person is picked. Owns the active option, the keys and the choice; refuses to draw.

use super::PickerOption;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// The state of a picker.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    pub typed: RwSignal<String>,
    pub chosen: RwSignal<Option<String>>,
    pub options: Signal<Vec<PickerOption>>,
    pub expanded: RwSignal<bool>,
    pub active: RwSignal<Option<usize>>,
    pub input: NodeRef<html::Input>,
    pub submit_on_choose: bool,
    pub on_choose: Option<Callback<String>>,
}

impl Picking {
    /// The list is on the screen.
    pub fn is_open(self) -> bool {
        self.expanded.get() && self.chosen.get().is_none() && !self.options.get().is_empty()
    }

    /// New options make the one that is meant active: Enter chooses it. Among several nobody is active until the reader
    /// points at somebody.
    pub fn follow_options(self) {
        Effect::new(move || {
            let options = self.options.read();
            self.active.set(options.iter().position(|option| option.is_meant && option.closed.is_none()));
        });
    }

    /// A field that is drawn anew under the cursor has its list open as before.
    pub fn open_under_cursor(self) {
        Effect::new(move || {
            let input = self.input.get();
            let active = document().active_element();
            if input.zip(active).is_some_and(|(input, active)| input.is_same_node(Some(&active))) {
                self.expanded.set(true);
            }
        });
    }

    /// What was typed replaces what was chosen.
    pub fn type_text(self, text: String) {
        self.typed.set(text);
        self.chosen.set(None);
        self.expanded.set(true);
    }

    /// Chooses an option, unless it is closed.
    pub fn choose(self, index: usize) {
        let options = self.options.get_untracked();
        let Some(option) = options.get(index).filter(|option| option.closed.is_none()) else { return };
        self.typed.set(option.title.clone());
        self.chosen.set(Some(option.value.clone()));
        self.expanded.set(false);
        if let Some(hear) = self.on_choose {
            hear.run(option.value.clone());
        }
        if self.submit_on_choose {
            // The hidden field with the choice is on the page only after this turn.
            set_timeout(move || self.submit(), Duration::ZERO);
        }
    }

    fn submit(self) {
        if let Some(form) = self.input.get_untracked().and_then(|input| input.form()) {
            let _ = form.request_submit();
        }
    }

    fn step(self, forward: bool) {
        if !self.expanded.get_untracked() {
            self.expanded.set(true);
            return;
        }
        let count = self.options.get_untracked().len();
        if count == 0 {
            return;
        }
        self.active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(at), true) => (at + 1) % count,
                (Some(at), false) => (at + count - 1) % count,
            });
        });
    }

    /// Arrows move, Enter chooses, Escape closes. Enter where nobody is active opens the list, and is left to the form.
    pub fn press(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                self.step(true);
            }
            "ArrowUp" => {
                event.prevent_default();
                self.step(false);
            }
            "Enter" => match self.active.get_untracked().filter(|_| untrack(|| self.is_open())) {
                Some(active) => {
                    event.prevent_default();
                    self.choose(active);
                }
                None => self.expanded.set(true),
            },
            "Escape" if untrack(|| self.is_open()) => {
                event.prevent_default();
                event.stop_propagation();
                self.expanded.set(false);
            }
            _ => {}
        }
    }
}
