//! P9: how many commands a second are carried out durably, beside what the engines do with the same statements by themselves.
//!
//! The statements are those of the program: its own copy on PostgreSQL tells them, in the log of the cluster. The demonstration
//! is the same on both engines, copied by the program. Rounds alternate, so that what disturbs falls on all alike.

mod bare;
mod pgbench;
mod recorded;

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use cluster::Cluster;

use self::{bare::Loop, pgbench::Clients, recorded::Turn};
use crate::{
    browsers::Browsers,
    folder::Folder,
    ground::{self, Engine, Ground, Installation},
    preload,
    proof::{Findings, Proof, Size, skip},
    times::{Times, middle, said},
};

/// How many browsers give seats and take them back, and how many clients `pgbench` has.
const CLIENTS: usize = 16;
/// How many commands share a commit in the loop that groups them.
const TOGETHER: usize = 32;
/// The databases: one that is copied, the program’s, and that of `pgbench`.
const DATABASES: [&str; 3] = ["first", "served", "bare"];

/// Shows it.
///
/// # Errors
/// What was below its limit, or not to be measured.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = Ground::lay(proof.program(), Engine::Sqlite)?.context("SQLite is there")?;
    let cluster = Cluster::start_with(ground::settings())?;
    let cluster =
        cluster.ok_or_else(|| skip("PostgreSQL, whose log tells the statements, is not installed"))?;
    let bench = Bench { proof, first: ground.installation()?, cluster };
    let turns = bench.turns()?;
    match proof.engine {
        Engine::Sqlite => bench.on_sqlite(&ground, turns),
        Engine::Postgres => bench.on_postgres(&turns),
    }
}

struct Bench<'a> {
    proof: &'a Proof,
    /// What all databases are copies of.
    first: Installation,
    cluster: Cluster,
}

impl Bench<'_> {
    fn hold(&self) -> Duration {
        Duration::from_secs(if self.proof.size == Size::Full { 5 } else { 1 })
    }

    fn rounds(&self) -> usize {
        self.proof.times(1, 5)
    }

    /// What each browser asks of the database, in its turn.
    fn turns(&self) -> Result<Vec<Turn>> {
        let [first, recorded, bare] = DATABASES;
        let copied = self.first.copied_to(self.cluster.database(first)?)?;
        self.cluster.database_from(recorded, first)?;
        self.cluster.database_from(bare, first)?;
        self.cluster.query("postgres", &format!("ALTER DATABASE {first} SET log_statement = 'all'"))?;
        let server = copied.serve()?;
        Browsers::at(&server, &mut copied.reading()?, ("browser", CLIENTS))?.one_by_one()?;
        drop(server);
        let log = fs::read_to_string(self.cluster.folder().join("log"))?;
        let told = recorded::transactions(&log)?;
        ensure!(told.len() == 2 * CLIENTS, "the log tells of {} commands", told.len());
        let (given, taken) = told.split_at(CLIENTS);
        given.iter().zip(taken).map(|(give, take)| Turn::of(vec![give.clone(), take.clone()])).collect()
    }

    /// Beside a loop over the same statements.
    fn on_sqlite(&self, ground: &Ground, mut turns: Vec<Turn>) -> Result<Findings> {
        let (ours, bare) = (ground.installation()?, ground.installation()?);
        let folder = Folder::new()?;
        let syncs = Syncs {
            library: preload::built(&folder, include_str!("../count_syncs.c"))?,
            file: folder.join("syncs"),
        };
        let server = ours.serve_with(|command| {
            command.env("LD_PRELOAD", &syncs.library).env("ATOUT_PROVE_SYNCS", &syncs.file);
        })?;
        let mut browsers = Browsers::at(&server, &mut ours.reading()?, ("browser", CLIENTS))?;
        let mut alone = Browsers::at(&server, &mut ours.reading()?, ("alone", 1))?;
        let mut bare = Loop::open(&bare.data().join("atout.sqlite"), turns.swap_remove(0))?;
        let mut figures = Figures::default();
        let mut shared = Vec::new();
        for _ in 0..self.rounds() {
            figures.disk.join(disk(ours.data())?);
            shared.push(figures.served(&mut browsers, self.hold(), || syncs.count())?);
            figures.bare.push(bare.run(self.hold(), 1)?);
            figures.grouped.push(bare.run(self.hold(), TOGETHER)?);
        }
        let (before, done) = (syncs.count()?, alone.work(self.hold())?.times.count());
        let control = ratio(done, syncs.count()? - before);
        ensure!(
            control <= 1.05,
            "the control has {control:.2} commands to a wait for the disk: none may share one"
        );
        self.judge(&figures, Some(middle(&shared)))?;
        Ok(Findings {
            control: format!("one browser alone: {control:.2} commands to each wait for the disk"),
            sometimes: vec![("a wait for the disk", syncs.count()?), ("a command", figures.times.count())],
            ..figures.findings(self.proof, Some(middle(&shared)))
        })
    }

    /// Beside `pgbench` with the same statements.
    fn on_postgres(&self, turns: &[Turn]) -> Result<Findings> {
        let [_, ours, bare] = DATABASES;
        let installation = self.first.with_database(self.cluster.url(ours));
        let server = installation.serve()?;
        let mut browsers = Browsers::at(&server, &mut installation.reading()?, ("browser", CLIENTS))?;
        let clients = Clients::of(&self.cluster, bare, turns)?;
        let kept = || -> Result<usize> {
            Ok(self.cluster.query(bare, "SELECT COUNT(*) FROM submissions")?.parse()?)
        };
        let mut figures = Figures::default();
        let before = kept()?;
        for _ in 0..self.rounds() {
            figures.disk.join(disk(&self.cluster.folder())?);
            figures.served(&mut browsers, self.hold(), || Ok(0))?;
            figures.bare.push(clients.run(self.hold())?);
        }
        let kept = kept()? - before;
        let one = Clients::of(&self.cluster, bare, &turns[..1])?.run(self.hold())?;
        self.judge(&figures, None)?;
        Ok(Findings {
            control: format!("one client of pgbench alone: {one:.0} a second"),
            sometimes: vec![("a command", figures.times.count()), ("a command of pgbench", kept)],
            ..figures.findings(self.proof, None)
        })
    }

    /// Holds what was measured at full size to its limits; a small one is too short to say more than that it works.
    fn judge(&self, figures: &Figures, shared: Option<f64>) -> Result<()> {
        if self.proof.size == Size::Small {
            return Ok(());
        }
        let against = figures.against();
        match shared {
            Some(shared) => {
                ensure!(shared >= 4.0, "{shared:.1} commands to each wait for the disk");
                let is_slow = figures.disk.median() >= Duration::from_millis(1);
                ensure!(!is_slow || against >= 1.5, "{against:.2} times the loop");
            }
            None => ensure!(against >= 0.5, "{against:.2} times pgbench"),
        }
        Ok(())
    }
}

/// What was measured.
#[derive(Default)]
struct Figures {
    rates: Vec<f64>,
    bare: Vec<f64>,
    grouped: Vec<f64>,
    times: Times,
    disk: Times,
}

impl Figures {
    /// One round of the program; how many of what `count` counts there are to each command.
    fn served(
        &mut self,
        browsers: &mut Browsers,
        hold: Duration,
        count: impl Fn() -> Result<usize>,
    ) -> Result<f64> {
        let before = count()?;
        let worked = browsers.work(hold)?;
        self.rates.push(worked.rate());
        let shared = ratio(worked.times.count(), count()? - before);
        self.times.join(worked.times);
        Ok(shared)
    }

    fn against(&self) -> f64 {
        middle(&self.rates) / middle(&self.bare)
    }

    fn findings(&self, proof: &Proof, shared: Option<f64>) -> Findings {
        let rate = middle(&self.rates);
        let (bare, against) = (middle(&self.bare), self.against());
        let disk = said(self.disk.median());
        let peers = match shared {
            Some(shared) => {
                let grouped = middle(&self.grouped);
                format!(
                    "{shared:.1} commands to each wait for the disk; {against:.2} times a loop of one commit each ({bare:.0}), {:.2} times one \
                     of {TOGETHER} to a commit ({grouped:.0})",
                    rate / grouped
                )
            }
            None => {
                format!("{against:.2} times pgbench with the same statements and as many clients ({bare:.0})")
            }
        };
        Findings {
            rounds: format!("{} of each, in turn, {CLIENTS} browsers of one company", self.rates.len()),
            result: format!(
                "{rate:.0} durable commands a second on {}, 95 in a hundred within {}; {peers}; fdatasync {disk} in the middle, \
                 load average {}",
                proof.engine,
                said(self.times.percentile(95)),
                load()
            ),
            ..Findings::default()
        }
    }
}

/// Counts how often a program waits for the disk.
struct Syncs {
    library: PathBuf,
    file: PathBuf,
}

impl Syncs {
    fn count(&self) -> Result<usize> {
        Ok(usize::try_from(fs::metadata(&self.file).context("nothing waited for the disk")?.len())?)
    }
}

/// How long the disk takes by itself to keep four kilobytes.
fn disk(folder: &Path) -> Result<Times> {
    let path = folder.join("disk");
    let (mut file, mut times) = (File::create(&path)?, Times::default());
    for _ in 0..40 {
        let begun = Instant::now();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        times.add(begun.elapsed());
    }
    fs::remove_file(path)?;
    Ok(times)
}

fn ratio(one: usize, other: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let (one, other) = (one as f64, other as f64);
    one / other.max(1.0)
}

/// How busy the machine was of late.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}
