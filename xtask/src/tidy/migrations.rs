//! Migrations: what they are called, and that each says why it is there.

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

use super::texts;
use crate::workspace::Workspace;

const FOLDER: &str = "server/migrations";

/// Every migration that is not named or explained as it should be.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let sqlite = texts(ws, &format!("{FOLDER}/sqlite"), "sql")?;
    let postgres = texts(ws, &format!("{FOLDER}/postgres"), "sql")?;
    let mut faults = Vec::new();
    for files in [&sqlite, &postgres] {
        faults.extend(names(files.iter().map(|(name, _)| name.as_str()))?);
        faults.extend(files.iter().filter_map(|(name, text)| why(name, text)));
    }
    if ws.path(FOLDER).join("postgres").exists() {
        faults.extend(one_engine_only(&sqlite, &postgres));
    }
    Ok(faults)
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Result<Vec<String>> {
    let form = Regex::new(r"/(\d{14})_[a-z]+(?:_[a-z0-9]+)+\.sql$")?;
    let mut moments = BTreeSet::new();
    let mut faults = Vec::new();
    for name in names {
        match form.captures(name) {
            None => faults.push(format!("{name}: is called YYYYMMDDHHMMSS_verb_object.sql")),
            Some(found) if !moments.insert(found[1].to_owned()) => {
                faults.push(format!("{name}: another migration has the same moment"));
            }
            Some(_) => {}
        }
    }
    Ok(faults)
}

fn why(name: &str, text: &str) -> Option<String> {
    (!text.starts_with("-- ")).then(|| format!("{name}: the first line says why: `-- …`"))
}

fn one_engine_only(sqlite: &[(String, String)], postgres: &[(String, String)]) -> Vec<String> {
    let names = |files: &[(String, String)]| -> BTreeSet<String> {
        files.iter().filter_map(|(name, _)| name.rsplit('/').next()).map(str::to_owned).collect()
    };
    let (sqlite, postgres) = (names(sqlite), names(postgres));
    sqlite.symmetric_difference(&postgres).map(|name| format!("{name}: for one engine only")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_when_and_what() {
        let found =
            names(["m/20260514120000_create_seats.sql", "m/0001_seats.sql"].into_iter()).expect("reads");
        assert_eq!(found.len(), 1);
        let twice = ["m/20260514120000_create_seats.sql", "m/20260514120000_create_keys.sql"];
        assert_eq!(names(twice.into_iter()).expect("reads").len(), 1);
    }

    #[test]
    fn a_migration_says_why() {
        assert!(why("a.sql", "CREATE TABLE seats (seat_id TEXT);").is_some());
        assert!(why("a.sql", "-- A seat outlives its holder.\nCREATE TABLE seats (seat_id TEXT);").is_none());
    }

    #[test]
    fn both_engines_have_the_same_migrations() {
        let one = [("m/sqlite/a.sql".to_owned(), String::new())];
        assert_eq!(one_engine_only(&one, &[]), ["a.sql: for one engine only"]);
        assert!(one_engine_only(&one, &one).is_empty());
    }
}
