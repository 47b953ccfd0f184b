//! Opening a database where it lives.

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

use super::{
    Database, Engine, Home, Trouble, Writers, error::of_driver, home::ServerUrl, migration,
    presence::Presence, writer::Writer,
};

/// The database file in the data folder.
pub const FILE: &str = "atout.sqlite";
/// How long a request waits for a connection before it is told to come back later. It is as long as a slow server takes
/// to be connected to anew.
const PATIENCE: Duration = Duration::from_secs(3);
const READERS: u32 = 8;
/// On PostgreSQL only: SQLite has one.
pub const WRITERS: u32 = 16;
/// `SQLITE_NOTADB`.
const NOT_A_DATABASE: &str = "26";

/// Why a database cannot be used.
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
    /// The log of an earlier version cannot be chained.
    #[error("the log of the database cannot be chained")]
    Chain(#[from] super::Error),
    /// The file holds something else than a database.
    #[error("{home} is not a database")]
    NotADatabase {
        /// Where it lives.
        home: Home,
    },
    /// The database is another program's.
    #[error("the database {home} is not one of Atout's: it has tables of another program")]
    Foreign {
        /// Where it lives.
        home: Home,
    },
    /// The database cannot be opened.
    #[error("the database {home} cannot be opened")]
    Database {
        /// Where it lives.
        home: Home,
        /// What the driver says.
        source: sqlx::Error,
    },
}

impl OpenError {
    /// Whether trying again may help: the server of the database does not answer now.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Database { home: Home::Server(_), source } if of_driver(source) == Trouble::Away)
    }
}

/// How a connection is opened and prepared.
#[derive(Clone, Debug)]
pub struct Opening {
    options: AnyConnectOptions,
    settings: &'static str,
}

impl Database {
    /// Whether there is a database of ours already.
    ///
    /// # Errors
    /// [`OpenError`] when what is there is not one, or cannot be read as one.
    pub async fn find(home: &Home) -> Result<bool, OpenError> {
        if let Home::Folder(folder) = home
            && !folder.join(FILE).exists()
        {
            return Ok(false);
        }
        install_default_drivers();
        match tables(home).await {
            Ok(tables) if tables.is_empty() => Ok(home.engine() == Engine::Sqlite),
            Ok(tables) if tables.iter().any(|table| table == migration::TABLE) => Ok(true),
            Ok(_) => Err(OpenError::Foreign { home: home.clone() }),
            Err(source) if is_no_database(&source) => Err(OpenError::NotADatabase { home: home.clone() }),
            Err(source) => Err(OpenError::Database { home: home.clone(), source }),
        }
    }

    /// Opens the database of a server at whatever version it is, to be copied.
    ///
    /// # Errors
    /// [`OpenError::Database`] when it cannot be reached.
    pub async fn open_as_it_is(url: &ServerUrl) -> Result<Self, OpenError> {
        install_default_drivers();
        let home = || Home::Server(url.clone());
        connect_server(url).await.map_err(|source| OpenError::Database { home: home(), source })
    }

    /// Makes the data folder, for its owner only, where there is none.
    ///
    /// # Errors
    /// [`OpenError::Folder`] when that cannot be done.
    pub fn prepare(folder: &Path) -> Result<(), OpenError> {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|source| OpenError::Folder { path: folder.to_owned(), source })
    }

    /// Opens the database, making its folder and its file where they do not exist, and migrates it to the program's
    /// version.
    ///
    /// # Errors
    /// [`OpenError`], with which the program ends before it has served anything.
    pub async fn open(home: &Home) -> Result<Self, OpenError> {
        // A pool would try a file that cannot be opened again and again; and nothing is made beside one that is not ours.
        Self::find(home).await?;
        install_default_drivers();
        let opened = match home {
            Home::Folder(folder) => open_folder(folder).await,
            Home::Server(url) => open_server(url).await,
        };
        opened.map_err(|error| match error {
            Unopened::Told(error) => error,
            Unopened::Driver(source) => OpenError::Database { home: home.clone(), source },
        })
    }
}

/// Why a home that is there could not be opened.
enum Unopened {
    /// As the driver says, which does not know the home.
    Driver(sqlx::Error),
    /// As whoever opens is told.
    Told(OpenError),
}

impl From<sqlx::Error> for Unopened {
    fn from(error: sqlx::Error) -> Self {
        Self::Driver(error)
    }
}

impl From<OpenError> for Unopened {
    fn from(error: OpenError) -> Self {
        Self::Told(error)
    }
}

async fn open_folder(folder: &Path) -> Result<Database, Unopened> {
    Database::prepare(folder)?;
    let unusable = |source| OpenError::Folder { path: folder.to_owned(), source };
    let lock = migration::lock(folder).await.map_err(unusable)?;
    let options = SqliteConnectOptions::new().filename(folder.join(FILE));
    let writable = options.clone().create_if_missing(true).to_url_lossy();
    migrate(Engine::Sqlite, writable.as_str()).await?;
    drop(lock);
    let writing = Opening::writer(Engine::Sqlite, writable.as_str())?;
    let reading = Opening::reader(Engine::Sqlite, options.read_only(true).to_url_lossy().as_str())?;
    let writers = Writers::One(Writer::open(writing).await?);
    let reader = reading.pool(READERS).await?;
    Ok(Database { reader, writers, presence: Presence::default() })
}

async fn open_server(url: &ServerUrl) -> Result<Database, Unopened> {
    migrate(Engine::Postgres, url.expose()).await?;
    Ok(connect_server(url).await?)
}

async fn migrate(engine: Engine, url: &str) -> Result<(), Unopened> {
    let mut connection = Opening::migrating(engine, url)?.connect().await?;
    migration::run(engine, &mut connection).await?;
    Ok(connection.close().await?)
}

async fn connect_server(url: &ServerUrl) -> Result<Database, sqlx::Error> {
    let writing = Opening::writer(Engine::Postgres, url.expose())?;
    let reading = Opening::reader(Engine::Postgres, url.expose())?;
    Ok(Database {
        presence: Presence::watch(reading.clone()),
        reader: reading.pool(READERS).await?,
        writers: Writers::Several(writing.pool(WRITERS).await?),
    })
}

/// The tables of the database.
async fn tables(home: &Home) -> Result<Vec<String>, sqlx::Error> {
    let options = match home {
        Home::Folder(folder) => AnyConnectOptions::from_url(
            &SqliteConnectOptions::new().filename(folder.join(FILE)).to_url_lossy(),
        )?,
        Home::Server(url) => url.expose().parse()?,
    };
    let mut connection = AnyConnection::connect_with(&options).await?;
    let tables = sqlx::query_scalar(home.engine().tables()).fetch_all(&mut connection).await?;
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

impl Opening {
    fn migrating(engine: Engine, url: &str) -> Result<Self, sqlx::Error> {
        Ok(Self { options: url.parse()?, settings: engine.migrating_settings() })
    }

    fn writer(engine: Engine, url: &str) -> Result<Self, sqlx::Error> {
        Ok(Self { options: url.parse()?, settings: engine.writer_settings() })
    }

    fn reader(engine: Engine, url: &str) -> Result<Self, sqlx::Error> {
        Ok(Self { options: url.parse()?, settings: engine.reader_settings() })
    }

    /// One connection, ready.
    ///
    /// # Errors
    /// What the driver says.
    pub async fn connect(&self) -> Result<AnyConnection, sqlx::Error> {
        let mut connection = AnyConnection::connect_with(&self.options).await?;
        connection.execute(self.settings).await?;
        Ok(connection)
    }

    async fn pool(self, most: u32) -> Result<AnyPool, sqlx::Error> {
        let settings = self.settings;
        AnyPoolOptions::new()
            .max_connections(most)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    connection.execute(settings).await?;
                    Ok(())
                })
            })
            .connect_with(self.options)
            .await
    }
}
