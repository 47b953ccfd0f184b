//! Every address of the server, as a table of contents.

use std::sync::Arc;

use axum::{
    Router,
    middleware::{from_fn as layer, from_fn_with_state as with},
};
use tower_http::{CompressionLevel, compression::CompressionLayer};

use crate::{
    accepted, act, api,
    application::Application,
    assets::{self, Assets},
    auth::{self, Auth},
    headers,
    health::Health,
    limits,
    portal::{CompanyDirectory, store::Store},
    proxies,
    rendering::{Rendering, Wording, instead},
    requests,
};

/// Brotli's level for what is rendered: level 11 costs fifty times as much for a tenth of the bytes.
const LEVEL: CompressionLevel = CompressionLevel::Precise(5);

/// The whole server.
///
/// # Errors
/// Whatever kept it from being put together.
pub async fn router(application: &Application, assets: Arc<Assets>) -> anyhow::Result<Router> {
    let store = Arc::new(Store::open(application.clone()).await?);
    Ok(router_of(application, store, assets))
}

/// What our client and other programs call.
fn in_place(store: Arc<Store>, assets: &Arc<Assets>, rendering: Rendering) -> Router {
    Router::new()
        // Every form that changes something.
        .merge(act::routes(Arc::clone(&store), rendering))
        // What the client reads.
        .merge(api::routes(store))
        .layer(with(Arc::clone(assets), accepted::by_this_client))
}

/// The whole server, on a store that is open already.
pub fn router_of(application: &Application, store: Arc<Store>, assets: Arc<Assets>) -> Router {
    let auth = Auth::new(application, Arc::new(CompanyDirectory(Arc::clone(&store))));
    let config = Arc::clone(&application.config);
    let rendering = Rendering::new(Arc::clone(&store), Arc::clone(&assets));
    let wording = Wording { rendering: rendering.clone(), auth: auth.clone() };
    Router::new()
        // What people change of their own: sessions, password, language, theme.
        .merge(auth::routes(auth.clone()))
        .merge(in_place(store, &assets, rendering.clone()))
        // The pages.
        .merge(rendering.routes())
        .layer(with(auth, auth::visitor::identify))
        .layer(layer(limits::body))
        .layer(with(Arc::clone(&config), auth::origin::guard))
        .layer(layer(limits::head))
        .layer(with(application.database.clone(), requests::bounded))
        // What was refused by a status alone gets its words.
        .layer(with(wording, instead))
        .layer(CompressionLayer::new().quality(LEVEL))
        // Files that everybody may have.
        .merge(assets::routes(assets))
        // Whether the server lives and can serve: asked often, and answered also when nothing else is.
        .merge(Health::new(application.clone()).routes())
        .layer(with(Arc::clone(&application.metrics), requests::follow))
        .layer(with(Arc::clone(&config), proxies::see_through))
        .layer(with(config, headers::secure))
}
