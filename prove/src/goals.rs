//! The goals, one file for each.

pub mod backups;
pub mod database_down;
pub mod disk_full;
pub mod health;
pub mod injection;
pub mod keys;
pub mod killed;
pub mod last_seats;
pub mod oversized;
pub mod power_cut;
pub mod read_only;
pub mod serial;
pub mod sign_ins;
pub mod slow_clients;
pub mod slow_database;
pub mod stopped;
pub mod strangers;
pub mod submissions;
pub mod throughput;
mod unguarded;

use anyhow::Result;

use crate::{
    ground::Engine,
    proof::{Findings, Goal, Proof},
};

/// Every goal, in the order of their numbers.
pub const ALL: [Goal; 19] = [
    goal("G1", "Of many who want the last seats at once, as many win as there are seats", last_seats::prove),
    goal("G2", "A key is one company’s, whoever asks at once, and every showing is logged", keys::prove),
    goal("G3", "Whatever many do at once could have been done one after the other", serial::prove),
    goal("G4", "What was acknowledged is there after a kill, and nothing is half done", killed::prove),
    goal("G5", "What was acknowledged is there after the power was cut", power_cut::prove).noting("The copy of the image is not atomic against the kernel’s own writing, and writes are not reordered."),
    goal("G6", "On a full disk nothing is lost, and with room again it goes on by itself", disk_full::prove).noting("`/readyz` may go on saying 200: what it writes fits where something else was, and so do some commands."),
    goal("G7", "Where nothing can be written pages are read and changes refused as such", read_only::prove),
    goal(
        "G8",
        "While the database is away everybody is told in time, and then it goes on",
        database_down::prove,
    ),
    goal(
        "G9",
        "While the database is slow, files are served as always, and nobody hangs",
        slow_database::prove,
    ).noting("A file may take a fifth longer than before, and 5 ms. Nobody waits longer than 26.5 s: three for a connection to learn who asks and three for one to write, two and a half for a lock, and half a second for each of eighteen slow answers between, twice where a connection is new and meets a statement for the first time."),
    goal("G12", "A form that is sent many times has one effect and one answer", submissions::prove),
    goal("G16", "A backup that is made at work is whole, and soon serves elsewhere", backups::prove),
    goal("G17", "A server that is told to stop answers what it has taken, and ends", stopped::prove),
    goal("G18", "Who sends people to a server is told soon whether it can serve, and nothing else", health::prove),
    goal("G26", "Nothing that anybody sends becomes a part of a statement", injection::prove).noting("A page and the read behind it take their addresses apart by the same lines: the scanners are sent to the read, texts of our own to both. After its end a session is of no use: of signing out the scanners are told that nobody is signed in. What is not of the form of its field, as most that is sent where an identity is meant, is refused before any statement."),
    goal(
        "G28",
        "A request without end is refused, and costs nobody else anything",
        oversized::prove,
    ).without_database(),
    goal(
        "G29",
        "Clients that are slow or silent are closed in time, and keep nobody waiting",
        slow_clients::prove,
    ).noting("Who says nothing may stay for ten seconds. Who takes nothing may stay for fifteen: ten from when the system holds no more for it.").without_database(),
    goal(
        "G34",
        "What there is and what there is not are told apart by no word and by no time",
        strangers::prove,
    ),
    goal("G35", "However many sign in at once, hashing takes the memory of two", sign_ins::prove).noting("Each password is hashed with argon2id in 46 MiB, two at a time.").without_database(),
    goal(
        "P9",
        "Commands that wait share a commit, and the program costs little beside the engine",
        throughput::prove,
    ).noting("SQLite commits with `synchronous=FULL`, PostgreSQL with `synchronous_commit=on`. Browsers, `pgbench`, the program and the database share the processors. All work in one company, which does one command after the other."),
];

const fn goal(name: &'static str, promise: &'static str, prove: fn(&Proof) -> Result<Findings>) -> Goal {
    Goal { name, promise, note: "", engines: &Engine::ALL, prove }
}

impl Goal {
    /// The same, where the database has no part in it: it is shown on one engine.
    const fn without_database(self) -> Self {
        Self { engines: &[Engine::Sqlite], ..self }
    }

    /// The same with something to know besides.
    const fn noting(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}
