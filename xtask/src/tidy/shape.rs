//! The shape of the tree: what files are called, what they begin with, what nobody leaves behind.

use anyhow::Result;
use regex::Regex;

use super::{code, rust_files, texts};
use crate::workspace::Workspace;

/// Folders and files that say nothing about what is in them.
const NAMELESS: [&str; 9] =
    ["utils", "util", "helpers", "helper", "common", "misc", "core", "services", "models"];

/// Every file of an unexpected shape.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut all = rust_files(ws)?;
    for (name, text) in &all {
        faults.extend(rust(name, text));
    }
    for (top, extension) in [("style", "css"), ("end2end", "ts"), ("locales", "ftl"), ("server", "sql")] {
        all.extend(texts(ws, top, extension)?);
    }
    for (name, text) in &all {
        faults.extend(nameless(name));
        faults.extend(left_behind(name, text)?);
    }
    Ok(faults)
}

fn rust(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if name.ends_with("/mod.rs") {
        faults.push(format!("{name}: modules are `foo.rs` beside `foo/`, never mod.rs"));
    }
    if !text.starts_with("//! ") {
        faults.push(format!("{name}: begins with `//!`: what it owns, what it refuses to know"));
    }
    if code::bare(text).contains("#[ignore") {
        faults.push(format!("{name}: a test that is never run"));
    }
    faults
}

fn nameless(name: &str) -> Option<String> {
    let stem = |part: &str| part.split('.').next().is_some_and(|stem| NAMELESS.contains(&stem));
    name.split('/').any(stem).then(|| format!("{name}: the name says nothing about what is in it"))
}

fn left_behind(name: &str, text: &str) -> Result<Vec<String>> {
    // Written in two parts, so that this file does not find itself.
    let marks = Regex::new(concat!(r"\b(TO", r"DO|FI", r"XME|HA", r"CK|XX", r"X)\b"))?;
    let only = Regex::new(r"\b(?:test|describe)\.(?:skip|only|fix[m]e)\b")?;
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        if let Some(mark) = marks.find(line) {
            faults
                .push(format!("{name}:{number}: {} is left behind: an issue keeps it better", mark.as_str()));
        }
        if name.starts_with("end2end/") && only.is_match(line) {
            faults.push(format!("{name}:{number}: a browser test that is skipped, or that skips the others"));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_says_what_it_owns() {
        assert_eq!(rust("a/src/b.rs", "use std::fs;\n").len(), 1);
        assert!(rust("a/src/b.rs", "//! Owns b.\n").is_empty());
    }

    #[test]
    fn modules_are_never_called_mod() {
        assert_eq!(rust("a/src/b/mod.rs", "//! Owns b.\n").len(), 1);
    }

    #[test]
    fn ignored_tests_are_faults() {
        assert_eq!(rust("a.rs", "//! A.\n#[ignore]\nfn a() {}\n").len(), 1);
    }

    #[test]
    fn names_say_something() {
        assert!(nameless("server/src/utils/date.rs").is_some());
        assert!(nameless("server/src/helpers.rs").is_some());
        assert!(nameless("server/src/common_name.rs").is_none());
    }

    #[test]
    fn nothing_is_left_behind() {
        let text = format!("// {}: later\n", concat!("TO", "DO"));
        assert_eq!(left_behind("a.rs", &text).expect("reads").len(), 1);
        assert_eq!(left_behind("end2end/a.spec.ts", "test.only('x', f)\n").expect("reads").len(), 1);
        assert!(left_behind("a.rs", "// All is done.\n").expect("reads").is_empty());
    }
}
