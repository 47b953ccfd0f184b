//! What a proof has shown, as it is told: kept in a file, so that a proof can be made again without all the others.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{
    goals::ALL,
    ground::Engine,
    proof::{Findings, Size, Tried, Verdict},
};

/// What is told of a proof that was made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The name of its goal.
    pub goal: String,
    /// The engine.
    pub engine: Engine,
    /// How much was done.
    pub size: Size,
    /// What came of it.
    pub outcome: Outcome,
    /// What was counted, or why there is nothing to count.
    pub result: String,
    /// How much was tried; nothing, unless it was held.
    pub rounds: String,
    /// What the broken variant did; nothing, unless it was held.
    pub control: String,
    /// What happened, and how often; nothing, unless it was held.
    pub fired: String,
    /// How long it took.
    pub took: Duration,
    /// What was tried: the commit and the day.
    pub of: String,
}

/// What came of a proof, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The promise was kept.
    Held,
    /// It could not be tried on the machine.
    Skipped,
    /// It was broken, or not shown.
    Failed,
}

impl Record {
    /// What is told of a proof of what `of` names.
    #[must_use]
    pub fn new(tried: &Tried, of: &str) -> Self {
        let (outcome, findings) = match &tried.verdict {
            Verdict::Held(findings) => (Outcome::Held, findings.clone()),
            Verdict::Skipped(why) => (Outcome::Skipped, only(why)),
            Verdict::Failed(why) => (Outcome::Failed, only(why)),
        };
        let fired = findings.sometimes.iter().map(|(what, times)| format!("{what}: {times}"));
        Self {
            goal: tried.goal.name.to_owned(),
            engine: tried.engine,
            size: tried.size,
            outcome,
            fired: fired.collect::<Vec<_>>().join(", "),
            result: findings.result,
            rounds: findings.rounds,
            control: findings.control,
            took: tried.took,
            of: of.to_owned(),
        }
    }
}

fn only(why: &str) -> Findings {
    Findings { result: why.to_owned(), ..Findings::default() }
}

/// A folder with a record for each goal on each engine: the one that was made last.
#[derive(Debug)]
pub struct Records(PathBuf);

impl Records {
    /// Those in `folder`, which is made where there is none.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Keeps a record, in place of the one before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, record: &Record) -> Result<()> {
        let path = self.path(&record.goal, record.engine);
        fs::write(&path, serde_json::to_vec_pretty(record)?)
            .with_context(|| format!("writing {}", path.display()))
    }

    /// Every record of a goal that there still is, in the order of the goals.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn all(&self) -> Result<Vec<Record>> {
        let of_goals = ALL.iter().flat_map(|goal| goal.engines.iter().map(|engine| (goal.name, *engine)));
        let paths = of_goals.map(|(goal, engine)| self.path(goal, engine)).filter(|path| path.exists());
        paths.map(|path| read(&path).with_context(|| format!("reading {}", path.display()))).collect()
    }

    fn path(&self, goal: &str, engine: Engine) -> PathBuf {
        self.0.join(format!("{goal}-{engine}.json"))
    }
}

fn read(path: &Path) -> Result<Record> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{folder::Folder, goals, proof::skip};

    fn tried(engine: Engine, verdict: Verdict) -> Tried {
        Tried { goal: goals::ALL[0], engine, size: Size::Full, verdict, took: Duration::from_millis(1_240) }
    }

    #[test]
    fn the_proof_that_was_made_last_counts() {
        let folder = Folder::new().unwrap();
        let records = Records::open(folder.path().join("records")).unwrap();
        let keep = |engine, verdict| records.keep(&Record::new(&tried(engine, verdict), "a1")).unwrap();
        keep(Engine::Postgres, Verdict::Skipped(skip("no root").to_string()));
        keep(Engine::Sqlite, Verdict::Failed("lost one".to_owned()));
        keep(
            Engine::Sqlite,
            Verdict::Held(Findings { sometimes: vec![("a kill", 3)], ..Findings::default() }),
        );
        let all = records.all().unwrap();
        let told: Vec<_> = all.iter().map(|record| (record.engine, record.outcome, &*record.fired)).collect();
        assert_eq!(
            told,
            [(Engine::Sqlite, Outcome::Held, "a kill: 3"), (Engine::Postgres, Outcome::Skipped, "")]
        );
        assert_eq!(all[1].result, "no root");
    }
}
