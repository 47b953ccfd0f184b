//! Runs the browser tests, after making sure of a browser and of their packages.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Result, bail};

use super::debian;
use crate::site::{self, Profile};
use crate::step::{is_installed, run, step};
use crate::workspace::Workspace;

const FOLDER: &str = "end2end";
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Runs every browser test against the built server and site.
///
/// # Errors
/// When something cannot be prepared, or a test fails.
pub fn tests(ws: &Workspace) -> Result<()> {
    let folder = ws.path(FOLDER);
    let program = site::server(ws, Profile::Development)?;
    let chromium = chromium()?;
    packages(&folder)?;
    run(Command::new("npx")
        .current_dir(&folder)
        .args(["--no-install", "playwright", "test"])
        .env("CHROMIUM", chromium)
        .env("ATOUT_PROGRAM", program)
        .env("ATOUT_SITE", ws.site("")))
}

/// The browser that is there, or Debian's.
fn chromium() -> Result<PathBuf> {
    if let Some(found) = installed_browser() {
        return Ok(found);
    }
    debian::install("chromium")?;
    let Some(found) = installed_browser() else {
        bail!("no Chromium: install one, or name one in the variable CHROMIUM");
    };
    Ok(found)
}

fn installed_browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.is_file());
    let paths = std::env::var_os("PATH").unwrap_or_default();
    named.or_else(|| {
        std::env::split_paths(&paths)
            .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
            .find(|path| path.is_file())
    })
}

/// Installs the packages that the lock file names, unless they were installed after it was written.
fn packages(folder: &Path) -> Result<()> {
    if !is_installed("npm") {
        bail!("the browser tests need Node.js with npm");
    }
    let changed = |name: &str| folder.join(name).metadata().and_then(|data| data.modified());
    let installed = changed("node_modules/.package-lock.json").unwrap_or(SystemTime::UNIX_EPOCH);
    if installed > changed("package-lock.json")? {
        return Ok(());
    }
    step("Installing the packages of the browser tests", || {
        run(Command::new("npm")
            .current_dir(folder)
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))
    })
}
