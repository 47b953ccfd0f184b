//! Debian's packages, for what the tests need and the machine has not.

use std::process::Command;

use anyhow::Result;

use crate::step::{is_installed, run, step};

/// Whether packages can be installed here.
pub fn can_install() -> bool {
    is_installed("apt-get")
}

/// Installs a package, without what it only recommends.
///
/// # Errors
/// When it cannot be had.
pub fn install(package: &str) -> Result<()> {
    step(&format!("Installing {package}"), || {
        run(Command::new("apt-get").args(["--quiet=2", "update"]))?;
        run(Command::new("apt-get")
            .args(["--quiet=2", "install", "--yes", "--no-install-recommends", package])
            .env("DEBIAN_FRONTEND", "noninteractive"))
    })
}
