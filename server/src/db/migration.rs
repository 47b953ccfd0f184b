//! Bringing a database to the program's version, one process at a time.
//!
//! Owns the order of the migrations and the lock around them; refuses to know what any of them does.

use std::{
    fs::{File, OpenOptions},
    io,
    path::Path,
};

use sqlx::{
    AnyPool,
    migrate::{MigrateError, Migrator},
};

use super::OpenError;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

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

/// Applies the migrations that the database has not had.
///
/// # Errors
/// [`OpenError::Newer`] when the database has had migrations that this program does not know.
pub async fn run(writer: &AnyPool) -> Result<(), OpenError> {
    MIGRATIONS.run(writer).await.map_err(|error| match error {
        MigrateError::VersionMissing(found) if found > newest() => {
            OpenError::Newer { found, known: newest() }
        }
        error => OpenError::Migration(error),
    })
}

fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{db::Database, random};

    fn folder() -> PathBuf {
        std::env::temp_dir().join(format!("atout-{}", random::hexadecimal(&random::bytes::<8>())))
    }

    #[tokio::test]
    async fn two_starts_at_once_both_find_a_database_at_its_newest() {
        let folder = folder();
        let (one, two) = tokio::join!(Database::open(&folder), Database::open(&folder));
        let applied: Vec<(i64,)> = sqlx::query_as("SELECT version FROM _sqlx_migrations ORDER BY version")
            .fetch_all(one.unwrap().reader())
            .await
            .unwrap();
        assert_eq!(applied.last().map(|row| row.0), Some(newest()));
        two.unwrap().close().await;
    }

    #[tokio::test]
    async fn a_database_that_is_newer_than_the_program_is_refused() {
        let folder = folder();
        let database = Database::open(&folder).await.unwrap();
        let mut tx = database.begin().await.unwrap();
        sqlx::query(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (29990101000000, 'from the future', 1, x'00', 0)",
        )
        .execute(&mut *tx)
        .await
        .unwrap();
        tx.commit().await.unwrap();
        database.close().await;
        let refused = Database::open(&folder).await.unwrap_err();
        assert!(
            matches!(refused, OpenError::Newer { found: 29_990_101_000_000, known } if known == newest())
        );
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_made_is_refused() {
        let folder = folder();
        std::fs::write(&folder, "a file where the folder should be").unwrap();
        assert!(
            matches!(Database::open(&folder).await, Err(OpenError::Folder { path, .. }) if path == folder)
        );
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_refused() {
        let folder = folder();
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("atout.sqlite");
        for bytes in [&random::bytes::<8192>()[..], b"not a database"] {
            std::fs::write(&path, bytes).unwrap();
            let refused = Database::open(&folder).await.unwrap_err();
            assert!(matches!(refused, OpenError::NotADatabase { .. }), "{refused:?}");
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
        }
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[tokio::test]
    async fn a_database_of_another_program_is_refused_and_left_alone() {
        let folder = folder();
        let database = Database::open(&folder).await.unwrap();
        let mut tx = database.begin().await.unwrap();
        sqlx::query("DROP TABLE _sqlx_migrations").execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        database.close().await;
        let before = std::fs::read(folder.join("atout.sqlite")).unwrap();
        let refused = Database::open(&folder).await.unwrap_err();
        assert!(matches!(refused, OpenError::Foreign { .. }), "{refused:?}");
        assert_eq!(std::fs::read(folder.join("atout.sqlite")).unwrap(), before);
    }

    #[tokio::test]
    async fn readers_cannot_write_and_the_writer_waits_for_the_disk() {
        let database = Database::open(&folder()).await.unwrap();
        let written = sqlx::query("DELETE FROM accounts").execute(database.reader()).await;
        assert!(written.is_err());
        let mut tx = database.begin().await.unwrap();
        let read = |pragma| sqlx::query_scalar::<_, i64>(pragma);
        assert_eq!(read("PRAGMA synchronous").fetch_one(&mut *tx).await.unwrap(), 2);
        assert_eq!(read("PRAGMA foreign_keys").fetch_one(&mut *tx).await.unwrap(), 1);
        assert_eq!(
            sqlx::query_scalar::<_, String>("PRAGMA journal_mode").fetch_one(&mut *tx).await.unwrap(),
            "wal"
        );
    }
}
