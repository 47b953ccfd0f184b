//! Reads Fluent files as far as the rules need them: messages with their comments, attributes and variables.
//!
//! The build of `app` parses them in full and refuses errors of syntax; here they are taken to be sound.

use std::collections::BTreeSet;

use regex::Regex;

/// One message or term.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its identifier; a term's begins with `-`.
    pub id: String,
    /// The line that it begins on.
    pub line: usize,
    /// The comment right above it.
    pub comment: String,
    /// Its value, without the attributes; empty when it has none.
    pub value: String,
    /// Its attributes, in order.
    pub attributes: Vec<(String, String)>,
}

impl Message {
    /// The names of the variables that it uses, without `$`.
    pub fn variables(&self) -> BTreeSet<String> {
        let Ok(variable) = Regex::new(r"\$([A-Za-z][\w-]*)") else { return BTreeSet::new() };
        let patterns = self.patterns();
        patterns
            .iter()
            .flat_map(|pattern| variable.captures_iter(pattern))
            .map(|found| found[1].to_owned())
            .collect()
    }

    /// Its value and the values of its attributes.
    pub fn patterns(&self) -> Vec<&str> {
        std::iter::once(self.value.as_str())
            .chain(self.attributes.iter().map(|(_, value)| value.as_str()))
            .collect()
    }
}

/// The messages of a file, in order.
pub fn messages(text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    let mut comment = String::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(words) = line.strip_prefix("# ") {
            comment += words;
            comment.push('\n');
        } else if let Some((id, value)) = begins(line) {
            let comment = std::mem::take(&mut comment);
            found.push(Message {
                id: id.to_owned(),
                line: index + 1,
                comment,
                value: value.to_owned(),
                ..Message::default()
            });
        } else if line.starts_with(' ') || line.starts_with('}') {
            if let Some(message) = found.last_mut() {
                goes_on(message, line);
            }
        } else if line.trim() != "#" {
            comment.clear();
        }
    }
    found
}

/// The identifier and the first words of a message that begins on this line.
fn begins(line: &str) -> Option<(&str, &str)> {
    let (id, value) = line.split_once('=')?;
    let id = id.trim_end();
    let plain = id.strip_prefix('-').unwrap_or(id);
    let is_id = plain.starts_with(|c: char| c.is_ascii_alphabetic())
        && plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_id.then(|| (id, value.trim()))
}

/// An attribute, or more of what was being said.
fn goes_on(message: &mut Message, line: &str) {
    let attribute = line.trim_start().strip_prefix('.').and_then(begins);
    if let Some((name, value)) = attribute {
        message.attributes.push((name.to_owned(), value.to_owned()));
        return;
    }
    let value = message.attributes.last_mut().map_or(&mut message.value, |(_, value)| value);
    if !value.is_empty() {
        value.push('\n');
    }
    *value += line.trim();
}

/// What a person can read of a pattern: each variant by itself, and `X` where something is put in.
pub fn spoken(pattern: &str) -> Vec<String> {
    let mut variants = Vec::new();
    let mut whole = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        whole += &rest[..open];
        let close = closing(rest, open);
        let inside = rest[open + 1..close].trim();
        rest = rest.get(close + 1..).unwrap_or_default();
        if let Some((_, selected)) = inside.split_once("->") {
            variants.extend(self::variants(selected).iter().flat_map(|variant| spoken(variant)));
            whole.push('X');
        } else if let Some(quoted) = inside.strip_prefix('"') {
            whole += quoted.trim_end_matches('"');
        } else {
            whole.push('X');
        }
    }
    whole += rest;
    variants.push(whole.trim().to_owned());
    variants
}

/// The place of the brace that closes the one at `open`.
fn closing(text: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (place, c) in text.char_indices().skip_while(|(place, _)| *place < open) {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return place,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// What stands behind the `[keys]` of a selection.
fn variants(selected: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in selected.lines().map(str::trim) {
        let key = line.strip_prefix('*').unwrap_or(line);
        if let Some((_, words)) = key.strip_prefix('[').and_then(|key| key.split_once(']')) {
            found.push(words.trim().to_owned());
        } else if let Some(last) = found.last_mut() {
            last.push('\n');
            last.push_str(line);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "### Seats.\n\n## List\n\n# Variables:\n#   $count (Number) - seats\nseats-list-count =\n    { $count ->\n        [one] { $count } seat\n       *[other] { $count } seats\n    }\n    .aria-label = All { $name }\nseats-list-title = Seats\n-brand = Atout\n";

    #[test]
    fn messages_are_read_with_what_belongs_to_them() {
        let found = messages(FILE);
        let ids: Vec<&str> = found.iter().map(|message| message.id.as_str()).collect();
        assert_eq!(ids, ["seats-list-count", "seats-list-title", "-brand"]);
        assert_eq!(found[0].line, 7);
        assert!(found[0].comment.contains("$count (Number) - seats"));
        assert_eq!(found[0].attributes, [("aria-label".to_owned(), "All { $name }".to_owned())]);
        assert_eq!(found[0].variables().into_iter().collect::<Vec<_>>(), ["count", "name"]);
        assert_eq!(found[1].comment, "");
    }

    #[test]
    fn variants_are_heard_one_by_one() {
        assert_eq!(spoken(&messages(FILE)[0].value), ["X seat", "X seats", "X"]);
        assert_eq!(spoken("Hi { -brand }{ \" \" }!"), ["Hi X !"]);
    }
}
