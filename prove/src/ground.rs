//! Grounds: an engine with the demonstration filled, of which every proof gets a copy of its own.
//!
//! Owns how installations are made and served; refuses to know what is proved on them.

mod installation;
mod kept;

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, Result};
use cluster::{Cluster, Settings};
use serde::{Deserialize, Serialize};

pub use installation::Installation;
use kept::Kept;

use crate::folder::{self, Folder};

/// A database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Engine {
    /// One file in the data folder.
    #[serde(rename = "SQLite")]
    Sqlite,
    /// A server with a cluster of its own.
    #[serde(rename = "PostgreSQL")]
    Postgres,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// The database in which the demonstration is filled, and of which others are copied.
const TEMPLATE: &str = "template";
/// The first of those.
const FIRST: &str = "atout-0";

/// An engine with the filled demonstration.
#[derive(Debug)]
pub struct Ground {
    program: PathBuf,
    template: Folder,
    cluster: Option<Cluster>,
    made: AtomicU32,
}

impl Ground {
    /// Fills the demonstration in `engine`; nothing where that engine is not installed.
    ///
    /// # Errors
    /// Whatever kept it from being filled.
    pub fn lay(program: &Path, engine: Engine) -> Result<Option<Self>> {
        Self::lay_with(program, engine, settings())
    }

    /// The same, with PostgreSQL as the settings say.
    ///
    /// # Errors
    /// Whatever kept it from being filled.
    pub fn lay_with(program: &Path, engine: Engine, settings: Settings) -> Result<Option<Self>> {
        let kept = Kept::of(program, engine)?;
        let settings = Settings { like: Some(kept.cluster()), ..settings };
        let Some(ground) = Self::bare(program, engine, settings)? else { return Ok(None) };
        folder::copy(&kept.data(), &ground.template.join("data"))?;
        Ok(Some(ground))
    }

    /// The engine, with nothing in it that its settings do not bring.
    fn bare(program: &Path, engine: Engine, settings: Settings) -> Result<Option<Self>> {
        let cluster = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => match Cluster::start_with(settings)? {
                Some(cluster) => Some(cluster),
                None => return Ok(None),
            },
        };
        let template = Folder::new()?;
        site(&template.join("site"))?;
        Ok(Some(Self { program: program.to_owned(), template, cluster, made: AtomicU32::new(0) }))
    }

    /// A copy of the demonstration, in a folder of its own.
    ///
    /// # Errors
    /// Whatever kept it from being copied.
    pub fn installation(&self) -> Result<Installation> {
        let folder = Folder::new()?;
        let data = folder.join("data");
        Ok(self.copy(data)?.within(folder))
    }

    /// A copy of the demonstration with its data in `data`, which is made.
    ///
    /// # Errors
    /// Whatever kept it from being copied.
    pub fn installation_in(&self, data: PathBuf) -> Result<Installation> {
        self.copy(data)
    }

    /// The cluster, where the engine has one.
    pub const fn cluster(&mut self) -> Option<&mut Cluster> {
        self.cluster.as_mut()
    }

    /// The address of a new database of this name with nothing in it; nothing where a folder is one.
    ///
    /// # Errors
    /// Whatever kept it from being made.
    pub fn empty_database(&self, name: &str) -> Result<Option<String>> {
        Ok(self.cluster.as_ref().map(|cluster| cluster.database(name)).transpose()?)
    }

    fn copy(&self, data: PathBuf) -> Result<Installation> {
        folder::copy(&self.template.join("data"), &data)?;
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        let name = format!("atout-{number}");
        let copied = |cluster: &Cluster| match name.as_str() {
            // Kept as a copy: making one waits for the disk.
            FIRST => Ok(cluster.url(FIRST)),
            name => cluster.database_from(name, TEMPLATE),
        };
        let url = self.cluster.as_ref().map(copied).transpose()?;
        Ok(self.installation_of(data, url))
    }

    fn installation_of(&self, data: PathBuf, url: Option<String>) -> Installation {
        Installation::demonstration(&self.program, self.template.join("site"), data, url)
    }
}

/// PostgreSQL as it is installed, for as many clients as a race has beside the servers.
#[must_use]
pub fn settings() -> Settings {
    Settings { more: vec![("max_connections", "200".to_owned())], ..Settings::default() }
}

/// The least that a server takes for a built client.
fn site(folder: &Path) -> Result<()> {
    let package = folder.join("pkg").join("0");
    fs::create_dir_all(&package).context("making a site")?;
    fs::write(package.join("__wasm_split_manifest.json"), "{}")?;
    fs::write(folder.join("manifest.json"), r#"{"package":"0","css":"/assets/atout.0.css"}"#)?;
    Ok(())
}
