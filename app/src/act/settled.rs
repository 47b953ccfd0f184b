//! What follows an act that was carried out in place: the page reads itself again, and a toast says what happened.

use domain::{command::Command, id::EventId, outcome::Outcome};
use leptos::prelude::*;

use super::{BACK, Changes, Done, ONCE, new_once, path};
use crate::{
    flash::SESSION_ENDED,
    i18n::{Words, outcomes, refusals, use_words},
    portal::PortalError,
    routes,
    ui::{ToastAction, Toasts, use_toasts},
};

/// What an act needs afterwards, taken from context while there is one.
#[derive(Clone, Copy)]
pub struct Settled {
    words: Words,
    toasts: Toasts,
    changes: Changes,
}

impl Settled {
    /// Takes from context what will be needed.
    #[must_use]
    pub fn new() -> Self {
        Self { words: use_words(), toasts: use_toasts(), changes: Changes::current() }
    }

    /// The page reads itself again, and a toast says what happened, with the way back where there is one.
    pub fn say(self, outcome: &Outcome) {
        self.changes.raise();
        let (words, said) = (self.words, outcome.clone());
        let text = TextProp::from(move || outcomes::outcome(words, &said));
        match outcome.undoable().zip(outcomes::undo(outcome)) {
            Some((event, undo)) => {
                let label = TextProp::from(move || words.text(undo));
                let on_press = Callback::new(move |()| self.undo(event));
                self.toasts.offer(text, ToastAction { label, on_press });
            }
            None => self.toasts.say(text),
        }
    }

    /// A toast says what failed, for an act whose form is no longer there to say it.
    pub fn fail(self, error: PortalError) {
        let words = self.words;
        self.toasts.fail(TextProp::from(move || refusals::error(words, &error)));
    }

    /// Leaves for the sign-in page, which says why and comes back here.
    pub fn sign_in() {
        let back = routes::encoded(&back());
        let _ =
            window().location().set_href(&format!("{}?back={back}&flash={SESSION_ENDED}", routes::SIGN_IN));
    }

    fn undo(self, event: EventId) {
        leptos::task::spawn_local(async move {
            match send_undo(event).await {
                Ok(done) => self.say(&done.outcome),
                Err(error) => {
                    self.changes.raise();
                    self.fail(error);
                }
            }
        });
    }
}

/// The path and query of the page.
fn back() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

async fn send_undo(event: EventId) -> Result<Done, PortalError> {
    let body = web_sys::UrlSearchParams::new().map_err(|_| PortalError::Offline)?;
    body.set(ONCE, &new_once());
    body.set(BACK, &back());
    body.set("event", &event.to_string());
    super::send::post(&path(Command::UndoSeatChange { event }.name()), &body).await
}
