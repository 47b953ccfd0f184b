//! Bringing a database to the program's version, one process at a time.
//!
//! Owns the order of the migrations and the lock around them; refuses to know what any of them does.

use std::{
    fs::{File, OpenOptions},
    io,
    path::Path,
};

use sqlx::{
    AnyConnection,
    migrate::{MigrateError, Migrator},
};

use super::{Engine, OpenError, events::chains};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The table of the migrations that a database has had, which sqlx keeps.
pub const TABLE: &str = "_sqlx_migrations";

/// The file whose lock a process holds while it migrates. sqlx's own lock does nothing on SQLite.
const LOCK_FILE: &str = "atout.lock";

/// Waits for any other process that is migrating this folder's database. The lock goes with the returned file.
///
/// # Errors
/// What the operating system says when the folder cannot be written.
pub async fn lock(folder: &Path) -> io::Result<File> {
    let path = folder.join(LOCK_FILE);
    let waiting = tokio::task::spawn_blocking(move || {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        file.lock()?;
        Ok(file)
    });
    waiting.await.map_err(io::Error::other)?
}

/// Applies the migrations that the database has not had, and chains the log where it is older than chains.
///
/// # Errors
/// [`OpenError::Newer`] when the database has had migrations that this program does not know.
pub async fn run(engine: Engine, connection: &mut AnyConnection) -> Result<(), OpenError> {
    of(engine).run_direct(None, connection, false).await.map_err(|error| match error {
        MigrateError::VersionMissing(found) if found > newest() => {
            OpenError::Newer { found, known: newest() }
        }
        error => OpenError::Migration(error),
    })?;
    Ok(chains::seal(connection).await?)
}

const fn of(engine: Engine) -> &'static Migrator {
    match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    }
}

/// The newest migration: both engines have the same.
#[must_use]
pub fn newest() -> i64 {
    SQLITE.iter().map(|migration| migration.version).max().unwrap_or_default()
}

#[cfg(test)]
mod tests;
