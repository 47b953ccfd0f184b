//! `atout catalogue`: programme catalogues, from the shell.

use std::{fs, path::PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};

use crate::catalogue;

/// What can be said of catalogues.
#[derive(Clone, Debug, Subcommand)]
pub enum Catalogue {
    /// Checks a catalogue and lists every fault with its place.
    Check(Check),
}

/// The arguments of `atout catalogue check`.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// The file.
    file: PathBuf,
}

/// The catalogue has faults, and nothing was loaded. Ends the program with code 2.
#[derive(Debug, thiserror::Error)]
#[error("{report}")]
pub struct Faulty {
    report: String,
}

/// Does what is said of catalogues.
///
/// # Errors
/// The faults of the catalogue, or whatever failed.
pub fn run(command: Catalogue) -> anyhow::Result<()> {
    match command {
        Catalogue::Check(arguments) => check(&arguments),
    }
}

fn check(arguments: &Check) -> anyhow::Result<()> {
    let name = arguments.file.display().to_string();
    let text = fs::read_to_string(&arguments.file).with_context(|| format!("{name} cannot be read"))?;
    let read = read(&name, &text)?;
    println!("{name}: no faults. {} offers, {} products.", read.offers.len(), read.products.len());
    Ok(())
}

/// Reads a catalogue.
///
/// # Errors
/// [`Faulty`], with every fault and its place.
pub fn read(name: &str, text: &str) -> Result<domain::programme::Catalogue, Faulty> {
    catalogue::read(text)
        .map_err(|faults| Faulty { report: catalogue::Report::new(name, &faults).to_string() })
}
