//! The arrows between the crates: `domain` ← `app` ← `server`, and what may not travel against them.

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

use super::{code, texts};
use crate::step::{cargo, output};
use crate::wasm_target::TARGET;
use crate::workspace::Workspace;

/// What rules have no use for: screens, databases, networks, clocks and dice.
const NOT_IN_DOMAIN: [&str; 14] = [
    "app", "axum", "chrono", "getrandom", "hyper", "js-sys", "leptos", "rand", "server", "sqlx", "tokio",
    "tracing", "wasm-bindgen", "web-sys",
];

/// Every arrow that points back.
///
/// # Errors
/// When a file cannot be read, or cargo does not answer.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, text) in texts(ws, "domain/src", "rs")? {
        faults.extend(domain(&name, &text)?);
    }
    for (name, text) in texts(ws, "app/src", "rs")? {
        faults.extend(app(&name, &text)?);
    }
    let domain = tree(ws, &["--package", "domain", "--edges", "normal", "--format", "{p}"])?;
    faults.extend(domain_dependencies(&domain));
    let client =
        ["--package", "app", "--no-default-features", "--features", "hydrate", "--edges", "features"];
    faults.extend(client_features(&tree(ws, &[&client[..], &["--invert", "tachys"]].concat())?));
    Ok(faults)
}

fn tree(ws: &Workspace, words: &[&str]) -> Result<String> {
    output(cargo().current_dir(ws.root()).args(["tree", "--prefix", "none", "--target", TARGET]).args(words))
}

fn domain(name: &str, text: &str) -> Result<Vec<String>> {
    let outside = Regex::new(
        r"\b(?:leptos|sqlx|axum|tokio|rand)::|\bstd::(?:fs|net|process|thread|env)\b|\bSystemTime\b|\bInstant::now\b|\basync fn\b|\bprintln!",
    )?;
    let bare = code::bare(&code::without_tests(text));
    let found = outside.find_iter(&bare);
    Ok(found
        .map(|word| format!("{name}:{}: domain knows `{}`", code::line(&bare, word.start()), word.as_str()))
        .collect())
}

fn app(name: &str, text: &str) -> Result<Vec<String>> {
    let sql =
        Regex::new(r"(?s)\bSELECT\s+[\w*][^;]*?\sFROM\s|\bINSERT INTO\s|\bDELETE FROM\s|\bUPDATE \w+ SET\s")?;
    let text = code::without_comments(&code::without_tests(text));
    let found = sql.find_iter(&text);
    Ok(found.map(|sql| format!("{name}:{}: app speaks SQL", code::line(&text, sql.start()))).collect())
}

fn domain_dependencies(tree: &str) -> Vec<String> {
    let used: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    NOT_IN_DOMAIN
        .iter()
        .filter(|name| used.contains(*name))
        .map(|name| format!("domain depends on {name}"))
        .collect()
}

/// Rendering for the server, once in the client, makes every event handler of the client panic.
fn client_features(tree: &str) -> Option<String> {
    let has_ssr = tree.lines().any(|line| line.trim().starts_with("tachys feature \"ssr\""));
    has_ssr.then(|| "the feature `ssr` of tachys reaches the client".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_no_clock() {
        let faults = domain("a.rs", "fn a() {\n    std::time::Instant::now();\n}\n").expect("reads");
        assert_eq!(faults, ["a.rs:2: domain knows `Instant::now`"]);
        assert!(
            domain("a.rs", "/// Not `std::fs`, nor \"async fn\".\nfn a() {}\n").expect("reads").is_empty()
        );
    }

    #[test]
    fn screens_speak_no_sql() {
        assert_eq!(app("a.rs", "const Q: &str = \"SELECT id\n FROM seats\";").expect("reads").len(), 1);
        assert!(app("a.rs", "// SELECT id FROM seats\n").expect("reads").is_empty());
    }

    #[test]
    fn rules_depend_on_no_runtime() {
        assert_eq!(
            domain_dependencies("domain v0.1.0\nserde v1.0.0\ntokio v1.50.0\n"),
            ["domain depends on tokio"]
        );
    }

    #[test]
    fn the_client_never_renders_for_the_server() {
        assert!(client_features("tachys v0.2.0\ntachys feature \"ssr\"\n").is_some());
        assert!(client_features("tachys v0.2.0\ntachys feature \"hydrate\"\n").is_none());
    }
}
