//! A form that came to a server which could not answer: what happened, and the same form again.
//!
//! Only the server draws it, for a browser that has left the page of the form. It is sent under the same key, so that it is
//! carried out once, whatever became of the first time. Owns the way to try again; refuses to know what the form asks for.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use crate::{
    act::path,
    i18n::{id, page_title, refusals, t, use_words},
    portal::PortalError,
    routes,
    ui::{Button, ButtonVariant, LinkButton, PageHead},
};

/// A form as it was sent.
#[derive(Clone, Debug)]
pub struct Unanswered {
    /// Why there is no answer.
    pub error: PortalError,
    /// What it asks for.
    pub command: &'static str,
    /// Its fields, hidden ones too.
    pub fields: Vec<(String, String)>,
}

/// The page with the form.
#[component]
pub fn ResendPage(
    /// The form.
    unanswered: Unanswered,
) -> impl IntoView {
    let words = use_words();
    let Unanswered { error, command, fields } = unanswered;
    super::failed::answer_with(error.status());
    let hidden = |(name, value)| view! { <input type="hidden" name=name value=value/> };
    view! {
        <Title text=page_title(id::ERRORS_UNAVAILABLE_TITLE)/>
        <Meta name="robots" content="noindex"/>
        <div class="stack">
            <PageHead title=t!(id::ERRORS_UNAVAILABLE_TITLE)/>
            <p class="prose">{move || refusals::of_act(words, command, &error)}</p>
            <form class="cluster" method="post" action=path(command)>
                {fields.into_iter().map(hidden).collect_view()}
                <Button label=t!(id::ERRORS_RETRY_LINK) variant=ButtonVariant::Primary/>
                <LinkButton label=t!(id::ERRORS_DASHBOARD_LINK) href=routes::DASHBOARD/>
            </form>
        </div>
    }
}
