//! Serving: connections and their limits, how it ends, health, metrics, and what every answer carries.

mod connections;
mod faults;
mod headers;
mod health;
mod panics;
mod settings;
mod silence;
mod smuggling;
mod stopping;
mod support;
