//! Refuses what another site made a browser send, and bodies that no form of ours has.
//!
//! Every change is a POST with a cookie, so this layer is all that stands between a signed-in person and a page that
//! posts in their name: a request that does not say where it comes from is refused too.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{config::Config, limits::BODY_BYTES};

/// The layer: 403 for another site's requests, 413 for too large a body, 415 for one that is neither a form nor JSON.
pub async fn guard(State(config): State<Arc<Config>>, request: Request, next: Next) -> Response {
    if let Some(status) = refusal(&config, request.method(), request.headers()) {
        return status.into_response();
    }
    next.run(request).await
}

fn refusal(config: &Config, method: &Method, headers: &HeaderMap) -> Option<StatusCode> {
    if method.is_safe() {
        return None;
    }
    if !is_same_origin(config, headers) {
        return Some(StatusCode::FORBIDDEN);
    }
    let length = text(headers, header::CONTENT_LENGTH).map(str::parse::<usize>);
    if length.is_some_and(|length| length.map_or(true, |length| length > BODY_BYTES)) {
        return Some(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let kind =
        text(headers, header::CONTENT_TYPE).and_then(|kind| kind.split(';').next()).unwrap_or_default();
    let ours = ["application/x-www-form-urlencoded", "application/json"];
    let known = ours.iter().any(|known| kind.trim().eq_ignore_ascii_case(known));
    (!known).then_some(StatusCode::UNSUPPORTED_MEDIA_TYPE)
}

/// Whether the browser says that a page of ours sent the request; each header must agree where it is there.
fn is_same_origin(config: &Config, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(|site| site.as_bytes() == b"same-origin");
    let host = text(headers, header::HOST);
    let origin = headers
        .get(header::ORIGIN)
        .map(|origin| origin.to_str().is_ok_and(|text| config.is_ours(text, host)));
    match (site, origin) {
        (None, None) => false,
        (site, origin) => site.unwrap_or(true) && origin.unwrap_or(true),
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "application/x-www-form-urlencoded";

    fn config() -> Config {
        Config {
            data: "".into(),
            public_url: Some("https://atout.example".parse().unwrap()),
            ..Config::default()
        }
    }

    fn answer(method: &Method, pairs: &[(&'static str, &str)]) -> Option<u16> {
        let headers =
            pairs.iter().map(|(name, value)| ((*name).parse().unwrap(), value.parse().unwrap())).collect();
        refusal(&config(), method, &headers).map(|status| status.as_u16())
    }

    fn form(pairs: &[(&'static str, &str)]) -> Option<u16> {
        answer(&Method::POST, &[pairs, &[("content-type", FORM)]].concat())
    }

    #[test]
    fn a_form_of_ours_passes() {
        assert_eq!(form(&[("sec-fetch-site", "same-origin")]), None);
        assert_eq!(form(&[("origin", "https://atout.example")]), None);
        assert_eq!(form(&[("sec-fetch-site", "same-origin"), ("origin", "https://atout.example")]), None);
    }

    #[test]
    fn whatever_another_site_causes_is_refused() {
        for site in ["cross-site", "same-site", "none", "", "same-origin, same-origin"] {
            assert_eq!(form(&[("sec-fetch-site", site)]), Some(403), "{site}");
            assert_eq!(
                form(&[("sec-fetch-site", site), ("origin", "https://atout.example")]),
                Some(403),
                "{site}"
            );
        }
        for origin in
            ["null", "https://evil.example", "http://atout.example", "https://atout.example.evil", ""]
        {
            assert_eq!(form(&[("origin", origin)]), Some(403), "{origin}");
            assert_eq!(form(&[("sec-fetch-site", "same-origin"), ("origin", origin)]), Some(403), "{origin}");
        }
    }

    #[test]
    fn a_request_that_does_not_say_where_it_comes_from_is_refused() {
        assert_eq!(form(&[]), Some(403));
        assert_eq!(form(&[("referer", "https://atout.example/")]), Some(403));
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            assert_eq!(answer(&method, &[]), Some(403));
        }
    }

    #[test]
    fn a_read_passes_from_anywhere() {
        assert_eq!(answer(&Method::GET, &[("sec-fetch-site", "cross-site")]), None);
        assert_eq!(answer(&Method::HEAD, &[]), None);
    }

    #[test]
    fn what_is_neither_a_form_nor_json_is_refused() {
        for kind in
            ["text/plain", "text/plain; charset=utf-8", "multipart/form-data; boundary=x", "application/xml"]
        {
            let headers = [("sec-fetch-site", "same-origin"), ("content-type", kind)];
            assert_eq!(answer(&Method::POST, &headers), Some(415), "{kind}");
        }
        assert_eq!(answer(&Method::POST, &[("sec-fetch-site", "same-origin")]), Some(415));
    }

    #[test]
    fn a_large_body_is_refused_before_it_is_read() {
        assert_eq!(form(&[("sec-fetch-site", "same-origin"), ("content-length", "65536")]), None);
        for length in ["65537", "-1", "99999999999999999999"] {
            assert_eq!(
                form(&[("sec-fetch-site", "same-origin"), ("content-length", length)]),
                Some(413),
                "{length}"
            );
        }
    }
}
