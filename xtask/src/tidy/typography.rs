//! The typography of both languages, in the words that people read.

use anyhow::Result;
use regex::Regex;

use super::{fluent, texts};
use crate::workspace::Workspace;

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';
/// French words that begin with É, written without it.
const UNACCENTED: &str = r"\bE(?:tat|tes\b|t[ée]\b|ch[eé]anc|cran|crire|crit|diter|dit[eé]|gal|quip|l[eé]ment|tap|tranger|v[eé]nement|valu|nerg)|(?:^|[.!?…]\s)A\s[a-zà-ÿ]|\bCa\s|\bA\u{a0}";
/// Words that American screens spell otherwise.
const BRITISH: &str = r"(?i)\b(?:licences?|programmes?|colours?|favour\w*|organis\w+|authoris\w+|recognis\w+|cancelled|labelled|behaviour)\b";

/// Every fault of typography.
///
/// # Errors
/// When a file cannot be read.
pub fn check(ws: &Workspace) -> Result<Vec<String>> {
    let (unaccented, british) = (Regex::new(UNACCENTED)?, Regex::new(BRITISH)?);
    let mut faults = Vec::new();
    for (name, text) in texts(ws, "locales/fr-FR", "ftl")? {
        faults.extend(in_file(&name, &text, |words| french(words, &unaccented)));
    }
    for (name, text) in texts(ws, "locales/en-US", "ftl")? {
        faults.extend(in_file(&name, &text, |words| english(words, &british)));
    }
    Ok(faults)
}

fn in_file(name: &str, text: &str, rules: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for message in fluent::messages(text) {
        for words in message.patterns().into_iter().flat_map(fluent::spoken) {
            let found = rules(&without_addresses(&words));
            faults.extend(
                found.into_iter().map(|fault| format!("{name}:{}: {}: {fault}", message.line, message.id)),
            );
        }
    }
    faults
}

/// Addresses follow the typography of machines.
fn without_addresses(words: &str) -> String {
    let keep = |word: &str| !word.contains("://") && !word.contains("@X") && !word.starts_with("www.");
    words.split(' ').filter(|word| keep(word)).collect::<Vec<_>>().join(" ")
}

fn french(words: &str, unaccented: &Regex) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let mut faults = in_both_languages(words);
    for (place, &c) in chars.iter().enumerate() {
        let before = place.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(place + 1).copied();
        faults.extend(spacing(c, before, after).map(str::to_owned));
    }
    faults.extend(
        unaccented
            .find(words)
            .map(|found| format!("`{}` lacks the accent of its capital", found.as_str().trim())),
    );
    faults
}

/// What is wrong with the spaces around one sign.
fn spacing(c: char, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    let ends = after.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '»' | '”'));
    match c {
        ';' | '!' | '?' if ends && !matches!(before, Some(NARROW | '!' | '?' | '(' | '«')) => {
            Some("no narrow no-break space (U+202F) before ; ! ?")
        }
        ':' if ends && before != Some(NO_BREAK) => Some("no no-break space (U+00A0) before :"),
        '«' if after != Some(NO_BREAK) => Some("no no-break space (U+00A0) after «"),
        '»' if before != Some(NO_BREAK) => Some("no no-break space (U+00A0) before »"),
        '%' | '€' if before == Some(' ') => Some("a plain space before % or €"),
        _ => None,
    }
}

fn english(words: &str, british: &Regex) -> Vec<String> {
    let mut faults = in_both_languages(words);
    faults.extend(british.find(words).map(|found| format!("`{}` is not American", found.as_str())));
    if words.contains([NARROW, '«', '»']) {
        faults.push("French typography in English".to_owned());
    }
    faults
}

fn in_both_languages(words: &str) -> Vec<String> {
    let signs = [
        ("'", "straight apostrophe for ’"),
        ("\"", "straight quotes"),
        ("...", "three dots for …"),
        ("  ", "two spaces"),
    ];
    let found = signs.iter().filter(|(sign, _)| words.contains(sign));
    found.map(|(_, fault)| (*fault).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french_faults(words: &str) -> Vec<String> {
        french(words, &Regex::new(UNACCENTED).expect("a sound expression"))
    }

    fn english_faults(words: &str) -> Vec<String> {
        english(words, &Regex::new(BRITISH).expect("a sound expression"))
    }

    #[test]
    fn good_french_passes() {
        for words in [
            "Affecter un abonnement\u{a0}: l’essentiel",
            "Vraiment\u{202f}?",
            "Dites «\u{a0}oui\u{a0}»\u{202f};",
            "Échéance le X à 23:59",
            "À vous",
            "X\u{a0}% (vraiment\u{202f}!)",
        ] {
            assert!(french_faults(words).is_empty(), "{words}: {:?}", french_faults(words));
        }
    }

    #[test]
    fn bad_french_does_not() {
        for words in [
            "Vraiment?", "Vraiment ?", "Vraiment\u{a0}?", "Nom:", "Nom :", "« oui »", "«\u{a0}oui »",
            "l'essentiel", "Attendez...", "Etat", "A vous", "12 %",
        ] {
            assert!(!french_faults(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn english_is_american_and_curly() {
        assert!(english_faults("It’s “done”: 3 licenses").is_empty());
        for words in ["It's done", "3 licences", "Say \"no\"", "Wait...", "Really\u{202f}?"] {
            assert!(!english_faults(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn addresses_and_placeables_are_left_alone() {
        let file = "a-b = Voir https://example.com/a?b:c et { $url }\u{202f}!\n";
        assert!(in_file("a.ftl", file, french_faults).is_empty());
        assert_eq!(
            in_file(
                "a.ftl",
                "a-b =\n    { $n ->\n        [one] Oui!\n       *[other] Non\n    }\n",
                french_faults
            )
            .len(),
            1
        );
    }
}
