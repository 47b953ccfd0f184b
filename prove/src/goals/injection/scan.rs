//! Scans, as many at once as there are processors, by programs that reach this machine only.

use std::{
    path::Path,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use anyhow::{Result, anyhow};

/// A scan: how many fields it has looked at, or what it has found.
pub type Job<'a> = Box<dyn FnOnce() -> Result<usize> + Send + 'a>;

/// Makes all of them, and says how many fields they have looked at.
pub fn all(jobs: Vec<Job>) -> Result<usize> {
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let jobs = Mutex::new(jobs.into_iter());
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        let scan = || -> Result<usize> {
            let mut scanned = 0;
            while let Some(job) = next() {
                scanned += job()?;
            }
            Ok(scanned)
        };
        let scanning: Vec<_> = (0..at_once).map(|_| scope.spawn(scan)).collect();
        let mut scanned = 0;
        for scan in scanning {
            scanned += scan.join().map_err(|_| anyhow!("a scan panicked"))??;
        }
        Ok(scanned)
    })
}

/// The variables by which a program is told of a proxy.
pub const PROXIES: [&str; 4] = ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"];

/// A program that has its home in `folder`, and no way to anything but this machine.
pub fn program(name: &str, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.stdin(Stdio::null()).stderr(Stdio::null()).current_dir(folder).env("HOME", folder);
    // Nobody listens there: the scanners look for newer data of theirs elsewhere.
    for variable in PROXIES {
        command.env(variable, "http://127.0.0.1:9");
    }
    command.env("no_proxy", "127.0.0.1").env("NO_PROXY", "127.0.0.1").env("TERM", "dumb");
    command
}

/// Whether a program is there.
pub fn is_installed(name: &str, folder: &Path) -> bool {
    program(name, folder).arg("--version").output().is_ok_and(|done| done.status.success())
}

/// The end of what a program has said.
pub fn last_words(said: &str) -> String {
    let lines: Vec<_> = said.lines().rev().filter(|line| !line.trim().is_empty()).take(6).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" | ")
}
