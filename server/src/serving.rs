//! Connections: how many there are, how long each may say nothing, and how they end when the server is told to stop.
//!
//! Owns the loop that accepts them. A client that is slow, silent or endless costs a place for seconds and nothing else;
//! when all places are taken, the next one is told to come back, which a proxy in front can act upon, while a connection
//! that is left waiting in the system's queue would look like a server that hangs. Refuses to know what is served.

mod connection;
mod draining;
mod paced;
mod turned_away;

use std::{io, net::SocketAddr, sync::Arc, task::Poll, time::Duration};

use axum::Router;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::{JoinSet, coop::unconstrained},
    time::{Instant, sleep, timeout_at},
};

use self::connection::Connection;
pub use self::draining::Draining;
use crate::metrics::Metrics;

/// How long requests in hand may take once no new connection is taken.
const FINISHING: Duration = Duration::from_secs(7);
/// How long the loop rests when the system has nothing to open a connection with.
const REST: Duration = Duration::from_millis(100);
/// How many clients are told at once that there are too many; those beyond are closed without a word.
const TURNED_AWAY_AT_ONCE: usize = 64;
/// File descriptors that are not for connections: the database, the log, the listeners.
const DESCRIPTORS_KEPT: usize = 64;

/// What is served, and within which limits.
pub struct Serving {
    /// What answers.
    pub router: Router,
    /// How many connections there may be at once.
    pub connections: usize,
    /// Where they are counted.
    pub metrics: Arc<Metrics>,
    /// When to stop.
    pub draining: Draining,
}

impl Serving {
    /// Serves until it is told to close; then lets the requests in hand finish, and cuts what is left.
    pub async fn serve(self, listener: TcpListener) {
        let mut hall = Hall {
            places: Arc::new(Semaphore::new(self.connections)),
            doorsteps: Arc::new(Semaphore::new(TURNED_AWAY_AT_ONCE)),
            serving: self,
            connections: JoinSet::new(),
        };
        let draining = hall.serving.draining.clone();
        let mut closing = std::pin::pin!(draining.closing());
        loop {
            tokio::select! {
                biased;
                () = &mut closing => break,
                Some(_) = hall.connections.join_next() => {}
                accepted = listener.accept() => hall.accept(accepted).await,
            }
        }
        let deadline = Instant::now() + FINISHING;
        // Those who are connected already have been promised an answer, however many they are.
        while Instant::now() < deadline
            && let Some(accepted) = at_once(unconstrained(listener.accept())).await
        {
            hall.accept(accepted).await;
        }
        drop(listener);
        hall.finish(deadline).await;
    }
}

/// What the loop goes by.
struct Hall {
    serving: Serving,
    places: Arc<Semaphore>,
    doorsteps: Arc<Semaphore>,
    connections: JoinSet<()>,
}

impl Hall {
    async fn accept(&mut self, accepted: io::Result<(TcpStream, SocketAddr)>) {
        match accepted {
            Ok((stream, from)) => self.admit(stream, from),
            // The client has gone again before it was its turn.
            Err(error) if is_of_the_client(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                sleep(REST).await;
            }
        }
    }

    fn admit(&mut self, stream: TcpStream, from: SocketAddr) {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            let connection = Connection {
                router: self.serving.router.clone(),
                from,
                draining: self.serving.draining.clone(),
            };
            let taken = Taken::new(place, &self.serving.metrics);
            self.connections.spawn(async move {
                connection.serve(stream).await;
                drop(taken);
            });
            return;
        }
        self.serving.metrics.connections_refused.increment();
        if let Ok(doorstep) = Arc::clone(&self.doorsteps).try_acquire_owned() {
            self.connections.spawn(async move {
                turned_away::tell(stream).await;
                drop(doorstep);
            });
        }
    }

    async fn finish(mut self, deadline: Instant) {
        let finished = timeout_at(deadline, async { while self.connections.join_next().await.is_some() {} });
        if finished.await.is_err() {
            tracing::warn!(connections = self.connections.len(), "cut off what did not finish in time");
            self.connections.shutdown().await;
        }
    }
}

/// A place, until the connection ends in whatever way.
struct Taken {
    _place: OwnedSemaphorePermit,
    metrics: Arc<Metrics>,
}

impl Taken {
    fn new(place: OwnedSemaphorePermit, metrics: &Arc<Metrics>) -> Self {
        metrics.connections.increment();
        Self { _place: place, metrics: Arc::clone(metrics) }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.metrics.connections.decrement();
    }
}

/// What `future` gives without waiting.
async fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

fn is_of_the_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// So many of the `wanted` connections as the system allows this process to open, which is told where it is fewer.
#[must_use]
pub fn affordable(wanted: usize) -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let Some(descriptors) = open_files(&limits) else { return wanted };
    let affordable = descriptors.saturating_sub(DESCRIPTORS_KEPT).max(1);
    if affordable < wanted {
        tracing::warn!(wanted, affordable, "the system allows fewer open files than connections are wanted");
    }
    wanted.min(affordable)
}

/// The soft limit of open files, as Linux tells it; none where there is no limit.
fn open_files(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_open_files_is_read_as_linux_tells_it() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max core file size        0                    unlimited            bytes     \n\
                      Max open files            1024                 524288               files     \n";
        assert_eq!(open_files(limits), Some(1024));
        assert_eq!(
            open_files("Max open files            unlimited            unlimited            files"),
            None
        );
        assert_eq!(open_files(""), None);
    }
}
