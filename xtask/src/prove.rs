//! `cargo xtask prove`: races and faults against the real program, and the table of what they have shown.
//!
//! Owns how the program is built for it, and `docs/evidence.md`, which is made of what was shown last of each goal; refuses to know any goal: the crate `prove` does.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::check::debian;
use crate::step::{cargo, is_installed, output, run, step};
use crate::workspace::Workspace;

/// Where the table goes.
const EVIDENCE: &str = "docs/evidence.md";
/// What is shown elsewhere, and what there is nothing yet to show of.
const BY_TESTS: &str = "
## Shown by tests

These need no load, and run with every `cargo xtask test`: those of the server on both engines, those of browsers on SQLite.

- G10, migrations: `db::migration` kills a process after each statement of each migration, `it/migrating` starts two at once.
- G11, each row that a command writes made to fail, on PostgreSQL each statement, those that read among them, and the \
  commit; once and from then on: `it/door/faults`. A page whose tables cannot be read, one after the other: `it/unreadable`.
- G20 to G24, who may do what from where: `it/permission_matrix`, `it/exposure`, `it/auth`, `it/forgery`, `foreign-page.spec.ts`.
- G25, markup in every text: `xss.spec.ts`. G27, formulas in files: `server::csv`. G30, headers: `headers.spec.ts`.
- G31 and G32, keys and secrets: `it/keyring`, `it/canary`, `it/serving/panics`. G33, guessing: `it/auth`.
- G36, tampering with the log: `it/checkpoints`, and `it/log` with 120 of the 1,000; all of them by `ATOUT_PROVE=1 cargo nextest run -p server \
  every_tampering_is_found`, and with `ATOUT_TEST_ENGINE=postgres` on PostgreSQL.
- G37 and G38, injection into heads and leftovers in browsers: `it/serving/smuggling`, `leftovers.spec.ts`.

Of files that are read in, mails and single sign-on there is nothing to show yet: Atout has none.
";

/// The programs of others that try the program too, with the goal for which each does.
const OTHERS: [(&str, &str); 3] = [("G26", "sqlmap"), ("G26", "wapiti"), ("G29", "slowhttptest")];

/// Builds the program as it is deployed, makes the proofs that `words` ask for, and writes what has been shown so far, once
/// something is known of every goal. At full size they take the better part of two hours.
///
/// # Errors
/// When something cannot be built, or a proof has failed; the page is written all the same.
pub fn run_all(ws: &Workspace, words: &[String]) -> Result<()> {
    others(words)?;
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
    let is_sizing = words.iter().any(|word| word == "sizing");
    if !is_sizing {
        command.arg("--records").arg(ws.target("proofs")).args(["--of", &tried(ws)?]);
    }
    let status = command.status().context("starting prove")?;
    let table = fs::read_to_string(&table).context("reading the table")?;
    // A part of the proofs is no evidence of the whole.
    if !is_sizing && !table.contains("Not tried: ") {
        fs::write(ws.root().join(EVIDENCE), page(&table)).with_context(|| format!("writing {EVIDENCE}"))?;
        eprintln!("    {EVIDENCE} is written");
    }
    if !status.success() {
        bail!("a proof has failed");
    }
    Ok(())
}

/// Debian's packages of those whose goal is asked for and that are not there. Without them the goal is skipped, and says so.
fn others(words: &[String]) -> Result<()> {
    let is_everything = !words.iter().any(|word| word == "sizing" || word.starts_with(['G', 'P', 'g', 'p']));
    for (goal, program) in OTHERS {
        let is_asked = is_everything || words.iter().any(|word| word.eq_ignore_ascii_case(goal));
        if is_asked && !is_installed(program) && debian::can_install() {
            debian::install(program)?;
        }
    }
    Ok(())
}

/// What is tried, in words: the commit and the day.
fn tried(ws: &Workspace) -> Result<String> {
    let git = |words: &[&str]| output(Command::new("git").current_dir(ws.root()).args(words));
    let commit = git(&["rev-parse", "--short", "HEAD"])?;
    let state = if git(&["status", "--porcelain"])?.trim().is_empty() { "" } else { ", changed" };
    let day = output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    Ok(format!("{}{state}, {}", commit.trim(), day.trim()))
}

fn page(table: &str) -> String {
    format!(
        "# Evidence\n\n\
         What the races and faults of the crate `prove` have shown, against the program as it is deployed, over HTTP.\n\
         Each proof has a negative control, a broken variant that has to fail, and counts how often its fault fired: a proof \
         whose fault never fired fails.\n\
         What a machine has no means for is skipped, is counted apart, and says why.\n\n\
         - Command: `cargo xtask prove`, or `cargo xtask prove GOAL` for one of them; each says of which commit it was made\n\
         {}\n\n\
         {}\n{BY_TESTS}",
        machine().join("\n"),
        table.trim(),
    )
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
