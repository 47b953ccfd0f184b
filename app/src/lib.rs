//! The screens of Atout, and their two languages.
//!
//! [`app`] puts the [`pages`] at their [`routes`], inside the frame that stands around all of them. A page reads
//! through [`api`], which is a thin layer over the one door to data, [`portal`], a trait that the server implements; it
//! changes something through the forms of [`act`], and what a plain form has led to comes back as a [`flash`]. Pages are
//! made of the parts in [`ui`], the design system, and say what they say through [`i18n`].
//!
//! The crate is built twice: with feature `ssr` into the server, with feature `hydrate` into WebAssembly, where
//! `hydrate` takes the server's page over. It knows the rules of `domain`, which it asks before it shows an action,
//! and knows no database, no socket and no sentence: texts are in `locales/`.

pub mod act;
pub mod api;
pub mod app;
pub mod flash;
pub mod i18n;
pub mod pages;
pub mod portal;
pub mod routes;
pub mod ui;

/// Takes the server's page over. The words come as text, they are not part of the client.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(ftl: String) {
    use leptos::prelude::*;

    console_error_panic_hook::set_once();
    let language = i18n::document_language();
    // Without its words the client would draw names of messages; the page as the server wrote it has them.
    if !i18n::load(language, &ftl) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let Some(body) = document().body() else { return };
        app::parts_arrive().await;
        let application = move || view! { <app::App language/> };
        leptos::mount::hydrate_from_async(body, application).await.forget();
        if let Some(root) = document().document_element() {
            // The name of the attribute is valid, which is all that can be wrong here.
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
}
