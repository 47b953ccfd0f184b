//! The form of an act.

use domain::company::FieldFault;
use leptos::{ev::SubmitEvent, html, prelude::*};
use leptos_router::hooks::use_location;

use super::{BACK, Done, ONCE, new_once, path};
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
}

impl Acting {
    /// A form that has not been sent.
    #[must_use]
    pub fn new() -> Self {
        Self { is_busy: RwSignal::new(false), error: RwSignal::new(None) }
    }

    /// What is wrong with what was typed into the field `name`, followed.
    #[must_use]
    pub fn fault(self, name: &str) -> Option<FieldFault> {
        self.error.with(|error| error.as_ref().and_then(|error| error.fault(name)))
    }

    /// Runs `empty` once an act is carried out, for the next text; not if that one is typed already.
    pub fn empties(self, typed: RwSignal<String>, empty: impl Fn() + 'static) {
        Effect::new(move |sent: Option<Option<String>>| {
            let is_busy = self.is_busy.get();
            let (sent, typed) = (sent.flatten(), typed.get_untracked());
            if is_busy {
                return sent.or(Some(typed));
            }
            if sent == Some(typed) && self.error.read_untracked().is_none() {
                empty();
            }
            None
        });
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
    on_done: Option<Callback<Done>>,
    /// Where the form stands, when the page wants to show it elsewhere too.
    #[prop(optional)]
    acting: Acting,
    /// Fields and button.
    children: Children,
) -> impl IntoView {
    let form = NodeRef::<html::Form>::new();
    let back = here();
    let at_field = RwSignal::new(false);
    let on_submit = submitted(form, acting, at_field, on_done);
    view! {
        // Where scripts run, what is wrong with a field is said by us, in the language of the page.
        <form node_ref=form id=id class=class method="post" action=path(command) prop:noValidate=true on:submit=on_submit>
            <input type="hidden" name=ONCE value=new_once()/>
            <input type="hidden" name=BACK value=back/>
            {children()}
            <ActError acting at_field/>
        </form>
    }
}

/// Why the act was not carried out, beside the button that was pressed; unless its field says so.
#[component]
fn ActError(acting: Acting, at_field: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    move || {
        acting.error.get().filter(|_| !at_field.get()).map(|error| {
            let text = move || refusals::error(words, &error);
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
    _at_field: RwSignal<bool>,
    _on_done: Option<Callback<Done>>,
) -> impl Fn(SubmitEvent) + 'static {
    |_| {}
}

/// Sends the form in place. Until the answer is there the form is not sent again.
#[cfg(not(feature = "ssr"))]
fn submitted(
    form: NodeRef<html::Form>,
    acting: Acting,
    at_field: RwSignal<bool>,
    on_done: Option<Callback<Done>>,
) -> impl Fn(SubmitEvent) + 'static {
    let (settled, drawing) = (super::settled::Settled::new(), StoredValue::new(()));
    move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        if acting.is_busy.get_untracked() {
            return;
        }
        let pressed = pressed_button(&event);
        acting.is_busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = super::send::send(&form, pressed).await;
            // After an earlier act the page may have read itself again meanwhile, and put another form in this one's place.
            // What the fields hold may outlive a drawing ([`super::Fields`]); what hears of the answer does not.
            let (is_redrawn, is_lost) = (drawing.is_disposed(), acting.is_busy.try_set(false).is_some());
            match answer {
                Err(PortalError::SignedOut) => super::settled::Settled::sign_in(),
                Err(error) if is_lost => settled.fail(error),
                Err(error) => {
                    let field = field_at_fault(&form, &error);
                    at_field.try_set(field.is_some());
                    acting.error.set(Some(error));
                    if let Some(field) = field {
                        // A field that can be seen takes the focus.
                        let _ = field.focus();
                    }
                }
                Ok(done) => {
                    renew(&form);
                    acting.error.try_set(None);
                    match on_done.filter(|_| !is_redrawn) {
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
fn field_at_fault(form: &web_sys::HtmlFormElement, error: &PortalError) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    let PortalError::Invalid(faults) = error else { return None };
    let [only] = faults.as_slice() else { return None };
    let named = format!("[name^={}]:not([type=hidden])", only.field);
    form.query_selector(&named).ok().flatten()?.dyn_into().ok()
}

/// The name and value of the button that was pressed: a form's own data leaves them out.
#[cfg(not(feature = "ssr"))]
fn pressed_button(event: &SubmitEvent) -> Option<(String, String)> {
    use wasm_bindgen::JsCast;
    let button: web_sys::HtmlButtonElement = event.submitter()?.dyn_into().ok()?;
    let name = button.name();
    (!name.is_empty()).then(|| (name, button.value()))
}

/// A new idempotency key for the next time that the form is sent. An attempt that failed keeps the old one: whatever stood
/// between may have lost the answer to an act that was carried out.
#[cfg(not(feature = "ssr"))]
fn renew(form: &web_sys::HtmlFormElement) {
    use wasm_bindgen::JsCast;
    let field = form.query_selector("input[name=once]").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(&new_once());
    }
}
