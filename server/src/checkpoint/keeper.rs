//! Keeps checkpoints while a server runs: at its start, every five minutes, and at its end.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context;
use domain::day;
use tokio::{sync::oneshot, task::JoinHandle, time};

use super::Writer;
use crate::{
    application::Application,
    db::events::chains::{self, Head},
    keyring::{HeldRing, KeyRing, RingFileError, Signer},
    metrics::Went,
};

/// How old the newest checkpoint of a log that moves may become.
const INTERVAL: Duration = Duration::from_mins(5);

/// The task that keeps checkpoints.
#[derive(Debug)]
pub struct Keeper {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Keeper {
    /// Begins to keep checkpoints, the first one at once.
    #[must_use]
    pub fn begin(application: Application) -> Self {
        let (stop, mut stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            let mut keeping = Keeping::new(application);
            let mut ticks = time::interval(INTERVAL);
            ticks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
            loop {
                let is_over = tokio::select! {
                    _ = &mut stopped => true,
                    _ = ticks.tick() => false,
                };
                keeping.keep().await;
                if is_over {
                    break;
                }
            }
        });
        Self { stop, task }
    }

    /// Writes the last checkpoint, when nothing is written to the log any more. The database must be open still.
    pub async fn end(self) {
        // The task ends by itself only when it has panicked, which it has said.
        let _ = self.stop.send(());
        let _ = self.task.await;
    }
}

struct Keeping {
    application: Application,
    path: PathBuf,
    writer: Option<Writer>,
    /// What was said last of why there is no checkpoint: said once, not every five minutes.
    said: Option<String>,
}

impl Keeping {
    fn new(application: Application) -> Self {
        let path = application.config.checkpoint_file();
        Self { application, path, writer: None, said: None }
    }

    async fn keep(&mut self) {
        let begun = Instant::now();
        let kept = self.try_keep().await;
        let went = if kept.is_ok() { Went::Done } else { Went::Failed };
        self.application.metrics.worked("checkpoint", went, begun.elapsed());
        match kept {
            Ok(()) => self.said = None,
            Err(error) => {
                let reason = format!("{error:#}");
                if self.said.as_ref() != Some(&reason) {
                    tracing::warn!(file = %self.path.display(), reason, "the log has no new checkpoint");
                    self.said = Some(reason);
                }
            }
        }
    }

    async fn try_keep(&mut self) -> anyhow::Result<()> {
        let mut connection = self.application.database.connection().await?;
        let heads = chains::heads(&mut connection).await?;
        drop(connection);
        let (path, writer) = (self.path.clone(), self.writer.take());
        let (ring, at) = (Arc::clone(&self.application.ring), self.application.clock.now());
        // A disk may take its time, and this task's thread has others to serve.
        let written = tokio::task::spawn_blocking(move || {
            let ring = with_signer(&ring)?;
            let signer = ring.signer().context("the key ring is missing, or has no key that signs")?;
            let mut writer = match writer {
                Some(writer) if writer.is_at(&path) => writer,
                _ => open(&path)?,
            };
            append(&mut writer, at, heads, signer)?;
            anyhow::Ok(writer)
        });
        self.writer = Some(written.await??);
        Ok(())
    }
}

/// The ring, with a key that signs: one from before there were checkpoints gets it now.
fn with_signer(ring: &HeldRing) -> Result<Arc<KeyRing>, RingFileError> {
    let now = ring.again();
    if now.signer().is_some() || now.is_missing() {
        return Ok(now);
    }
    ring.place().add_signer()?;
    Ok(ring.again())
}

fn open(path: &Path) -> anyhow::Result<Writer> {
    Writer::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::WouldBlock => anyhow::anyhow!("another process keeps them in this file"),
        _ => error.into(),
    })
}

fn append(writer: &mut Writer, at: day::Instant, heads: Vec<Head>, signer: &Signer) -> io::Result<()> {
    for head in writer.shorter(&heads) {
        tracing::error!(chain = head.chain, "the log is shorter than its last checkpoint says");
    }
    writer.append(at, heads, signer).map(|_| ())
}
