//! Opening the database of a data folder.

use std::{
    fs, io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    AnyConnection, AnyPool, ConnectOptions, Connection, Executor,
    any::{AnyConnectOptions, AnyPoolOptions, install_default_drivers},
    sqlite::SqliteConnectOptions,
};

use super::{Database, Engine, migration};

/// The database file in the data folder.
const FILE: &str = "atout.sqlite";
/// How long a request waits for a connection, or for the write lock, before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(3);
const READERS: u32 = 8;
/// `SQLITE_NOTADB`.
const NOT_A_DATABASE: &str = "26";

/// Why a data folder cannot be used. Each of these ends the program with code 2.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder cannot be made, read or written.
    #[error("the data folder {} cannot be written", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// A later version of the program has been here.
    #[error("the database was last used by a newer Atout (migration {found}; this one knows {known})")]
    Newer {
        /// The newest migration that the database has had.
        found: i64,
        /// The newest migration that the program carries.
        known: i64,
    },
    /// The database cannot be brought to the program's version.
    #[error("the database cannot be migrated")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The file holds something else than a database.
    #[error("{} is not a database", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The database is another program's.
    #[error("the database {} is not one of Atout's: it has tables of another program", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be opened as a database.
    #[error("the database {} cannot be opened", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What the driver says.
        source: sqlx::Error,
    },
}

impl Database {
    /// Whether `folder` holds a database of ours already.
    ///
    /// # Errors
    /// [`OpenError`] when the file that lies there is not one, or cannot be read as one.
    pub async fn find(folder: &Path) -> Result<bool, OpenError> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(false);
        }
        install_default_drivers();
        match tables(&path).await {
            Ok(tables) if tables.is_empty() || tables.iter().any(|table| table == migration::TABLE) => {
                Ok(true)
            }
            Ok(_) => Err(OpenError::Foreign { path }),
            Err(source) if is_no_database(&source) => Err(OpenError::NotADatabase { path }),
            Err(source) => Err(OpenError::Database { path, source }),
        }
    }

    /// Makes the data folder, for its owner only, where there is none.
    ///
    /// # Errors
    /// [`OpenError::Folder`] when that cannot be done.
    pub fn prepare(folder: &Path) -> Result<(), OpenError> {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|source| OpenError::Folder { path: folder.to_owned(), source })
    }

    /// Opens the database of `folder`, making both where they do not exist, and migrates it to the program's version.
    ///
    /// # Errors
    /// [`OpenError`], with which the program ends before it has served anything.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        // A pool would try a file that cannot be opened again and again; and nothing is made beside one that is not ours.
        Self::find(folder).await?;
        install_default_drivers();
        Self::prepare(folder)?;
        let unusable = |source| OpenError::Folder { path: folder.to_owned(), source };
        let lock = migration::lock(folder).await.map_err(unusable)?;

        let path = folder.join(FILE);
        let options = SqliteConnectOptions::new().filename(&path);
        let unopened = |source| OpenError::Database { path: path.clone(), source };
        let writer = writer(&options.clone().create_if_missing(true)).await.map_err(unopened)?;
        migration::run(&writer).await?;
        drop(lock);

        let reader = reader(&options.read_only(true)).await.map_err(unopened)?;
        Ok(Self { engine: Engine::Sqlite, reader, writer })
    }
}

/// The tables of the database in the file.
async fn tables(path: &Path) -> Result<Vec<String>, sqlx::Error> {
    let url = SqliteConnectOptions::new().filename(path).to_url_lossy();
    let mut connection = AnyConnection::connect_with(&AnyConnectOptions::from_url(&url)?).await?;
    let tables = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .fetch_all(&mut connection)
        .await?;
    connection.close().await?;
    Ok(tables)
}

/// Whether this is what the driver says of a file that does not begin as a database does.
fn is_no_database(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| code == NOT_A_DATABASE)
}

/// One connection. Every commit is on the disk before it is answered.
async fn writer(options: &SqliteConnectOptions) -> Result<AnyPool, sqlx::Error> {
    pool(options, 1, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON").await
}

async fn reader(options: &SqliteConnectOptions) -> Result<AnyPool, sqlx::Error> {
    pool(options, READERS, "PRAGMA query_only = ON").await
}

async fn pool(
    options: &SqliteConnectOptions,
    most: u32,
    pragmas: &'static str,
) -> Result<AnyPool, sqlx::Error> {
    let url = AnyConnectOptions::from_url(&options.to_url_lossy())?;
    AnyPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                connection.execute("PRAGMA busy_timeout = 3000").await?;
                connection.execute(pragmas).await?;
                Ok(())
            })
        })
        .connect_with(url)
        .await
}
