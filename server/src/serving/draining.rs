//! The two steps in which a server stops: first it says so, then it closes.

use std::sync::Arc;

use tokio::sync::watch;

/// How far a server has come on its way to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// It serves.
    Serving,
    /// It serves still, but says that nobody else should be sent here, and keeps no connection for a further request.
    Draining,
    /// It takes no connection any more.
    Closing,
}

/// How a server is told to stop, and how its parts hear of it.
#[derive(Clone, Debug)]
pub struct Draining(Arc<watch::Sender<Stage>>);

impl Default for Draining {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Stage::Serving)))
    }
}

impl Draining {
    /// Says that the server is about to close.
    pub fn begin(&self) {
        self.reach(Stage::Draining);
    }

    /// Says that it closes.
    pub fn close(&self) {
        self.reach(Stage::Closing);
    }

    /// Whether the server is about to close.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        *self.0.borrow() >= Stage::Draining
    }

    /// Waits until the server closes.
    pub async fn closing(&self) {
        let mut stage = self.0.subscribe();
        // The sender is held here, so that there always is one.
        let _ = stage.wait_for(|stage| *stage == Stage::Closing).await;
    }

    fn reach(&self, next: Stage) {
        self.0.send_modify(|stage| *stage = next.max(*stage));
    }
}
