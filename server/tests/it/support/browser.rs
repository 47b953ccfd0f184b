//! A browser that keeps cookies and says where its requests come from, and what it is answered.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, Response, header, request::Builder},
};
use tower::ServiceExt;

/// The type of a form.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A browser: it keeps cookies, and says where its requests come from.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// The cookies, by name.
    pub cookies: BTreeMap<String, String>,
    address: SocketAddr,
}

impl Browser {
    /// A browser at a network address, without cookies.
    pub fn new(router: Router, address: &str) -> Self {
        Self { router, cookies: BTreeMap::new(), address: address.parse().unwrap() }
    }

    pub async fn post(&mut self, path: &str, body: &str) -> Answered {
        let form = [("sec-fetch-site", "same-origin"), ("content-type", FORM)];
        self.send(Request::post(path), &form, body).await
    }

    pub async fn get(&mut self, path: &str) -> Answered {
        self.send(Request::get(path), &[], "").await
    }

    pub async fn send(&mut self, mut request: Builder, headers: &[(&str, &str)], body: &str) -> Answered {
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        for (name, value) in &self.cookies {
            request = request.header(header::COOKIE, format!("{name}={value}"));
        }
        let request = request.extension(ConnectInfo(self.address)).body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        self.keep(&response);
        Answered::read(response).await
    }

    pub async fn sign_in(&mut self, address: &str, password: &str) -> Answered {
        let password = password.replace(' ', "+");
        self.post("/act/sign-in", &format!("address={address}&password={password}&back=/benefits")).await
    }

    pub fn session(&self) -> Option<&String> {
        self.cookies.get("atout-session").or_else(|| self.cookies.get("__Host-atout"))
    }

    /// Whether the server knows who asks.
    pub async fn is_signed_in(&mut self) -> bool {
        self.get("/").await.body.contains("account_id")
    }

    fn keep(&mut self, response: &Response<Body>) {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answered {
    pub status: u16,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Answered {
    async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}
