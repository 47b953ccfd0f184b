//! No text becomes a statement: what a person has typed is only ever bound.
//!
//! The driver takes a statement that stands in the source, and nothing else; these are the ways around that.

use anyhow::Result;

use super::{code, texts};
use crate::workspace::Workspace;

/// By what a text that was made while the program runs becomes a statement.
const WAYS: [&str; 5] = ["AssertSqlSafe(", "QueryBuilder", "SqlStr::", "SqlSafeStr", ".leak()"];

/// Where that was looked at by a person, and how often it is done there.
const REVIEWED: [(&str, usize); 2] = [
    // Tables and columns are named as the schema itself says, in quotes; values are bound.
    ("server/src/db/copy.rs", 2),
    ("server/src/db/copy/content.rs", 1),
];

/// Every such way in the crates that are deployed, beyond those that were looked at.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in ["domain/src", "app/src", "server/src"] {
        files.extend(texts(ws, folder, "rs")?);
    }
    let mut faults: Vec<_> = files.iter().filter_map(|(name, text)| fault(name, text)).collect();
    let gone = REVIEWED.iter().filter(|(name, _)| !files.iter().any(|(file, _)| file == name));
    faults
        .extend(gone.map(|(name, _)| format!("{name}: is in the list of what was reviewed, and not there")));
    Ok(faults)
}

fn fault(name: &str, text: &str) -> Option<String> {
    if name.ends_with("/tests.rs") || name.contains("/tests/") {
        return None;
    }
    let text = code::without_comments(&code::without_tests(text));
    let found: usize = WAYS.iter().map(|way| text.matches(way).count()).sum();
    let reviewed = REVIEWED.iter().find(|(file, _)| *file == name).map_or(0, |(_, times)| *times);
    (found != reviewed).then(|| {
        format!("{name}: makes statements of texts {found} times, and {reviewed} times that was reviewed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_a_fault() {
        for way in WAYS {
            assert!(fault("server/src/a.rs", &format!("fn a() {{ b({way}c)); }}")).is_some(), "{way}");
        }
    }

    #[test]
    fn what_was_reviewed_is_fine_as_often_as_it_was() {
        let twice = "query(AssertSqlSafe(a)); query(AssertSqlSafe(b));";
        assert!(fault("server/src/db/copy.rs", twice).is_none());
        assert!(fault("server/src/db/copy.rs", &twice.replace('b', "AssertSqlSafe(c)")).is_some());
        assert!(fault("server/src/db/copy.rs", "").is_some());
    }

    #[test]
    fn statements_of_the_source_and_of_tests_are_fine() {
        assert!(fault("server/src/a.rs", "// AssertSqlSafe(a)\nquery(\"SELECT 1\");").is_none());
        assert!(fault("server/src/a/tests.rs", "query(AssertSqlSafe(a));").is_none());
    }
}
