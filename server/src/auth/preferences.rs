//! What a person chooses for their own screen: the company, the language, the theme.

use app::api::packed;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::{command::PersonCommand, id::UserId, language::Language};
use serde::Deserialize;

use super::{
    Auth, Theme, Visitor, back, cookie,
    form::{Failure, Fields, drawn_for, not_done, returned},
};
use crate::db::sessions::changes as sessions;

/// The fields of the company switch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyChoice {
    user: UserId,
    #[serde(default)]
    back: String,
    /// Choosing twice is choosing; but the form may have been drawn for somebody else.
    #[serde(default)]
    once: String,
}

/// `POST /act/switch-company`: puts another of the person's companies on screen; to any other, 404. To go to a company
/// that has invited the person meanwhile is to accept, as signing in is.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn switch_company(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<CompanyChoice>,
) -> Result<Response, Failure> {
    let to = back::local(&form.back);
    let session = match drawn_for(&visitor, &form.once) {
        Ok(session) => session,
        Err(error) => return not_done(&auth, (&visitor, &headers), error, to).await,
    };
    if !auth.directory.places(session.account_id).await?.contains(&form.user) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    let mut tx = auth.database.begin().await?;
    let _ = auth.directory.change(&mut tx, session.into(), PersonCommand::AcceptInvitation).await?;
    sessions::set_user(&mut tx, session.session_id, form.user).await?;
    tx.commit().await?;
    Ok(Redirect::to(to).into_response())
}

/// The fields of the language switch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageChoice {
    language: Language,
    #[serde(default)]
    back: String,
    /// See [`CompanyChoice`].
    #[serde(default)]
    once: String,
}

/// `POST /act/language`: remembers the language for the person and for the browser, and returns to the same page. Where the
/// page was drawn for somebody else, it is remembered for the browser only.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn set_language(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<LanguageChoice>,
) -> Result<Response, Failure> {
    let client = headers.get(packed::CLIENT).and_then(|client| client.to_str().ok()).unwrap_or_default();
    if let Ok(session) = drawn_for(&visitor, &form.once)
        && visitor.is_drawn_by(client)
    {
        let chosen = PersonCommand::ChooseLanguage { language: form.language };
        let mut tx = auth.database.begin().await?;
        let _ = auth.directory.change(&mut tx, session.into(), chosen).await?;
        tx.commit().await?;
    }
    // A link with `?lang=` would go on deciding, and the switch would seem to do nothing.
    let to = back::without(back::local(&form.back), "lang");
    Ok(returned(&headers, &to, vec![cookie::language(form.language, visitor.https)]))
}

/// The fields of the theme switch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeChoice {
    theme: ThemeName,
    #[serde(default)]
    back: String,
    /// See [`CompanyChoice`].
    #[serde(default, rename = "once")]
    _once: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ThemeName {
    Light,
    Dark,
    System,
}

/// `POST /act/theme`: remembers the theme for the browser, and returns to the same page.
pub async fn set_theme(visitor: Visitor, headers: HeaderMap, Fields(form): Fields<ThemeChoice>) -> Response {
    let theme = match form.theme {
        ThemeName::Light => Some(Theme::Light),
        ThemeName::Dark => Some(Theme::Dark),
        ThemeName::System => None,
    };
    returned(&headers, back::local(&form.back), vec![cookie::theme(theme, visitor.https)])
}
