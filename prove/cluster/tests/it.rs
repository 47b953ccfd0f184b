//! What clusters do, where PostgreSQL is installed; elsewhere these tests say that it is not.

use std::time::Instant;

use cluster::{Cluster, Settings, Shared};

const COUNT: &str = "SELECT COUNT(*) FROM seats";

/// A cluster with one row in it.
fn with_a_row() -> Option<Cluster> {
    let cluster = Cluster::start_with(Settings { fsync: false, ..Settings::default() }).unwrap();
    let Some(cluster) = cluster else {
        eprintln!("skipped: PostgreSQL is not installed");
        return None;
    };
    cluster.database("atout").unwrap();
    cluster.query("atout", "CREATE TABLE seats (seat_id TEXT)").unwrap();
    cluster.query("atout", "INSERT INTO seats VALUES ('one')").unwrap();
    Some(cluster)
}

#[test]
fn what_was_committed_is_there_after_a_stop_and_after_a_kill() {
    let Some(mut cluster) = with_a_row() else { return };
    cluster.stop().unwrap();
    assert!(cluster.query("atout", COUNT).is_err());
    cluster.begin().unwrap();
    assert_eq!(cluster.query("atout", COUNT).unwrap(), "1");
    cluster.kill().unwrap();
    assert!(cluster.query("atout", COUNT).is_err());
    cluster.begin().unwrap();
    assert_eq!(cluster.query("atout", COUNT).unwrap(), "1");
}

#[test]
fn a_paused_cluster_goes_on() {
    let Some(cluster) = with_a_row() else { return };
    cluster.pause().unwrap();
    cluster.resume().unwrap();
    assert_eq!(cluster.query("atout", COUNT).unwrap(), "1");
}

#[test]
fn the_folder_goes_with_the_cluster() {
    let Some(cluster) = with_a_row() else { return };
    let folder = cluster.folder();
    assert!(folder.exists());
    drop(cluster);
    assert!(!folder.exists());
}

#[test]
fn nobody_connects_without_the_password() {
    let Some(cluster) = with_a_row() else { return };
    let url = cluster.url("atout");
    assert!(url.starts_with("postgres://atout:") && url.ends_with("/atout"), "{url}");
    let (begin, rest) = url.split_once('@').unwrap();
    let wrong = format!("{begin}x@{rest}");
    let asked = std::process::Command::new("psql").args([&wrong, "-c", COUNT]).output().unwrap();
    assert!(!asked.status.success());
}

#[test]
fn a_shared_cluster_is_started_once_and_a_copy_is_its_own() {
    let begun = Instant::now();
    let Some(first) = Shared::of("test-of-clusters").unwrap() else { return };
    let second = Shared::of("test-of-clusters").unwrap().unwrap();
    assert_eq!(first.port(), second.port(), "after {:?}", begun.elapsed());
    for name in ["copy", "original"] {
        first.drop_database(name).unwrap();
    }
    first.database("original").unwrap();
    first.query("original", "CREATE TABLE seats (seat_id TEXT)").unwrap();
    second.database_from("copy", "original").unwrap();
    second.query("copy", "INSERT INTO seats VALUES ('one')").unwrap();
    assert_eq!(first.query("copy", COUNT).unwrap(), "1");
    assert_eq!(first.query("original", COUNT).unwrap(), "0");
}
