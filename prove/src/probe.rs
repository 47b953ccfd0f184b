//! A probe: it asks `/readyz` and `/livez` all the while, as whoever sends people to a server and restarts it.
//!
//! Owns how soon the answer has to be right, and what may be in it; refuses to know what is wrong with the server.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{http::Client, process::Server, times::said};

/// How soon what is said has to be right.
const SEEN: Duration = Duration::from_secs(2);
/// How long it may take to say that the process lives.
const LIVELY: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(50);

/// What `/readyz` says, and nothing besides.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readiness {
    /// Whether people should be sent here.
    pub ready: bool,
    /// Whether something is missing that most people will not notice.
    pub degraded: bool,
    /// Whether the server was told to stop.
    pub draining: bool,
    /// Reading.
    pub database: Part,
    /// Writing.
    pub writer: Part,
    /// The keys that seal product keys.
    pub key_ring: Part,
}

/// How a part of the installation is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// It works.
    Ok,
    /// It does not answer in time.
    Busy,
    /// No room is left on the disk.
    Full,
    /// It can be read only.
    ReadOnly,
    /// It cannot be reached, or fails.
    Failing,
    /// It is of another version than the program.
    OtherVersion,
    /// It is missing.
    Missing,
}

/// Somebody who asks how a server is.
#[derive(Debug)]
pub struct Probe {
    client: Client,
    /// How often the process was found alive.
    pub looks: usize,
    /// The longest that it took until what was said was right.
    pub slowest: Duration,
}

impl Probe {
    /// A probe of this server.
    #[must_use]
    pub const fn at(server: &Server) -> Self {
        Self { client: Client::new(server.address()), looks: 0, slowest: Duration::ZERO }
    }

    /// Asks whether the process lives, which it does whatever is wrong, and whether people should be sent to it.
    ///
    /// # Errors
    /// What was answered otherwise than it has to be, whatever the state of the server.
    pub fn look(&mut self) -> Result<Readiness> {
        let alive = self.client.get("/livez").answer().context("/livez was not answered")?;
        ensure!(alive.status == 200, "/livez was answered {}", alive.status);
        ensure!(alive.took < LIVELY, "/livez took {}", said(alive.took));
        let answer = self.client.get("/readyz").answer().context("/readyz was not answered")?;
        ensure!(answer.took < SEEN, "/readyz took {}", said(answer.took));
        let readiness: Readiness =
            serde_json::from_str(&answer.body).with_context(|| format!("/readyz says {}", answer.body))?;
        let expected = if readiness.ready { 200 } else { 503 };
        ensure!(answer.status == expected, "/readyz was answered {} with {}", answer.status, answer.body);
        self.looks += 1;
        Ok(readiness)
    }

    /// Waits until people are sent here, or are not, and gives what is said then.
    ///
    /// # Errors
    /// When that is not said soon.
    pub fn becomes(&mut self, ready: bool) -> Result<Readiness> {
        let begun = Instant::now();
        loop {
            let readiness = self.look()?;
            if readiness.ready == ready {
                self.slowest = self.slowest.max(begun.elapsed());
                return Ok(readiness);
            }
            ensure!(
                begun.elapsed() < SEEN,
                "/readyz still says {readiness:?} after {}",
                said(begun.elapsed())
            );
            thread::sleep(PAUSE);
        }
    }

    /// Nobody is sent here any more, soon and then all the while, for so long in all; `besides` is done at every look.
    ///
    /// # Errors
    /// When people are sent here again, or what `besides` fails with.
    pub fn unready(&mut self, hold: Duration, besides: impl FnMut() -> Result<()>) -> Result<()> {
        let begun = Instant::now();
        self.becomes(false)?;
        let stays = |readiness: Readiness| {
            ensure!(!readiness.ready, "/readyz sends people here again: {readiness:?}");
            Ok(())
        };
        self.watch(hold.saturating_sub(begun.elapsed()), stays, besides)
    }

    /// The process lives all the while, whether or not people are sent here; `besides` is done at every look.
    ///
    /// # Errors
    /// When it does not, or what `besides` fails with.
    pub fn lives(&mut self, hold: Duration, besides: impl FnMut() -> Result<()>) -> Result<()> {
        self.watch(hold, |_| Ok(()), besides)
    }

    fn watch(
        &mut self,
        hold: Duration,
        judge: impl Fn(Readiness) -> Result<()>,
        mut besides: impl FnMut() -> Result<()>,
    ) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < hold {
            judge(self.look()?)?;
            besides()?;
            thread::sleep(PAUSE);
        }
        Ok(())
    }
}
