//! A transaction that may write.

use std::ops::{Deref, DerefMut};

use sqlx::{Any, AnyConnection, Executor, Transaction};

use super::{Engine, Error, Held, writer::Turn};

/// A transaction that may write. Dropped without [`Self::commit`], it is undone.
#[derive(Debug)]
pub struct Tx(Kind);

#[derive(Debug)]
enum Kind {
    /// A savepoint in the transaction of SQLite's one writer.
    Turn(Turn),
    /// A transaction of its own.
    Own(Transaction<'static, Any>),
}

impl Tx {
    pub(super) const fn turn(turn: Turn) -> Self {
        Self(Kind::Turn(turn))
    }

    pub(super) const fn own(transaction: Transaction<'static, Any>) -> Self {
        Self(Kind::Own(transaction))
    }

    const fn engine(&self) -> Engine {
        match self.0 {
            Kind::Turn(_) => Engine::Sqlite,
            Kind::Own(_) => Engine::Postgres,
        }
    }

    /// Keeps what was written. When this has answered, it is on the disk.
    ///
    /// # Errors
    /// [`Error`] when it is not: nothing was kept then.
    pub async fn commit(self) -> Result<(), Error> {
        match self.0 {
            Kind::Turn(turn) => turn.keep().await,
            Kind::Own(transaction) => Ok(transaction.commit().await?),
        }
    }

    /// Undoes what was written so far, and goes on: for what is to be written instead.
    ///
    /// # Errors
    /// [`Error`] when the transaction cannot go on.
    pub async fn undo(&mut self) -> Result<(), Error> {
        let statement = match self.engine() {
            Engine::Sqlite => "ROLLBACK TO command",
            Engine::Postgres => "ROLLBACK; BEGIN",
        };
        self.execute(statement).await?;
        Ok(())
    }

    /// Lets nobody else judge by `what` until this transaction has ended: a company, a stock, an account. Where there is
    /// one writer only, nobody else can.
    ///
    /// A transaction holds a company before anything else, so that no two wait for each other.
    ///
    /// # Errors
    /// [`Error`] when it cannot be had in time.
    pub async fn hold(&mut self, what: Held<'_>) -> Result<(), Error> {
        if self.engine() == Engine::Postgres {
            sqlx::query("SELECT CAST(pg_advisory_xact_lock($1) AS TEXT)")
                .bind(what.number())
                .execute(&mut **self)
                .await?;
        }
        Ok(())
    }
}

impl Deref for Tx {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        match &self.0 {
            Kind::Turn(turn) => turn,
            Kind::Own(transaction) => transaction,
        }
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        match &mut self.0 {
            Kind::Turn(turn) => turn,
            Kind::Own(transaction) => transaction,
        }
    }
}
