//! `cargo xtask test`: everything that CI runs, cheapest first, up to the first failure.

mod browser;
mod contents;
pub mod debian;
mod skipped;

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::bench::sizes;
use crate::step::{cargo, is_installed, run, seconds, step};
use crate::wasm_target::{self, TARGET};
use crate::workspace::Workspace;
use crate::{site, tidy};

/// One step: its name, and what it runs.
type Step = (&'static str, fn(&Workspace) -> Result<()>);

const STEPS: [Step; 12] = [
    ("Format", format),
    ("Tidy", tidy::run),
    ("WebAssembly target", wasm_target::ensure),
    ("Lints", lints),
    ("Documentation", documentation),
    ("PostgreSQL", postgresql),
    ("Rust tests", rust_tests),
    ("On PostgreSQL", tests_on_postgresql),
    ("Site", site::build),
    ("Sizes", sizes::check),
    ("Contents", contents::check),
    ("Browser tests", browser::tests),
];

/// Runs every step, and closes with how long each took.
///
/// # Errors
/// What the first failing step fails with.
pub fn run_all(ws: &Workspace) -> Result<()> {
    let mut taken: Vec<(&str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for (name, work) in STEPS {
        let start = Instant::now();
        outcome = step(name, || work(ws));
        taken.push((name, start.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    eprintln!("\n{}", summary(&taken, outcome.is_ok()));
    outcome
}

fn summary(taken: &[(&str, Duration)], all_passed: bool) -> String {
    let mut lines = Vec::new();
    for (index, (name, duration)) in taken.iter().enumerate() {
        let passed = all_passed || index + 1 < taken.len();
        let word = if passed { "passed" } else { "FAILED" };
        lines.push(format!("{word:8} {name:20} {}", seconds(*duration)));
    }
    lines.extend(STEPS.iter().skip(taken.len()).map(|(name, _)| format!("not run  {name}")));
    lines.join("\n")
}

fn format(ws: &Workspace) -> Result<()> {
    run(cargo().current_dir(ws.root()).args(["fmt", "--all", "--check"]))
}

/// The server's side and the browser's side are two compilations of the same files: both are linted.
fn lints(ws: &Workspace) -> Result<()> {
    let clippy = |words: &[&str]| {
        let mut command = cargo();
        command.current_dir(ws.root()).args(["clippy", "--quiet"]).args(words).args(["--", "-D", "warnings"]);
        run(&mut command)
    };
    clippy(&["--workspace", "--all-targets"])?;
    clippy(&["--package", "domain", "--target", TARGET])?;
    clippy(&["--package", "app", "--no-default-features", "--features", "hydrate", "--target", TARGET])
}

fn documentation(ws: &Workspace) -> Result<()> {
    run(cargo()
        .current_dir(ws.root())
        .args(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// Debian's PostgreSQL, where there is none yet: tests and proofs start clusters of their own.
fn postgresql(_: &Workspace) -> Result<()> {
    if !cluster::is_installed() && debian::can_install() {
        debian::install("postgresql")?;
    }
    if !cluster::is_installed() {
        eprintln!("    SKIPPED: PostgreSQL is not installed, and nothing is known of it from this run");
    }
    Ok(())
}

fn rust_tests(ws: &Workspace) -> Result<()> {
    let records = ws.target("tmp/proofs");
    if records.exists() {
        fs::remove_dir_all(&records)?;
    }
    run(&mut tests_of(ws, &["--workspace"]))?;
    skipped::tell(&records)
}

/// What the server's tests say of SQLite, said of PostgreSQL.
fn tests_on_postgresql(ws: &Workspace) -> Result<()> {
    if !cluster::is_installed() {
        return Ok(());
    }
    run(tests_of(ws, &["--package", "server"]).env(cluster::trial::ENGINE, "postgres"))
}

/// The command that runs these tests.
fn tests_of(ws: &Workspace, which: &[&str]) -> Command {
    let mut command = cargo();
    command.current_dir(ws.root());
    if is_installed("cargo-nextest") {
        command.args(["nextest", "run", "--no-fail-fast"]).args(which);
    } else {
        eprintln!("    cargo-nextest is not installed: cargo test does the same, less quickly");
        command.args(["test", "--quiet", "--no-fail-fast"]).args(which);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_failed_and_what_did_not_run() {
        let text = summary(&[("Format", Duration::from_secs(1)), ("Tidy", Duration::from_secs(2))], false);
        assert!(text.starts_with("passed   Format"), "{text}");
        assert!(text.contains("FAILED   Tidy") && text.contains("not run  Browser tests"), "{text}");
    }
}
