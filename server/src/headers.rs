//! The headers that every answer carries, and the nonce of each page.
//!
//! Owns what a browser is told to refuse; refuses to know which page it is shown.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};
use leptos::{context, nonce::Nonce};

use crate::{config::Config, random};

/// What no answer lacks. `same-origin` and not `no-referrer`: the return path of a plain form post hangs on it.
const ALWAYS: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
];

const TWO_YEARS: &str = "max-age=63072000; includeSubDomains";

/// The nonce of the answer to a request, in the request's extensions.
#[derive(Clone, Debug)]
pub struct PageNonce(Arc<str>);

/// The layer, outermost of all: it makes the nonce, and completes the headers of whatever comes back.
///
/// What has not said how it may be kept is private, and is not kept.
pub async fn secure(State(config): State<Arc<Config>>, mut request: Request, next: Next) -> Response {
    let nonce = random::hexadecimal(&random::bytes::<16>());
    request.extensions_mut().insert(PageNonce(nonce.as_str().into()));
    let mut response = next.run(request).await;
    complete(response.headers_mut(), &nonce, config.https());
    response
}

/// Gives the page that is being rendered the nonce that its answer names, in place of the one that leptos has made up.
/// To be called in the additional context of the rendering.
pub fn provide_nonce() {
    let parts = context::use_context::<Parts>();
    if let Some(PageNonce(nonce)) = parts.as_ref().and_then(|parts| parts.extensions.get()) {
        context::provide_context(Nonce::from_value(Arc::clone(nonce)));
    }
}

fn complete(headers: &mut HeaderMap, nonce: &str, https: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TWO_YEARS));
    }
    if let Ok(policy) = HeaderValue::try_from(policy(nonce)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// Nothing but what our pages use, each by its name: whatever else a browser can load, it loads from nowhere.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(https: bool) -> HeaderMap {
        let mut headers = HeaderMap::new();
        complete(&mut headers, "abc", https);
        headers
    }

    #[test]
    fn scripts_are_ours_or_carry_the_nonce_and_styles_are_ours() {
        let headers = completed(false);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(policy.contains("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval';"), "{policy}");
        assert!(policy.contains("style-src 'self';"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }

    #[test]
    fn strict_transport_is_told_over_https_only() {
        assert!(!completed(false).contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert_eq!(completed(true)[header::STRICT_TRANSPORT_SECURITY], TWO_YEARS);
    }

    #[test]
    fn an_answer_is_not_kept_unless_it_says_so() {
        assert_eq!(completed(false)[header::CACHE_CONTROL], "no-store");
        let mut headers = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static("public"))]);
        complete(&mut headers, "abc", false);
        assert_eq!(headers[header::CACHE_CONTROL], "public");
    }
}
