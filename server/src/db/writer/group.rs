//! A group: the commands of one transaction, each in its savepoint.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sqlx::{AnyConnection, Connection, Executor};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::{Error, Turn, Waiting, turn::End};
use crate::db::{Engine, open::Opening};

/// How many commands one commit carries, and for how long it goes on taking them: those who wait for the disk wait for
/// the others as well.
const MOST: usize = 64;
const LONGEST: Duration = Duration::from_millis(20);

/// The connection, and how to open it anew when it cannot be trusted any more.
pub(super) struct Lender {
    opening: Opening,
    connection: Arc<Mutex<AnyConnection>>,
    is_sound: bool,
}

/// A transaction that is open, and those who wait for its commit.
pub(super) struct Group<'a> {
    lender: &'a mut Lender,
    begun: Instant,
    kept: Vec<oneshot::Sender<Result<(), Error>>>,
    /// Why nothing of it can be kept any more: some faults end the whole transaction, not only a savepoint.
    broken: Option<Arc<sqlx::Error>>,
}

impl Lender {
    pub async fn open(opening: Opening) -> Result<Self, sqlx::Error> {
        let connection = Arc::new(Mutex::new(opening.connect().await?));
        Ok(Self { opening, connection, is_sound: true })
    }

    /// Begins a transaction with the first command in it, unless that cannot be done: who waits has been told why then.
    pub async fn begin(&mut self, first: Waiting) -> Option<Group<'_>> {
        if first.is_closed() {
            return None;
        }
        if let Err(error) = self.try_begin().await {
            self.is_sound = false;
            let _ = first.send(Err(error.into()));
            return None;
        }
        let mut group = Group { lender: self, begun: Instant::now(), kept: Vec::new(), broken: None };
        group.lend(first).await;
        Some(group)
    }

    async fn try_begin(&mut self) -> Result<(), sqlx::Error> {
        let mut connection = self.connection().await;
        if !self.is_sound {
            // A transaction that a fault has left open would keep every later one from beginning.
            let fresh = self.opening.connect().await?;
            let _ = std::mem::replace(&mut *connection, fresh).close().await;
            self.is_sound = true;
        }
        connection.execute(Engine::Sqlite.begin()).await?;
        Ok(())
    }

    async fn connection(&self) -> OwnedMutexGuard<AnyConnection> {
        Arc::clone(&self.connection).lock_owned().await
    }

    /// Closes the connection, which folds the write-ahead log into the database when it is the last one.
    pub async fn close(self) {
        if let Ok(connection) = Arc::try_unwrap(self.connection) {
            let _ = connection.into_inner().close().await;
        }
    }
}

impl Group<'_> {
    /// Whether one more command may come in.
    pub fn has_room(&self) -> bool {
        self.broken.is_none() && self.kept.len() < MOST && self.begun.elapsed() < LONGEST
    }

    /// Lends the connection to a command, and waits for it.
    pub async fn lend(&mut self, waiting: Waiting) {
        if waiting.is_closed() {
            return;
        }
        let mut connection = self.lender.connection().await;
        if let Err(error) = connection.execute("SAVEPOINT command").await {
            let _ = waiting.send(Err(Error::Uncommitted(self.fail(error))));
            return;
        }
        let (ending, end) = oneshot::channel();
        // When nobody waits any more, the turn ends here.
        drop(waiting.send(Ok(Turn::new(connection, ending))));
        self.settle(end.await.unwrap_or(End::Undo)).await;
    }

    /// Ends the savepoint of a command.
    async fn settle(&mut self, end: End) {
        let mut connection = self.lender.connection().await;
        match end {
            End::Keep(told) => match connection.execute("RELEASE command").await {
                Ok(_) => self.kept.push(told),
                Err(error) => {
                    let _ = told.send(Err(Error::Uncommitted(self.fail(error))));
                }
            },
            End::Undo => {
                if let Err(error) = connection.execute("ROLLBACK TO command; RELEASE command").await {
                    let _ = self.fail(error);
                }
            }
        }
    }

    fn fail(&mut self, error: sqlx::Error) -> Arc<sqlx::Error> {
        Arc::clone(self.broken.insert(Arc::new(error)))
    }

    /// Commits, and tells everybody; how many commands were kept, or nothing when the commit failed.
    pub async fn end(mut self) -> Option<u64> {
        if self.broken.is_none() {
            let mut connection = self.lender.connection().await;
            if let Err(error) = connection.execute("COMMIT").await {
                let _ = self.fail(error);
            }
        }
        let commands = u64::try_from(self.kept.len()).unwrap_or(u64::MAX);
        for told in self.kept.drain(..) {
            let kept =
                self.broken.as_ref().map_or(Ok(()), |error| Err(Error::Uncommitted(Arc::clone(error))));
            let _ = told.send(kept);
        }
        self.lender.is_sound = self.broken.is_none();
        self.broken.is_none().then_some(commands)
    }
}
