//! The proofs at their small size: each is a run of the program `prove`, which mounts file systems where it may.
//!
//! What a machine has no means for is said in a line, and is no failure. The cut of the power is left to `cargo xtask prove`
//! on PostgreSQL: it takes longer than everything else here together.

use std::{path::Path, process::Command};

/// Makes the proof of a goal on an engine.
fn prove(goal: &str, engine: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prove"));
    // What was skipped is told from the records, as a test that passes says nothing.
    let records = Path::new(env!("CARGO_TARGET_TMPDIR")).join("proofs");
    command.args(["--small", "--engine", engine, "--records"]).arg(records).arg(goal);
    let done = command.output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    print!("{said}");
    assert!(done.status.success(), "{said}");
}

/// A test for each goal, on both engines.
macro_rules! proofs {
    ($($name:ident: $goal:literal on $engine:literal;)*) => {
        $(#[test]
        fn $name() {
            prove($goal, $engine);
        })*

        /// The goals that have a test, and on which engine.
        const PROVED: &[(&str, &str)] = &[$(($goal, $engine)),*];
    };
}

proofs! {
    last_seats_on_sqlite: "G1" on "sqlite";
    last_seats_on_postgres: "G1" on "postgres";
    keys_on_sqlite: "G2" on "sqlite";
    keys_on_postgres: "G2" on "postgres";
    histories_on_sqlite: "G3" on "sqlite";
    histories_on_postgres: "G3" on "postgres";
    kills_on_sqlite: "G4" on "sqlite";
    kills_on_postgres: "G4" on "postgres";
    power_cuts_on_sqlite: "G5" on "sqlite";
    full_disks_on_sqlite: "G6" on "sqlite";
    full_disks_on_postgres: "G6" on "postgres";
    closed_disks_on_sqlite: "G7" on "sqlite";
    closed_databases_on_postgres: "G7" on "postgres";
    locked_files_on_sqlite: "G8" on "sqlite";
    absent_databases_on_postgres: "G8" on "postgres";
    submissions_on_sqlite: "G12" on "sqlite";
    submissions_on_postgres: "G12" on "postgres";
    backups_on_sqlite: "G16" on "sqlite";
    backups_on_postgres: "G16" on "postgres";
    stops_on_sqlite: "G17" on "sqlite";
    stops_on_postgres: "G17" on "postgres";
    health_on_sqlite: "G18" on "sqlite";
    health_on_postgres: "G18" on "postgres";
    slow_databases_on_sqlite: "G9" on "sqlite";
    slow_databases_on_postgres: "G9" on "postgres";
    injections_on_sqlite: "G26" on "sqlite";
    injections_on_postgres: "G26" on "postgres";
    oversized_requests_on_sqlite: "G28" on "sqlite";
    slow_clients_on_sqlite: "G29" on "sqlite";
    strangers_on_sqlite: "G34" on "sqlite";
    strangers_on_postgres: "G34" on "postgres";
    sign_ins_on_sqlite: "G35" on "sqlite";
    throughput_on_sqlite: "P9" on "sqlite";
    throughput_on_postgres: "P9" on "postgres";
}

#[test]
fn every_goal_is_proved_here() {
    for goal in prove::goals::ALL {
        assert!(PROVED.iter().any(|(name, _)| *name == goal.name), "{} has no test", goal.name);
    }
}
