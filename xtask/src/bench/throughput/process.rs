//! A server that was started to be measured, and the processor time that it has taken.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// How often a second Linux counts processor time for `/proc`, on every machine that we know.
const TICKS: f64 = 100.0;

/// A server while it runs; it ends with this value.
pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts a program that prints the address on which it listens.
    ///
    /// # Errors
    /// When it cannot be started, or ends before it listens.
    pub fn start(command: &mut Command) -> Result<Self> {
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("starting a server")?;
        let mut server = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let mut line = String::new();
        let stdout = server.child.stdout.take().context("the server has no output")?;
        BufReader::new(stdout).read_line(&mut line)?;
        server.address = line.trim().parse().context("the server did not say where it listens")?;
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The processor time that it has taken, in seconds.
    ///
    /// # Errors
    /// When it has ended, or this is not Linux.
    pub fn seconds(&self) -> Result<f64> {
        let path = format!("/proc/{}/stat", self.child.id());
        let stat = fs::read_to_string(&path)
            .with_context(|| format!("reading {path}: processor time is known on Linux only"))?;
        seconds(&stat).with_context(|| format!("{path} is not understood"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It keeps nothing that could be lost, and may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time of all threads, the fourteenth and fifteenth fields of a line. The second is the name of the
/// program in brackets, and may hold anything.
fn seconds(stat: &str) -> Option<f64> {
    let (_, behind_name) = stat.rsplit_once(')')?;
    let mut fields = behind_name.split_whitespace().skip(11).map(str::parse::<u32>);
    let (user, system) = (fields.next()?.ok()?, fields.next()?.ok()?);
    Some(f64::from(user + system) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_system_time_are_added_whatever_the_program_is_called() {
        let stat = "42 (a) b 7 (c) S 1 42 42 0 -1 4194560 900 0 3 0 150 25 9 9 20 0 5 0 1 2 3";
        assert_eq!(seconds(stat), Some(1.75));
        assert_eq!(seconds("42 (a) S 1 42"), None);
        assert_eq!(seconds(""), None);
    }

    #[test]
    fn a_server_that_ends_at_once_is_a_fault() {
        let fault = Server::start(&mut Command::new("true")).err().expect("no server");
        assert!(fault.to_string().contains("did not say"), "{fault}");
    }
}
