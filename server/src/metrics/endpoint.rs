//! `GET /metrics`: the figures of the process, and what is read where it lies when somebody asks.

use std::{sync::atomic::Ordering, time::Duration};

use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use super::text::{MEDIA_TYPE, Now, SoFar, Text};
use crate::{
    application::Application,
    auth::session,
    db::{Database, probe},
};

/// How long a scrape waits for the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// The route, for a listener of its own: what an installation does is nobody's business who only uses it.
pub fn routes(application: Application) -> Router {
    Router::new().route("/metrics", get(scrape)).with_state(application)
}

async fn scrape(State(application): State<Application>) -> Response {
    let mut text = Text::default();
    application.metrics.write(&mut text);
    connections(&mut text, &application.database);
    // A database that does not answer must not keep the rest from being told.
    if let Ok(Some(sessions)) = tokio::time::timeout(PATIENCE, sessions(&application)).await {
        text.value("atout_sessions", "Sessions that are open.", &Now(sessions));
    }
    let ring = i64::from(!application.ring.now().is_missing());
    text.value(
        "atout_key_ring",
        "Whether product keys can be shown: 1, or 0 without a key ring.",
        &Now(ring),
    );
    ([(header::CONTENT_TYPE, MEDIA_TYPE)], text.end()).into_response()
}

/// What the database is busy with.
fn connections(text: &mut Text, database: &Database) {
    let pool = database.reader();
    let open = i64::from(pool.size());
    let idle = i64::try_from(pool.num_idle()).unwrap_or(i64::MAX);
    text.value("atout_database_connections", "Reading connections that are open.", &Now(open));
    text.value("atout_database_connections_used", "Those of them that are in use.", &Now(open - idle));
    let Some(writer) = database.writer() else { return };
    let waiting = i64::try_from(writer.waiting()).unwrap_or(i64::MAX);
    text.value("atout_writer_waiting", "Commands that wait for the writer.", &Now(waiting));
    let figures = writer.figures();
    for (name, help, figure) in [
        ("atout_writer_groups_total", "Transactions that the writer has committed.", &figures.groups),
        ("atout_writer_commands_total", "Commands that were committed in them.", &figures.commands),
        ("atout_writer_failures_total", "Transactions that could not be committed.", &figures.failures),
    ] {
        text.value(name, help, &SoFar(figure.load(Ordering::Relaxed)));
    }
}

async fn sessions(application: &Application) -> Option<i64> {
    probe::open_sessions(&application.database, session::alive(application.clock.now())).await.ok()
}
