//! The log: lines on standard error, for people or for programs.
//!
//! Owns how they are written; refuses to decide what is in them. No key, no password and no token ever is.

use std::{io::IsTerminal, str::FromStr};

use tracing_subscriber::EnvFilter;

/// How lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object each.
    Json,
}

impl FromStr for LogFormat {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("neither text nor json"),
        }
    }
}

/// Which lines are written, as `info` or `info,server=debug` say it.
#[derive(Clone, Debug)]
pub struct LogFilter(String);

impl Default for LogFilter {
    fn default() -> Self {
        Self("info".to_owned())
    }
}

impl FromStr for LogFilter {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_one = EnvFilter::try_new(text).is_ok();
        is_one
            .then(|| Self(text.to_owned()))
            .ok_or("not a level such as info, or a filter such as info,server=debug")
    }
}

/// Begins to write the log of this process.
pub fn begin(filter: &LogFilter, format: LogFormat) {
    let lines = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&filter.0))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        // A log that nobody reads any more must not end the server.
        .log_internal_errors(false);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().flatten_event(true).with_span_list(false).init(),
    }
    tell_panics();
}

/// Makes a panic a line of the log like any other: within its request, and without what it was handed. Words that stand in
/// the program are told; those that were put together while it ran may hold a name, a key or a password, and are not.
pub fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = panic.payload().downcast_ref::<&'static str>();
        tracing::error!(place, words, "the program has panicked");
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_filter_is_refused() {
        for text in ["info", "warn,server=debug", "off"] {
            assert!(text.parse::<LogFilter>().is_ok(), "{text}");
        }
        for text in ["server=loudly", "info,=,"] {
            assert!(text.parse::<LogFilter>().is_err(), "{text}");
        }
    }
}
