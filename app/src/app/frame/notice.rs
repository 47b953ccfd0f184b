//! What the form that led to the page has done, at the top of the page.
//!
//! Owns how the flash is read, shown once and taken out of the address; refuses to know the forms. Few pages have one:
//! what it takes to say it is fetched when there is one.

use domain::id::EventId;
use leptos::prelude::*;

use crate::{
    act::{ActForm, Changes},
    api::{Ask, Reading, Wire},
    flash::{ArrivingFlash, Flash, Notice},
    i18n::{MessageId, notices, outcomes, t, use_words},
    pages::answer_with,
    routes,
    ui::{Button, ButtonSize, Note, Tone},
};

/// The parameter of the address that names the flash.
const PARAMETER: &str = "flash";

/// Reads the flash that the address names, and puts it in context for the pages ([`crate::flash::use_flash`]).
pub fn provide_flash() -> Reading<Option<Flash>> {
    let query = routes::use_query();
    let flash =
        Reading::first(move || (Ask::Flash { id: query.read().get(PARAMETER).unwrap_or_default() }, 0));
    provide_context(ArrivingFlash(flash));
    #[cfg(not(feature = "ssr"))]
    Effect::new(|| super::address::forget(PARAMETER));
    flash
}

/// The notice, until something else happens on the page.
#[component]
pub fn Notices(
    /// What the address has named.
    flash: Reading<Option<Flash>>,
) -> impl IntoView {
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let wire = flash.wire().await;
                if wire.is_nothing::<Flash>() { ().into_any() } else { flash_notice(wire).await }
            })}
        </Transition>
    }
}

#[lazy]
pub fn flash_notice(wire: Wire) -> AnyView {
    let Ok(Some(Flash { notice, .. })) = wire.read() else { return ().into_any() };
    if notice.status() != 200 {
        answer_with(notice.status());
    }
    let changes = Changes::current();
    let is_latest = move || changes.count() == 0;
    view! { <Show when=is_latest><Said notice=notice.clone()/></Show> }.into_any()
}

/// One notice, with the way back where there is one.
#[component]
fn Said(
    /// What happened.
    notice: Notice,
) -> impl IntoView {
    let words = use_words();
    let tone = tone(&notice);
    let undo = undo(&notice);
    view! {
        <div class="shell__notice">
            <Note tone live=true>{move || notices::notice(words, &notice)}</Note>
            {undo.map(|(event, label)| view! { <Undo event label/> }.into_any())}
        </div>
    }
}

/// The form that undoes what was done.
#[component]
fn Undo(
    /// The change, as the log names it.
    event: EventId,
    /// How undoing it is called.
    label: MessageId,
) -> impl IntoView {
    view! {
        <ActForm command="undo-seat-change">
            <input type="hidden" name="event" value=event.to_string()/>
            <Button label=t!(label) size=ButtonSize::Small/>
        </ActForm>
    }
}

fn undo(notice: &Notice) -> Option<(EventId, MessageId)> {
    let Notice::Done(outcome) = notice else { return None };
    outcome.undoable().zip(outcomes::undo(outcome))
}

const fn tone(notice: &Notice) -> Tone {
    match notice {
        Notice::Done(_)
        | Notice::BrowserSignedOut
        | Notice::OthersSignedOut { .. }
        | Notice::PasswordChanged { .. } => Tone::Good,
        Notice::SignedOut | Notice::SessionEnded => Tone::Info,
        Notice::SignInSlow { .. } | Notice::SignInClosed => Tone::Warn,
        Notice::SignInWrong
        | Notice::InvitationSpent
        | Notice::PasswordRefused(_)
        | Notice::PasswordWrong
        | Notice::Failed(_) => Tone::Bad,
    }
}
