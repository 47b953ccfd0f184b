//! One connection, from its first byte to its last.

use std::{convert::Infallible, future::poll_fn, net::SocketAddr, pin::Pin, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderValue, Request, Response, header},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use tower::ServiceExt;

use super::{Draining, paced::Paced};

/// How long a client may take to send the head of a request, and how long it may send nothing between two.
const HEAD_TIME: Duration = Duration::from_secs(7);
/// The largest head that is read at all; a smaller one that is too large still gets an answer in words. There may be a
/// hundred headers, which is what the parser has room for without asking for memory.
const HEAD_BYTES: usize = 64 * 1024;
/// How long a client may go on sending what nobody reads, so that it sees the answer that says so.
const LINGERING: Duration = Duration::from_secs(1);

/// A connection that was accepted.
pub(super) struct Connection {
    pub router: Router,
    pub from: SocketAddr,
    pub draining: Draining,
}

impl Connection {
    /// Answers one request after another, until one side has had enough.
    pub async fn serve(self, stream: TcpStream) {
        // An answer goes out as it is written, not when the next one joins it.
        let _ = stream.set_nodelay(true);
        let draining = self.draining.clone();
        let service = service_fn(move |request| {
            Box::pin(answer(self.router.clone(), self.from, self.draining.clone(), request))
        });
        let mut connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIME)
            .max_header_size(HEAD_BYTES)
            .max_buf_size(2 * HEAD_BYTES)
            .serve_connection(TokioIo::new(Paced::new(stream)), service);
        let ended = tokio::select! {
            // First, so that what a client has sent already is seen before it is told that there will be no more.
            biased;
            ended = poll_fn(|context| connection.poll_without_shutdown(context)) => Some(ended),
            () = draining.closing() => None,
        };
        let ended = if let Some(ended) = ended {
            ended
        } else {
            Pin::new(&mut connection).graceful_shutdown();
            poll_fn(|context| connection.poll_without_shutdown(context)).await
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
        linger(connection.into_parts().io.into_inner()).await;
    }
}

async fn answer(
    router: Router,
    from: SocketAddr,
    draining: Draining,
    request: Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(from));
    let mut answer = router.oneshot(request).await?;
    if draining.has_begun() {
        answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer)
}

/// Ends our side, and reads on for a moment: closed at once, a connection with unread bytes is reset, and the client loses
/// the answer that it was just given.
async fn linger(mut stream: Paced) {
    let rest = async {
        if stream.shutdown().await.is_ok() {
            let mut unread = [0; 4096];
            while matches!(stream.read(&mut unread).await, Ok(1..)) {}
        }
    };
    // Whoever has more to send after this is cut off.
    let _ = timeout(LINGERING, rest).await;
}
