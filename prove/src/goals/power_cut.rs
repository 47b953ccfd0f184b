//! G5: what was acknowledged is there after the power was cut.
//!
//! The data lie on a file system in an image. While everybody works, all processes are stopped and the image is copied: the
//! copy holds what has reached the disk, and nothing of what the kernel still had in memory. The copy is not atomic against
//! the kernel’s own writing, and writes are not reordered.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use cluster::Settings;

use crate::{
    books,
    chance::Chance,
    crew::{at_work, settle},
    folder::Folder,
    ground::{self, Engine, Ground, Installation},
    mounts::{self, Mount},
    preload,
    process::{Server, Signal},
    proof::{Findings, Proof, skip},
    worker::{Acks, Worker},
};

/// A library that makes a program believe that everything is on the disk.
const NO_FSYNC: &str = include_str!("../no_fsync.c");
const WORKERS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(10);

/// Shows it.
///
/// # Errors
/// What was lost.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mut chance = Chance::of(5);
    let rounds = match proof.engine {
        Engine::Sqlite => proof.times(2, 50),
        Engine::Postgres => proof.times(1, 20),
    };
    let mut room = Room::lay(proof, true)?;
    let (mut acked, mut void) = (0, 0);
    for _ in 0..rounds {
        let cut = room.cut(&mut chance)?;
        ensure!(cut.lost.is_empty(), "acknowledged and lost: {:?}", cut.lost);
        acked += cut.acked;
        void += usize::from(cut.acked == 0);
    }
    drop(room);
    Ok(Findings {
        rounds: format!("{rounds} cuts, {void} of them void"),
        result: format!("{acked} acknowledged, 0 lost, 0 damaged"),
        control: control(proof, &mut chance)?,
        sometimes: vec![("a cut under load", rounds - void), ("an acknowledgement", acked)],
    })
}

/// The same with a disk that is never waited for.
fn control(proof: &Proof, chance: &mut Chance) -> Result<String> {
    let mut room = Room::lay(proof, false)?;
    let mut acked = 0;
    for round in 1..=10 {
        match room.cut(chance) {
            Ok(cut) => {
                acked += cut.acked;
                if !cut.lost.is_empty() {
                    return Ok(format!(
                        "the disk never waited for: {} of {acked} lost after {round} cuts",
                        cut.lost.len()
                    ));
                }
            }
            // What is there cannot be opened, or does not know who signed in.
            Err(error) if round > 1 || acked > 0 => {
                return Ok(format!("the disk never waited for: {}", short(&error)));
            }
            Err(error) => return Err(error),
        }
    }
    bail!("the control loses nothing: these cuts show nothing")
}

fn short(error: &anyhow::Error) -> String {
    format!("{error:#}").chars().take(60).collect()
}

/// What a cut has left.
struct Cut {
    acked: usize,
    lost: Vec<String>,
}

/// An installation on an image, with everything that belongs to it.
struct Room {
    // Dropped in this order: nothing may lie on the file system when it goes.
    ground: Ground,
    installation: Installation,
    mount: Mount,
    folder: Folder,
    preload: Option<PathBuf>,
    workers: Vec<Worker>,
    acks: Acks,
}

impl Room {
    fn lay(proof: &Proof, waits: bool) -> Result<Self> {
        let folder = Folder::new()?;
        let image = folder.join("image");
        mounts::make_image(&image, if proof.engine == Engine::Sqlite { 64 } else { 384 })?;
        let mount = Mount::image(&image)?;
        let settings = Settings { within: Some(mount.path()), fsync: waits, ..ground::settings() };
        open_to_everybody(&mount.path())?;
        let ground = Ground::lay_with(proof.program(), proof.engine, settings)?;
        let ground = ground.ok_or_else(|| skip("PostgreSQL is not installed"))?;
        let installation = ground.installation_in(mount.join("data-of-atout"))?;
        let preload = if waits || proof.engine == Engine::Postgres {
            None
        } else {
            Some(preload::built(&folder, NO_FSYNC)?)
        };
        mount.written()?;
        Ok(Self { ground, installation, mount, folder, preload, workers: Vec::new(), acks: Acks::default() })
    }

    /// Cuts the power while everybody works, and compares what is on the disk with what was said.
    fn cut(&mut self, chance: &mut Chance) -> Result<Cut> {
        let server = self.serve()?;
        let before = self.acks.count();
        match &mut self.workers {
            workers if workers.is_empty() => {
                let mut reading = self.installation.reading()?;
                *workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "cut")?;
            }
            workers => settle(workers, &server, &self.acks)?,
        }
        let copy = self.folder.join("copy");
        at_work(&mut self.workers, &self.acks, |progress| {
            progress.wait_for(1, PATIENCE)?;
            thread::sleep(Duration::from_millis(200 + u64::try_from(chance.below(600))?));
            server.tell(Signal::Pause)?;
            if let Some(cluster) = self.ground.cluster() {
                cluster.pause()?;
            }
            fs::copy(self.folder.join("image"), &copy).context("copying the image")?;
            if let Some(cluster) = self.ground.cluster() {
                cluster.resume()?;
                cluster.kill()?;
            }
            server.kill()
        })?;
        self.mount.replace(&copy)?;
        fs::rename(&copy, self.folder.join("image"))?;
        if let Some(cluster) = self.ground.cluster() {
            cluster.begin()?;
        }
        let mut reading = self.installation.reading()?;
        books::sound(&mut reading, self.installation.engine())?;
        let lost = books::lost(&mut reading, &self.acks.all())?;
        Ok(Cut { acked: self.acks.count() - before, lost })
    }

    fn serve(&self) -> Result<Server> {
        self.installation.serve_with(|command| {
            if let Some(preload) = &self.preload {
                command.env("LD_PRELOAD", preload);
            }
        })
    }
}

/// PostgreSQL runs as somebody else.
fn open_to_everybody(path: &Path) -> Result<()> {
    run("chmod", &["755", path.to_str().context("a path is text")?])
}

fn run(program: &str, words: &[&str]) -> Result<()> {
    let status = Command::new(program).args(words).status().with_context(|| format!("starting {program}"))?;
    if status.success() { Ok(()) } else { bail!("{program} did not succeed") }
}
