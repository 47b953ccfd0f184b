//! `cargo xtask tidy`: the rules of the house that no compiler checks.
//!
//! Each rule is a function from text to faults, tested on text that breaks it. Refuses to correct anything.

mod arrows;
mod code;
mod fluent;
mod literals;
mod markup;
mod messages;
mod migrations;
mod shape;
mod sizes;
mod statements;
mod styles;
mod typography;
mod unused;

use anyhow::{Result, bail};

use crate::workspace::Workspace;

/// The rules of one subject: what it is, and what finds its faults.
type Rules = (&'static str, fn(&Workspace) -> Result<Vec<String>>);

const RULES: [Rules; 11] = [
    ("shape", shape::check),
    ("sizes", sizes::check),
    ("arrows", arrows::check),
    ("literal text", literals::check),
    ("markup", markup::check),
    ("statements", statements::check),
    ("messages", messages::check),
    ("typography", typography::check),
    ("unused messages", unused::check),
    ("migrations", migrations::check),
    ("style sheets", styles::check),
];

/// Prints every fault.
///
/// # Errors
/// When there is a fault, or a file cannot be read.
pub fn run(ws: &Workspace) -> Result<()> {
    let faults = faults(ws)?;
    for fault in &faults {
        eprintln!("    {fault}");
    }
    match faults.len() {
        0 => Ok(()),
        1 => bail!("one fault"),
        count => bail!("{count} faults"),
    }
}

fn faults(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (subject, check) in RULES {
        faults.extend(check(ws)?.into_iter().map(|fault| format!("{subject}: {fault}")));
    }
    Ok(faults)
}

/// The crates whose sources are checked.
const CRATES: [&str; 6] = ["domain", "app", "server", "xtask", "bench", "prove"];

/// Every Rust file of ours, with the name it has in messages.
fn rust_files(ws: &Workspace) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for krate in CRATES {
        found.extend(texts(ws, krate, "rs")?);
    }
    Ok(found)
}

/// Every file under `top` with this ending: its name and its text.
fn texts(ws: &Workspace, top: &str, extension: &str) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for path in ws.files(top, extension)? {
        found.push((ws.name(&path), std::fs::read_to_string(&path)?));
    }
    Ok(found)
}
