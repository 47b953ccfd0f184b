//! What the proofs could not try on this machine: told apart, as a test that passes says nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// Prints a line for each proof that was skipped, and how many were made and skipped.
///
/// # Errors
/// When the records are not there, or cannot be read.
pub fn tell(records: &Path) -> Result<()> {
    let mut lines = Vec::new();
    let mut made = 0;
    for entry in fs::read_dir(records).context("the proofs have left no records")? {
        let record: Value = serde_json::from_slice(&fs::read(entry?.path())?)?;
        made += 1;
        lines.extend(line(&record));
    }
    lines.sort();
    for line in &lines {
        eprintln!("    {line}");
    }
    eprintln!("    {} proofs made, {} skipped", made - lines.len(), lines.len());
    Ok(())
}

fn line(record: &Value) -> Option<String> {
    let field = |name: &str| record[name].as_str().unwrap_or_default();
    let told = || format!("SKIPPED: {} on {}: {}", field("goal"), field("engine"), field("result"));
    (field("outcome") == "Skipped").then(told)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_skipped_is_told_with_its_reason() {
        let record = |outcome: &str| json!({"goal": "G5", "engine": "SQLite", "outcome": outcome, "result": "no root"});
        assert_eq!(line(&record("Held")), None);
        assert_eq!(line(&record("Skipped")).as_deref(), Some("SKIPPED: G5 on SQLite: no root"));
    }
}
