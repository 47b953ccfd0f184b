//! The document around the application: what the browser is told before it has a page, and how the client begins.
//!
//! Owns `<html>`, `<head>` and the facts that do not change while the document is open; refuses to know any page.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::MetaTags;
use leptos_router::hooks::use_location;

use super::App;
use crate::{
    i18n::{self, id},
    ui::focus,
};

/// What the server says about the document that it sends.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The folder of the client package: `/pkg/<hash>`; empty for a page that no client takes over.
    pub package: String,
    /// What the client says it is, in all that it asks: its build, and for whom the page was drawn; empty without a client.
    pub client: String,
    /// The address of the style sheet: `/assets/atout.<hash>.css`.
    pub css: String,
    /// The language in which the page begins.
    pub language: Language,
    /// `light` or `dark`, when the browser has chosen one.
    pub theme: Option<&'static str>,
    /// The mark of those who are signed in; the frame around the page depends on whether somebody is.
    pub viewer: Option<String>,
    /// Whether this is a demonstration.
    pub is_demonstration: bool,
}

/// What of the document the pages ask for. It is the same from the first byte until the document is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// Whether somebody is signed in.
    pub is_signed_in: bool,
    /// Whether this is a demonstration.
    pub is_demonstration: bool,
}

/// The theme of those who have not chosen one.
pub const SYSTEM_THEME: &str = "system";

/// The facts of the document that is being written.
#[cfg(feature = "ssr")]
pub fn facts() -> Facts {
    let document = use_context::<Document>().unwrap_or_default();
    Facts {
        theme: document.theme.unwrap_or(SYSTEM_THEME).to_owned(),
        is_signed_in: document.viewer.is_some(),
        is_demonstration: document.is_demonstration,
    }
}

/// The facts of the document that is open, as its first element carries them.
#[cfg(not(feature = "ssr"))]
pub fn facts() -> Facts {
    let root = document().document_element();
    let attribute = |name: &str| root.as_ref().and_then(|root| root.get_attribute(name));
    Facts {
        theme: attribute("data-theme").unwrap_or_else(|| SYSTEM_THEME.to_owned()),
        is_signed_in: attribute("data-signed-in").is_some(),
        is_demonstration: attribute("data-demonstration").is_some(),
    }
}

/// The whole document.
#[component]
pub fn Shell(
    /// What the server says about it.
    document: Document,
) -> impl IntoView {
    provide_context(document.clone());
    let language = document.language;
    let [english, french] = [Language::English, Language::French].map(messages);
    let client = (!document.client.is_empty()).then_some(document.client);
    view! {
        <!DOCTYPE html>
        <html
            lang=language.tag()
            data-theme=document.theme
            data-ftl-en=english
            data-ftl-fr=french
            data-client=client
            data-signed-in=document.viewer
            data-demonstration=document.is_demonstration.then_some("")
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="description" content=i18n::text(language, id::SHELL_DOCUMENT_DESCRIPTION)/>
                <link rel="icon" type="image/svg+xml" href="/favicon.svg"/>
                <link rel="stylesheet" href=document.css/>
                {(!document.package.is_empty())
                    .then(|| view! { <Client package=document.package messages=messages(language)/> }.into_any())}
                <MetaTags/>
            </head>
            <body>
                <App language/>
            </body>
        </html>
    }
}

/// The client: its files, fetched at once, and the script that starts it. A browser without it has a page that works.
#[component]
fn Client(
    /// The folder of the package.
    package: String,
    /// The address of the messages of the page's language.
    messages: &'static str,
) -> impl IntoView {
    let (script, wasm) = (format!("{package}/atout.js"), format!("{package}/atout.wasm"));
    // Back and forward between pages of one document load nothing by themselves. Until the client does it, the browser has
    // to: a page that is not the one of the address cannot be taken over.
    let start = format!(
        "const place=()=>location.pathname+location.search,drawn=place();\
         addEventListener('popstate',()=>{{\
         if(document.documentElement.dataset.hydrated===undefined&&place()!==drawn)location.reload()}});\
         Promise.all([import('{script}'),fetch('{messages}').then(r=>r.ok?r.text():Promise.reject(r.status))])\
         .then(([client,ftl])=>client.default({{module_or_path:'{wasm}'}}).then(()=>client.hydrate(ftl)))\
         .catch(reason=>console.warn(reason))"
    );
    view! {
        <link rel="modulepreload" href=script/>
        <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin=""/>
        <link rel="preload" href=messages r#as="fetch" crossorigin=""/>
        <script type="module" nonce=leptos::nonce::use_nonce()>{start}</script>
    }
}

#[cfg(feature = "ssr")]
fn messages(language: Language) -> &'static str {
    i18n::bundle_path(language)
}

/// Only the server writes documents.
#[cfg(not(feature = "ssr"))]
fn messages(_language: Language) -> &'static str {
    ""
}

/// Tells the loader of the packs where the router is going, before the address bar knows; and takes the focus out of what is
/// about to go, so that a reader with a keyboard goes on at the new page and not behind everything.
#[component]
pub fn Destination() -> impl IntoView {
    let location = use_location();
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        if before.is_some_and(|before| before != path) {
            leave_the_page();
        }
        path
    });
    Effect::new(move || {
        let search = location.search.get();
        let query = if search.is_empty() { String::new() } else { format!("?{search}") };
        let target = format!("{}{query}{}", location.pathname.get(), location.hash.get());
        if let Some(root) = document().document_element() {
            // The name of the attribute is valid, which is all that can be wrong here.
            let _ = root.set_attribute("data-destination", &target);
        }
    });
}

/// The main part takes the focus from what is in it. It can have it: the link that skips the navigation leads there.
fn leave_the_page() {
    let (main, active) = (document().get_element_by_id("main"), document().active_element());
    if let Some(main) = main.filter(|main| active.is_some_and(|active| main.contains(Some(&active)))) {
        focus(&main);
    }
}
