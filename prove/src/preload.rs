//! Libraries that are loaded before a program, to change or to watch what it asks of the kernel.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

use crate::folder::Folder;

/// Builds such a library from its source, in a folder that it is gone with.
///
/// # Errors
/// When there is no C compiler, or it does not like the source.
pub fn built(folder: &Folder, source: &str) -> Result<PathBuf> {
    let (text, library) = (folder.join("preload.c"), folder.join("preload.so"));
    fs::write(&text, source)?;
    let mut command = Command::new("cc");
    let status = command.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&text).status();
    ensure!(status.context("starting cc")?.success(), "cc did not succeed");
    Ok(library)
}
