//! The two languages of Atout, and a text that exists in both.
//!
//! Owns which languages there are and how their tags read; refuses to know any sentence.

use serde::{Deserialize, Serialize};

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// American English, the last resort of the order in which a language is chosen.
    #[default]
    #[serde(rename = "en-US")]
    English,
    /// French as it is written in France.
    #[serde(rename = "fr-FR")]
    French,
}

impl Language {
    /// Every language, in the order in which the switch shows them.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The BCP 47 tag: `en-US` or `fr-FR`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::French => "fr-FR",
        }
    }

    /// The language that a tag asks for, by its primary subtag: `fr`, `fr-CA` and `FR-fr` are French.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("fr") {
            Some(Self::French)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::English)
        } else {
            None
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::French,
            Self::French => Self::English,
        }
    }
}

/// A name or a text of the catalogue, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// The English text.
    pub en: String,
    /// The French text.
    pub fr: String,
}

impl Localised {
    /// The same text in both languages, for proper names.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { en: text.to_owned(), fr: text.to_owned() }
    }

    /// The text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_is_read_by_its_language() {
        assert_eq!(Language::from_tag("fr-CA"), Some(Language::French));
        assert_eq!(Language::from_tag("EN"), Some(Language::English));
    }

    #[test]
    fn a_language_that_atout_does_not_speak_is_none() {
        assert_eq!(Language::from_tag("de-DE"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
