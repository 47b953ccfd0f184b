//! The words of a bare status: whoever refuses a request before it reaches a page or a form says a status, and this
//! layer says the rest, as a page to people and as a value to programs.
//!
//! Owns which error a status stands for; refuses to change a status.

use app::{
    act,
    api::packed,
    pages::{Instead, Unanswered},
    portal::{PortalError, Trouble},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, Uri, header},
    middleware::Next,
    response::Response,
};
use domain::command::Command;

use super::{Rendering, StandIn};
use crate::{
    accepted,
    auth::{Auth, back, visitor},
    headers::PageNonce,
    limits::Posted,
    portal::Fault,
};

/// What the layer works with.
#[derive(Clone)]
pub struct Wording {
    /// The rendering of pages.
    pub rendering: Rendering,
    /// Who asks, because the page is in their language.
    pub auth: Auth,
}

/// The layer.
pub async fn instead(State(wording): State<Wording>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let refused = next.run(request).await;
    let status = refused.status();
    if !is_bare(refused.headers()) {
        return refused;
    }
    let Some(error) = error(&refused) else { return refused };
    let mut answer = if let Some(form) = accepted::of(&asked.headers) {
        form.answer(status, &error)
    } else if asked.accepts_pages() {
        let page = asked.page(refused.extensions().get().cloned(), error).await;
        wording.draw(asked, status, page).await
    } else {
        return refused;
    };
    *answer.status_mut() = status;
    // What the refusal said besides: which methods there are, when to come back.
    for name in [header::ALLOW, header::RETRY_AFTER, header::SET_COOKIE] {
        for value in refused.headers().get_all(&name) {
            answer.headers_mut().append(&name, value.clone());
        }
    }
    answer
}

/// What the page depends on, kept while the request is on its way.
struct Asked {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    nonce: Option<PageNonce>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            method: request.method().clone(),
            uri: request.uri().clone(),
            headers: request.headers().clone(),
            nonce: request.extensions().get().cloned(),
        }
    }

    fn accepts_pages(&self) -> bool {
        self.text(&header::ACCEPT).contains("text/html")
    }

    /// The page that says it. A command that could not be answered can be sent again from there, as it was and under its
    /// key; what signs somebody in cannot, since a page holds no password.
    async fn page(&self, posted: Option<Posted>, error: PortalError) -> Instead {
        let path = self.uri.path();
        let command = Command::NAMES.into_iter().find(|name| act::path(name) == path);
        match posted.zip(command) {
            Some((posted, command)) => {
                let fields = posted.fields().await;
                Instead::Resend(Unanswered { error, command, fields })
            }
            None => Instead::Failed(error),
        }
    }

    /// The address at which the page stands, for its links: of a form the page that it was on.
    fn place(&self) -> String {
        let from = if self.method.is_safe() { None } else { Some(self.text(&header::REFERER)) };
        let uri = from.map_or(Ok(self.uri.clone()), str::parse).unwrap_or_default();
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        back::local(path).to_owned()
    }

    fn text(&self, name: &header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Wording {
    async fn draw(self, asked: Asked, status: StatusCode, page: Instead) -> Response {
        // A server that cannot answer is not asked who this is.
        let known = if status.is_server_error() {
            None
        } else {
            visitor::known(&self.auth, &asked.headers, &asked.uri).await.ok()
        };
        let visitor = known.unwrap_or_else(|| visitor::stranger(&self.auth, &asked.headers, &asked.uri));
        let place = StandIn { place: asked.place(), visitor, nonce: asked.nonce };
        place.draw(self.rendering, page).await
    }
}

/// Whether an answer has no words, or only those of the framework, which are not for people.
fn is_bare(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// What the status of `refused` stands for. A fault says what was logged of it; one that nobody has
/// logged, as of the framework itself, is logged here.
fn error(refused: &Response) -> Option<PortalError> {
    match refused.status() {
        // An older client would misread any words, and has its own.
        status if status.as_u16() == packed::OTHER_BUILD => None,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(PortalError::NotFound),
        other if other.is_client_error() => Some(PortalError::NoForm),
        other if other.is_server_error() => {
            let fault = refused.extensions().get().cloned().unwrap_or_else(|| {
                tracing::error!(status = %other, "a request was answered by a bare status");
                Fault::new(Trouble::Fault)
            });
            Some(fault.into())
        }
        _ => None,
    }
}
