//! The writer of SQLite: one connection, lent to one command after another, and one commit for all that wait.
//!
//! A commit that reaches the disk costs milliseconds, the rows of a command microseconds. So each command runs in a
//! savepoint of its own, and those that are waiting when it ends run in the same transaction before it is committed. Nobody
//! is answered before that: what was acknowledged is on the disk.
//!
//! Owns the order of the writes and who is told that they are there; refuses to know what is written.

mod group;
mod turn;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::sync::{mpsc, oneshot};

use self::group::Lender;
pub use self::turn::Turn;
use super::{Error, open::Opening};

/// How many commands may wait for the connection. The next one is told to come back later, at once.
const WAITING: usize = 512;
/// How long one of them waits.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// Somebody who waits for the connection.
type Waiting = oneshot::Sender<Result<Turn, Error>>;

/// What the writer is asked for.
enum Request {
    Turn(Waiting),
    Close(oneshot::Sender<()>),
}

/// The way to the one connection that writes.
#[derive(Clone, Debug)]
pub struct Writer {
    requests: mpsc::Sender<Request>,
    figures: Arc<Figures>,
}

/// What the writer has done so far.
#[derive(Debug, Default)]
pub struct Figures {
    /// Transactions that were committed.
    pub groups: AtomicU64,
    /// Commands that were committed in them.
    pub commands: AtomicU64,
    /// Transactions that could not be committed.
    pub failures: AtomicU64,
}

impl Writer {
    /// Opens the connection, and begins to lend it.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn open(opening: Opening) -> Result<Self, sqlx::Error> {
        let lender = Lender::open(opening).await?;
        let (requests, asked) = mpsc::channel(WAITING);
        let figures = Arc::new(Figures::default());
        tokio::spawn(lend(lender, asked, Arc::clone(&figures)));
        Ok(Self { requests, figures })
    }

    /// Waits for the connection, in the order in which it was asked for.
    ///
    /// # Errors
    /// [`Error::Busy`] when it cannot be had in time, [`Error::Closed`] when there is none any more.
    pub async fn turn(&self) -> Result<Turn, Error> {
        let (lent, turn) = oneshot::channel();
        self.requests.try_send(Request::Turn(lent)).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Error::Busy,
            mpsc::error::TrySendError::Closed(_) => Error::Closed,
        })?;
        match tokio::time::timeout(PATIENCE, turn).await {
            Ok(turn) => turn.map_err(|_| Error::Closed)?,
            Err(_) => Err(Error::Busy),
        }
    }

    /// How many commands wait now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.requests.max_capacity() - self.requests.capacity()
    }

    /// What was done so far.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// Ends the writer once everybody who waits has had the connection, and closes it.
    pub async fn close(&self) {
        let (closed, waiting) = oneshot::channel();
        if self.requests.send(Request::Close(closed)).await.is_ok() {
            let _ = waiting.await;
        }
    }
}

/// Lends the connection until it is told to close, or nobody can ask for it any more.
async fn lend(mut lender: Lender, mut asked: mpsc::Receiver<Request>, figures: Arc<Figures>) {
    let mut closing = None;
    while closing.is_none() {
        let first = match asked.recv().await {
            Some(Request::Turn(first)) => first,
            Some(Request::Close(closed)) => {
                closing = Some(closed);
                break;
            }
            None => break,
        };
        let Some(mut group) = lender.begin(first).await else { continue };
        while closing.is_none() && group.has_room() {
            match asked.try_recv() {
                Ok(Request::Turn(next)) => group.lend(next).await,
                // It is honoured after the commit.
                Ok(Request::Close(closed)) => closing = Some(closed),
                Err(_) => break,
            }
        }
        figures.count(group.end().await);
    }
    // Those who still wait hear that it is closed, as their senders go.
    drop(asked);
    lender.close().await;
    if let Some(closed) = closing {
        let _ = closed.send(());
    }
}

impl Figures {
    /// Counts a transaction that has ended with this many commands in it, or could not be committed.
    fn count(&self, committed: Option<u64>) {
        let (counter, commands) = match committed {
            Some(commands) => (&self.groups, commands),
            None => (&self.failures, 0),
        };
        counter.fetch_add(1, Ordering::Relaxed);
        self.commands.fetch_add(commands, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;
