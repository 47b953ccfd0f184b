//! The database: its pools, its transactions, its errors. One file per table lies beneath.
//!
//! Owns how rows are reached and what can go wrong there; refuses to know why a row changes.

pub mod accounts;
pub mod activations;
pub mod benefits;
pub mod catalogues;
pub mod companies;
pub mod demonstration_accounts;
pub mod entitlements;
pub mod events;
pub mod flashes;
pub mod grants;
pub mod installation_choices;
pub mod invitations;
pub mod locations;
pub mod memberships;
pub mod migration;
pub mod policy_overrides;
pub mod seat_assignments;
pub mod seats;
pub mod sessions;
pub mod sign_in_attempts;
pub mod software_keys;
pub mod submissions;
pub mod users;

mod error;
mod open;
mod row;

use sqlx::{Any, AnyPool, Transaction};

pub use error::Error;
pub use open::OpenError;
pub use row::{coded, count, exactly, instant, instant_or_none, parsed, parsed_or_none, roles};

/// A transaction that may write. There is never more than one at a time on SQLite.
pub type Tx = Transaction<'static, Any>;

/// The differences between the engines that the rest of the server must not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file in the data folder.
    Sqlite,
}

impl Engine {
    /// Takes the write lock at once: a transaction that reads first and then wants to write loses to "database is
    /// locked" under load, whatever the timeout.
    const fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
        }
    }
}

/// The open database: one connection that writes, several that only read.
#[derive(Clone, Debug)]
pub struct Database {
    engine: Engine,
    reader: AnyPool,
    writer: AnyPool,
}

impl Database {
    /// The pool of connections that can only read.
    #[must_use]
    pub fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// Begins a transaction that may write, after the one before it has ended.
    ///
    /// # Errors
    /// [`Error::Driver`] when the write lock cannot be had in time.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(self.writer.begin_with(self.engine.begin()).await?)
    }

    /// Closes every connection, the writer last so that it can fold the write-ahead log into the database.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}
