//! The form of an act.

use domain::company::FieldFault;
#[cfg(not(feature = "ssr"))]
use domain::refusal::Refusal;
use leptos::{ev::SubmitEvent, html, prelude::*};
use leptos_router::hooks::use_location;

use super::{BACK, Changes, ONCE, OnDone, new_once, path};
#[cfg(not(feature = "ssr"))]
use crate::ui::{focus, focus_on};
use crate::{
    i18n::{refusals, use_words},
    portal::PortalError,
    ui::{Note, Tone},
};

/// Where a form stands between being sent and being answered.
#[derive(Clone, Copy)]
pub struct Acting {
    /// Whether an answer is awaited: the button says so, and a second click does nothing.
    pub is_busy: RwSignal<bool>,
    /// Why the last attempt was not carried out.
    pub error: RwSignal<Option<PortalError>>,
    /// The idempotency key under which the form is sent until it was carried out: an attempt that failed keeps it, since
    /// whatever stood between may have lost the answer to an act that was carried out. The form that has changed since
    /// is told so, and goes on under another one.
    once: RwSignal<String>,
    /// The fields that say themselves what is wrong with them.
    fields: StoredValue<Vec<&'static str>>,
}

impl Acting {
    /// A form that has not been sent.
    #[must_use]
    pub fn new() -> Self {
        Self {
            is_busy: RwSignal::new(false),
            error: RwSignal::new(None),
            once: RwSignal::new(new_once()),
            fields: StoredValue::new(Vec::new()),
        }
    }

    /// What is wrong with what was typed into the field `name`, followed: for the field to say.
    #[must_use]
    pub fn fault(self, name: &'static str) -> Option<FieldFault> {
        self.fields.update_value(|fields| {
            if !fields.contains(&name) {
                fields.push(name);
            }
        });
        self.error.with(|error| error.as_ref().and_then(|error| error.fault(name)))
    }

    /// Runs `done` after each act that is carried out, with whether `typed` still holds what was sent: the next text may
    /// be there already.
    pub fn follow(self, typed: RwSignal<String>, done: impl Fn(bool) + 'static) {
        Effect::new(move |sent: Option<Option<String>>| {
            let is_busy = self.is_busy.get();
            let (sent, typed) = (sent.flatten(), typed.get_untracked());
            if is_busy {
                return sent.or(Some(typed));
            }
            if let Some(sent) = sent
                && self.error.read_untracked().is_none()
            {
                done(sent == typed);
            }
            None
        });
    }

    /// Whether every fault of `error` is said by its field.
    fn is_at_fields(self, error: &PortalError) -> bool {
        let PortalError::Invalid(faults) = error else { return false };
        self.fields
            .with_value(|fields| faults.iter().all(|fault| fields.iter().any(|field| *field == fault.field)))
    }
}

impl Default for Acting {
    fn default() -> Self {
        Self::new()
    }
}

/// A form that posts to the door. Its children are the fields and the button.
#[component]
pub fn ActForm(
    /// The command, as `domain::command::Command::name` names it.
    command: &'static str,
    /// The class of the form.
    #[prop(default = "act")]
    class: &'static str,
    /// An identity, so that buttons outside of the form can belong to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Runs after the act was carried out in place; by default the page reads itself again and a toast says what happened.
    #[prop(optional, into)]
    on_done: Option<OnDone>,
    /// Where the cursor goes once the act was carried out, by id: in a list that is drawn anew, the place of the form may be
    /// another row's.
    #[prop(optional, into)]
    lands: Option<String>,
    /// Where the form stands, when the page wants to show it elsewhere too.
    #[prop(optional)]
    acting: Acting,
    /// Fields and button.
    children: Children,
) -> impl IntoView {
    let form = NodeRef::<html::Form>::new();
    let back = here();
    let on_submit = submitted(form, acting, Afterwards { on_done, lands });
    forget_when_changed(acting);
    view! {
        // Where scripts run, what is wrong with a field is said by us, in the language of the page.
        <form node_ref=form id=id class=class method="post" action=path(command) prop:noValidate=true on:submit=on_submit>
            <input type="hidden" name=ONCE value=move || acting.once.get()/>
            <input type="hidden" name=BACK value=back/>
            {children()}
            <ActError command acting/>
        </form>
    }
}

/// What follows once the act was carried out.
#[derive(Clone)]
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "a server sends no form in place"))]
struct Afterwards {
    on_done: Option<OnDone>,
    lands: Option<String>,
}

/// What was wrong before something has changed is not said any longer.
fn forget_when_changed(acting: Acting) {
    let changes = Changes::current();
    Effect::new(move |before: Option<u32>| {
        let count = changes.count();
        if before.is_some_and(|before| before != count) {
            acting.error.set(None);
        }
        count
    });
}

/// Why the act was not carried out, beside the button that was pressed; unless its field says so.
#[component]
fn ActError(command: &'static str, acting: Acting) -> impl IntoView {
    let words = use_words();
    move || {
        acting.error.get().filter(|error| !acting.is_at_fields(error)).map(|error| {
            let text = move || refusals::of_act(words, command, &error);
            view! { <Note tone=Tone::Bad live=true>{text}</Note> }
        })
    }
}

/// The path and query of the page, without the flash that it has shown.
pub fn here() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        let path = location.pathname.get();
        let kept: Vec<_> = location
            .search
            .get()
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("flash="))
            .map(str::to_owned)
            .collect();
        if kept.is_empty() { path } else { format!("{path}?{}", kept.join("&")) }
    })
}

#[cfg(feature = "ssr")]
fn submitted(
    _form: NodeRef<html::Form>,
    _acting: Acting,
    _afterwards: Afterwards,
) -> impl Fn(SubmitEvent) + 'static {
    |_| {}
}

/// Sends the form in place. Until the answer is there the form is not sent again.
#[cfg(not(feature = "ssr"))]
fn submitted(
    form: NodeRef<html::Form>,
    acting: Acting,
    afterwards: Afterwards,
) -> impl Fn(SubmitEvent) + 'static {
    let settled = super::settled::Settled::new();
    move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        if acting.is_busy.get_untracked() {
            return;
        }
        let (pressed, Afterwards { on_done, lands }) = (pressed_button(&event), afterwards.clone());
        if let Some(once) = once_in(&form) {
            acting.once.set(once);
        }
        acting.is_busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = super::send::send(&form, pressed).await;
            // After an earlier act the page may have read itself again meanwhile, and put another form in this one's place.
            let is_lost = acting.is_busy.try_set(false).is_some();
            match answer {
                Err(PortalError::SignedOut) => super::settled::Settled::sign_in(),
                Err(error) if is_lost => settled.fail(error),
                Err(error) => {
                    if matches!(error, PortalError::Refused(Refusal::AlreadySent { .. })) {
                        acting.once.set(new_once());
                    }
                    if let Some(field) = field_at_fault(&form, &error) {
                        focus(&field);
                    }
                    acting.error.set(Some(error));
                }
                Ok(done) => {
                    acting.once.try_set(new_once());
                    acting.error.try_set(None);
                    if let Some(place) = lands {
                        focus_on(&place);
                    }
                    match on_done {
                        Some(on_done) => on_done.run(done),
                        None => settled.say(&done.outcome),
                    }
                }
            }
        });
    }
}

/// The control in which the reader has typed what is wrong, when that is all there is to say.
#[cfg(not(feature = "ssr"))]
fn field_at_fault(form: &web_sys::HtmlFormElement, error: &PortalError) -> Option<web_sys::Element> {
    let PortalError::Invalid(faults) = error else { return None };
    let [only] = faults.as_slice() else { return None };
    let named = format!("[name^={}]:not([type=hidden])", only.field);
    form.query_selector(&named).ok().flatten()
}

/// The name and value of the button that was pressed: a form's own data leaves them out.
#[cfg(not(feature = "ssr"))]
fn pressed_button(event: &SubmitEvent) -> Option<(String, String)> {
    use wasm_bindgen::JsCast;
    let button: web_sys::HtmlButtonElement = event.submitter()?.dyn_into().ok()?;
    let name = button.name();
    (!name.is_empty()).then(|| (name, button.value()))
}

/// The idempotency key that the form holds: in a page that the server has drawn, the server made it.
#[cfg(not(feature = "ssr"))]
fn once_in(form: &web_sys::HtmlFormElement) -> Option<String> {
    use wasm_bindgen::JsCast;
    let field = form.query_selector("input[name=once]").ok().flatten()?;
    Some(field.dyn_into::<web_sys::HtmlInputElement>().ok()?.value())
}
