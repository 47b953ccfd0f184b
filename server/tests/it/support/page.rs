//! What a page says about actions: each carries the command, its object, and the refusal that closes it.

use std::collections::BTreeMap;

/// The actions of a page by command and object: open, or closed with the code of a refusal.
pub type Actions = BTreeMap<(String, String), Option<String>>;

/// The actions that stand in a page.
///
/// # Panics
/// When a page says two different things about one action.
pub fn actions(page: &str) -> Actions {
    let mut actions = Actions::new();
    for tag in page.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        let Some(command) = attribute(tag, "data-act") else { continue };
        let object = attribute(tag, "data-on").unwrap_or_default();
        let closed = attribute(tag, "data-refusal");
        let before = actions.insert((command.clone(), object.clone()), closed.clone());
        assert!(before.is_none_or(|before| before == closed), "{command} {object} is open and closed");
    }
    actions
}

/// A page without its nonces and keys, which are long and of hexadecimal digits.
pub fn constant(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut digits = String::new();
    for letter in text.chars().chain(['\0']) {
        if letter.is_ascii_hexdigit() {
            digits.push(letter);
            continue;
        }
        kept.push_str(if digits.len() < 16 { &digits } else { "HEX" });
        digits.clear();
        kept.push(letter);
    }
    kept
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    Some(value.split('"').next()?.to_owned())
}
