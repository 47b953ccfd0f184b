//! `cargo xtask prove`: races and faults against the real program, and the table of what they have shown.
//!
//! Owns how the program is built for it, and `docs/evidence.md`; refuses to know any goal: the crate `prove` does.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::step::{cargo, output, run, step};
use crate::workspace::Workspace;

/// Where the table goes.
const EVIDENCE: &str = "docs/evidence.md";

/// Builds the program as it is deployed, makes the proofs that `words` ask for, and writes what came of all of them. At full
/// size they take the better part of an hour.
///
/// # Errors
/// When something cannot be built, or a proof has failed; the table is written all the same.
pub fn run_all(ws: &Workspace, words: &[String]) -> Result<()> {
    step("Building the program and its proofs", || {
        run(cargo()
            .current_dir(ws.root())
            .args(["build", "--quiet", "--release"])
            .args(["--package", "server", "--package", "prove"]))
    })?;
    let table = ws.target("evidence-table.md");
    let mut command = Command::new(ws.target("release/prove"));
    // The size that the goals say, unless another one is asked for.
    command.current_dir(ws.root()).arg("--full").args(words).arg("--table").arg(&table);
    let status = command.status().context("starting prove")?;
    let table = fs::read_to_string(&table).context("reading the table")?;
    if is_whole(words, &table) {
        let page = page(ws, words, &table)?;
        fs::write(ws.root().join(EVIDENCE), page).with_context(|| format!("writing {EVIDENCE}"))?;
        eprintln!("    {EVIDENCE} is written");
    }
    if !status.success() {
        bail!("a proof has failed");
    }
    Ok(())
}

/// Whether every goal is tried, on both engines, at whatever size: a part of the proofs is no evidence of the whole.
fn is_whole(words: &[String], table: &str) -> bool {
    !words.iter().any(|word| word == "--engine" || word == "sizing") && !table.contains("Not tried: ")
}

fn page(ws: &Workspace, words: &[String], table: &str) -> Result<String> {
    let commit = output(Command::new("git").current_dir(ws.root()).args(["rev-parse", "--short", "HEAD"]))?;
    let changed = output(Command::new("git").current_dir(ws.root()).args(["status", "--porcelain"]))?;
    let state = if changed.trim().is_empty() { "" } else { ", with changes that were not committed" };
    let day = output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    Ok(format!(
        "# Evidence\n\n\
         What the races and faults of the crate `prove` have shown, against the program as it is deployed, over HTTP.\n\
         Each proof has a negative control, a broken variant that has to fail, and counts how often its fault fired: a proof \
         whose fault never fired fails.\n\
         What a machine has no means for is skipped, is counted apart, and says why.\n\n\
         - Command: `{}`\n\
         - Day: {}\n\
         - Commit: {}{state}\n\
         {}\n\n\
         {}",
        [&["cargo xtask prove".to_owned()], words].concat().join(" "),
        day.trim(),
        commit.trim(),
        machine().join("\n"),
        table.trim_start(),
    ))
}

/// The machine, and what runs on it, as lines of a list.
fn machine() -> [String; 3] {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once([':', '='])?.1.trim().trim_matches('"').to_owned())
    };
    let said = |program: &str, words: &[&str]| {
        let said = output(Command::new(program).args(words)).unwrap_or_default();
        said.lines().next().unwrap_or_default().trim().to_owned()
    };
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    let model = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let memory = field(&read("/proc/meminfo"), "MemTotal").unwrap_or_default();
    let gibibytes = memory.trim_end_matches(" kB").parse::<u64>().unwrap_or_default() >> 20;
    let system = field(&read("/etc/os-release"), "PRETTY_NAME").unwrap_or_default();
    let kernel = read("/proc/sys/kernel/osrelease");
    let folder = std::env::temp_dir().display().to_string();
    let disk = said("findmnt", &["-no", "FSTYPE", "-T", &folder]);
    let postgres = said("psql", &["--version"]).replace("psql (PostgreSQL)", "PostgreSQL");
    let versions = [said("rustc", &["--version"]), postgres].into_iter().filter(|text| !text.is_empty());
    [
        format!("- Machine: {processors} × {model}, {gibibytes} GiB of memory, {disk} under {folder}"),
        format!("- System: {system}, Linux {}", kernel.trim()),
        format!("- Versions: {}", versions.collect::<Vec<_>>().join(", ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_is_described_in_lines_of_a_list() {
        let machine = machine();
        assert!(machine.iter().all(|line| line.starts_with("- ") && !line.contains('\n')), "{machine:?}");
    }
}
