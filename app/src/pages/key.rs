//! The page that holds one key: the answer to *Show* without JavaScript, and nothing that can be asked for again.
//!
//! It is a document of its own, without the client: nothing of it is kept, and after thirty seconds it returns to the
//! masked page.

use domain::language::Language;
use leptos::prelude::*;

use crate::i18n::{id, text};

/// How long a key is shown.
pub const SHOWN_SECONDS: u32 = 30;

/// The document that shows `key` once and returns to `back`.
#[must_use]
pub fn key_page(language: Language, css: &str, key: &str, back: &str) -> String {
    let document = view! {
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta http-equiv="refresh" content=format!("{SHOWN_SECONDS};url={back}")/>
                <meta name="robots" content="noindex"/>
                <title>{text(language, id::KEY_PAGE_TITLE)}</title>
                <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                <link rel="stylesheet" href=css.to_owned()/>
            </head>
            <body>
                <main id="main" class="key-page stack">
                    <h1>{text(language, id::KEY_PAGE_TITLE)}</h1>
                    <p class="mono key-page__key" translate="no">{key.to_owned()}</p>
                    <p class="soft">{text(language, id::KEY_PAGE_DURATION)}</p>
                    <p><a class="button button--secondary" href=back.to_owned()>{text(language, id::KEY_PAGE_BACK_LINK)}</a></p>
                </main>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", document.to_html())
}
