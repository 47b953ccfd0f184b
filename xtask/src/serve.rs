//! `cargo xtask run`: everything built, a demonstration in `data/`, and a server that serves it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::site::{self, Profile};
use crate::workspace::Workspace;

/// Where the demonstration is created and kept; delete the folder to begin anew.
const DEMONSTRATION: &str = "data/demonstration";

/// Builds what is missing and becomes the server.
///
/// # Errors
/// When something cannot be built, or the server cannot be started.
pub fn run(ws: &Workspace, words: &[String]) -> Result<()> {
    site::build(ws)?;
    let program = site::server(ws, Profile::Development)?;
    eprintln!("==> Serving the demonstration in {DEMONSTRATION}/ (delete it to begin anew)");
    become_it(&mut server(ws, &program, words))
}

/// The command that serves the demonstration.
pub fn server(ws: &Workspace, program: &Path, words: &[String]) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(ws.root())
        .args(["serve", "--demonstration", "--data", DEMONSTRATION])
        .args(words)
        .env("ATOUT_SITE", ws.site(""));
    command
}

/// The server takes this program's place, so that a signal reaches it and not us.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("starting the server")
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    crate::step::run(command)
}
