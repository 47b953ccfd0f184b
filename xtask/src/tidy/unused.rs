//! No message is translated for nobody: each constant of an identifier is used, or another message quotes it.

use std::collections::BTreeSet;

use anyhow::Result;
use regex::Regex;

use super::fluent::{self, Message};
use super::{code, texts};
use crate::workspace::Workspace;

/// Every message and attribute that nothing uses.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let mut used = BTreeSet::new();
    for krate in ["app/src", "server/src"] {
        for (_, text) in texts(ws, krate, "rs")? {
            used.extend(constants(&text)?);
        }
    }
    let files = texts(ws, "locales/en-US", "ftl")?;
    for (_, text) in &files {
        used.extend(quoted(text)?);
    }
    let mut faults = Vec::new();
    for (name, text) in &files {
        for message in fluent::messages(text) {
            faults.extend(
                unused(&message, &used)
                    .into_iter()
                    .map(|what| format!("{name}:{}: nothing uses {what}", message.line)),
            );
        }
    }
    Ok(faults)
}

/// The constants that a Rust file names.
fn constants(text: &str) -> Result<BTreeSet<String>> {
    let constant = Regex::new(r"\b[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+\b")?;
    Ok(constant.find_iter(&code::bare(text)).map(|found| found.as_str().to_owned()).collect())
}

/// The constants of what other messages quote: `{ id }`, `{ id.attribute }`, `{ -term }`.
fn quoted(text: &str) -> Result<BTreeSet<String>> {
    let reference = Regex::new(r"\{\s*(-?[a-z][\w-]*)(?:\.([a-z][\w-]*))?\s*[}(]")?;
    let messages = fluent::messages(text);
    let patterns = messages.iter().flat_map(Message::patterns);
    Ok(patterns
        .flat_map(|pattern| {
            reference
                .captures_iter(pattern)
                .map(|found| name(&found[1], found.get(2).map(|attribute| attribute.as_str())))
                .collect::<Vec<_>>()
        })
        .collect())
}

/// `software-list` is `SOFTWARE_LIST`, and its attribute `.aria-label` is `SOFTWARE_LIST__ARIA_LABEL`.
fn name(id: &str, attribute: Option<&str>) -> String {
    let upper = |word: &str| word.replace('-', "_").to_uppercase();
    attribute.map_or_else(|| upper(id), |attribute| format!("{}__{}", upper(id), upper(attribute)))
}

fn unused(message: &Message, used: &BTreeSet<String>) -> Vec<String> {
    let is_unused = |attribute: Option<&str>| !used.contains(&name(&message.id, attribute));
    let value = (!message.value.is_empty() && is_unused(None)).then(|| message.id.clone());
    let attributes = message.attributes.iter().filter(|(attribute, _)| is_unused(Some(attribute)));
    value.into_iter().chain(attributes.map(|(attribute, _)| format!("{}.{attribute}", message.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "a-button = Go\n    .aria-label = Go on\na-title = { a-button } { -brand }\n-brand = Atout\na-left = Over\n";

    fn found(rust: &str) -> Vec<String> {
        let mut used = constants(rust).expect("reads");
        used.extend(quoted(FILE).expect("reads"));
        fluent::messages(FILE).iter().flat_map(|message| unused(message, &used)).collect()
    }

    #[test]
    fn what_nothing_uses_is_found() {
        assert_eq!(found("t!(id::A_TITLE); t!(id::A_BUTTON__ARIA_LABEL)"), ["a-left"]);
    }

    #[test]
    fn an_attribute_counts_by_itself() {
        assert_eq!(found("t!(id::A_TITLE); t!(id::A_LEFT)"), ["a-button.aria-label"]);
    }

    #[test]
    fn a_comment_is_not_a_use() {
        assert_eq!(found("// A_LEFT and A_TITLE\nt!(id::A_BUTTON__ARIA_LABEL)"), ["a-title", "a-left"]);
    }
}
