//! The engines, and the few things in which they differ.
//!
//! Owns every statement that one engine has and the other has not; refuses to know what is stored. Everything else is one
//! text for both.

/// The differences between the engines that the rest of the server must not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file in the data folder. There is one writer, so that nothing else needs to be held.
    Sqlite,
    /// A server, which several processes may share. Writers hold what they judge by.
    Postgres,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// Takes the write lock at once: a transaction that reads first and then wants to write loses to "database is
    /// locked" under load, whatever the timeout.
    pub(super) const fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Begins to read, and sees no change of anybody else until the end.
    pub(super) const fn snapshot(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Prepares a connection that writes: every commit is on the disk before it is answered.
    pub(super) const fn writer_settings(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "PRAGMA busy_timeout = 2500; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON"
            }
            Self::Postgres => {
                "SET client_min_messages = warning; SET synchronous_commit = on; SET lock_timeout = '2500ms';
                 SET statement_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'"
            }
        }
    }

    /// Prepares a connection that migrates: however long another process takes for it, or a long table.
    pub(super) const fn migrating_settings(self) -> &'static str {
        match self {
            Self::Sqlite => self.writer_settings(),
            Self::Postgres => {
                "SET client_min_messages = warning; SET synchronous_commit = on; SET lock_timeout = 0;
                 SET statement_timeout = 0"
            }
        }
    }

    /// Prepares a connection that can only read.
    pub(super) const fn reader_settings(self) -> &'static str {
        match self {
            Self::Sqlite => "PRAGMA busy_timeout = 2500; PRAGMA query_only = ON",
            Self::Postgres => "SET default_transaction_read_only = on; SET statement_timeout = '10s'",
        }
    }

    /// Lets one statement of this transaction take as long as it needs, where there is a limit.
    pub(super) const fn patience(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => None,
            Self::Postgres => Some("SET LOCAL statement_timeout = 0"),
        }
    }

    /// Names the columns of all tables, with their types.
    pub(super) const fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT t.name, c.name, c.type
                 FROM sqlite_schema t, pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
                 ORDER BY t.name, c.name"
            }
            Self::Postgres => {
                "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT)
                 FROM information_schema.columns
                 WHERE table_schema = current_schema()
                 ORDER BY table_name, column_name"
            }
        }
    }

    /// Names the tables that refer to others, with those.
    pub(super) const fn references(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT DISTINCT t.name, r.\"table\"
                 FROM sqlite_schema t, pragma_foreign_key_list(t.name) r
                 WHERE t.type = 'table'"
            }
            Self::Postgres => {
                "SELECT DISTINCT CAST(t.relname AS TEXT), CAST(r.relname AS TEXT)
                 FROM pg_catalog.pg_constraint c
                 JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
                 JOIN pg_catalog.pg_class r ON r.oid = c.confrelid
                 JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                 WHERE c.contype = 'f' AND n.nspname = current_schema()"
            }
        }
    }

    /// Names the tables that a database holds already.
    pub(super) const fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
            Self::Postgres => {
                "SELECT CAST(tablename AS TEXT) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
            }
        }
    }
}
