//! No word that a person reads is written in Rust: words come from `locales/`.

use std::ops::Range;

use anyhow::Result;
use regex::Regex;

use super::{code, texts};
use crate::workspace::Workspace;

/// Attributes and properties whose value is read or heard.
const SPOKEN: &str = "aria-label|aria-description|aria-roledescription|alt|caption|description|heading|hint|label|\
                      legend|message|placeholder|summary|text|title";

/// Every literal text in a `view!`.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (name, text) in texts(ws, "app/src", "rs")? {
        faults.extend(literals(&name, &text)?);
    }
    Ok(faults)
}

fn literals(name: &str, text: &str) -> Result<Vec<String>> {
    let text = code::without_comments(&code::without_tests(text));
    let bare = code::bare(&text);
    let attribute = Regex::new(&format!(r"[\s<:](?:{SPOKEN})\s*=\s*\{{?\s*$"))?;
    let word = Regex::new(r"\p{Alphabetic}{2}|^\p{Alphabetic}$")?;
    let key = Regex::new(r"^[A-Z0-9•]+(?:-[A-Z0-9•]+)+$")?;
    let views = views(&bare);
    let mut faults = Vec::new();
    for string in code::strings(&text) {
        let words = text[string.clone()].trim_matches('"');
        let Some(view) = views.iter().find(|view| view.contains(&string.start)) else { continue };
        let before = &bare[view.start..string.start];
        let is_read = is_child(before, &bare[string.end..]) || attribute.is_match(before);
        if is_read && word.is_match(words.trim()) && !key.is_match(words) {
            faults.push(format!("{name}:{}: literal text \"{words}\"", code::line(&text, string.start)));
        }
    }
    Ok(faults)
}

/// Whether a string stands between tags: behind a tag, a block or another string, or alone in a block there.
fn is_child(before: &str, after: &str) -> bool {
    let behind_tag =
        |before: &str| before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
    let (before, after) = (before.trim_end(), after.trim_start());
    if let Some(outside) = before.strip_suffix('{') {
        return after.starts_with('}') && behind_tag(outside.trim_end());
    }
    behind_tag(before) || (before.ends_with('}') && !after.starts_with("=>") && !after.starts_with('|'))
}

/// The outermost `view!` blocks.
fn views(bare: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(at) = bare[place..].find("view!") {
        let start = place + at;
        let Some(open) = bare[start..].find(['{', '(', '[']) else { break };
        place = code::block_end(bare, start + open);
        found.push(start..place);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(view: &str) -> usize {
        literals("a.rs", &format!("fn a() {{ view! {{ {view} }} }}")).expect("reads").len()
    }

    #[test]
    fn text_between_tags_is_a_fault() {
        assert_eq!(faults("<p>\"Hello there\"</p>"), 1);
        assert_eq!(faults("<p>{ \"Hello\" }</p>"), 1);
        assert_eq!(faults("<br/>\"Hello\""), 1);
        assert_eq!(faults("<p>{count} \"seats\"</p>"), 1);
    }

    #[test]
    fn text_that_is_heard_is_a_fault() {
        assert_eq!(faults("<input aria-label=\"Search\"/>"), 1);
        assert_eq!(faults("<Button label=\"Save\"/>"), 1);
    }

    #[test]
    fn signs_and_machine_words_are_fine() {
        assert_eq!(faults("<p>\" · \"</p>"), 0);
        assert_eq!(faults("<code>\"N4X7W-Q2MPL\"</code>"), 0);
        assert_eq!(faults("<input type=\"search\" class=\"field\"/>"), 0);
        assert_eq!(faults("<p>{move || name.get()}</p>"), 0);
        assert_eq!(faults("<p class=\"a\" {..}>{x}</p><p class=\"b c\"></p>"), 0);
        assert_eq!(faults("<p class={if open { \"is-open\" } else { \"\" }}></p>"), 0);
        assert!(literals("a.rs", "const A: &str = \"Hello there\";").expect("reads").is_empty());
    }

    #[test]
    fn the_line_is_right() {
        let found =
            literals("a.rs", "fn a() {\n  view! {\n    <p>\n      \"Hello\"\n    </p> }\n}").expect("reads");
        assert_eq!(found, ["a.rs:4: literal text \"Hello\""]);
    }
}
