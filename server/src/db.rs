//! The database: its pools, its transactions, its errors. One file per table lies beneath.
//!
//! Owns how rows are reached and what can go wrong there; refuses to know why a row changes.

pub mod accounts;
pub mod activations;
pub mod backup;
pub mod benefits;
pub mod catalogues;
pub mod companies;
pub mod copy;
pub mod demonstration_accounts;
pub mod entitlements;
pub mod events;
pub mod flashes;
pub mod grants;
pub mod home;
pub mod installation_choices;
pub mod invitations;
pub mod locations;
pub mod memberships;
pub mod migration;
pub mod policy_overrides;
pub mod presence;
pub mod probe;
pub mod refused_attempts;
pub mod ring_versions;
pub mod seat_assignments;
pub mod seats;
pub mod sessions;
pub mod sign_in_attempts;
pub mod software_keys;
pub mod submissions;
pub mod users;
pub mod writer;

mod engine;
mod error;
mod held;
mod open;
mod row;
mod tx;

use sqlx::{Any, AnyPool, Transaction, pool::PoolConnection};

pub use engine::Engine;
pub use error::{Error, Trouble};
pub use held::Held;
pub use home::Home;
pub use open::OpenError;
pub use row::{coded, count, exactly, instant, instant_or_none, parsed, parsed_or_none, roles, written};
pub use tx::Tx;

use presence::Presence;
use writer::Writer;

/// The open database: a way to write, and several connections that only read.
#[derive(Clone, Debug)]
pub struct Database {
    reader: AnyPool,
    writers: Writers,
    presence: Presence,
}

/// How an engine is written to.
#[derive(Clone, Debug)]
enum Writers {
    /// One connection for everybody, in turn.
    One(Writer),
    /// Several connections, each with a transaction of its own.
    Several(AnyPool),
}

impl Database {
    /// The pool of connections that can only read.
    #[must_use]
    pub const fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.writers {
            Writers::One(_) => Engine::Sqlite,
            Writers::Several(_) => Engine::Postgres,
        }
    }

    /// How many transactions may write at once.
    #[must_use]
    pub const fn most_writers(&self) -> u32 {
        match self.writers {
            Writers::One(_) => 1,
            Writers::Several(_) => open::WRITERS,
        }
    }

    /// The one writer, where there is one.
    #[must_use]
    pub const fn writer(&self) -> Option<&Writer> {
        match &self.writers {
            Writers::One(writer) => Some(writer),
            Writers::Several(_) => None,
        }
    }

    /// Whether it answers at all.
    #[must_use]
    pub const fn presence(&self) -> &Presence {
        &self.presence
    }

    /// Begins a transaction that may write.
    ///
    /// # Errors
    /// [`Error`] when that cannot be had in time.
    pub async fn begin(&self) -> Result<Tx, Error> {
        match &self.writers {
            Writers::One(writer) => Ok(Tx::turn(writer.turn().await?)),
            Writers::Several(pool) => {
                let begun = pool.begin_with(Engine::Postgres.begin()).await;
                Ok(Tx::own(begun.map_err(|error| self.told(error))?))
            }
        }
    }

    /// A connection that can only read.
    ///
    /// # Errors
    /// [`Error`] when none is free in time.
    pub async fn connection(&self) -> Result<PoolConnection<Any>, Error> {
        self.reader.acquire().await.map_err(|error| self.told(error))
    }

    /// A connection that can only read, and sees the database as it is now, however long it does.
    ///
    /// # Errors
    /// [`Error`] when none is free in time.
    pub async fn snapshot(&self) -> Result<Transaction<'static, Any>, Error> {
        self.reader.begin_with(self.engine().snapshot()).await.map_err(|error| self.told(error))
    }

    /// What it means that a pool gives no connection: while the database answers, all of them are in use.
    fn told(&self, error: sqlx::Error) -> Error {
        match error {
            sqlx::Error::PoolTimedOut if !self.presence.is_away() => Error::Busy,
            error => Error::Driver(error),
        }
    }

    /// Closes every connection, the writer last so that it can fold the write-ahead log into the database.
    pub async fn close(&self) {
        self.presence.end();
        self.reader.close().await;
        match &self.writers {
            Writers::One(writer) => writer.close().await,
            Writers::Several(pool) => pool.close().await,
        }
    }
}

#[cfg(test)]
mod tests;
