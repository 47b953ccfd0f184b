//! Whether the client has to be built again: a hash over everything that it is built from.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::compress::hex;
use crate::step::output;
use crate::workspace::Workspace;

/// What the client is built from, this build's own steps included. The words of `en-US` give the message ids.
const INPUTS: [&str; 15] = [
    "app/src",
    "app/build.rs",
    "app/build",
    "app/Cargo.toml",
    "domain/src",
    "domain/Cargo.toml",
    "locales/en-US",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "xtask/src/client.rs",
    "xtask/src/client",
    "xtask/src/compress.rs",
    "xtask/Cargo.toml",
];

/// The hash of everything that the client is built from.
///
/// # Errors
/// When one of the files cannot be read.
pub fn of(ws: &Workspace) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(output(std::process::Command::new("rustc").current_dir(ws.root()).arg("-vV"))?);
    for input in INPUTS {
        for path in ws.tree(input)? {
            hash.update(ws.name(&path));
            hash.update([0]);
            hash.update(Sha256::digest(fs::read(&path)?));
        }
    }
    Ok(hex(&hash.finalize()))
}

/// The package that was built from these inputs, if it is still there.
pub fn built_from(ws: &Workspace, inputs: &str) -> Option<String> {
    let noted = fs::read_to_string(note(ws)).ok()?;
    let (noted_inputs, package) = noted.trim().split_once(' ')?;
    let is_there = ws.site("pkg").join(package).join(super::MANIFEST).is_file();
    (noted_inputs == inputs && is_there).then(|| package.to_owned())
}

/// Notes what the package was built from.
///
/// # Errors
/// When the note cannot be written.
pub fn remember(ws: &Workspace, inputs: &str, package: &str) -> Result<()> {
    Ok(fs::write(note(ws), format!("{inputs} {package}\n"))?)
}

fn note(ws: &Workspace) -> PathBuf {
    ws.target("client-inputs.txt")
}
