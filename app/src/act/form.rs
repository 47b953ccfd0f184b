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
    let on_submit = submitted(form, acting, on_done);
    view! {
        <form node_ref=form id=id class=class method="post" action=path(command) on:submit=on_submit>
            <input type="hidden" name=ONCE value=new_once()/>
            <input type="hidden" name=BACK value=back/>
            {children()}
            <ActError acting=acting/>
        </form>
    }
}

/// Why the act was not carried out, beside the button that was pressed.
#[component]
fn ActError(acting: Acting) -> impl IntoView {
    let words = use_words();
    move || {
        acting.error.get().map(|error| {
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
    _on_done: Option<Callback<Done>>,
) -> impl Fn(SubmitEvent) + 'static {
    |_| {}
}

/// Sends the form in place. Until the answer is there the form is not sent again.
#[cfg(not(feature = "ssr"))]
fn submitted(
    form: NodeRef<html::Form>,
    acting: Acting,
    on_done: Option<Callback<Done>>,
) -> impl Fn(SubmitEvent) + 'static {
    let settled = super::settled::Settled::new();
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
            acting.is_busy.set(false);
            match answer {
                Ok(done) => {
                    renew(&form);
                    acting.error.set(None);
                    match on_done {
                        Some(on_done) => on_done.run(done),
                        None => settled.say(&done.outcome),
                    }
                }
                Err(PortalError::SignedOut) => super::settled::Settled::sign_in(),
                Err(error) => acting.error.set(Some(error)),
            }
        });
    }
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
