//! What the server counts and measures, for Prometheus.
//!
//! Owns the list of figures and their names; refuses to know who reads them, and to hold anything about a person.

mod endpoint;
mod figures;
mod text;

use std::time::Duration;

use axum::http::StatusCode;

pub use endpoint::routes;
pub use figures::{Counter, Family, Gauge, Histogram};
use text::Text;

/// How a command or a job went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// It was done.
    Done,
    /// A rule said no.
    Refused,
    /// Something failed.
    Failed,
}

impl Went {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }
}

/// Every figure of the process.
#[derive(Debug)]
pub struct Metrics {
    requests: Family<2, Histogram>,
    commands: Family<2, Histogram>,
    jobs: Family<2, Histogram>,
    /// Connections that are open.
    pub connections: Gauge,
    /// Connections that were turned away, since there were too many.
    pub connections_refused: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Family::new(["route", "status"]),
            commands: Family::new(["command", "outcome"]),
            jobs: Family::new(["job", "outcome"]),
            connections: Gauge::default(),
            connections_refused: Counter::default(),
        }
    }
}

impl Metrics {
    /// Counts a request by the template of its route.
    pub fn answered(&self, route: String, status: StatusCode, took: Duration) {
        let class = match status.as_u16() / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        self.requests.of([route.into(), class.into()]).observe(took);
    }

    /// Counts a command that came to the door.
    pub fn commanded(&self, command: &'static str, went: Went, took: Duration) {
        self.commands.of([command.into(), went.as_str().into()]).observe(took);
    }

    /// Counts a job that the server does by itself, such as a checkpoint.
    pub fn worked(&self, job: &'static str, went: Went, took: Duration) {
        self.jobs.of([job.into(), went.as_str().into()]).observe(took);
    }

    fn write(&self, text: &mut Text) {
        text.family("atout_request_seconds", "Time to the first byte of an answer.", &self.requests);
        text.family("atout_command_seconds", "Time that a command took at the door.", &self.commands);
        text.family("atout_job_seconds", "Time that a job of the server took.", &self.jobs);
        text.value("atout_connections", "Connections that are open.", &self.connections);
        text.value(
            "atout_connections_refused_total",
            "Connections that were turned away, since there were too many.",
            &self.connections_refused,
        );
    }
}
