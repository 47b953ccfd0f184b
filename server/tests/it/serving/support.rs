//! A server on a port of its own, and a client that sends bytes.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use server::{
    metrics::Metrics,
    serving::{Draining, Serving},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::timeout,
};

/// A request that ends its connection.
pub const GET: &str = "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

/// A server that is running.
pub struct Running {
    pub address: SocketAddr,
    pub draining: Draining,
    pub metrics: Arc<Metrics>,
    pub served: JoinHandle<()>,
}

impl Running {
    /// Serves `router` over so many connections at most.
    pub async fn begin(router: Router, connections: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, draining) = (listener.local_addr().unwrap(), Draining::default());
        let metrics = Arc::<Metrics>::default();
        let serving =
            Serving { router, connections, metrics: Arc::clone(&metrics), draining: draining.clone() };
        Self { address, draining, metrics, served: tokio::spawn(serving.serve(listener)) }
    }

    /// A connection on which `bytes` were sent.
    pub async fn sent(&self, bytes: impl AsRef<[u8]>) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes.as_ref()).await.unwrap();
        stream
    }

    /// What is answered to `bytes`, to the end of the connection.
    pub async fn answer(&self, bytes: impl AsRef<[u8]>) -> String {
        rest(self.sent(bytes).await).await
    }

    /// Waits until so many connections are open.
    pub async fn has_open(&self, connections: i64) {
        let open = async {
            while self.metrics.connections.read() != connections {
                tokio::task::yield_now().await;
            }
        };
        timeout(Duration::from_secs(5), open).await.unwrap();
    }
}

/// What comes until the connection ends, which a reset does as well.
pub async fn rest(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// The status of an answer.
pub fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}
