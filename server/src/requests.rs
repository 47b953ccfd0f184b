//! What every request is to whoever runs the server: an id, a line in the log, a figure in the metrics.
//!
//! Owns the id under which everything about a request is found. Refuses to take one from outside, where it could be chosen
//! to mislead, and to write down what was asked: an address may hold the token of an invitation, so the log names the route.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::{Duration, Instant},
};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::Instrument;

use crate::{db::Database, metrics::Metrics, random};

/// The header of every answer that says its request's id.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// How long the server works on a request before it says that it cannot answer now.
const PATIENCE: Duration = Duration::from_secs(30);
/// When to come back, in seconds.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("3");

tokio::task_local! {
    static REQUEST: RequestId;
}

/// The id of a request: in each line of the log about it, in the header of its answer, and on the page of its failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// The id of the request that is being answered; a new one where none is, as in a command at the shell.
    #[must_use]
    pub fn current() -> Self {
        REQUEST.try_with(Clone::clone).unwrap_or_else(|_| Self::new())
    }

    fn new() -> Self {
        Self(random::hexadecimal(&random::bytes::<6>()).into())
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The layer around everything that is answered: it gives the request its id, and tells log and metrics how it went.
pub async fn follow(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let (id, begun) = (RequestId::new(), Instant::now());
    let (method, route) = (request.method().clone(), route(&request));
    // Of the level of errors, so that the id is in their lines too where nothing else is logged.
    let span = tracing::error_span!("request", id = id.as_str());
    let answering = async {
        let mut answer = survived(next.run(request)).await;
        if let Ok(id) = HeaderValue::from_str(id.as_str()) {
            answer.headers_mut().insert(REQUEST_ID, id);
        }
        if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
            answer.headers_mut().entry(header::RETRY_AFTER).or_insert(RETRY_AFTER);
        }
        tell(&method, &route, &answer, begun.elapsed());
        answer
    };
    let answer = REQUEST.scope(id.clone(), answering).instrument(span).await;
    metrics.answered(route, answer.status(), begun.elapsed());
    answer
}

/// The layer before whatever may fail, take too long, or wait for a database that says nothing any more: all of them
/// become a status, which others put into words.
pub async fn bounded(State(database): State<Database>, request: Request, next: Next) -> Response {
    let answering = tokio::time::timeout(PATIENCE, survived(next.run(request)));
    let unanswered = tokio::select! {
        answered = answering => match answered {
            Ok(answer) => return answer,
            Err(_) => "a request took too long",
        },
        () = database.presence().lost() => "a request was given up: the database does not answer",
    };
    tracing::error!("{unanswered}");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

/// The answer, or that there is none because the program is at fault: the panic has told where.
async fn survived(answering: impl Future<Output = Response>) -> Response {
    let mut answering = pin!(answering);
    std::future::poll_fn(|context| {
        // What the request has touched is dropped with it; what is shared lies behind locks that survive.
        let polled = catch_unwind(AssertUnwindSafe(|| answering.as_mut().poll(context)));
        polled.unwrap_or_else(|_| {
            tracing::error!("the program is at fault: a request made it panic");
            Poll::Ready(StatusCode::INTERNAL_SERVER_ERROR.into_response())
        })
    })
    .await
}

/// The template of the route, of which there are few: never what was asked for.
fn route(request: &Request) -> String {
    let path = request.uri().path();
    let files = ["/pkg/", "/assets/", "/i18n/"].into_iter().find(|folder| path.starts_with(folder));
    match (files, request.extensions().get::<MatchedPath>()) {
        (Some(folder), _) => format!("{folder}{{file}}"),
        (None, Some(path)) => path.as_str().to_owned(),
        (None, None) => "unmatched".to_owned(),
    }
}

fn tell(method: &Method, route: &str, answer: &Response, took: Duration) {
    let (status, milliseconds) = (answer.status().as_u16(), took.as_millis());
    let is_plenty = route.ends_with("/{file}") || matches!(route, "/livez" | "/readyz" | "/metrics");
    if is_plenty {
        tracing::debug!(%method, route, status, milliseconds, "answered");
    } else {
        tracing::info!(%method, route, status, milliseconds, "answered");
    }
}

/// Makes what leptos begins beside a request a part of it: its reads run in tasks of their own, which would otherwise
/// log and fail without the id. To be called before the first page is drawn; once is enough.
pub fn accompany_pages() {
    // A second server in one process, as in tests, finds it done.
    let _ = Executor::init_custom_executor(Accompanied);
}

/// Lets `future` run beside the request that needs it, or after: what it has to say is logged under that request's id.
pub fn spawn(future: impl Future<Output = ()> + Send + 'static) {
    match REQUEST.try_with(Clone::clone) {
        Ok(id) => tokio::spawn(REQUEST.scope(id, future).in_current_span()),
        Err(_) => tokio::spawn(future),
    };
}

struct Accompanied;

impl CustomExecutor for Accompanied {
    fn spawn(&self, future: PinnedFuture<()>) {
        spawn(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        tokio::task::spawn_local(future);
    }

    fn poll_local(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_answer() {
        let answer = survived(async { panic!("on purpose") }).await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[tokio::test]
    async fn an_id_lasts_as_long_as_its_request_and_no_two_are_the_same() {
        let id = RequestId::new();
        let seen = REQUEST.scope(id.clone(), async { (RequestId::current(), RequestId::current()) }).await;
        assert_eq!(seen, (id.clone(), id.clone()));
        assert_ne!(RequestId::current(), id);
    }
}
