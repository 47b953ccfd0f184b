//! The three cookies of Atout: the session, the language, the theme. No script reads any of them.

use axum::http::{HeaderMap, header::COOKIE};
use domain::language::Language;

use super::{session, visitor::Theme};
use crate::random::Token;

/// The language that was last chosen in this browser.
pub const LANGUAGE: &str = "atout-language";
/// The theme that was chosen in this browser; absent, the system decides.
pub const THEME: &str = "atout-theme";

const YEAR_SECONDS: i64 = 365 * 24 * 60 * 60;

/// The name of the session's cookie. Plain HTTP is served to this machine only, where not every browser takes a secure one.
#[must_use]
pub const fn session_name(https: bool) -> &'static str {
    if https { "__Host-atout" } else { "atout-session" }
}

/// The value of the first cookie called `name`.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'));
    pairs
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// Hands a session to the browser.
#[must_use]
pub fn session(token: &Token, https: bool) -> String {
    written(session_name(https), token.expose(), session::ABSOLUTE_SECONDS, https)
}

/// Takes the session from the browser.
#[must_use]
pub fn no_session(https: bool) -> String {
    written(session_name(https), "", 0, https)
}

/// Remembers a language in the browser.
#[must_use]
pub fn language(language: Language, https: bool) -> String {
    written(LANGUAGE, language.tag(), YEAR_SECONDS, https)
}

/// Remembers a theme in the browser, or leaves it to the system again.
#[must_use]
pub fn theme(theme: Option<Theme>, https: bool) -> String {
    match theme {
        Some(theme) => written(THEME, theme.as_str(), YEAR_SECONDS, https),
        None => written(THEME, "", 0, https),
    }
}

fn written(name: &str, value: &str, max_age: i64, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={max_age}; SameSite=Lax; HttpOnly{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_cookie_is_bound_to_the_host_and_hidden_from_scripts() {
        let token = Token::new();
        let expected =
            format!("__Host-atout={}; Path=/; Max-Age=43200; SameSite=Lax; HttpOnly; Secure", token.expose());
        assert_eq!(session(&token, true), expected);
        assert!(!session(&token, false).contains("Secure"));
        assert!(session(&token, false).starts_with("atout-session="));
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "x-atout-theme=light; atout-theme=dark".parse().unwrap());
        headers.append(COOKIE, "atout-language=fr-FR; atout-theme=light".parse().unwrap());
        assert_eq!(read(&headers, THEME), Some("dark"));
        assert_eq!(read(&headers, LANGUAGE), Some("fr-FR"));
        assert_eq!(read(&headers, "theme"), None);
    }
}
