//! The databases of the tests that run on either engine.

use std::{
    env, process,
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

use crate::Shared;

/// Names the engine that tests run on: `postgres`, or SQLite unless it is said.
pub const ENGINE: &str = "ATOUT_TEST_ENGINE";

static SERVER: LazyLock<Option<Shared>> = LazyLock::new(|| {
    let is_asked_for = env::var(ENGINE).is_ok_and(|engine| engine == "postgres");
    is_asked_for.then(|| match Shared::of("trials") {
        Ok(Some(server)) => server,
        Ok(None) => panic!("{ENGINE} asks for PostgreSQL, which is not installed"),
        Err(error) => panic!("PostgreSQL cannot be started: {error}"),
    })
});

/// The server on which tests run, if they run on PostgreSQL.
///
/// # Panics
/// When the engine that is asked for cannot be had: a test that ran on another one would prove nothing.
#[must_use]
pub fn server() -> Option<&'static Shared> {
    SERVER.as_ref()
}

/// A name that no other test gives to a database.
#[must_use]
pub fn name() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    format!("trial_{}_{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed))
}

/// The address of a new, empty database for one test; none when tests run on SQLite.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn database() -> Option<String> {
    let made = server()?.database(&name());
    Some(made.unwrap_or_else(|error| panic!("a database cannot be made: {error}")))
}
