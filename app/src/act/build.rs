//! Of which build this client is and for whom its page was drawn, and what it does where the server is of another build, or
//! knows the browser as somebody else's.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

/// Where the browser keeps, as long as the tab is open, which clients have given way.
const GIVEN_WAY: &str = "atout-given-way";

/// The hash that names the package of this client, and for whom the page was drawn, as the document says.
pub fn hash() -> String {
    document().document_element().and_then(|root| root.get_attribute("data-client")).unwrap_or_default()
}

/// Whether this client is giving way.
static IS_LEAVING: AtomicBool = AtomicBool::new(false);

/// Loads the page again, with the client that the server has now, and does not return while that is under way. Each client
/// does so once: what lies between may go on handing out its pages, and a page must not load itself for ever.
pub async fn give_way() {
    if IS_LEAVING.load(Ordering::Relaxed) {
        std::future::pending::<()>().await;
    }
    let Ok(Some(storage)) = window().session_storage() else { return };
    let (before, client) = (storage.get_item(GIVEN_WAY).ok().flatten().unwrap_or_default(), hash());
    if before.contains(&client) || storage.set_item(GIVEN_WAY, &(before + " " + &client)).is_err() {
        return;
    }
    if window().location().reload().is_ok() {
        IS_LEAVING.store(true, Ordering::Relaxed);
        std::future::pending::<()>().await;
    }
}
