//! G8: while the database is away, everybody is told so in time, and everything goes on when it is back.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use cluster::Cluster;

use crate::{
    books,
    crew::{LONGEST_REFUSAL, Progress, at_work},
    ground::{Engine, Ground, Installation},
    http::Client,
    probe::Probe,
    process::Server,
    proof::{Findings, Proof},
    reading::Reading,
    times::said,
    worker::{Acks, Worker},
};

const WORKERS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(10);
/// How many connections a server may have: eight to read, sixteen to write, one to hear of others.
const MOST: usize = 25;
/// How long it may take until something is done again.
const RECOVERY: Duration = Duration::from_secs(5);

/// Shows it.
///
/// # Errors
/// Who waited for too long, or what did not come back.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mut ground = proof.ground()?;
    let installation = ground.installation()?;
    let hold = Duration::from_secs(if proof.times(0, 1) == 0 { 4 } else { 60 });
    let mut faults = Faults::begin(&installation, hold)?;
    let ways = match proof.engine {
        Engine::Sqlite => {
            faults.lock(&installation)?;
            "the file locked by somebody else"
        }
        Engine::Postgres => {
            faults.without_cluster(&mut ground)?;
            "the database stopped, and paused"
        }
    };
    let mut reading = installation.reading()?;
    let lost = books::lost(&mut reading, &faults.acks.all())?;
    ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    Ok(Findings {
        rounds: format!("{ways}, {} s each, {WORKERS} clients", hold.as_secs()),
        result: format!(
            "{} times 503 with Retry-After after {} at most, at work again after {}; /readyz right after {} at most, /livez 200 {} \
             times; afterwards {}",
            faults.unavailable,
            said(faults.longest),
            said(faults.recovery),
            said(faults.probe.slowest),
            faults.probe.looks,
            faults.connections.given_back(&faults.server, &mut ground)?
        ),
        control: format!("a client that sets no limit waited {}", said(faults.unlimited)),
        sometimes: vec![("a 503", faults.unavailable), ("a look at /livez", faults.probe.looks)],
    })
}

struct Faults {
    server: Server,
    workers: Vec<Worker>,
    acks: Acks,
    hold: Duration,
    unavailable: usize,
    probe: Probe,
    connections: Connections,
    longest: Duration,
    recovery: Duration,
    unlimited: Duration,
}

impl Faults {
    fn begin(installation: &Installation, hold: Duration) -> Result<Self> {
        let connections = Connections::of(installation)?;
        let server = installation.serve_with(|command| {
            command.args(["--metrics-listen", "127.0.0.1:0"]);
        })?;
        let mut reading = installation.reading()?;
        let workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "down")?;
        let (longest, recovery, unlimited) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
        let (acks, unavailable, probe) = (Acks::default(), 0, Probe::at(&server));
        Ok(Self {
            server,
            workers,
            acks,
            hold,
            unavailable,
            probe,
            connections,
            longest,
            recovery,
            unlimited,
        })
    }

    /// Somebody else holds the lock for writing; pages are still read.
    fn lock(&mut self, installation: &Installation) -> Result<()> {
        let mut holder = installation.reading()?;
        let mut waiter = installation.reading()?;
        waiter.write("PRAGMA busy_timeout = 120000")?;
        let mut reader = self.workers[0].client().again(self.server.address());
        self.away(|probe, hold| {
            holder.write("BEGIN IMMEDIATE")?;
            thread::scope(|scope| -> Result<Duration> {
                let waiting = scope.spawn(|| waited(&mut waiter, "BEGIN IMMEDIATE; ROLLBACK"));
                let unready = probe.unready(hold, || {
                    let page = reader.get("/api/seats").answer().context("a page was not answered")?;
                    ensure!(page.status == 200, "a page was answered {}", page.status);
                    Ok(())
                });
                // Also where something has failed, or the waiter waits on.
                holder.write("ROLLBACK")?;
                unready?;
                waiting.join().map_err(|_| anyhow::anyhow!("the waiter panicked"))?
            })
        })
    }

    /// The server of the database is stopped, then paused.
    fn without_cluster(&mut self, ground: &mut Ground) -> Result<()> {
        let cluster = ground.cluster().context("PostgreSQL has a cluster")?;
        self.away(|probe, hold| {
            cluster.stop()?;
            probe.unready(hold, || Ok(()))?;
            cluster.begin()?;
            Ok(Duration::ZERO)
        })?;
        let mut waiter = Reading::open(&cluster.url("postgres"))?;
        self.away(|probe, hold| paused(cluster, &mut waiter, probe, hold))
    }

    /// Lets everybody work while the database is away, and until it is back.
    fn away(&mut self, away: impl FnOnce(&mut Probe, Duration) -> Result<Duration>) -> Result<()> {
        let (hold, probe) = (self.hold, &mut self.probe);
        let happens = |progress: &Progress| -> Result<(Duration, Duration)> {
            progress.wait_for(WORKERS, PATIENCE)?;
            let unlimited = away(probe, hold)?;
            let back = Instant::now();
            probe.becomes(true)?;
            progress.wait_for(1, RECOVERY)?;
            Ok((unlimited, back.elapsed()))
        };
        let ((unlimited, recovery), told) = at_work(&mut self.workers, &self.acks, happens)?;
        ensure!(told.longest <= LONGEST_REFUSAL, "somebody waited {} for a 503", said(told.longest));
        ensure!(told.unanswered == 0, "{} forms were not answered", told.unanswered);
        ensure!(recovery <= RECOVERY, "nothing was done for {}", said(recovery));
        self.unavailable += told.unavailable;
        self.longest = self.longest.max(told.longest);
        self.recovery = self.recovery.max(recovery);
        self.unlimited = self.unlimited.max(unlimited);
        Ok(())
    }
}

fn paused(cluster: &Cluster, waiter: &mut Reading, probe: &mut Probe, hold: Duration) -> Result<Duration> {
    cluster.pause()?;
    thread::scope(|scope| {
        let waiting = scope.spawn(|| waited(waiter, "SELECT 1"));
        let unready = probe.unready(hold, || Ok(()));
        // Also where something has failed, or the waiter waits on.
        cluster.resume()?;
        unready?;
        waiting.join().map_err(|_| anyhow::anyhow!("the waiter panicked"))?
    })
}

/// How long it takes to be answered without a limit.
fn waited(reading: &mut Reading, statement: &str) -> Result<Duration> {
    let begun = Instant::now();
    reading.write(statement)?;
    Ok(begun.elapsed())
}

/// The connections of the server to its database, as both tell of them.
struct Connections {
    /// The name of the database.
    database: String,
}

impl Connections {
    fn of(installation: &Installation) -> Result<Self> {
        let url = installation.url();
        let database = url.rsplit('/').next().context("an address names a database")?;
        Ok(Self { database: database.to_owned() })
    }

    /// Once nobody asks for anything any more none is in use, and the database has no more of them than the server may open.
    fn given_back(&self, server: &Server, ground: &mut Ground) -> Result<String> {
        let metrics = server.metrics().context("the server did not say where its metrics are")?;
        let (begun, mut client) = (Instant::now(), Client::new(metrics));
        loop {
            let figures = client.get("/metrics").answer().context("the figures were not told")?.body;
            let (open, used) = (figure(&figures, "")?, figure(&figures, "_used")?);
            let [all, busy] = ground.cluster().map_or(Ok([open, 0]), |cluster| self.there(cluster))?;
            if used == 0 && busy == 0 && all <= MOST {
                return Ok(format!("0 of {all} connections in use"));
            }
            ensure!(
                begun.elapsed() < RECOVERY,
                "of {all} connections {used} and {busy} stay in use: {}",
                server.logged()
            );
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// How many the database has, and how many of them do something or are in a transaction.
    fn there(&self, cluster: &Cluster) -> Result<[usize; 2]> {
        let count = |of: &str| -> Result<usize> {
            let there = format!("FROM pg_stat_activity WHERE datname = '{}' {of}", self.database);
            Ok(cluster.query("postgres", &format!("SELECT COUNT(*) {there}"))?.parse()?)
        };
        Ok([count("")?, count("AND state <> 'idle'")?])
    }
}

/// How many connections there are, or of them such as the ending says.
fn figure(figures: &str, ending: &str) -> Result<usize> {
    let name = format!("atout_database_connections{ending} ");
    let line = figures.lines().find_map(|line| line.strip_prefix(&name));
    Ok(line.with_context(|| format!("no figure {name}"))?.parse()?)
}
