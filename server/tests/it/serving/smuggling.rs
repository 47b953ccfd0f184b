//! A request that hides another one in its body, behind a length that two programs could read in two ways (G37). What is
//! hidden is never carried out: there is one answer at most, and then the connection is closed.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, extract::Request, middleware, routing::any};
use tokio::time::timeout;

use super::support::{GET, Running, rest, status};
use crate::support::Installation;

const HIDDEN: &str = "GET /hidden HTTP/1.1\r\nhost: localhost\r\n\r\n";
/// Less than after which a silent connection is closed anyway.
const AT_ONCE: Duration = Duration::from_secs(5);

/// A server that keeps the paths that it was asked for.
struct Watched {
    server: Running,
    paths: Arc<Mutex<Vec<String>>>,
}

impl Watched {
    async fn begin(router: Router) -> Self {
        let paths = Arc::<Mutex<Vec<String>>>::default();
        let seen = Arc::clone(&paths);
        let watch = middleware::from_fn(move |request: Request, next: middleware::Next| {
            seen.lock().unwrap().push(request.uri().path().to_owned());
            next.run(request)
        });
        Self { server: Running::begin(router.layer(watch), 10).await, paths }
    }

    /// What is answered to `sent`, and what was asked for.
    async fn asked(&self, sent: &str) -> (String, Vec<String>) {
        let answering = rest(self.server.sent(sent).await);
        let answer = timeout(AT_ONCE, answering).await;
        let answer = answer.unwrap_or_else(|_| panic!("the connection stays open after {sent:?}"));
        (answer, std::mem::take(&mut *self.paths.lock().unwrap()))
    }
}

/// Servers that read a body, that leave it, and that are ours.
async fn servers(installation: &Installation) -> [Watched; 3] {
    let reading = Router::new().fallback(any(|body: String| async move { body.len().to_string() }));
    let leaving = Router::new().fallback(any(|| async { "left" }));
    [
        Watched::begin(reading).await,
        Watched::begin(leaving).await,
        Watched::begin(installation.router()).await,
    ]
}

/// A post with these lines in its head, and this body.
fn post(lines: &str, body: &str) -> String {
    format!("POST /act/theme HTTP/1.1\r\nhost: localhost\r\n{lines}\r\n\r\n{body}")
}

/// How long `text` is, in the digits of a chunk.
fn chunk(text: &str) -> String {
    format!("{:x}\r\n{text}\r\n0\r\n\r\n", text.len())
}

/// Heads whose length one program reads from one line, and the next from another.
fn two_lengths() -> Vec<String> {
    let (ended, whole) = (format!("0\r\n\r\n{HIDDEN}"), HIDDEN.len());
    let long = ended.len();
    let both = |lines: &str| post(&lines.replace('#', &long.to_string()), &ended);
    let mut all = vec![
        both("content-length: #\r\ntransfer-encoding: chunked"),
        both("transfer-encoding: chunked\r\ncontent-length: #"),
        both("Transfer-Encoding: Chunked\r\nContent-Length: #\r\nConnection: keep-alive"),
        both("content-length: #\r\ntransfer-encoding: identity\r\ntransfer-encoding: chunked"),
        both("content-length: #\r\ntransfer-encoding: gzip, chunked"),
        // Hidden in the line before, which a program that knows no such end of a line reads on.
        both("x: y\ntransfer-encoding: chunked\r\ncontent-length: #"),
        post("content-length: 4\r\ntransfer-encoding: chunked", &chunk(HIDDEN)),
        post("transfer-encoding: chunked\r\ncontent-length: 4", &chunk(HIDDEN)),
    ];
    for lengths in ["0\r\ncontent-length: #", "#\r\ncontent-length: 0", "0\r\nContent-Length: #"] {
        all.push(post(&format!("content-length: {}", lengths.replace('#', &whole.to_string())), HIDDEN));
    }
    all
}

/// Heads that are not of the form that every program reads in the same way.
fn malformed() -> Vec<String> {
    let (ended, whole) = (format!("0\r\n\r\n{HIDDEN}"), HIDDEN.len());
    let encoded = [
        "transfer-encoding: chunked, identity",
        "transfer-encoding: identity",
        "transfer-encoding: xchunked",
        "transfer-encoding: chunked;q=1",
        "transfer-encoding: \"chunked\"",
        "transfer-encoding: chunked\r\ntransfer-encoding: identity",
        "transfer-encoding : chunked",
        "transfer-encoding\t: chunked",
        " transfer-encoding: chunked",
        "transfer-encoding:\r\n chunked",
        "transfer-encoding: chunked\r\n\t, identity",
        "x: y\r\n transfer-encoding: chunked",
        "x: y\rtransfer-encoding: chunked",
        "x: y\r\rtransfer-encoding: chunked",
        "x: y\0transfer-encoding: chunked",
        "transfer-encoding: chunked\0",
        "transfer-encoding: \u{b}chunked",
        "transfer\u{a0}encoding: chunked",
    ];
    let counted = [
        "content-length: 0, #",
        "content-length: #, #",
        "content-length: +#",
        "content-length: -1",
        "content-length: 0x10",
        "content-length: # #",
        "content-length: #;",
        "content-length:",
        "content-length: 99999999999999999999",
        "content-length : #",
        "content-length:\r\n #",
        "x: y\ncontent-length: 0\r\ncontent-length: #",
        "x: y\rcontent-length: #",
    ];
    let encoded = encoded.map(|lines| post(&format!("{lines}\r\ncontent-length: {}", ended.len()), &ended));
    let counted = counted.map(|lines| post(&lines.replace('#', &whole.to_string()), HIDDEN));
    let earlier = post("transfer-encoding: chunked", &ended).replace("HTTP/1.1", "HTTP/1.0");
    encoded.into_iter().chain(counted).chain([earlier]).collect()
}

/// Chunks of which one program reads more than the next.
fn faulty_chunks() -> Vec<String> {
    let whole = HIDDEN.len();
    let bodies = [
        format!("0x0\r\n\r\n{HIDDEN}"),
        format!("+0\r\n\r\n{HIDDEN}"),
        format!("-1\r\n\r\n{HIDDEN}"),
        format!("\r\n0\r\n\r\n{HIDDEN}"),
        format!("10000000000000000\r\n\r\n{HIDDEN}"),
        format!("1\r\nx{HIDDEN}"),
        format!("1\r\nx\n0\r\n\r\n{HIDDEN}"),
        format!("0\n\n{HIDDEN}"),
        format!("0\r\r\n{HIDDEN}"),
        format!("0;a\nb\r\n\r\n{HIDDEN}"),
        format!("{whole:x};\n{HIDDEN}\r\n0\r\n\r\n"),
    ];
    bodies.map(|body| post("transfer-encoding: chunked", &body)).to_vec()
}

#[tokio::test]
async fn what_one_server_reads_as_two_requests_and_the_next_as_one_is_one_or_none() {
    let installation = Installation::new().await;
    for watched in servers(&installation).await {
        for sent in two_lengths() {
            let (answer, paths) = watched.asked(&sent).await;
            assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{sent:?} is answered {answer:?}");
            assert!(paths.is_empty() || paths == ["/act/theme"], "{sent:?} asks for {paths:?}");
            assert!(!paths.is_empty() || status(&answer) == "400", "{sent:?} is answered {answer:?}");
        }
    }
}

#[tokio::test]
async fn a_head_that_can_be_misread_is_refused() {
    let installation = Installation::new().await;
    for watched in servers(&installation).await {
        for sent in malformed() {
            let (answer, paths) = watched.asked(&sent).await;
            assert!(status(&answer) == "400" && paths.is_empty(), "{sent:?} is answered {answer:?}");
            assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{sent:?} is answered {answer:?}");
        }
    }
}

#[tokio::test]
async fn behind_a_chunk_that_can_be_misread_nothing_is_read() {
    let installation = Installation::new().await;
    for watched in servers(&installation).await {
        for sent in faulty_chunks() {
            let (answer, paths) = watched.asked(&sent).await;
            assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{sent:?} is answered {answer:?}");
            assert_eq!(paths, ["/act/theme"], "{sent:?}");
        }
    }
}

#[tokio::test]
async fn a_body_of_one_length_is_a_body_whatever_it_looks_like() {
    let installation = Installation::new().await;
    let whole = HIDDEN.len();
    for watched in servers(&installation).await {
        for lines in [
            format!("content-length: {whole}"),
            format!("content-length: {whole}\r\ncontent-length: {whole}"),
            format!("content-length: {whole}\r\nexpect: 100-continue"),
            format!("content-length: {whole}\r\nupgrade: h2c\r\nconnection: upgrade"),
        ] {
            let sent = post(&lines, HIDDEN) + GET;
            let (_, paths) = watched.asked(&sent).await;
            // Who leaves a body unread may leave the connection too.
            assert!(paths == ["/act/theme", "/"] || paths == ["/act/theme"], "{sent:?} asks for {paths:?}");
        }
    }
}

/// That the hidden request would be seen, were it read.
#[tokio::test]
async fn what_is_not_hidden_is_carried_out() {
    let installation = Installation::new().await;
    for watched in servers(&installation).await {
        let (answer, paths) = watched.asked(&format!("{}{HIDDEN}{GET}", post("content-length: 0", ""))).await;
        assert_eq!(paths, ["/act/theme", "/hidden", "/"], "{answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 3, "{answer}");
    }
}
