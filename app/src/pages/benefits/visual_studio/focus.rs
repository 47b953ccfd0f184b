//! Where the cursor goes when something opens, and after an act. Owns no element; refuses to take the focus from a reader
//! who is somewhere else.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::super::named::Named;
use crate::{
    act::{Acting, Changes},
    ui::{focus_on, use_hydrated},
};

/// Puts the cursor into `field` when the reader has opened it by the link that controls `opener`, or has come by a link from
/// another page to the row, and not to a seat. Who has loaded the page begins at its beginning.
pub fn follow(field: String, opener: String) {
    let has_come = Named::is_awaited();
    Effect::new(move || {
        let (field, opener) = (field.clone(), opener.clone());
        // One frame later the parts that are new stand in the document.
        request_animation_frame(move || {
            let controlled =
                document().active_element().and_then(|active| active.get_attribute("aria-controls"));
            let has_come = has_come && window().location().hash().is_ok_and(|hash| hash.starts_with("#row-"));
            if has_come || controlled.is_some_and(|controlled| controlled == opener) {
                focus_on(&field);
            }
        });
    });
}

/// Puts the cursor back when the element that had it has gone with the act: to the one of its name, or else to `place`.
pub fn catch(place: String) {
    let is_after_act = untrack(|| Changes::current().count()) > 0;
    Effect::new(move || {
        let place = place.clone();
        let before = document().active_element().map(|active| active.id()).unwrap_or_default();
        request_animation_frame(move || {
            let is_lost = || document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            for place in [&before, &place] {
                if is_after_act && is_lost() {
                    focus_on(place);
                }
            }
        });
    });
}

/// What the address points at, for it to be marked. Until the page is taken over the browser marks it itself.
pub fn named() -> Signal<String> {
    let (hash, is_hydrated) = (use_location().hash, use_hydrated());
    Signal::derive(move || {
        if is_hydrated.get() { hash.read().trim_start_matches('#').to_owned() } else { String::new() }
    })
}

/// Runs `done` each time that a form has been carried out in place.
pub fn when_done(acting: Acting, done: impl Fn() + 'static) {
    Effect::new(move |was_busy: Option<bool>| {
        let is_busy = acting.is_busy.get();
        if was_busy == Some(true) && !is_busy && acting.error.get_untracked().is_none() {
            done();
        }
        is_busy
    });
}
