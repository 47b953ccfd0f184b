//! The command line of the proofs: which are made, how much of each, and where the table of what they have shown goes.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail, ensure};
use prove::{
    goals,
    ground::Engine,
    mounts,
    proof::{Goal, Proof, Size},
    record::{Outcome, Record, Records},
    sizing, table,
};

const USAGE: &str = "\
prove [--small | --full] [--engine sqlite | postgres] [--records FOLDER --of WHAT] [--table FILE] [GOAL…]
prove sizing [--small | --full] [--table FILE]

Races and faults against the program that lies beside this one, or that ATOUT_PROGRAM names; or what it bears on this
machine. A size is that of the goals that follow it. With a folder of records the table tells of what was shown before, too.
";

fn main() -> ExitCode {
    mounts::enter();
    match Asked::read(std::env::args().skip(1)).and_then(|asked| asked.prove()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("prove: {error:#}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// What the command line asks for.
struct Asked {
    size: Size,
    engine: Option<Engine>,
    table: Option<PathBuf>,
    records: Option<PathBuf>,
    /// What is tried, for the records: the commit and the day.
    of: String,
    goals: Vec<(Goal, Size)>,
    sizing: bool,
}

impl Asked {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut asked = Self {
            size: Size::Small,
            engine: None,
            table: None,
            records: None,
            of: String::new(),
            goals: Vec::new(),
            sizing: false,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} needs a value"));
            match word.as_str() {
                "--small" => asked.size = Size::Small,
                "--full" => asked.size = Size::Full,
                "--engine" => asked.engine = Some(engine(&value()?)?),
                "--records" => asked.records = Some(value()?.into()),
                "--of" => asked.of = value()?,
                "--table" => asked.table = Some(value()?.into()),
                "sizing" => asked.sizing = true,
                name => asked.goals.push((goal(name)?, asked.size)),
            }
        }
        if asked.goals.is_empty() {
            asked.goals.extend(goals::ALL.map(|goal| (goal, asked.size)));
        }
        Ok(asked)
    }

    /// Makes the proofs, and says whether none has failed.
    fn prove(&self) -> Result<bool> {
        let program = program()?;
        if self.sizing {
            self.write(&sizing::table(&program, self.size)?)?;
            return Ok(true);
        }
        let records = self.records.clone().map(Records::open).transpose()?;
        let mut made = Vec::new();
        for (goal, size) in &self.goals {
            for engine in goal.engines.iter().filter(|engine| self.engine.is_none_or(|only| only == **engine))
            {
                eprintln!("==> {} on {engine}: {}", goal.name, goal.promise);
                let proof = Proof { program: program.clone(), engine: *engine, size: *size };
                let record = Record::new(&goal.tried(&proof), &self.of);
                eprintln!("{}", table::line(&record));
                if let Some(records) = &records {
                    records.keep(&record)?;
                }
                made.push(record);
            }
        }
        ensure!(!made.is_empty(), "no goal is shown on that engine");
        let told = records.as_ref().map_or_else(|| Ok(made.clone()), Records::all)?;
        self.write(&table::text(&told))?;
        Ok(made.iter().all(|record| record.outcome != Outcome::Failed))
    }

    fn write(&self, text: &str) -> Result<()> {
        println!("{text}");
        match &self.table {
            Some(file) => fs::write(file, text).with_context(|| format!("writing {}", file.display())),
            None => Ok(()),
        }
    }
}

fn engine(name: &str) -> Result<Engine> {
    match name {
        "sqlite" => Ok(Engine::Sqlite),
        "postgres" => Ok(Engine::Postgres),
        _ => bail!("{name:?} is no engine"),
    }
}

fn goal(name: &str) -> Result<Goal> {
    let found = goals::ALL.into_iter().find(|goal| goal.name.eq_ignore_ascii_case(name));
    found.with_context(|| format!("{name:?} is no goal"))
}

/// The program that is tried.
fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("ATOUT_PROGRAM") {
        return Ok(named.into());
    }
    let here = std::env::current_exe()?;
    let beside = here.with_file_name("atout");
    ensure!(beside.exists(), "{} is not there: cargo build --package server", beside.display());
    Ok(beside)
}
