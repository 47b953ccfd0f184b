//! The hard limits of size. The house aims far below them.

use anyhow::Result;
use regex::Regex;

use super::{code, fluent, rust_files, texts};
use crate::workspace::Workspace;

const FILE: usize = 400;
const FUNCTION: usize = 70;
const VIEW: usize = 90;
const TEST: usize = 60;
const STYLE_SHEET: usize = 150;
const MIGRATION: usize = 80;
const MESSAGES: usize = 150;

/// Every file and function over its limit.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, text) in rust_files(ws)? {
        faults.extend(rust(&name, &text)?);
    }
    for (top, extension, limit) in [("style", "css", STYLE_SHEET), ("server/migrations", "sql", MIGRATION)] {
        for (name, text) in texts(ws, top, extension)? {
            faults.extend(over(&name, "lines", text.lines().count(), limit));
        }
    }
    for (name, text) in texts(ws, "locales", "ftl")? {
        faults.extend(over(&name, "messages", fluent::messages(&text).len(), MESSAGES));
    }
    Ok(faults)
}

fn over(name: &str, what: &str, size: usize, limit: usize) -> Option<String> {
    (size > limit).then(|| format!("{name}: {size} {what}, at most {limit}"))
}

fn rust(name: &str, text: &str) -> Result<Vec<String>> {
    let is_test = name.contains("/tests/");
    let product = code::without_tests(text);
    let mut faults = Vec::new();
    if !is_test {
        faults.extend(over(name, "lines", product.trim_end().lines().count(), FILE));
    }
    let in_product = functions(&product)?;
    for function in functions(text)? {
        let limit = match () {
            () if is_test || !in_product.contains(&function) => TEST,
            () if function.is_view => VIEW,
            () => FUNCTION,
        };
        faults.extend(over(&format!("{name}: {}", function.name), "lines", function.lines, limit));
    }
    Ok(faults)
}

#[derive(Debug, PartialEq, Eq)]
struct Function {
    name: String,
    line: usize,
    lines: usize,
    is_view: bool,
}

fn functions(text: &str) -> Result<Vec<Function>> {
    let bare = code::bare(text);
    let start = Regex::new(r"(?m)^[ \t]*(?:pub(?:\([^)]*\))?\s+)?(?:(?:const|async|unsafe)\s+)*fn\s+(\w+)")?;
    let mut found = Vec::new();
    for head in start.captures_iter(&bare) {
        let (Some(whole), Some(name)) = (head.get(0), head.get(1)) else { continue };
        let Some(open) = body(&bare, whole.end()) else { continue };
        let end = code::block_end(&bare, open);
        let line = code::line(&bare, name.start());
        found.push(Function {
            name: name.as_str().to_owned(),
            line,
            lines: code::line(&bare, end) - line + 1,
            is_view: bare[open..end].contains("view!"),
        });
    }
    Ok(found)
}

/// Where the body of a function opens; a declaration has none.
fn body(bare: &str, from: usize) -> Option<usize> {
    let mut place = from;
    loop {
        place += bare[place..].find(['{', ';', '(', '['])?;
        match bare.as_bytes()[place] {
            b'{' => return Some(place),
            b';' => return None,
            _ => place = code::block_end(bare, place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize, inside: &str) -> String {
        format!("fn long(a: [u8; 3]) {{\n{}}}\n", format!("{inside};\n").repeat(lines))
    }

    #[test]
    fn a_long_function_is_a_fault() {
        let faults = rust("a/src/b.rs", &function(80, "x()")).expect("reads");
        assert_eq!(faults, ["a/src/b.rs: long: 82 lines, at most 70"]);
    }

    #[test]
    fn a_view_may_be_longer_and_a_test_must_be_shorter() {
        assert!(rust("a/src/b.rs", &function(80, "view! {}")).expect("reads").is_empty());
        let test = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", function(65, "x()"));
        assert_eq!(rust("a/src/b.rs", &test).expect("reads").len(), 1);
        assert_eq!(rust("a/tests/it/b.rs", &function(65, "x()")).expect("reads").len(), 1);
    }

    #[test]
    fn a_long_file_is_a_fault_its_tests_apart() {
        let product = "const A: u8 = 1;\n".repeat(401);
        assert_eq!(rust("a.rs", &product).expect("reads").len(), 1);
        let tests = format!("#[cfg(test)]\nmod tests {{\n{product}}}\n");
        assert!(rust("a.rs", &tests).expect("reads").is_empty());
    }

    #[test]
    fn a_declaration_has_no_length() {
        assert!(functions("trait A {\n    fn b(&self, c: [u8; 2]) -> u8;\n}\n").expect("reads").is_empty());
    }
}
