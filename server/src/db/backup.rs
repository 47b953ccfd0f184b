//! A copy of a database in one file, and a database out of such a file. The file is SQLite's, whichever engine it came from.
//!
//! Owns that a file is whole or not there; refuses to keep the key ring, without which the file's product keys are sealed.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use sqlx::{
    AnyConnection, ConnectOptions, Connection,
    any::{AnyConnectOptions, install_default_drivers},
    sqlite::SqliteConnectOptions,
};

use super::{
    Database, Home, OpenError,
    copy::{CopyError, copy},
    home::ServerUrl,
    migration, open,
};
use crate::{folder, random};

/// Why there is no backup, or no database out of one.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file is there already, and is not replaced.
    #[error("{} is there already", path.display())]
    Taken {
        /// The file.
        path: PathBuf,
    },
    /// The folder is not empty.
    #[error("the folder {} is not empty: a backup is restored under another name", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The file or the folder cannot be read or written.
    #[error("{} cannot be read or written", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The file is not a backup of Atout's.
    #[error("{} is not a backup of Atout's", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error("{} is damaged: {fault}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        fault: String,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database cannot be copied.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// SQLite failed.
    #[error("SQLite failed")]
    Driver(#[from] sqlx::Error),
}

/// Writes what the database holds now into `file`, while it is in use. Its size is the answer.
///
/// # Errors
/// [`BackupError`]; there is no file then.
pub async fn backup(home: &Home, file: &Path) -> Result<u64, BackupError> {
    if file.exists() {
        return Err(BackupError::Taken { path: file.to_owned() });
    }
    match home {
        Home::Folder(folder) => vacuum(&folder.join(open::FILE), file).await,
        Home::Server(url) => {
            let draft = Draft::beside(file)?;
            let drafted = Home::Folder(draft.0.clone());
            into(url, &drafted).await?;
            vacuum(&draft.0.join(open::FILE), file).await
        }
    }
}

/// Makes a database out of `file`, where there is none yet, and brings it to the program's version.
///
/// # Errors
/// [`BackupError`]. What cannot be brought to the program's version stays in the folder, which is to be emptied.
pub async fn restore(file: &Path, folder: &Path, home: &Home) -> Result<Database, BackupError> {
    let unusable = |source| BackupError::Unusable { path: folder.to_owned(), source };
    if folder.exists() && fs::read_dir(folder).map_err(unusable)?.next().is_some() {
        return Err(BackupError::NotEmpty { path: folder.to_owned() });
    }
    check(file).await?;
    Database::prepare(folder)?;
    match home {
        Home::Folder(folder) => {
            vacuum(file, &folder.join(open::FILE)).await?;
            Ok(Database::open(home).await?)
        }
        Home::Server(_) => {
            let draft = Draft::beside(&folder.join(open::FILE))?;
            vacuum(file, &draft.0.join(open::FILE)).await?;
            let (from, to) =
                (Database::open(&Home::Folder(draft.0.clone())).await?, Database::open(home).await?);
            copy(&from, (&to, home)).await?;
            from.close().await;
            Ok(to)
        }
    }
}

/// Copies a database from its server into a folder.
async fn into(url: &ServerUrl, folder: &Home) -> Result<(), BackupError> {
    // It is read as it is: a backup is what one makes before a migration.
    let (from, to) = (Database::open_as_it_is(url).await?, Database::open(folder).await?);
    copy(&from, (&to, folder)).await?;
    from.close().await;
    to.close().await;
    Ok(())
}

/// Whether the file is a database of ours, whole, and not newer than this program.
async fn check(file: &Path) -> Result<(), BackupError> {
    if !file.is_file() {
        let source = io::ErrorKind::NotFound.into();
        return Err(BackupError::Unusable { path: file.to_owned(), source });
    }
    let foreign = |_| BackupError::Foreign { path: file.to_owned() };
    let mut connection = connect(file).await.map_err(foreign)?;
    let found: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(&mut connection)
        .await
        .map_err(foreign)?;
    let (found, known) = (found.unwrap_or_default(), migration::newest());
    if found > known {
        return Err(OpenError::Newer { found, known }.into());
    }
    let checked = integrity(&mut connection, file).await;
    connection.close().await?;
    checked
}

async fn integrity(connection: &mut AnyConnection, file: &Path) -> Result<(), BackupError> {
    let damaged = |fault: String| BackupError::Damaged { path: file.to_owned(), fault };
    let faults: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check(1)")
        .fetch_all(&mut *connection)
        .await
        .map_err(|error| damaged(error.to_string()))?;
    if let Some((fault,)) = faults.into_iter().find(|(fault,)| fault != "ok") {
        return Err(damaged(fault));
    }
    let dangling: Vec<(String,)> = sqlx::query_as("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(connection)
        .await?;
    match dangling.into_iter().next() {
        Some((table,)) => Err(damaged(format!("{table} refers to rows that are not there"))),
        None => Ok(()),
    }
}

async fn connect(file: &Path) -> Result<AnyConnection, sqlx::Error> {
    install_default_drivers();
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    AnyConnection::connect_with(&AnyConnectOptions::from_url(&options.to_url_lossy())?).await
}

/// Writes what one file of SQLite holds now into another, which appears whole or not at all.
async fn vacuum(from: &Path, to: &Path) -> Result<u64, BackupError> {
    let unusable = |source| BackupError::Unusable { path: to.to_owned(), source };
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder::of(to).join(format!(".{name}-{}", random::hexadecimal(&random::bytes::<4>())));
    // Empty, and for its owner only, before anything is written into it.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft).map_err(unusable)?;
    let written = async {
        let mut connection = connect(from).await?;
        sqlx::query("VACUUM INTO $1")
            .bind(draft.to_string_lossy().into_owned())
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        let mut copied = connect(&draft).await?;
        integrity(&mut copied, &draft).await?;
        copied.close().await?;
        kept(&draft, to).map_err(unusable)
    };
    let size = written.await;
    // Whatever has come of it: what is kept has another name by now.
    match fs::remove_file(&draft) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(unusable(source)),
        _ => size,
    }
}

/// Gives the file its name, once it is on the disk. One that is there already is not replaced.
fn kept(draft: &Path, name: &Path) -> io::Result<u64> {
    let file = File::open(draft)?;
    file.sync_all()?;
    match fs::hard_link(draft, name) {
        // A share without links has no other way, and this one could replace what has come there in the last moment.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !name.try_exists()? => {
            fs::rename(draft, name)?;
        }
        linked => linked?,
    }
    folder::sync(name)?;
    Ok(file.metadata()?.len())
}

/// A folder that is gone with its end.
struct Draft(PathBuf);

impl Draft {
    fn beside(file: &Path) -> Result<Self, BackupError> {
        let name = format!(".atout-{}", random::hexadecimal(&random::bytes::<4>()));
        let folder = folder::of(file).join(name);
        Database::prepare(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            tracing::warn!(folder = %self.0.display(), %error, "a folder of drafts is left behind");
        }
    }
}
