//! Texts, addresses, and what must stand in none of them.
//!
//! Owns the look of a key and of an address; refuses to judge wording.

use super::Findings;
use crate::{
    language::{Language, Localised},
    programme::{HandOff, Place, TextFault},
};

impl Findings {
    /// A text that must exist in every language of the screens.
    pub(super) fn localised(&mut self, place: &Place, text: &Localised) {
        for (language, field) in [(Language::English, "en"), (Language::French, "fr")] {
            let words = text.get(language);
            if words.trim().is_empty() {
                self.add(place.field(field), TextFault::Missing { language });
            } else if holds_key(words) {
                self.add(place.field(field), TextFault::HoldsKey);
            }
        }
    }

    /// A text that is the same in every language.
    pub(super) fn plain(&mut self, place: &Place, text: &str) {
        if text.trim().is_empty() {
            self.add(place.clone(), TextFault::Empty);
        } else if holds_key(text) {
            self.add(place.clone(), TextFault::HoldsKey);
        }
    }

    /// An address that somebody is sent to.
    pub(super) fn address(&mut self, place: &Place, url: &str) {
        self.plain(place, url);
        if !url.trim().is_empty() && !is_https(url) {
            self.add(place.clone(), TextFault::NotHttps);
        }
    }

    /// A portal that is not ours.
    pub(super) fn hand_off(&mut self, place: &Place, portal: &HandOff) {
        self.localised(&place.field("name"), &portal.name);
        self.address(&place.field("url"), &portal.url);
    }
}

/// Whether the text names a host to reach over https, and nothing that a browser would read otherwise.
fn is_https(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '{' | '}');
    host.contains('.') && !host.contains('@') && url.chars().all(plain)
}

/// Whether five groups of five letters or digits stand in a row: the form of every product key.
fn holds_key(text: &str) -> bool {
    let is_hyphen = |c: char| c == '-' || ('\u{2010}'..='\u{2015}').contains(&c);
    text.split(|c: char| !c.is_ascii_alphanumeric() && !is_hyphen(c)).any(|word| {
        let groups: Vec<&str> = word.split(is_hyphen).collect();
        groups.windows(5).any(|five| five.iter().all(|group| group.len() == 5))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_groups_of_five_are_a_key_wherever_they_stand() {
        for text in [
            "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
            "the key is aaaaa-bbbbb-ccccc-ddddd-12345.",
            "https://example.com/?k=AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
            "AAAAA‑BBBBB‑CCCCC‑DDDDD‑EEEEE",
        ] {
            assert!(holds_key(text), "{text}");
        }
    }

    #[test]
    fn words_with_hyphens_are_no_key() {
        for text in
            ["", "small-midmarket-cloud-solutions", "AAAAA-BBBBB-CCCCC-DDDDD", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE"]
        {
            assert!(!holds_key(text), "{text}");
        }
    }

    #[test]
    fn an_address_names_a_host_over_https() {
        assert!(is_https("https://downloads.example.com/a/b.iso?lang=fr"));
        for url in ["http://example.com", "https://", "https:///a", "https://localhost/a", "//example.com"] {
            assert!(!is_https(url), "{url}");
        }
        for url in [
            "https://a@example.com",
            "https://example.com/a b",
            "https://example.com/{language}",
            "javascript:0",
        ] {
            assert!(!is_https(url), "{url}");
        }
    }
}
