//! Whether the process lives, and whether it can serve: `/livez` and `/readyz`, for whoever restarts it or sends it people.
//!
//! Owns what is asked of the database for that, and how often: once in a second, however many ask. Refuses to know who asks,
//! and to say anything that an attacker could use: neither versions nor addresses, only which part does not work.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Serialize;
use tokio::{sync::Mutex, task::JoinHandle};

use crate::{
    application::Application,
    db::{Error, Trouble, migration, probe},
};

/// How long an answer holds.
const HOLDS: Duration = Duration::from_secs(1);
/// How long the database may take, and whoever asks has to wait. Together with the above, what is said is never older than
/// two seconds.
const PATIENCE: Duration = Duration::from_millis(900);

/// How a part of the installation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// It works.
    Ok,
    /// It does not answer in time.
    Busy,
    /// No room is left on the disk.
    Full,
    /// It can be read only.
    ReadOnly,
    /// It cannot be reached, or fails.
    Failing,
    /// It is of another version than the program.
    OtherVersion,
    /// It is missing.
    Missing,
}

/// What `/readyz` says. Without a key ring product keys cannot be shown, and everything else works: the server is ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Whether people should be sent here.
    ready: bool,
    /// Whether something is missing that most people will not notice.
    degraded: bool,
    /// Whether the server was told to stop.
    draining: bool,
    /// Reading.
    database: Part,
    /// Writing.
    writer: Part,
    /// The keys that seal product keys.
    key_ring: Part,
}

/// What the probe of the database has found: reading and writing.
type Found = (Part, Part);

/// The health of a process.
#[derive(Clone)]
pub struct Health {
    application: Application,
    probe: Arc<Mutex<Probe>>,
}

#[derive(Default)]
struct Probe {
    said: Option<(Instant, Found)>,
    /// One that nobody has heard the end of. There is never a second one: they would take all connections of a database that
    /// hangs.
    running: Option<JoinHandle<Look>>,
}

/// What a probe has found, and when.
struct Look {
    begun: Instant,
    ended: Instant,
    found: Found,
}

impl Look {
    async fn at(application: Application) -> Self {
        let begun = Instant::now();
        let found = probed(application).await;
        Self { begun, ended: Instant::now(), found }
    }

    /// Whether it tells how the database is now: one that ended late tells that the database was slow, and nothing of now.
    fn counts(&self) -> bool {
        self.ended - self.begun <= PATIENCE && self.ended.elapsed() < HOLDS
    }
}

impl Health {
    /// The health of a process that serves `application`.
    #[must_use]
    pub fn new(application: Application) -> Self {
        Self { application, probe: Arc::default() }
    }

    /// The routes, which must not wait behind anything that asks the database.
    pub fn routes(self) -> Router {
        Router::new()
            .route("/livez", get(|| async { Json(serde_json::json!({ "alive": true })) }))
            .route("/readyz", get(ready))
            .with_state(self)
    }

    /// Whether people should be sent here.
    pub async fn readiness(&self) -> Readiness {
        let (database, writer) = self.found().await;
        let key_ring = if self.application.ring.now().is_missing() { Part::Missing } else { Part::Ok };
        let draining = self.application.draining.has_begun();
        Readiness {
            ready: !draining && database == Part::Ok && writer == Part::Ok,
            degraded: key_ring != Part::Ok,
            draining,
            database,
            writer,
            key_ring,
        }
    }

    /// What was found lately, or is found now. Whoever asks meanwhile waits for the same.
    async fn found(&self) -> Found {
        let mut probe = self.probe.lock().await;
        if let Some((at, found)) = probe.said
            && at.elapsed() < HOLDS
        {
            return found;
        }
        let found = tokio::time::timeout(PATIENCE, probe.look(&self.application))
            .await
            .unwrap_or((Part::Busy, Part::Busy));
        probe.said = Some((Instant::now(), found));
        found
    }
}

impl Probe {
    /// What a look finds that counts. Dropped before that, the look goes on, and is heard the next time.
    async fn look(&mut self, application: &Application) -> Found {
        loop {
            let running = self.running.get_or_insert_with(|| tokio::spawn(Look::at(application.clone())));
            let ended = running.await;
            self.running = None;
            match ended {
                Ok(look) if look.counts() => return look.found,
                Ok(_) => {}
                Err(_) => return (Part::Failing, Part::Failing),
            }
        }
    }
}

async fn ready(State(health): State<Health>) -> Response {
    let readiness = health.readiness().await;
    let status = if readiness.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(readiness)).into_response()
}

async fn probed(application: Application) -> Found {
    let (database, now) = (&application.database, application.clock.now());
    let (read, written) = tokio::join!(probe::migration(database), probe::write(database, now));
    let reading = match read {
        Ok(found) if found != migration::newest() => Part::OtherVersion,
        Ok(_) => Part::Ok,
        Err(error) => part(&error),
    };
    (reading, written.map_or_else(|error| part(&error), |()| Part::Ok))
}

fn part(error: &Error) -> Part {
    let trouble = error.trouble();
    tracing::warn!(%error, ?trouble, "the database does not answer as it should");
    match trouble {
        Trouble::Busy | Trouble::Overtaken => Part::Busy,
        Trouble::Full => Part::Full,
        Trouble::ReadOnly => Part::ReadOnly,
        Trouble::Away | Trouble::Fault => Part::Failing,
    }
}
