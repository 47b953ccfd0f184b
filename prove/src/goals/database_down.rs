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
    process::Server,
    proof::{Findings, Proof},
    reading::Reading,
    worker::{Acks, Worker},
};

const WORKERS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(10);
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
            "{} times 503 with Retry-After after {:.1} s at most, /livez 200 {} times, at work again after {:.1} s",
            faults.unavailable,
            faults.longest.as_secs_f64(),
            faults.alive,
            faults.recovery.as_secs_f64()
        ),
        control: format!("a client that sets no limit waited {:.1} s", faults.unlimited.as_secs_f64()),
        sometimes: vec![("a 503", faults.unavailable), ("a look at /livez", faults.alive)],
    })
}

struct Faults {
    server: Server,
    workers: Vec<Worker>,
    acks: Acks,
    hold: Duration,
    unavailable: usize,
    alive: usize,
    longest: Duration,
    recovery: Duration,
    unlimited: Duration,
}

impl Faults {
    fn begin(installation: &Installation, hold: Duration) -> Result<Self> {
        let server = installation.serve()?;
        let mut reading = installation.reading()?;
        let workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "down")?;
        let (longest, recovery, unlimited) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
        let (acks, unavailable, alive) = (Acks::default(), 0, 0);
        Ok(Self { server, workers, acks, hold, unavailable, alive, longest, recovery, unlimited })
    }

    /// Somebody else holds the lock for writing; pages are still read.
    fn lock(&mut self, installation: &Installation) -> Result<()> {
        let mut holder = installation.reading()?;
        let mut waiter = installation.reading()?;
        waiter.write("PRAGMA busy_timeout = 120000")?;
        let mut reader = self.workers[0].client().again(self.server.address());
        self.away(|hold| {
            holder.write("BEGIN IMMEDIATE")?;
            thread::scope(|scope| -> Result<Duration> {
                let waiting = scope.spawn(|| waited(&mut waiter, "BEGIN IMMEDIATE; ROLLBACK"));
                let begun = Instant::now();
                while begun.elapsed() < hold {
                    let page = reader.get("/api/seats").answer().context("a page was not answered")?;
                    ensure!(page.status == 200, "a page was answered {}", page.status);
                    thread::sleep(Duration::from_millis(100));
                }
                holder.write("ROLLBACK")?;
                waiting.join().map_err(|_| anyhow::anyhow!("the waiter panicked"))?
            })
        })
    }

    /// The server of the database is stopped, then paused.
    fn without_cluster(&mut self, ground: &mut Ground) -> Result<()> {
        let cluster = ground.cluster().context("PostgreSQL has a cluster")?;
        self.away(|hold| {
            cluster.stop()?;
            thread::sleep(hold);
            cluster.begin()?;
            Ok(Duration::ZERO)
        })?;
        let mut waiter = Reading::open(&cluster.url("postgres"))?;
        self.away(|hold| paused(cluster, &mut waiter, hold))
    }

    /// Lets everybody work while the database is away, and until it is back.
    fn away(&mut self, away: impl FnOnce(Duration) -> Result<Duration>) -> Result<()> {
        let (hold, address) = (self.hold, self.server.address());
        let mut alive = 0;
        let happens = |progress: &Progress| -> Result<(Duration, Duration)> {
            progress.wait_for(WORKERS, PATIENCE)?;
            let unlimited = thread::scope(|scope| {
                let looking = scope.spawn(|| livez(Client::new(address), hold));
                let unlimited = away(hold)?;
                alive = looking.join().map_err(|_| anyhow::anyhow!("the look panicked"))??;
                Ok::<_, anyhow::Error>(unlimited)
            })?;
            Ok((unlimited, progress.wait_for(1, RECOVERY)?))
        };
        let ((unlimited, recovery), told) = at_work(&mut self.workers, &self.acks, happens)?;
        ensure!(
            told.longest <= LONGEST_REFUSAL,
            "somebody waited {:.1} s for a 503",
            told.longest.as_secs_f64()
        );
        ensure!(told.unanswered == 0, "{} forms were not answered", told.unanswered);
        self.unavailable += told.unavailable;
        self.alive += alive;
        self.longest = self.longest.max(told.longest);
        self.recovery = self.recovery.max(recovery);
        self.unlimited = self.unlimited.max(unlimited);
        Ok(())
    }
}

fn paused(cluster: &Cluster, waiter: &mut Reading, hold: Duration) -> Result<Duration> {
    cluster.pause()?;
    let unlimited = thread::scope(|scope| {
        let waiting = scope.spawn(|| waited(waiter, "SELECT 1"));
        thread::sleep(hold);
        cluster.resume()?;
        waiting.join().map_err(|_| anyhow::anyhow!("the waiter panicked"))?
    });
    // Also where something has failed.
    cluster.resume()?;
    unlimited
}

/// How long it takes to be answered without a limit.
fn waited(reading: &mut Reading, statement: &str) -> Result<Duration> {
    let begun = Instant::now();
    reading.write(statement)?;
    Ok(begun.elapsed())
}

/// Looks whether the process lives, all the while, and says how often it did.
fn livez(mut client: Client, hold: Duration) -> Result<usize> {
    let (begun, mut looks) = (Instant::now(), 0);
    while begun.elapsed() < hold {
        let answer = client.get("/livez").answer().context("/livez was not answered")?;
        ensure!(answer.status == 200, "/livez was answered {}", answer.status);
        ensure!(answer.took < Duration::from_secs(1), "/livez took {:.1} s", answer.took.as_secs_f64());
        looks += 1;
        thread::sleep(Duration::from_millis(100));
    }
    Ok(looks)
}
