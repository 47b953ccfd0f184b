//! What can go wrong between the server and its database.

use std::sync::Arc;

use sqlx::error::DatabaseError;

/// A read or a write failed. Expected refusals are never among these: they are decided before anything is written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The driver or the engine reported a fault.
    #[error("the database driver failed")]
    Driver(#[from] sqlx::Error),
    /// The commit failed that this write shared with others: none of them is there.
    #[error("what was written could not be committed")]
    Uncommitted(#[source] Arc<sqlx::Error>),
    /// Too many wait for a connection already, or this one has waited too long. Nothing was begun.
    #[error("the database is busy")]
    Busy,
    /// The database has been closed.
    #[error("the database is closed")]
    Closed,
    /// A stored value is not of the form that the program writes.
    #[error("{table}.{column} of {id} is not of the form that the program writes")]
    Inconsistency {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's identifier, or what is known of it.
        id: String,
    },
    /// A write touched another number of rows than it should have.
    #[error("a write touched {actual} rows instead of {expected}")]
    RowsAffected {
        /// How many it should have touched.
        expected: u64,
        /// How many it did.
        actual: u64,
    },
}

/// What kind of trouble the database is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Others write, or hold what is needed: the same again, a moment later, may do.
    Busy,
    /// Two writers met, and the engine let the other one go first: the same again does, at once.
    Overtaken,
    /// No room is left on the disk.
    Full,
    /// It can be read only.
    ReadOnly,
    /// It cannot be reached.
    Away,
    /// Something that should not happen.
    Fault,
}

impl Error {
    /// What kind of trouble this tells of.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Driver(error) => of_driver(error),
            Self::Uncommitted(error) => of_driver(error),
            Self::Busy => Trouble::Busy,
            Self::Closed => Trouble::Away,
            Self::Inconsistency { .. } | Self::RowsAffected { .. } => Trouble::Fault,
        }
    }
}

/// What kind of trouble the driver tells of.
pub(super) fn of_driver(error: &sqlx::Error) -> Trouble {
    match error {
        sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_) => Trouble::Away,
        sqlx::Error::Database(error) => error.code().map_or(Trouble::Fault, |code| of_code(&**error, &code)),
        _ => Trouble::Fault,
    }
}

/// SQLite's codes are numbers, whose low byte is the kind; PostgreSQL's are five letters and digits.
fn of_code(error: &dyn DatabaseError, code: &str) -> Trouble {
    if code.len() == 5 && error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
        return of_sqlstate(code);
    }
    match code.parse::<u32>().map(|code| code & 0xff) {
        // SQLITE_BUSY, SQLITE_LOCKED
        Ok(5 | 6) => Trouble::Busy,
        // SQLITE_READONLY
        Ok(8) => Trouble::ReadOnly,
        // SQLITE_FULL
        Ok(13) => Trouble::Full,
        // SQLITE_IOERR, SQLITE_CANTOPEN
        Ok(10 | 14) => Trouble::Away,
        _ => Trouble::Fault,
    }
}

fn of_sqlstate(code: &str) -> Trouble {
    match code {
        "40001" | "40P01" => Trouble::Overtaken,
        "55P03" | "57014" | "53300" => Trouble::Busy,
        "53100" => Trouble::Full,
        "25006" => Trouble::ReadOnly,
        _ if code.starts_with("08") || code.starts_with("57P") || code.starts_with("58") => Trouble::Away,
        _ => Trouble::Fault,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_state_of_postgresql_has_its_trouble() {
        let states = [
            ("40001", Trouble::Overtaken),
            ("40P01", Trouble::Overtaken),
            ("55P03", Trouble::Busy),
            ("53100", Trouble::Full),
            ("25006", Trouble::ReadOnly),
            ("08006", Trouble::Away),
            ("57P01", Trouble::Away),
            ("23505", Trouble::Fault),
        ];
        for (code, trouble) in states {
            assert_eq!(of_sqlstate(code), trouble, "{code}");
        }
    }

    #[test]
    fn a_pool_without_a_connection_is_a_database_that_is_away() {
        assert_eq!(Error::from(sqlx::Error::PoolTimedOut).trouble(), Trouble::Away);
        assert_eq!(Error::Uncommitted(Arc::new(sqlx::Error::WorkerCrashed)).trouble(), Trouble::Away);
        assert_eq!(Error::Busy.trouble(), Trouble::Busy);
    }
}
