//! A turn: the writer's connection in the hands of one command.

use std::ops::{Deref, DerefMut};

use sqlx::AnyConnection;
use tokio::sync::{OwnedMutexGuard, oneshot};

use super::Error;

/// How a command ends its turn.
#[derive(Debug)]
pub(super) enum End {
    /// What was written is to be kept, and the command told when it is on the disk.
    Keep(oneshot::Sender<Result<(), Error>>),
    /// What was written is to be undone.
    Undo,
}

/// The connection, inside the savepoint of one command. Dropped without [`Self::keep`], everything is undone.
#[derive(Debug)]
pub struct Turn {
    // In this order: the connection is free by the time the writer hears that the turn has ended.
    connection: OwnedMutexGuard<AnyConnection>,
    ending: Ending,
}

/// Tells the writer how the turn ends, whatever becomes of the command.
#[derive(Debug)]
struct Ending(Option<oneshot::Sender<End>>);

impl Ending {
    fn say(&mut self, end: End) {
        if let Some(writer) = self.0.take() {
            // The writer waits for it as long as it lives.
            let _ = writer.send(end);
        }
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        self.say(End::Undo);
    }
}

impl Turn {
    pub(super) const fn new(
        connection: OwnedMutexGuard<AnyConnection>,
        ending: oneshot::Sender<End>,
    ) -> Self {
        Self { connection, ending: Ending(Some(ending)) }
    }

    /// Gives the connection back, and waits until what was written is on the disk.
    ///
    /// # Errors
    /// [`Error::Uncommitted`] when it is not: nothing was kept then.
    pub async fn keep(self) -> Result<(), Error> {
        let Self { connection, mut ending } = self;
        let (told, kept) = oneshot::channel();
        drop(connection);
        ending.say(End::Keep(told));
        kept.await.map_err(|_| Error::Closed)?
    }
}

impl Deref for Turn {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}
