//! `cargo xtask bench`: prints what we measure ourselves by.
//!
//! Owns the list of measurements; each has a module of its own.

pub mod sizes;
mod throughput;

use anyhow::Result;

use crate::site;
use crate::workspace::Workspace;

/// Builds what is measured, measures it, prints it.
///
/// # Errors
/// When something cannot be built, or is over its limit.
pub fn run(ws: &Workspace) -> Result<()> {
    site::build(ws)?;
    // A size over its limit is told at the end: what follows is worth knowing all the same.
    let sizes = sizes::check(ws);
    throughput::measure(ws)?;
    sizes
}
