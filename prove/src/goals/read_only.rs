//! G7: where nothing can be written any more, pages are read, changes are refused as such, and the process lives.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::{
    books,
    crew::{Told, at_work},
    folder::Folder,
    ground::{Engine, Ground, Installation},
    mounts::{self, Mount},
    probe::Probe,
    process::Server,
    proof::{Findings, Proof, skip},
    times::said,
    worker::{Acks, Worker},
};

const WORKERS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(10);
/// How long nothing can be written.
const CLOSED: Duration = Duration::from_secs(4);

/// Shows it.
///
/// # Errors
/// What was answered otherwise.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mut ground = proof.ground()?;
    match proof.engine {
        Engine::Sqlite => failed_disk(&ground),
        Engine::Postgres => closed_database(&mut ground),
    }
}

/// A disk that the kernel closes to writers.
fn failed_disk(ground: &Ground) -> Result<Findings> {
    let folder = Folder::new()?;
    let image = folder.join("image");
    mounts::make_image(&image, 64)?;
    let mount = Mount::image(&image)?;
    let installation = ground.installation_in(mount.join("data"))?;
    mount.written()?;
    let mut crew = Crew::begin(&installation)?;
    crew.works()?;
    // Of what is on its way to the disk at this moment, the kernel says that it is there, and has not written it: so it was
    // in 58 of 808 runs of a loop that appended a page and called fdatasync, on Linux 6.18. Nothing is on its way.
    let told = crew.closed(|server| server.meanwhile_still(|| mount.close_to_writers()), || Ok(()))?;
    crew.server.end()?;
    mount.replace(&image)?;
    let mut reading = installation.reading()?;
    books::sound(&mut reading, Engine::Sqlite)?;
    let lost = books::lost(&mut reading, &crew.acks.all())?;
    ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    Ok(crew.findings("the disk closed by the kernel", &told))
}

/// A database that takes no change, as a standby.
fn closed_database(ground: &mut Ground) -> Result<Findings> {
    let installation = ground.installation()?;
    let mut crew = Crew::begin(&installation)?;
    crew.works()?;
    let cluster = ground.cluster().ok_or_else(|| skip("PostgreSQL is not installed"))?;
    let told = crew.closed(
        |_| {
            cluster.query("postgres", "ALTER SYSTEM SET default_transaction_read_only = on")?;
            cluster.query("postgres", "SELECT pg_reload_conf()")?;
            Ok(())
        },
        || {
            cluster.query("postgres", "ALTER SYSTEM RESET default_transaction_read_only")?;
            cluster.query("postgres", "SELECT pg_reload_conf()")?;
            Ok(())
        },
    )?;
    crew.works()?;
    let mut reading = installation.reading()?;
    let lost = books::lost(&mut reading, &crew.acks.all())?;
    ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    Ok(crew.findings("default_transaction_read_only", &told))
}

struct Crew {
    server: Server,
    workers: Vec<Worker>,
    acks: Acks,
    pages: usize,
    probe: Probe,
}

impl Crew {
    fn begin(installation: &Installation) -> Result<Self> {
        let server = installation.serve()?;
        let mut reading = installation.reading()?;
        let workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "closed")?;
        let probe = Probe::at(&server);
        Ok(Self { server, workers, acks: Acks::default(), pages: 0, probe })
    }

    /// Everything is done, and nobody refused.
    fn works(&mut self) -> Result<()> {
        let ((), told) = at_work(&mut self.workers, &self.acks, |progress| {
            progress.wait_for(2 * WORKERS, PATIENCE).map(drop)
        })?;
        ensure!(told.unavailable == 0, "{} were refused without a fault", told.unavailable);
        self.probe.becomes(true).map(drop)
    }

    /// Nothing can be written for a while.
    fn closed(
        &mut self,
        close: impl FnOnce(&Server) -> Result<()>,
        open: impl FnOnce() -> Result<()>,
    ) -> Result<Told> {
        let mut reader = self.workers[0].client().again(self.server.address());
        let (pages, probe, server) = (&mut self.pages, &mut self.probe, &self.server);
        let ((), told) = at_work(&mut self.workers, &self.acks, |_| {
            close(server)?;
            probe.unready(CLOSED, || {
                let page = reader.get("/api/seats").answer().context("a page was not answered")?;
                ensure!(page.status == 200, "a page was answered {}: {}", page.status, page.body);
                *pages += 1;
                Ok(())
            })?;
            open()
        })?;
        ensure!(told.unanswered == 0, "{} forms were not answered", told.unanswered);
        ensure!(!self.server.logged().contains("panicked"), "the server panicked");
        Ok(told)
    }

    fn findings(&self, way: &str, told: &Told) -> Findings {
        let Self { pages, probe, acks, .. } = self;
        Findings {
            rounds: format!("{way}, {} s, {WORKERS} clients", CLOSED.as_secs()),
            result: format!(
                "{pages} pages read and {} changes refused by 503 meanwhile, /readyz right after {} at most and /livez 200 {} times, \
                 no panic; {} acknowledged, 0 lost",
                told.unavailable,
                said(probe.slowest),
                probe.looks,
                acks.count()
            ),
            control: "before and without the fault: 0 refused, /readyz 200".to_owned(),
            sometimes: vec![
                ("a 503", told.unavailable),
                ("a page", *pages),
                ("a look at /livez", probe.looks),
            ],
        }
    }
}
