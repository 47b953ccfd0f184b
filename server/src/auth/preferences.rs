//! What a person chooses for their own screen: the company, the language, the theme.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::{command::PersonCommand, id::UserId, language::Language};
use serde::Deserialize;

use super::{
    Auth, Theme, Visitor, back, cookie,
    form::{Failure, Fields, returned},
};
use crate::db::sessions;

/// The fields of the company switch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyChoice {
    user: UserId,
    #[serde(default)]
    back: String,
    /// Every form carries one. Choosing twice is choosing, so it is not looked at.
    #[serde(default, rename = "once")]
    _once: String,
}

/// `POST /act/switch-company`: puts another of the person's companies on screen; to any other, 404. To go to a company
/// that has invited the person meanwhile is to accept, as signing in is.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn switch_company(
    State(auth): State<Auth>,
    visitor: Visitor,
    Fields(form): Fields<CompanyChoice>,
) -> Result<Response, Failure> {
    let to = back::local(&form.back);
    let Some(session) = visitor.session else { return Ok(Redirect::to(&back::sign_in(to)).into_response()) };
    if !auth.directory.places(session.account_id).await?.contains(&form.user) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    let mut tx = auth.database.begin().await?;
    auth.directory.change(&mut tx, session.account_id, PersonCommand::AcceptInvitation).await?;
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
    #[serde(default, rename = "once")]
    _once: String,
}

/// `POST /act/language`: remembers the language for the person and for the browser, and returns to the same page.
///
/// # Errors
/// [`Failure`] of the server.
pub async fn set_language(
    State(auth): State<Auth>,
    visitor: Visitor,
    headers: HeaderMap,
    Fields(form): Fields<LanguageChoice>,
) -> Result<Response, Failure> {
    if let Some(session) = &visitor.session {
        let chosen = PersonCommand::ChooseLanguage { language: form.language };
        let mut tx = auth.database.begin().await?;
        auth.directory.change(&mut tx, session.account_id, chosen).await?;
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
