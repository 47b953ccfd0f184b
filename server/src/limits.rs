//! How much a request may bring: a method that is used here, a head and a body of some size, in some time.
//!
//! Owns these limits and the statuses that tell of them; refuses to know what a request is for, and to word a refusal.

use std::time::Duration;

use axum::{
    Form,
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

/// The largest body of a request.
pub const BODY_BYTES: usize = 64 * 1024;
/// The most bytes of an address and headers together. A browser whose cookies have grown beyond is told so; what is larger
/// than the buffers of the connection is refused there, without words.
const HEAD_BYTES: usize = 16 * 1024;
/// The most headers.
const HEADERS: usize = 64;
/// How long a body may take. Sixty-four kilobytes are a second on a bad line.
const BODY_TIME: Duration = Duration::from_secs(7);
/// The methods that anything here is reached by.
const METHODS: &str = "GET, HEAD, POST";

/// The body of a form, which the answer carries on when it is a fault, so that it can be offered to be sent again.
#[derive(Clone)]
pub struct Posted(pub Bytes);

impl Posted {
    /// Its fields.
    pub async fn fields(self) -> Vec<(String, String)> {
        let form = [(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"))];
        let mut request = Request::new(Body::from(self.0));
        *request.method_mut() = Method::POST;
        request.headers_mut().extend(form);
        // What is not a form has none.
        Form::from_request(request, &()).await.map_or_else(|_| Vec::new(), |Form(fields)| fields)
    }
}

/// The layer that refuses methods that nothing here is reached by, and heads that are too large.
pub async fn head(request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        let allow = [(header::ALLOW, HeaderValue::from_static(METHODS))];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    if is_large(request.uri(), request.headers()) {
        return StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response();
    }
    next.run(request).await
}

/// The layer that reads the body of a form whole, or refuses it: 413 for one that is too large, 408 for one that does not
/// come, 400 for one that breaks off.
pub async fn body(request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = match tokio::time::timeout(BODY_TIME, read(body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(status)) => return status.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let mut answer = next.run(Request::from_parts(parts, Body::from(body.clone()))).await;
    if answer.status().is_server_error() {
        answer.extensions_mut().insert(Posted(body));
    }
    answer
}

async fn read(body: Body) -> Result<Bytes, StatusCode> {
    match Limited::new(body, BODY_BYTES).collect().await {
        Ok(whole) => Ok(whole.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

fn is_large(uri: &Uri, headers: &HeaderMap) -> bool {
    let address = uri.path_and_query().map_or(0, |path| path.as_str().len());
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    headers.len() > HEADERS || address + bytes > HEAD_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_large_by_its_bytes_or_by_its_headers() {
        let headers = |count: usize, length: usize| -> HeaderMap {
            let pair = |number| (format!("x-{number}").parse().unwrap(), "v".repeat(length).parse().unwrap());
            (0..count).map(pair).collect::<Vec<(header::HeaderName, HeaderValue)>>().into_iter().collect()
        };
        let address = Uri::from_static("/benefits/software");
        assert!(!is_large(&address, &headers(64, 10)));
        assert!(is_large(&address, &headers(65, 10)));
        assert!(is_large(&address, &headers(2, 9_000)));
        assert!(is_large(&format!("/?q={}", "a".repeat(17_000)).parse().unwrap(), &headers(1, 1)));
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_the_limit() {
        let read = |bytes: usize| read(Body::from("a".repeat(bytes)));
        assert_eq!(read(BODY_BYTES).await.unwrap().len(), BODY_BYTES);
        assert_eq!(read(BODY_BYTES + 1).await, Err(StatusCode::PAYLOAD_TOO_LARGE));
    }
}
