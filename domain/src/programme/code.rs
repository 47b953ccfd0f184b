//! The short names by which a catalogue files its entries, one type for each noun.
//!
//! Owns their forms; refuses to know whether an entry of that name exists.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The text does not have the form of the code that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It is shorter or longer than a code may be, in characters.
    Length {
        /// The shortest that is taken.
        at_least: usize,
        /// The longest that is taken.
        at_most: usize,
    },
    /// It is not made of the right characters.
    Form,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { at_least, at_most } => write!(f, "not {at_least} to {at_most} characters long"),
            Self::Form => f.write_str("not of the form of a code"),
        }
    }
}

impl std::error::Error for CodeError {}

/// Lower-case letters and digits in groups, with one hyphen between two of them: `sql-server-2019`.
fn is_kebab(text: &str) -> bool {
    text.split('-')
        .all(|group| !group.is_empty() && group.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// Letters and digits in groups, the first of letters only, as in a BCP 47 tag: `pt-BR`, `zh-Hans`.
fn is_tag(text: &str) -> bool {
    text.split('-').all(|group| !group.is_empty() && group.chars().all(|c| c.is_ascii_alphanumeric()))
        && text.split('-').next().is_some_and(|first| first.chars().all(|c| c.is_ascii_lowercase()))
}

/// Three capitals, as in ISO 4217: `USD`.
fn is_currency(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_uppercase())
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $form:ident, $at_least:literal..=$at_most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads a code.
            ///
            /// # Errors
            /// [`CodeError`] when the text is too short, too long, or not of the right form.
            pub fn parse(text: &str) -> Result<Self, CodeError> {
                if !($at_least..=$at_most).contains(&text.chars().count()) {
                    return Err(CodeError::Length { at_least: $at_least, at_most: $at_most });
                }
                if $form(text) { Ok(Self(text.to_owned())) } else { Err(CodeError::Form) }
            }

            /// The code as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(text: String) -> Result<Self, CodeError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

codes! {
    /// A programme.
    CatalogueCode: is_kebab, 2..=60;
    /// A product of the catalogue.
    ProductCode: is_kebab, 2..=60;
    /// An offer of the catalogue.
    OfferCode: is_kebab, 2..=60;
    /// A competency of the catalogue.
    CompetencyCode: is_kebab, 2..=60;
    /// A type of operating system on which software installs.
    OsType: is_kebab, 2..=60;
    /// A language in which software installs. The languages of the screens are another matter.
    SoftwareLanguage: is_tag, 2..=35;
    /// The currency of a credit.
    Currency: is_currency, 3..=3;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_as_it_was_written() {
        assert_eq!(ProductCode::parse("sql-server-2019").unwrap().to_string(), "sql-server-2019");
        assert_eq!(SoftwareLanguage::parse("zh-Hans").unwrap().as_str(), "zh-Hans");
        assert_eq!(Currency::parse("USD").unwrap().as_str(), "USD");
    }

    #[test]
    fn what_is_not_kebab_case_is_refused() {
        for text in ["SQL", "a--b", "-ab", "ab-", "a b", "a_b", "café", "a\nb"] {
            assert_eq!(ProductCode::parse(text), Err(CodeError::Form), "{text}");
        }
    }

    #[test]
    fn a_code_has_two_to_sixty_characters() {
        let wrong = Err(CodeError::Length { at_least: 2, at_most: 60 });
        assert_eq!(OfferCode::parse(""), wrong);
        assert_eq!(OfferCode::parse("a"), wrong);
        assert_eq!(OfferCode::parse(&"a".repeat(61)), wrong);
        assert!(OfferCode::parse(&"a".repeat(60)).is_ok());
    }

    #[test]
    fn a_language_begins_in_lower_case() {
        assert_eq!(SoftwareLanguage::parse("FR"), Err(CodeError::Form));
        assert_eq!(SoftwareLanguage::parse("pt_BR"), Err(CodeError::Form));
    }
}
