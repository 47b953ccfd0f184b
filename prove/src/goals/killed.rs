//! G4: what was acknowledged is there after the program, or the database, was killed in the middle of its work.

use std::{
    fs::{self, File},
    thread,
    time::Duration,
};

use anyhow::{Result, ensure};
use cluster::Cluster;

use crate::{
    books::{self, Books},
    chance::Chance,
    crew::{at_work, settle},
    folder::{self, Folder},
    ground::{Engine, Installation},
    process::Server,
    proof::{Findings, Proof},
    reading::Reading,
    worker::{Acks, Worker},
};

const WORKERS: usize = 8;
/// How long the program may take to serve again.
const READY: Duration = Duration::from_secs(5);
/// How long a crew waits for the first thing that is done.
const PATIENCE: Duration = Duration::from_secs(10);

/// Shows it.
///
/// # Errors
/// What was lost, or half there.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mut ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut work = Work::begin(&installation)?;
    let mut chance = Chance::of(4);
    for _ in 0..proof.times(6, 100) {
        work.kill_program(&installation, &mut chance)?;
    }
    let mut clusters = 0;
    if let Some(cluster) = ground.cluster() {
        for _ in 0..proof.times(2, 50) {
            work.kill_cluster(&installation, cluster, &mut chance)?;
            clusters += 1;
        }
    }
    let acks = work.acks.count();
    let (kills, unanswered, slowest) = (work.kills, work.unanswered, work.slowest);
    forged(&installation)?;
    let control = match ground.cluster() {
        None => without_log(&installation, &mut work)?,
        Some(cluster) => without_segment(&installation, cluster, &mut work)?,
    };
    Ok(Findings {
        rounds: format!("{} kills of the program, {clusters} of the database", kills - clusters),
        result: format!(
            "{acks} acknowledged, 0 lost, 0 half done, the log verified {kills} times, ready again after {:.1} s at most",
            slowest.as_secs_f64()
        ),
        control: format!("{control}; one entry of the log changed: found"),
        sometimes: vec![
            ("a kill under load", kills),
            ("an acknowledgement", acks),
            ("a form without an answer", unanswered),
        ],
    })
}

struct Work {
    workers: Vec<Worker>,
    acks: Acks,
    before: Books,
    kills: usize,
    unanswered: usize,
    slowest: Duration,
}

impl Work {
    fn begin(installation: &Installation) -> Result<Self> {
        let server = installation.serve()?;
        let mut reading = installation.reading()?;
        let before = Books::read(&mut reading)?;
        let workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "killed")?;
        let (acks, slowest) = (Acks::default(), Duration::ZERO);
        Ok(Self { workers, acks, before, kills: 0, unanswered: 0, slowest })
    }

    /// Kills the program while everybody works, and compares what is there with what was said.
    fn kill_program(&mut self, installation: &Installation, chance: &mut Chance) -> Result<()> {
        let server = self.serve(installation)?;
        at_work(&mut self.workers, &self.acks, |progress| {
            progress.wait_for(WORKERS, PATIENCE)?;
            thread::sleep(Duration::from_millis(20 + u64::try_from(chance.below(300))?));
            server.kill()
        })?;
        self.killed(installation)
    }

    /// Kills the database while everybody works; the program is left alone and has to find it again.
    fn kill_cluster(
        &mut self,
        installation: &Installation,
        cluster: &mut Cluster,
        chance: &mut Chance,
    ) -> Result<()> {
        let server = self.serve(installation)?;
        let (again, _) = at_work(&mut self.workers, &self.acks, |progress| {
            progress.wait_for(WORKERS, PATIENCE)?;
            thread::sleep(Duration::from_millis(20 + u64::try_from(chance.below(300))?));
            cluster.kill()?;
            thread::sleep(Duration::from_millis(100));
            cluster.begin()?;
            progress.wait_for(1, READY)
        })?;
        self.slowest = self.slowest.max(again);
        drop(server);
        self.killed(installation)
    }

    /// Counts the kill and the forms whose fate nobody knows, and compares.
    fn killed(&mut self, installation: &Installation) -> Result<()> {
        self.kills += 1;
        self.unanswered += self.workers.iter().filter(|worker| worker.unanswered().is_some()).count();
        self.compare(installation)
    }

    /// Serves again, and learns the fate of every form that nobody has answered.
    fn serve(&mut self, installation: &Installation) -> Result<Server> {
        let server = installation.serve()?;
        self.slowest = self.slowest.max(server.ready_in);
        ensure!(server.ready_in <= READY, "ready after {:.1} s only", server.ready_in.as_secs_f64());
        settle(&mut self.workers, &server, &self.acks)?;
        Ok(server)
    }

    fn compare(&mut self, installation: &Installation) -> Result<()> {
        let mut reading = installation.reading()?;
        books::sound(&mut reading, installation.engine())?;
        // All of them, each time: a later kill may lose what an earlier one has left.
        let lost = books::lost(&mut reading, &self.acks.all())?;
        ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        let resent = self.workers.iter().map(|worker| worker.resent).sum();
        Books::read(&mut reading)?.agree_since(&self.before, resent)?;
        ensure!(installation.verifies()?, "the log is not as it was written");
        Ok(())
    }
}

/// One entry of the log changed behind the program’s back, which has to be found, and changed back.
fn forged(installation: &Installation) -> Result<()> {
    let mut reading = installation.reading()?;
    reading.write(match installation.engine() {
        Engine::Sqlite => "DROP TRIGGER events_never_updated",
        Engine::Postgres => "DROP TRIGGER events_never_updated ON events",
    })?;
    let last = "WHERE event_id = (SELECT MAX(event_id) FROM events)";
    reading.write(&format!("UPDATE events SET at = at + 1 {last}"))?;
    let is_found = !installation.verifies()?;
    reading.write(&format!("UPDATE events SET at = at - 1 {last}"))?;
    ensure!(is_found, "the control is not found: this verification shows nothing");
    Ok(())
}

/// The files of SQLite without their write-ahead log, as a disk leaves them that has not written it.
fn without_log(installation: &Installation, work: &mut Work) -> Result<String> {
    let server = work.serve(installation)?;
    at_work(&mut work.workers, &work.acks, |progress| {
        progress.wait_for(10 * WORKERS, PATIENCE)?;
        server.kill()
    })?;
    let folder = Folder::new()?;
    let data = folder.join("data");
    folder::copy(installation.data(), &data)?;
    fs::remove_file(data.join("atout.sqlite-wal"))?;
    let mut reading = Reading::open(&format!("sqlite://{}", data.join("atout.sqlite").display()))?;
    let lost = books::lost(&mut reading, &work.acks.all())?.len();
    ensure!(lost > 0, "the control loses nothing: this comparison shows nothing");
    Ok(format!("without the write-ahead log {lost} acknowledged are missed"))
}

/// PostgreSQL without the last segment of its write-ahead log.
fn without_segment(installation: &Installation, cluster: &mut Cluster, work: &mut Work) -> Result<String> {
    let server = work.serve(installation)?;
    cluster.query("postgres", "CHECKPOINT")?;
    cluster.query("postgres", "SELECT pg_switch_wal()")?;
    let segment = at_work(&mut work.workers, &work.acks, |progress| {
        progress.wait_for(10 * WORKERS, PATIENCE)?;
        let segment = cluster.query("postgres", "SELECT pg_walfile_name(pg_current_wal_lsn())")?;
        cluster.kill()?;
        Ok(segment)
    });
    drop(server);
    let file = cluster.folder().join("data").join("pg_wal").join(segment?.0);
    let length = fs::metadata(&file)?.len();
    let written = File::options().write(true).open(&file)?;
    // As long as before, and empty.
    written.set_len(0)?;
    written.set_len(length)?;
    cluster.begin()?;
    let lost = books::lost(&mut installation.reading()?, &work.acks.all())?.len();
    ensure!(lost > 0, "the control loses nothing: this comparison shows nothing");
    Ok(format!("without the last segment of the log {lost} acknowledged are missed"))
}
