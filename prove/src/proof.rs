//! A proof: what is to be shown, on which engine, at which size, and what came of it.
//!
//! Owns that a fault which never fired proves nothing; refuses to know any goal.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use crate::ground::{Engine, Ground};

/// How much is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Size {
    /// Seconds: with every change.
    Small,
    /// As the goals say.
    Full,
}

/// What a proof is made with.
#[derive(Clone, Debug)]
pub struct Proof {
    /// The program.
    pub program: PathBuf,
    /// The engine.
    pub engine: Engine,
    /// How much.
    pub size: Size,
}

impl Proof {
    /// One number at the small size, another one at the full size.
    #[must_use]
    pub const fn times(&self, small: usize, full: usize) -> usize {
        match self.size {
            Size::Small => small,
            Size::Full => full,
        }
    }

    /// How long something may take. With every change the program is one that was not optimised, on a machine that does
    /// other things: then it is only looked whether anybody hangs.
    #[must_use]
    pub const fn within(&self, limit: Duration) -> Duration {
        match self.size {
            Size::Small => limit.saturating_mul(4),
            Size::Full => limit,
        }
    }

    /// The ground of the engine.
    ///
    /// # Errors
    /// [`Skip`] where it is not installed, or whatever kept it from being laid.
    pub fn ground(&self) -> Result<Ground> {
        Ground::lay(self.program(), self.engine)?.ok_or_else(|| skip("PostgreSQL is not installed"))
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }
}

/// Why something could not be tried on this machine: no fault, and no proof.
#[derive(Clone, Debug)]
pub struct Skip(String);

impl std::fmt::Display for Skip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skip {}

/// That a proof cannot be made on this machine.
#[must_use]
pub fn skip(why: &str) -> anyhow::Error {
    Skip(why.to_owned()).into()
}

/// What a proof has found, when nothing was wrong.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// How much was tried.
    pub rounds: String,
    /// What was counted.
    pub result: String,
    /// What the broken variant did, which has to fail.
    pub control: String,
    /// How often each thing happened that has to happen for this to be a proof.
    pub sometimes: Vec<(&'static str, usize)>,
}

impl Findings {
    /// The same, if everything has happened that has to.
    ///
    /// # Errors
    /// What never happened.
    pub fn fired(self) -> Result<Self> {
        let never: Vec<&str> =
            self.sometimes.iter().filter(|(_, times)| *times == 0).map(|(what, _)| *what).collect();
        if never.is_empty() { Ok(self) } else { bail!("never happened: {}", never.join(", ")) }
    }
}

/// Something that is promised, and how it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// Its number.
    pub name: &'static str,
    /// What is promised.
    pub promise: &'static str,
    /// What whoever reads the result has to know besides; nothing, mostly.
    pub note: &'static str,
    /// The engines on which it is shown.
    pub engines: &'static [Engine],
    /// How it is shown.
    pub prove: fn(&Proof) -> Result<Findings>,
}

/// What came of a proof.
#[derive(Debug)]
pub enum Verdict {
    /// The promise was kept.
    Held(Findings),
    /// It could not be tried here.
    Skipped(String),
    /// It was broken, or not shown.
    Failed(String),
}

/// A goal, with what came of it on an engine.
#[derive(Debug)]
pub struct Tried {
    /// The goal.
    pub goal: Goal,
    /// The engine.
    pub engine: Engine,
    /// How much was done.
    pub size: Size,
    /// What came of it.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
}

impl Goal {
    /// Tries to show it.
    #[must_use]
    pub fn tried(self, proof: &Proof) -> Tried {
        let begun = Instant::now();
        let verdict = match (self.prove)(proof).and_then(Findings::fired) {
            Ok(findings) => Verdict::Held(findings),
            Err(error) => match error.downcast_ref::<Skip>() {
                Some(skip) => Verdict::Skipped(skip.to_string()),
                None => Verdict::Failed(format!("{error:#}")),
            },
        };
        Tried { goal: self, engine: proof.engine, size: proof.size, verdict, took: begun.elapsed() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_that_never_fired_proves_nothing() {
        let findings = |times| Findings { sometimes: vec![("a kill", times)], ..Findings::default() };
        assert!(findings(1).fired().is_ok());
        assert_eq!(findings(0).fired().unwrap_err().to_string(), "never happened: a kill");
    }

    #[test]
    fn what_cannot_be_tried_is_neither_held_nor_failed() {
        let goal = Goal {
            name: "G0",
            promise: "Nothing.",
            note: "",
            engines: &Engine::ALL,
            prove: |_| Err(skip("there is no such machine")),
        };
        let proof = Proof { program: PathBuf::new(), engine: Engine::Sqlite, size: Size::Small };
        let verdict = goal.tried(&proof).verdict;
        assert!(matches!(verdict, Verdict::Skipped(why) if why == "there is no such machine"));
    }
}
