//! Rendering of pages: what leptos is given for each request, and the document around the application.
//!
//! Owns the bridge between a request and its page; refuses to know any page.

mod address;
mod instead;
mod owned;
mod stand_in;

use std::sync::Arc;

use app::{
    act::OnceSource,
    app::{App, Document, Shell},
    portal::Portal,
};
use axum::{
    Router,
    extract::{Request, State},
    http::request::Parts,
    middleware,
    response::Response,
};
use domain::language::Language;
use leptos::{WasmSplitManifest, prelude::*};
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};

use crate::{
    assets::Assets,
    auth::{Theme, Visitor},
    headers,
    portal::{reads::Visit, store::Store},
    random, requests,
};

/// The chunk loader that the client builder writes; its name is part of the format.
const LOADER: &str = "__wasm_split.______________________.js";

pub use instead::{Wording, instead};
pub use stand_in::StandIn;

/// What the rendering of every page shares.
#[derive(Clone)]
pub struct Rendering {
    store: Arc<Store>,
    assets: Arc<Assets>,
    chunks: WasmSplitManifest,
    package: String,
}

impl Rendering {
    /// Rendering with the data of `store` and the client of `assets`.
    #[must_use]
    pub fn new(store: Arc<Store>, assets: Arc<Assets>) -> Self {
        requests::accompany_pages();
        let chunks = (assets.package().to_owned(), assets.chunks().clone(), LOADER.to_owned());
        let package = assets.package().to_owned();
        Self { store, assets, chunks: WasmSplitManifest(ArcStoredValue::new(chunks)), package }
    }

    /// The same, for pages that no client takes over.
    fn without_client(self) -> Self {
        Self { package: String::new(), ..self }
    }

    /// The pages, what they read, and the page of an address that leads nowhere.
    pub fn routes(self) -> Router {
        let routes = generate_route_list(|| view! { <App language=Language::default()/> });
        let options = LeptosOptions::builder().output_name("atout").build();
        let (context, document) = (self.clone(), self.clone());
        Router::new()
            .leptos_routes_with_context(&options, routes, move || context.provide(), move || document.shell())
            .with_state(options)
            .fallback(unknown)
            .layer(middleware::from_fn(owned::keep))
            .layer(middleware::from_fn(address::lead))
            .with_state(self)
    }

    /// Puts in context what pages and their reads ask for.
    fn provide(&self) {
        owned::note();
        let visitor = visitor();
        headers::provide_nonce();
        provide_context(self.chunks.clone());
        provide_context(self.document(&visitor));
        let viewer = visitor.clone();
        let once = move || viewer.marked(&random::hexadecimal(&random::bytes::<16>()));
        provide_context(OnceSource(Arc::new(once)));
        let portal: Arc<dyn Portal> = Arc::new(Visit::new(Arc::clone(&self.store), visitor));
        provide_context(portal);
    }

    fn document(&self, visitor: &Visitor) -> Document {
        Document {
            client: self
                .package
                .strip_prefix("/pkg/")
                .map_or_else(String::new, |build| visitor.client(build)),
            package: self.package.clone(),
            css: self.assets.css().to_owned(),
            language: visitor.language,
            theme: visitor.theme.map(Theme::as_str),
            viewer: visitor.mark(),
            is_demonstration: self.store.is_demonstration(),
        }
    }

    fn shell(&self) -> impl IntoView + use<> {
        let document = self.document(&visitor());
        view! { <Shell document/> }
    }
}

/// Who asks for the page that is being rendered.
fn visitor() -> Visitor {
    use_context::<Parts>().and_then(|parts| parts.extensions.get().cloned()).unwrap_or_default()
}

async fn unknown(State(rendering): State<Rendering>, request: Request) -> Response {
    let context = rendering.clone();
    render_app_async_with_context(move || context.provide(), move || rendering.shell())(request).await
}
