//! PostgreSQL clusters of tests: made in a temporary folder, stopped, killed, paused, and gone afterwards.
//!
//! Owns how `initdb`, `postgres` and `psql` are found and started; refuses to know what is stored, and depends on nothing.
//! Where PostgreSQL is not installed there is no cluster, which is for the caller to tell.

mod databases;
mod folder;
mod port;
mod programs;
mod server;
mod shared;
pub mod trial;

use std::{io, ops::Deref, path::PathBuf};

pub use databases::Databases;
pub use programs::is_installed;
pub use shared::Shared;

use folder::Folder;
use port::Port;
use programs::Programs;
use server::{Postmaster, Signal};

/// How a cluster is made.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where its folder is made; the folder for temporary files unless it is said.
    pub within: Option<PathBuf>,
    /// What [`Cluster::keep`] has kept, of which it begins as a copy; an empty one unless it is said.
    pub like: Option<PathBuf>,
    /// Whether a commit waits for the disk. Only a test of just that wants to know.
    pub fsync: bool,
    /// Further settings of the server, such as `("max_connections", "20")`.
    pub more: Vec<(&'static str, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { within: None, like: None, fsync: true, more: Vec::new() }
    }
}

/// A PostgreSQL server with a folder of its own, on a free port of this machine. Both are gone with this value.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    folder: Folder,
    settings: Settings,
    databases: Databases,
    postmaster: Option<Postmaster>,
    /// Also while it is stopped: it starts again where it was.
    _port: Port,
}

impl Cluster {
    /// Makes a cluster and starts it, or finds that PostgreSQL is not installed.
    ///
    /// # Errors
    /// Whatever kept it from being made or started.
    pub fn start() -> io::Result<Option<Self>> {
        Self::start_with(Settings::default())
    }

    /// The same, as the settings say.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(settings: Settings) -> io::Result<Option<Self>> {
        let Some(programs) = Programs::find() else { return Ok(None) };
        let mut folder = Folder::temporary(settings.within.as_deref(), programs.owner())?;
        match &settings.like {
            Some(kept) => folder.become_like(kept)?,
            None => programs.initialise(&folder)?,
        }
        let port = Port::reserve()?;
        let databases = Databases::new(programs.clone(), port.number(), folder.password().to_owned());
        let mut cluster = Self { programs, folder, settings, databases, postmaster: None, _port: port };
        cluster.begin()?;
        Ok(Some(cluster))
    }

    /// Starts it again after [`Self::stop`] or [`Self::kill`], or after it has ended by itself, on the same port.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn begin(&mut self) -> io::Result<()> {
        if self.postmaster.as_mut().is_none_or(Postmaster::has_ended) {
            let port = self.databases.port();
            self.postmaster = Some(Postmaster::start(&self.programs, &self.folder, port, &self.settings)?);
        }
        Ok(())
    }

    /// Stops it at once, as an operator does: connections end, and nothing that was committed is lost.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn stop(&mut self) -> io::Result<()> {
        self.postmaster.take().map_or(Ok(()), |mut postmaster| postmaster.end(Signal::Fast))
    }

    /// Stops it, and keeps what is in it in `folder`, which is made.
    ///
    /// # Errors
    /// When it cannot be kept there.
    pub fn keep(mut self, folder: PathBuf) -> io::Result<()> {
        self.stop()?;
        let mut kept = Folder::lasting(folder, self.programs.owner())?;
        kept.become_like(self.folder.path())?;
        kept.keep_password(self.folder.password())
    }

    /// Kills its first process as a crash does; the others end by themselves.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn kill(&mut self) -> io::Result<()> {
        self.postmaster.take().map_or(Ok(()), |mut postmaster| postmaster.end(Signal::Kill))
    }

    /// Stops every process of it in the middle of what it does, as a machine that hangs.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn pause(&self) -> io::Result<()> {
        self.postmaster.as_ref().map_or(Ok(()), |postmaster| postmaster.signal_all(Signal::Pause))
    }

    /// Lets it go on.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn resume(&self) -> io::Result<()> {
        self.postmaster.as_ref().map_or(Ok(()), |postmaster| postmaster.signal_all(Signal::Resume))
    }

    /// The folder of it, in which the server's log is, too.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }
}

impl Deref for Cluster {
    type Target = Databases;

    fn deref(&self) -> &Databases {
        &self.databases
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The folder goes anyway, so nothing needs to be written any more.
        if let Some(mut postmaster) = self.postmaster.take() {
            let _ = postmaster.signal_all(Signal::Resume);
            let _ = postmaster.end(Signal::Immediate);
        }
    }
}
