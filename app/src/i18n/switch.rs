//! A change of language in place.
//!
//! Owns how a browser finds and reads the messages that it does not have yet. Refuses to store the choice, which is a
//! command like any other.

use domain::language::Language;

use super::bundle;

/// The messages of the other language could not be read: the page stays as it is, and a plain form post can still do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSwitched;

/// The attribute of `<html>` that says where the messages of `language` are.
pub const fn ftl_attribute(language: Language) -> &'static str {
    match language {
        Language::English => "data-ftl-en",
        Language::French => "data-ftl-fr",
    }
}

/// Makes the messages of `language` present.
#[cfg_attr(
    feature = "ssr",
    expect(clippy::unused_async, reason = "the server has them all; a browser waits")
)]
pub(super) async fn prepare(language: Language) -> Result<(), NotSwitched> {
    if bundle::is_loaded(language) {
        return Ok(());
    }
    #[cfg(not(feature = "ssr"))]
    if !bundle::load(language, &client::fetch(language).await.ok_or(NotSwitched)?) {
        return Err(NotSwitched);
    }
    Ok(())
}

/// Tells the page's reader, and whoever reads it aloud, which language it is in now.
pub(super) fn announce(language: Language) {
    #[cfg(not(feature = "ssr"))]
    client::set_document_language(language);
    #[cfg(feature = "ssr")]
    let _ = language;
}

#[cfg(not(feature = "ssr"))]
pub use client::document_language;

#[cfg(not(feature = "ssr"))]
mod client {
    //! What needs a document.

    use domain::language::Language;
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Element, Response};

    /// The language of the page as the server sent it: the only one that agrees with its text.
    pub fn document_language() -> Language {
        root()
            .and_then(|root| root.get_attribute("lang"))
            .and_then(|tag| Language::from_tag(&tag))
            .unwrap_or_default()
    }

    pub(super) fn set_document_language(language: Language) {
        if let Some(root) = root() {
            // The attribute's name is valid, which is all that can be wrong here.
            let _ = root.set_attribute("lang", language.tag());
        }
    }

    pub(super) async fn fetch(language: Language) -> Option<String> {
        let path = root()?.get_attribute(super::ftl_attribute(language))?;
        let response = JsFuture::from(web_sys::window()?.fetch_with_str(&path)).await.ok()?;
        let response: Response = response.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    }

    fn root() -> Option<Element> {
        web_sys::window()?.document()?.document_element()
    }
}
