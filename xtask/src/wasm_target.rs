//! Makes `wasm32-unknown-unknown` available to the compiler that runs, in the first way that works here.
//!
//! Refuses to know what is built for it.

mod debian;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{output, step};
use crate::workspace::Workspace;

/// The name that rustc gives to the browser's machine.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The compiler and where it keeps its libraries.
struct Compiler {
    sysroot: PathBuf,
    release: String,
}

impl Compiler {
    fn here(ws: &Workspace) -> Result<Self> {
        let rustc = || {
            let mut command = Command::new("rustc");
            command.current_dir(ws.root());
            command
        };
        let sysroot = PathBuf::from(output(rustc().args(["--print", "sysroot"]))?.trim());
        let verbose = output(rustc().arg("-vV"))?;
        let Some(release) = verbose.lines().find_map(|line| line.strip_prefix("release: ")) else {
            bail!("`rustc -vV` does not say its release");
        };
        Ok(Self { sysroot, release: release.to_owned() })
    }

    /// Where the standard library of the target belongs.
    fn library(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib").join(TARGET).join("lib")
    }

    /// Whether the standard library of the target is there.
    fn has_target(&self) -> bool {
        has_library(&self.library(), "libcore-") && has_library(&self.library(), "libstd-")
    }
}

/// Makes the target available, saying what it does.
///
/// # Errors
/// When none of the ways works here; the message says what to install.
pub fn ensure(ws: &Workspace) -> Result<()> {
    let compiler = Compiler::here(ws)?;
    if compiler.has_target() {
        return Ok(());
    }
    step("Preparing Rust's standard library for WebAssembly", || {
        let rustup = by_rustup(&compiler);
        if compiler.has_target() {
            return Ok(());
        }
        let debian = debian::build(&compiler.release, &compiler.sysroot, &compiler.library());
        if compiler.has_target() {
            return forget_what_was_built(ws);
        }
        bail!(
            "the WebAssembly standard library of rustc {release} is missing and could not be prepared.\n  \
             rustup: {rustup}\n  Debian: {debian}\nInstall it with `rustup target add {TARGET}`, \
             or with the package of your system that holds it for rustc {release}.",
            release = compiler.release,
            rustup = said(&rustup),
            debian = said(&debian),
        )
    })
}

/// The ordinary way; it fails within seconds where rustup's server cannot be reached.
fn by_rustup(compiler: &Compiler) -> Result<()> {
    eprintln!("    asking rustup for {TARGET}");
    let answer = output(Command::new("rustup").args(["target", "add", TARGET]));
    if answer.is_ok() && !compiler.has_target() {
        bail!("rustup added it to another toolchain than the one that runs");
    }
    answer.map(drop)
}

/// Cargo does not notice that the standard library changed under what it built.
fn forget_what_was_built(ws: &Workspace) -> Result<()> {
    let built = ws.target(TARGET);
    if built.exists() {
        std::fs::remove_dir_all(built)?;
    }
    Ok(())
}

fn has_library(folder: &Path, prefix: &str) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(prefix) && name.ends_with(".rlib")
    })
}

fn said(outcome: &Result<()>) -> String {
    match outcome {
        Ok(()) => "it said yes, and the library is still missing".to_owned(),
        Err(error) => format!("{error:#}").lines().last().unwrap_or_default().to_owned(),
    }
}
