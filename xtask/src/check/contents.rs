//! What stands in the files that every browser gets: nothing of the database, of the server, of this machine or of tests.
//!
//! Owns the list of what gives such things away; refuses to know how the files are made.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use regex::Regex;
use serde_json::Value;

use crate::workspace::Workspace;

/// What only statements, crates, paths and people of the server's side have in them.
const TELLING: [&str; 25] = [
    // Statements.
    "SELECT ",
    "INSERT INTO",
    "DELETE FROM",
    " WHERE ",
    "CREATE TABLE",
    "ON CONFLICT",
    // Crates that no browser needs.
    "sqlx",
    "sqlite",
    "postgres",
    "axum",
    "hyper",
    "argon2",
    "chacha20",
    "tracing-",
    // Paths of the machine, and of sources that are not the client's.
    "/home/",
    "/root/",
    "/Users/",
    "C:\\",
    "/.cargo/",
    "server/src",
    "xtask/",
    // Tests, and the demonstration, which is made on the server.
    "#[test]",
    "proptest",
    "atout-demonstration",
    "ATOUT-",
];

/// Fewer tables and columns than that were not found, but missed.
const LEAST_NAMES: usize = 60;

/// Reads every file of the client.
///
/// # Errors
/// When the site is not built, or a file tells what it should not.
pub fn check(ws: &Workspace) -> Result<()> {
    let mut telling: BTreeSet<String> = TELLING.map(str::to_owned).into();
    telling.extend(names(ws)?);
    let mut faults = Vec::new();
    for path in files(ws)? {
        faults.extend(told(&ws.name(&path), &fs::read(&path)?, &telling));
    }
    ensure!(faults.is_empty(), "the client tells too much:\n  {}", faults.join("\n  "));
    println!("nothing of {} words that would tell of the server", telling.len());
    Ok(())
}

/// The files that are built for browsers, as they are before compression.
fn files(ws: &Workspace) -> Result<Vec<PathBuf>> {
    let manifest = fs::read(ws.site("manifest.json")).context("the site is not built")?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let package = manifest["package"].as_str().context("no `package` in the site's manifest")?;
    let mut found = vec![ws.site(manifest["css"].as_str().unwrap_or_default().trim_start_matches('/'))];
    for file in fs::read_dir(ws.site("pkg").join(package))? {
        let path = file?.path();
        found.extend(path.extension().is_some_and(|end| end == "wasm" || end == "js").then_some(path));
    }
    ensure!(found.len() > 3, "the client has no files");
    Ok(found)
}

/// The tables and columns whose names are no words: those of two words and more.
fn names(ws: &Workspace) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for path in ws.files("server/migrations/sqlite", "sql")? {
        found.extend(of_migration(&fs::read_to_string(&path)?)?);
    }
    ensure!(found.len() >= LEAST_NAMES, "only {} tables and columns in the migrations", found.len());
    Ok(found)
}

fn of_migration(text: &str) -> Result<BTreeSet<String>> {
    let table = Regex::new(r"CREATE TABLE (\w+_\w+)")?;
    let column = Regex::new(r"(?m)(?:^\s+|ADD COLUMN )(\w+_\w+)\s+(?:TEXT|INTEGER|BLOB)\b")?;
    let named = |pattern: &Regex| -> Vec<String> {
        pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
    };
    Ok(named(&table).into_iter().chain(named(&column)).collect())
}

/// What a file tells.
fn told(name: &str, content: &[u8], telling: &BTreeSet<String>) -> Vec<String> {
    let text = String::from_utf8_lossy(content);
    telling.iter().filter(|word| text.contains(*word)).map(|word| format!("{name} tells `{word}`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIGRATION: &str = "-- Why.\nCREATE TABLE sign_in_attempts (\n    place TEXT NOT NULL,\n    \
                             address_hash BLOB NOT NULL\n) STRICT;\nALTER TABLE a ADD COLUMN told_at INTEGER;\n";

    #[test]
    fn tables_and_columns_are_found_in_migrations() {
        let found = of_migration(MIGRATION).expect("patterns");
        assert_eq!(Vec::from_iter(found), ["address_hash", "sign_in_attempts", "told_at"]);
    }

    #[test]
    fn what_tells_of_the_server_is_found_among_other_bytes() {
        let telling: BTreeSet<String> = TELLING.map(str::to_owned).into();
        for word in TELLING {
            let content = [b"\0asm\xff\xfe", word.as_bytes(), b"\x80\x01"].concat();
            assert_eq!(told("a.wasm", &content, &telling).first(), Some(&format!("a.wasm tells `{word}`")));
        }
    }

    #[test]
    fn words_of_screens_tell_nothing() {
        let telling: BTreeSet<String> = ["password_hash".to_owned(), "SELECT ".to_owned()].into();
        assert!(told("a.js", b"select all, password, /cargo/registry/src/leptos", &telling).is_empty());
    }
}
