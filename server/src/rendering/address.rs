//! The one address of a page: others that mean the same lead to it, before anything is drawn and without script.
//!
//! Owns which address that is; refuses to know what stands there.

use app::routes;
use axum::{
    extract::Request,
    http::{Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::programme::Family;

/// Sends who reads another address of a page to the address of the page.
pub async fn lead(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    match proper(request.uri()).filter(|_| reads) {
        Some(address) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, address)]).into_response(),
        None => next.run(request).await,
    }
}

/// The address that is meant, when it is another one: without a slash at its end, and of a tab where only the tabs are
/// named. What begins with two slashes, or has one that leans the other way, is left alone: it would lead to
/// somebody else's server.
fn proper(uri: &Uri) -> Option<String> {
    let path = uri.path();
    if path.starts_with("//") || path.contains('\\') || path == "/" {
        return None;
    }
    let bare = path.trim_end_matches('/');
    let meant = if bare == routes::BENEFITS { routes::tab(Family::Software) } else { bare };
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    (meant != path).then(|| format!("{meant}{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_address() {
        let cases = [
            ("/", None),
            ("/benefits/cloud", None),
            ("/benefits/cloud?sort=name", None),
            ("/benefits/cloud/?sort=name", Some("/benefits/cloud?sort=name")),
            ("/accessibility//", Some("/accessibility")),
            ("/benefits", Some("/benefits/software")),
            ("/benefits/?lang=fr", Some("/benefits/software?lang=fr")),
            ("//example.com/", None),
        ];
        for (asked, meant) in cases {
            assert_eq!(proper(&asked.parse().unwrap()).as_deref(), meant, "{asked}");
        }
    }
}
