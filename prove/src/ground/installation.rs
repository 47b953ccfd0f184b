//! An installation of the program: served, asked from the shell, read behind its back.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use anyhow::{Context, Result, bail, ensure};

use super::Engine;
use crate::{folder::Folder, process::Server, reading::Reading};

/// The file of the key ring, in the folder of the data.
const RING: &str = "keyring.json";

/// An installation that can be served, by one process or by several.
#[derive(Debug)]
pub struct Installation {
    program: PathBuf,
    site: PathBuf,
    data: PathBuf,
    url: Option<String>,
    is_demonstration: bool,
    _folder: Option<Folder>,
}

impl Installation {
    /// The demonstration with its data in `data`, in the database at `url` or in a file beside them.
    pub(super) fn demonstration(program: &Path, site: PathBuf, data: PathBuf, url: Option<String>) -> Self {
        Self { program: program.to_owned(), site, data, url, is_demonstration: true, _folder: None }
    }

    /// The same, with a folder that goes when it does.
    pub(super) fn within(self, folder: Folder) -> Self {
        Self { _folder: Some(folder), ..self }
    }

    /// A real installation that has not begun yet, in a file in a folder of its own.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn unbegun(program: &Path) -> Result<Self> {
        let folder = Folder::new()?;
        let (site, data) = (folder.join("site"), folder.join("data"));
        super::site(&site)?;
        let url = None;
        Ok(Self {
            program: program.to_owned(),
            site,
            data,
            url,
            is_demonstration: false,
            _folder: Some(folder),
        })
    }

    /// Serves it.
    ///
    /// # Errors
    /// When the server does not begin.
    pub fn serve(&self) -> Result<Server> {
        self.serve_with(|_| {})
    }

    /// Serves it by a process of which something is special.
    ///
    /// # Errors
    /// When the server does not begin.
    pub fn serve_with(&self, special: impl FnOnce(&mut Command)) -> Result<Server> {
        let mut command = Command::new(&self.program);
        command
            .args(["serve", "--listen", "127.0.0.1:0"])
            .arg("--data")
            .arg(&self.data)
            .arg("--site")
            .arg(&self.site)
            .env("ATOUT_LOG", "warn");
        if self.is_demonstration {
            command.arg("--demonstration");
        }
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        special(&mut command);
        // Beside the folder, not in it: that one may be full, or closed to writers.
        let log = self.site.with_file_name(format!("log-{}", std::process::id()));
        Server::start(&mut command, log)
    }

    /// Runs another command of the program on it, to its end.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn run(&self, words: &[&str]) -> Result<Output> {
        let mut command = Command::new(&self.program);
        command.args(words).arg("--data").arg(&self.data).env("ATOUT_LOG", "error");
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        command.output().with_context(|| format!("starting {}", self.program.display()))
    }

    /// Whether every chain of the log is as it was written, and agrees with the checkpoints, as the program says.
    ///
    /// # Errors
    /// When there is nothing to verify.
    pub fn verifies(&self) -> Result<bool> {
        let verified = self.run(&["log", "verify"])?;
        match verified.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => bail!("the log was not verified: {}", String::from_utf8_lossy(&verified.stderr)),
        }
    }

    /// The same installation with its database reached by another port of this machine.
    ///
    /// # Errors
    /// When its database is not reached by a port.
    pub fn through(&self, port: u16) -> Result<Self> {
        let url = self.url.as_ref().context("the database is a file")?;
        let (before, after) = url.rsplit_once(':').context("an address has a port")?;
        let database = after.split_once('/').context("an address names a database")?.1;
        Ok(self.with_database(format!("{before}:{port}/{database}")))
    }

    /// The same installation with the database at `url`, which holds the same.
    #[must_use]
    pub fn with_database(&self, url: String) -> Self {
        let (program, site, data) = (self.program.clone(), self.site.clone(), self.data.clone());
        Self { program, site, data, url: Some(url), is_demonstration: self.is_demonstration, _folder: None }
    }

    /// Copies its database into the empty one at `url`, by the program itself.
    ///
    /// # Errors
    /// What the program says.
    pub fn copied_to(&self, url: String) -> Result<Self> {
        let from = self.data.display().to_string();
        let mut command = Command::new(&self.program);
        let done = command.args(["copy", "--from", &from, "--to", &url]).output()?;
        ensure!(done.status.success(), "it was not copied: {}", String::from_utf8_lossy(&done.stderr));
        Ok(self.with_database(url))
    }

    /// Restores a backup of it under another name, into the empty database at `url` or into a file, with its key ring.
    ///
    /// # Errors
    /// What the program says.
    pub fn restored_to(&self, file: &Path, url: Option<String>) -> Result<Self> {
        let folder = Folder::new()?;
        let (program, site, data) = (self.program.clone(), self.site.clone(), folder.join("data"));
        let restored = Self { program, site, data, url, is_demonstration: true, _folder: Some(folder) };
        let done = restored.run(&["restore", "--from", &file.display().to_string()])?;
        ensure!(done.status.success(), "it was not restored: {}", String::from_utf8_lossy(&done.stderr));
        fs::copy(self.data.join(RING), restored.data.join(RING)).context("copying the key ring")?;
        Ok(restored)
    }

    /// How many rows each table has, and what they come to, as the program says.
    ///
    /// # Errors
    /// What the program says.
    pub fn contents(&self) -> Result<String> {
        let folder = Folder::new()?;
        let from = self.url.clone().unwrap_or_else(|| self.data.display().to_string());
        let mut command = Command::new(&self.program);
        let done = command.args(["copy", "--from", &from, "--to"]).arg(folder.join("copy")).output()?;
        ensure!(done.status.success(), "it was not copied: {}", String::from_utf8_lossy(&done.stderr));
        let said = String::from_utf8_lossy(&done.stdout);
        // The last line names both places.
        Ok(said.trim_end().rsplit_once('\n').context("no table was told")?.0.to_owned())
    }

    /// The folder of the data.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The address of the database.
    #[must_use]
    pub fn url(&self) -> String {
        let file = || format!("sqlite://{}", self.data.join("atout.sqlite").display());
        self.url.clone().unwrap_or_else(file)
    }

    /// The engine.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        if self.url.is_some() { Engine::Postgres } else { Engine::Sqlite }
    }

    /// A connection to the database.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn reading(&self) -> Result<Reading> {
        Reading::open(&self.url())
    }
}
