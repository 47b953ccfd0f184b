//! A page that could not be read: what happened, and the way on. It gives the answer its status.
//!
//! Owns the words and the statuses of pages without content; refuses to know which page it was.

use domain::refusal::Refusal;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    act::{Changes, here},
    i18n::{MessageId, Words, id, page_title, refusals, t, use_words},
    portal::PortalError,
    routes,
    ui::{LinkButton, PageHead},
};

/// A page that could not be read. Without a session, the way leads to the sign-in page, and back afterwards.
#[component]
pub fn Failed(
    /// Why.
    error: PortalError,
) -> impl IntoView {
    let words = use_words();
    let address = here();
    if error == PortalError::SignedOut {
        sign_in(&address.get_untracked());
    } else {
        answer_with(error.status());
    }
    let again = is_worth_another_try(&error).then(|| {
        view! { <LinkButton label=t!(id::ERRORS_RETRY_LINK) href=address on_press=read_again()/> }.into_any()
    });
    let title = title(&error);
    view! {
        <Title text=page_title(title)/>
        <div class="stack">
            <PageHead title=t!(title)/>
            <p class="prose">{move || detail(words, &error)}</p>
            <div class="cluster">
                {again}
                <LinkButton label=t!(id::ERRORS_DASHBOARD_LINK) href=routes::DASHBOARD/>
            </div>
        </div>
    }
}

/// What stands at an address that leads to nothing.
pub fn not_found() -> impl IntoView {
    view! { <Failed error=PortalError::NotFound/> }
}

fn title(error: &PortalError) -> MessageId {
    match error {
        PortalError::Refused(Refusal::Access(_)) => id::ERRORS_FORBIDDEN_TITLE,
        PortalError::Refused(_) | PortalError::Invalid(_) => id::ERRORS_REFUSED_TITLE,
        PortalError::NotFound => id::ERRORS_NOT_FOUND_TITLE,
        PortalError::SignedOut => id::SIGN_IN_PAGE_TITLE,
        PortalError::Unavailable { .. } => id::ERRORS_UNAVAILABLE_TITLE,
        PortalError::Offline => id::ERRORS_OFFLINE_TITLE,
        PortalError::NoForm => id::ERRORS_FORM_TITLE,
    }
}

fn detail(words: Words, error: &PortalError) -> String {
    match error {
        PortalError::NotFound => words.text(id::ERRORS_NOT_FOUND_DETAIL),
        PortalError::SignedOut => words.text(id::SIGN_IN_REQUIRED_NOTICE),
        PortalError::Offline => words.text(id::ERRORS_OFFLINE_DETAIL),
        PortalError::Refused(_)
        | PortalError::Invalid(_)
        | PortalError::Unavailable { .. }
        | PortalError::NoForm => refusals::error(words, error),
    }
}

const fn is_worth_another_try(error: &PortalError) -> bool {
    matches!(error, PortalError::Unavailable { .. } | PortalError::Offline)
}

/// Reads the page again in place; without script the link loads it again.
fn read_again() -> Callback<()> {
    let changes = Changes::current();
    Callback::new(move |()| changes.raise())
}

/// Gives the page its status.
#[cfg(feature = "ssr")]
pub fn answer_with(status: u16) {
    if let (Some(response), Ok(status)) =
        (use_context::<leptos_axum::ResponseOptions>(), axum::http::StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
}

/// A browser has had its answer.
#[cfg(not(feature = "ssr"))]
pub fn answer_with(_status: u16) {}

#[cfg(feature = "ssr")]
fn sign_in(back: &str) {
    use axum::http::{HeaderValue, header};
    answer_with(303);
    if let (Some(response), Ok(to)) = (
        use_context::<leptos_axum::ResponseOptions>(),
        HeaderValue::from_str(&routes::sign_in_and_back(back)),
    ) {
        response.insert_header(header::LOCATION, to);
    }
}

/// Loads the sign-in page anew, because the frame around the pages knows a person who is signed in no more.
#[cfg(not(feature = "ssr"))]
fn sign_in(back: &str) {
    let _ = window().location().replace(&routes::sign_in_and_back(back));
}
