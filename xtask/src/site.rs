//! The folder that the server serves: client package, style sheet, public files, and a note of where they are.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::step::{cargo, run, step};
use crate::workspace::Workspace;
use crate::{client, style, wasm_target};

/// The name of the server's program.
const SERVER: &str = "atout";

/// Which server is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build.
    Development,
    /// Quick to run.
    Release,
}

impl Profile {
    fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "release",
        }
    }
}

/// Builds the site of the browser's part: `manifest.json`, `pkg/`, `assets/`, `public/`.
///
/// # Errors
/// When one of the parts cannot be built.
pub fn build(ws: &Workspace) -> Result<()> {
    wasm_target::ensure(ws)?;
    let package = client::build(ws)?;
    let css = style::build(ws)?;
    copy_public(ws)?;
    let manifest = json!({ "package": package, "css": css });
    fs::write(ws.site("manifest.json"), format!("{manifest:#}\n"))?;
    Ok(())
}

/// Builds the server and gives the path of its program.
///
/// # Errors
/// When it does not compile.
pub fn server(ws: &Workspace, profile: Profile) -> Result<PathBuf> {
    step("Building the server", || {
        let mut command = cargo();
        command.current_dir(ws.root()).args(["build", "--quiet", "--package", "server"]);
        if profile == Profile::Release {
            command.arg("--release");
        }
        run(&mut command)
    })?;
    Ok(ws.target(profile.folder()).join(SERVER))
}

/// Builds everything for deployment into the site: one folder, with the server in it.
///
/// # Errors
/// When something cannot be built.
pub fn release(ws: &Workspace) -> Result<()> {
    build(ws)?;
    let program = server(ws, Profile::Release)?;
    fs::copy(&program, ws.site(SERVER)).with_context(|| format!("copying {}", program.display()))?;
    eprintln!("\nReady to deploy: {}", ws.site("").display());
    Ok(())
}

/// Public files are served as they are, from the same folder as the rest.
fn copy_public(ws: &Workspace) -> Result<()> {
    let place = ws.site("public");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    let public = ws.path("public");
    for file in ws.tree("public")? {
        let copy = place.join(file.strip_prefix(&public)?);
        fs::create_dir_all(copy.parent().unwrap_or(&place))?;
        fs::copy(&file, copy)?;
    }
    Ok(())
}
