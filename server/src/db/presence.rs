//! Whether a database server answers at all.
//!
//! A server that is stopped refuses connections, which is told at once. One that hangs, with its machine or behind a broken
//! network, says nothing, and whoever has asked it something would wait for ever: its own limits of time hang with it. So it
//! is asked the simplest thing, again and again, over a connection that nobody else uses.

use std::time::Duration;

use sqlx::Executor;
use tokio::{
    sync::watch,
    task::AbortHandle,
    time::{sleep, timeout},
};

use super::open::Opening;

/// How often it is asked.
const PERIOD: Duration = Duration::from_millis(500);
/// How long it may take to answer: less than people wait for a page, more than a server that is only busy takes.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// How long it may take to be connected to, which takes several answers.
const CONNECTING: Duration = Duration::from_secs(10);

/// Whether the database answers, as it was seen last.
#[derive(Clone, Debug, Default)]
pub struct Presence(Option<Watched>);

#[derive(Clone, Debug)]
struct Watched {
    answers: watch::Receiver<bool>,
    watcher: AbortHandle,
}

impl Presence {
    /// Watches the database that is opened so, for as long as somebody wants to know.
    pub(super) fn watch(opening: Opening) -> Self {
        let (told, answers) = watch::channel(true);
        let watcher = tokio::spawn(async move {
            let mut connection = None;
            while !told.is_closed() {
                if connection.is_none() {
                    connection = timeout(CONNECTING, opening.connect()).await.ok().and_then(Result::ok);
                }
                let answers = match &mut connection {
                    Some(connection) => {
                        matches!(timeout(PATIENCE, connection.execute("SELECT 1")).await, Ok(Ok(_)))
                    }
                    None => false,
                };
                if !answers {
                    connection = None;
                }
                let has_changed = told.send_if_modified(|known| std::mem::replace(known, answers) != answers);
                match (has_changed, answers) {
                    (true, false) => tracing::error!("the database does not answer"),
                    (true, true) => tracing::info!("the database answers again"),
                    (false, _) => {}
                }
                sleep(PERIOD).await;
            }
        });
        Self(Some(Watched { answers, watcher: watcher.abort_handle() }))
    }

    /// Watches no more, and gives the connection back.
    pub(super) fn end(&self) {
        if let Some(Watched { watcher, .. }) = &self.0 {
            watcher.abort();
        }
    }

    /// Whether nothing is to be had from the database now. One that is inside the program is never away.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.0.as_ref().is_some_and(|watched| !*watched.answers.borrow())
    }

    /// Waits until it is away.
    pub async fn lost(&self) {
        if let Some(watched) = &self.0
            && watched.answers.clone().wait_for(|answers| !answers).await.is_ok()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}
