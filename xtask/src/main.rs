//! The one build tool of Atout: `cargo xtask run | test | dev | build | tidy | bench | prove`.
//!
//! Owns how things are built and checked. Refuses to know what they do.

mod bench;
mod check;
mod client;
mod compress;
mod dev;
mod prove;
mod serve;
mod site;
mod step;
mod style;
mod tidy;
mod wasm_target;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use workspace::Workspace;

const USAGE: &str = "\
cargo xtask COMMAND

  run     builds everything, and serves a demonstration on http://127.0.0.1:3000
  dev     the same, again after every change
  test    runs everything that CI runs, and stops at the first failure
  build   makes one folder to deploy: target/site, with the server in it
  tidy    checks the rules of the house that no compiler checks
  bench   prints what a first visit weighs, and what the largest page costs the server
  prove   races and harms the program, and writes what that has shown to docs/evidence.md

What follows `run` and `dev` goes to the server: cargo xtask run --listen 127.0.0.1:3001
What follows `prove` says how much, and what: cargo xtask prove --small G1 G4
What a machine bears is measured by: cargo xtask prove sizing
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = words.split_first() else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match dispatch(command, rest) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether there is such a command, and what came of it.
fn dispatch(command: &str, rest: &[String]) -> Result<bool> {
    let ws = Workspace::discover()?;
    match (command, rest) {
        ("run", words) => serve::run(&ws, words)?,
        ("dev", words) => dev::run(&ws, words)?,
        ("test", []) => check::run_all(&ws)?,
        ("build", []) => site::release(&ws)?,
        ("tidy", []) => tidy::run(&ws)?,
        ("bench", []) => bench::run(&ws)?,
        ("prove", words) => prove::run_all(&ws, words)?,
        _ => return Ok(false),
    }
    Ok(true)
}
