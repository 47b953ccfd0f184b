//! Where things are: the repository, the build folder, the site that the server serves.
//!
//! Refuses to know what any of the files mean.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold no source of ours, whatever their depth.
const NOT_OURS: [&str; 4] = ["target", "node_modules", ".git", "artefacts"];

/// The repository and its build folder.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the repository from this crate's own folder, and the build folder as cargo does.
    ///
    /// # Errors
    /// When the folder above this crate cannot be read.
    pub fn discover() -> Result<Self> {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.join("..").canonicalize().context("finding the repository")?;
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// The repository itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path in the repository.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// A path in the build folder.
    pub fn target(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.target.join(relative)
    }

    /// A path in the folder that the server serves.
    pub fn site(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.target.join("site").join(relative)
    }

    /// A path as it is written in messages: relative to the repository, with `/`.
    pub fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// Every file of ours under `top` whose name ends in `.extension`, sorted; none when `top` is missing.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn files(&self, top: &str, extension: &str) -> Result<Vec<PathBuf>> {
        let mut found = self.tree(top)?;
        found.retain(|path| path.extension() == Some(OsStr::new(extension)));
        Ok(found)
    }

    /// Every file of ours under `top` (itself, when it is a file), sorted.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn tree(&self, top: &str) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        let mut waiting = vec![self.path(top)];
        while let Some(path) = waiting.pop() {
            if path.is_file() {
                found.push(path);
            } else if path.is_dir() && !path.file_name().is_some_and(is_not_ours) {
                for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
                    waiting.push(entry?.path());
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

fn is_not_ours(name: &OsStr) -> bool {
    NOT_OURS.iter().any(|skipped| name == *skipped)
}
