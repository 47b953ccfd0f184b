//! The words of the product: the same messages in both languages, each named and explained.

use std::collections::BTreeMap;

use anyhow::Result;
use regex::Regex;

use super::fluent::{self, Message};
use super::texts;
use crate::workspace::Workspace;

/// The language that the identifiers and their comments are read in, and the other one.
const LANGUAGES: [&str; 2] = ["en-US", "fr-FR"];
const SHORTEST_ID: usize = 9;

/// Every message that is missing, misnamed, unexplained, or different in the two languages.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let [english, french] = LANGUAGES.map(|tag| locale(ws, tag));
    let (english, french) = (english?, french?);
    let mut faults = Vec::new();
    for (name, text) in &english {
        match french.get(name) {
            Some(other) => faults.extend(parity(name, text, other)),
            None => faults.push(format!("{name}: in en-US only")),
        }
        faults.extend(explained(name, text)?);
    }
    faults.extend(
        french
            .keys()
            .filter(|name| !english.contains_key(*name))
            .map(|name| format!("{name}: in fr-FR only")),
    );
    for (tag, files) in [("en-US", &english), ("fr-FR", &french)] {
        for (name, text) in files {
            faults.extend(form(&format!("{tag}/{name}"), name, text)?);
        }
    }
    Ok(faults)
}

/// The files of a language by their names.
fn locale(ws: &Workspace, tag: &str) -> Result<BTreeMap<String, String>> {
    let folder = format!("locales/{tag}/");
    let files = texts(ws, &folder, "ftl")?;
    Ok(files.into_iter().map(|(name, text)| (name.replace(&folder, ""), text)).collect())
}

/// The same messages, in the same order, with the same attributes and variables.
fn parity(name: &str, english: &str, french: &str) -> Vec<String> {
    let (english, french) = (fluent::messages(english), fluent::messages(french));
    let mut faults = Vec::new();
    for message in &english {
        match french.iter().find(|other| other.id == message.id) {
            Some(other) => faults
                .extend(difference(message, other).map(|what| format!("{name}: {}: {what}", message.id))),
            None => faults.push(format!("{name}: {}: in en-US only", message.id)),
        }
    }
    let is_new = |message: &&Message| !english.iter().any(|other| other.id == message.id);
    faults
        .extend(french.iter().filter(is_new).map(|message| format!("{name}: {}: in fr-FR only", message.id)));
    if faults.is_empty() {
        let differs = english.iter().zip(&french).find(|(one, other)| one.id != other.id);
        faults.extend(differs.map(|(one, _)| format!("{name}: {}: at another place in fr-FR", one.id)));
    }
    faults
}

fn difference(english: &Message, french: &Message) -> Option<&'static str> {
    let attributes = |message: &Message| -> Vec<String> {
        message.attributes.iter().map(|(name, _)| name.clone()).collect()
    };
    if attributes(english) != attributes(french) {
        Some("the attributes differ")
    } else if english.value.is_empty() != french.value.is_empty() {
        Some("one language has no value")
    } else if english.variables() != french.variables() {
        Some("the variables differ")
    } else {
        None
    }
}

/// Each variable has a type and a meaning.
fn explained(name: &str, text: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for message in fluent::messages(text) {
        for variable in message.variables() {
            let meaning = Regex::new(&format!(r"\${}\s+\([A-Z]\w+\) - \S", regex::escape(&variable)))?;
            if !message.comment.contains("Variables:") || !meaning.is_match(&message.comment) {
                faults.push(format!(
                    "{name}:{}: ${variable} is not explained: `# Variables:`, `$name (Type) - …`",
                    message.line
                ));
            }
        }
    }
    Ok(faults)
}

/// A purpose, a group for every message, identifiers that say where they belong, none twice.
fn form(place: &str, name: &str, text: &str) -> Result<Vec<String>> {
    let kebab = Regex::new(r"^-?[a-z][a-z0-9]*(?:-[a-z0-9]+)+$")?;
    let noun = name.trim_end_matches(".ftl");
    let mut faults = Vec::new();
    let purposes = text.lines().filter(|line| line.starts_with("### ")).count();
    if purposes == 0 || !text.starts_with("### ") {
        faults.push(format!("{place}: begins with its purpose: `### …`"));
    }
    let first_group =
        text.lines().position(|line| line.starts_with("## ")).map_or(usize::MAX, |line| line + 1);
    let messages = fluent::messages(text);
    for (index, message) in messages.iter().enumerate() {
        let is_term = message.id.starts_with('-');
        let belongs =
            is_term || (message.id.starts_with(&format!("{noun}-")) && message.id.len() >= SHORTEST_ID);
        if !belongs || !kebab.is_match(&message.id) {
            faults.push(format!("{place}:{}: {} is called {noun}-place-role", message.line, message.id));
        }
        if !is_term && message.line < first_group {
            faults.push(format!("{place}:{}: {} stands under no `## …`", message.line, message.id));
        }
        if messages[..index].iter().any(|other| other.id == message.id) {
            faults.push(format!("{place}:{}: {} is there twice", message.line, message.id));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "### Seats.\n\n## List\n\nseats-list-title = Seats\n# Variables:\n#   $n (Number) - seats\nseats-list-count = { $n } seats\n";

    #[test]
    fn both_languages_say_the_same_things() {
        assert!(parity("seats.ftl", FILE, FILE).is_empty());
        let fewer = FILE.replace("seats-list-title = Seats\n", "");
        assert_eq!(parity("seats.ftl", FILE, &fewer), ["seats.ftl: seats-list-title: in en-US only"]);
        assert_eq!(parity("seats.ftl", &fewer, FILE), ["seats.ftl: seats-list-title: in fr-FR only"]);
        let variable = FILE.replace("{ $n }", "{ $m }");
        assert_eq!(
            parity("seats.ftl", FILE, &variable),
            ["seats.ftl: seats-list-count: the variables differ"]
        );
        let attribute = FILE.replace("= Seats\n", "= Seats\n    .hint = All\n");
        assert_eq!(
            parity("seats.ftl", FILE, &attribute),
            ["seats.ftl: seats-list-title: the attributes differ"]
        );
    }

    #[test]
    fn both_languages_keep_the_same_order() {
        let one = "a-one = 1\na-two = 2\n";
        let other = "a-two = 2\na-one = 1\n";
        assert_eq!(parity("a.ftl", one, other), ["a.ftl: a-one: at another place in fr-FR"]);
    }

    #[test]
    fn a_variable_is_explained() {
        assert!(explained("seats.ftl", FILE).expect("reads").is_empty());
        assert_eq!(explained("seats.ftl", "seats-list-count = { $n }\n").expect("reads").len(), 1);
    }

    #[test]
    fn a_message_is_named_after_its_file() {
        let faults = |text: &str| form("en-US/seats.ftl", "seats.ftl", text).expect("reads").len();
        assert_eq!(faults(FILE), 0);
        assert_eq!(faults(&FILE.replace("seats-list-title", "list-title")), 1);
        assert_eq!(faults(&FILE.replace("seats-list-title", "seats-a")), 1);
        assert_eq!(faults(&FILE.replace("seats-list-title", "seats-listTitle")), 1);
        assert_eq!(faults(&FILE.replace("seats-list-title", "seats-list-count")), 1);
        assert_eq!(faults(&FILE.replace("### Seats.", "## Seats.")), 1);
        assert_eq!(faults(&FILE.replace("## List", "# List")), 2);
    }
}
