//! `cargo xtask dev`: builds, serves, and does it again when a source file changes.

use std::process::Child;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::serve;
use crate::site::{self, Profile};
use crate::workspace::Workspace;

const SOURCES: [&str; 7] = ["app", "domain", "locales", "public", "server", "style", "Cargo.toml"];
const PAUSE: Duration = Duration::from_millis(400);

/// Serves until it is stopped. A build that fails leaves the last good server in place.
///
/// # Errors
/// When the sources cannot be read.
pub fn run(ws: &Workspace, words: &[String]) -> Result<()> {
    let mut running = None;
    loop {
        let seen = newest_change(ws)?;
        match build_and_serve(ws, words, running.take()) {
            Ok(server) => running = Some(server),
            Err(error) => eprintln!("\nerror: {error:#}"),
        }
        eprintln!("==> Waiting for a change");
        while newest_change(ws)? == seen {
            std::thread::sleep(PAUSE);
        }
    }
}

/// Builds first, and only then lets the old server go: its port is the new one's.
fn build_and_serve(ws: &Workspace, words: &[String], old: Option<Running>) -> Result<Running> {
    site::build(ws)?;
    let program = site::server(ws, Profile::Development)?;
    drop(old);
    let child = serve::server(ws, &program, words).spawn().context("starting the server")?;
    Ok(Running(child))
}

/// A server that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about it then.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// When a source last changed, and how many there are, so that a deletion counts too.
fn newest_change(ws: &Workspace) -> Result<(SystemTime, usize)> {
    let mut newest = SystemTime::UNIX_EPOCH;
    let mut count = 0;
    for top in SOURCES {
        for path in ws.tree(top)? {
            count += 1;
            // An editor may have moved the file away since it was listed.
            let changed = path.metadata().and_then(|data| data.modified());
            newest = newest.max(changed.unwrap_or(SystemTime::UNIX_EPOCH));
        }
    }
    Ok((newest, count))
}
