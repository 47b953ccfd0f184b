//! G5: what was acknowledged is there after the power was cut.
//!
//! The data lie on a file system in an image. While everybody works, all processes are stopped and the image is copied: the
//! copy holds what has reached the disk, and nothing of what the kernel still had in memory. The copy is not atomic against
//! the kernel’s own writing, and writes are not reordered.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
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
    for _ in 0..rounds {
        let server = room.open()?;
        room.cut(server, &mut chance)?;
        let lost = room.lost()?;
        ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    }
    let acked = room.acks.count();
    drop(room);
    Ok(Findings {
        rounds: format!("{rounds} cuts, none before something was acknowledged"),
        result: format!("{acked} acknowledged, 0 lost, 0 damaged"),
        control: control(proof, &mut chance)?,
        sometimes: vec![("a cut under load", rounds), ("an acknowledgement", acked)],
    })
}

/// The same with a disk that is never waited for.
fn control(proof: &Proof, chance: &mut Chance) -> Result<String> {
    let mut room = Room::lay(proof, false)?;
    for round in 1..=10 {
        let server = match room.open() {
            // What is there cannot be opened, or does not know who signed in.
            Err(error) if round > 1 => return Ok(format!("the disk never waited for: {}", short(&error))),
            opened => opened?,
        };
        room.cut(server, chance)?;
        let acked = room.acks.count();
        match room.lost() {
            Ok(lost) if lost.is_empty() => {}
            Ok(lost) => {
                let lost = lost.len();
                return Ok(format!("the disk never waited for: {lost} of {acked} lost after {round} cuts"));
            }
            Err(error) => return Ok(format!("the disk never waited for: {}", short(&error))),
        }
    }
    bail!("the control loses nothing: these cuts show nothing")
}

fn short(error: &anyhow::Error) -> String {
    format!("{error:#}").chars().take(60).collect()
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

    /// Serves what is on the disk to those who work.
    fn open(&mut self) -> Result<Server> {
        let server = self.serve()?;
        match &mut self.workers {
            workers if workers.is_empty() => {
                let mut reading = self.installation.reading()?;
                *workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "cut")?;
            }
            workers => settle(workers, &server, &self.acks)?,
        }
        Ok(server)
    }

    /// Cuts the power while everybody works.
    fn cut(&mut self, server: Server, chance: &mut Chance) -> Result<()> {
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
        Ok(fs::rename(&copy, self.folder.join("image"))?)
    }

    /// What was acknowledged and is not on the disk.
    fn lost(&mut self) -> Result<Vec<String>> {
        if let Some(cluster) = self.ground.cluster() {
            cluster.begin()?;
        }
        let mut reading = self.installation.reading()?;
        books::sound(&mut reading, self.installation.engine())?;
        books::lost(&mut reading, &self.acks.all())
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
    fs::set_permissions(path, Permissions::from_mode(0o755)).context("opening a file system to everybody")
}
