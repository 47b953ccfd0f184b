//! Companies and their people: the values that are parsed before anything else looks at them.
//!
//! Owns what a name, an address and a country are; refuses to know who is signed in.

mod finding;
mod naming;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

pub use finding::{finds, folded, search_words};
pub use naming::meant;

/// What is wrong with a text that was typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldFault {
    /// Nothing but white space.
    Empty,
    /// More characters than the field holds.
    TooLong {
        /// The most that it holds.
        most: u16,
    },
    /// Characters or a shape that the field does not take.
    Malformed,
    /// It names nobody of the company (R47).
    Nobody,
    /// It names more than one person of the company.
    Several {
        /// How many.
        count: u32,
    },
}

/// Trims `text` and holds it to `most` characters, none of which controls a terminal or turns the direction.
fn line(text: &str, most: u16) -> Result<String, FieldFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldFault::Empty);
    }
    if text.chars().count() > usize::from(most) {
        return Err(FieldFault::TooLong { most });
    }
    let unwanted = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.chars().any(unwanted) {
        return Err(FieldFault::Malformed);
    }
    Ok(text.to_owned())
}

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident, $most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters that it holds.
            pub const MOST: u16 = $most;

            /// Reads what was typed.
            ///
            /// # Errors
            /// [`FieldFault`] that says what is wrong with it.
            pub fn parse(text: &str) -> Result<Self, FieldFault> {
                line(text, Self::MOST).map(Self)
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = FieldFault;

            fn try_from(text: String) -> Result<Self, FieldFault> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

lines! {
    /// The name of a company or of a location.
    CompanyName, 120;
    /// A person's full name (R83).
    FullName, 120;
    /// The name by which a company knows one of its machines (R32).
    MachineName, 64;
    /// What was typed into a search field or into the person picker.
    SearchText, 120;
}

impl fmt::Display for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for FieldFault {}

impl MachineName {
    /// What two names of the same machine have in common: letter case and runs of spaces do not count.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

/// An e-mail address; two compare trimmed and case-insensitively, as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The most characters that an address has (RFC 5321).
    pub const MOST: u16 = 254;

    /// Reads what was typed.
    ///
    /// # Errors
    /// [`FieldFault`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, FieldFault> {
        let text = line(text, Self::MOST)?;
        let (local, domain) = text.rsplit_once('@').ok_or(FieldFault::Malformed)?;
        let plain = |part: &str| {
            !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>,;:\"()[]\\@".contains(c))
        };
        let dotted = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
        if !plain(local) || !plain(domain) || !dotted || local.len() > 64 {
            return Err(FieldFault::Malformed);
        }
        Ok(Self(text))
    }

    /// The address as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of the same address have in common.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// Whether the address is a shared mailbox or a made-up account rather than a named person's (R51).
    #[must_use]
    pub fn is_shared_mailbox(&self) -> bool {
        const SHARED: [&str; 22] = [
            "accounts", "admin", "administrator", "billing", "compta", "contact", "dev", "email", "hello",
            "help", "info", "it", "mail", "marketing", "noreply", "office", "postmaster", "sales", "service",
            "support", "test", "webmaster",
        ];
        let key = self.key();
        let local = key.split('@').next().unwrap_or_default();
        let stem = local.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_' || c == '.');
        SHARED.contains(&stem)
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for EmailAddress {}

impl TryFrom<String> for EmailAddress {
    type Error = FieldFault;

    fn try_from(text: String) -> Result<Self, FieldFault> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A country, by its two capital letters (ISO 3166-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

impl FromStr for Country {
    type Err = FieldFault;

    fn from_str(text: &str) -> Result<Self, FieldFault> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([*a, *b])),
            _ => Err(FieldFault::Malformed),
        }
    }
}

impl TryFrom<String> for Country {
    type Error = FieldFault;

    fn try_from(text: String) -> Result<Self, FieldFault> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.to_string()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b] = self.0;
        write!(f, "{}{}", char::from(a), char::from(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_an_address_are_the_same() {
        let (a, b) =
            (EmailAddress::parse(" Elise@Lumiere.example "), EmailAddress::parse("elise@lumiere.example"));
        assert_eq!(a, b);
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        let long = format!("a@{}.example", "b".repeat(260));
        for (text, fault) in [
            ("  ", FieldFault::Empty),
            ("elise", FieldFault::Malformed),
            ("elise@lumiere", FieldFault::Malformed),
            ("a b@lumiere.example", FieldFault::Malformed),
            ("a@b.example\r\nBcc: c@d.example", FieldFault::Malformed),
            ("a@b..example", FieldFault::Malformed),
            (long.as_str(), FieldFault::TooLong { most: 254 }),
        ] {
            assert_eq!(EmailAddress::parse(text).map(|_| ()), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_shared_mailbox_is_not_a_person() {
        for (text, shared) in [
            ("info@acme.example", true),
            ("Dev1@acme.example", true),
            ("support-2@acme.example", true),
            ("ines.delaunay@acme.example", false),
            ("devon@acme.example", false),
        ] {
            assert_eq!(EmailAddress::parse(text).unwrap().is_shared_mailbox(), shared, "{text}");
        }
    }

    #[test]
    fn a_name_with_a_hidden_direction_is_refused() {
        assert_eq!(FullName::parse("Anna\u{202e}moc"), Err(FieldFault::Malformed));
        assert_eq!(MachineName::parse("PC\u{0}1"), Err(FieldFault::Malformed));
    }

    #[test]
    fn the_same_machine_may_be_typed_twice() {
        let key = |text| MachineName::parse(text).unwrap().key();
        assert_eq!(key("Poste  Compta 3"), key("poste compta 3"));
    }
}
