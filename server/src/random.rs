//! Identifiers and tokens: everything in the server that must not be guessed, or must be new.
//!
//! Owns the only use of the system's randomness for names; refuses to know what they will name.

use domain::day::Instant;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Random bytes from the operating system.
///
/// A machine without randomness can keep no secret: the process ends rather than go on with predictable tokens.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Err(error) = getrandom::fill(&mut bytes) {
        tracing::error!(%error, "the operating system has no randomness to give");
        std::process::abort();
    }
    bytes
}

/// A new version 7 UUID, in the order of the instants to the microsecond.
///
/// The twelve bits after the milliseconds carry the rest of the microseconds (RFC 9562, section 6.2, method 3).
#[must_use]
pub fn uuid(at: Instant) -> Uuid {
    let microseconds = u64::try_from(at.as_microseconds()).unwrap_or_default();
    let fraction = (microseconds % 1_000) * 4_096 / 1_000;
    let mut rest: [u8; 10] = bytes();
    let ([first, second, ..], [.., high, low]) = (&mut rest, fraction.to_be_bytes());
    (*first, *second) = (high, low);
    Builder::from_unix_timestamp_millis(microseconds / 1_000, &rest).into_uuid()
}

/// A secret of 256 random bits that its bearer shows: a session, an invitation. Only its hash is ever stored.
#[derive(Clone, Debug)]
pub struct Token(SecretString);

impl Token {
    /// The characters of a token.
    pub const LENGTH: usize = 64;

    /// A new token.
    #[must_use]
    pub fn new() -> Self {
        Self(SecretString::from(hexadecimal(&bytes::<32>())))
    }

    /// Reads what a browser sent, if it has the form of a token.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let formed =
            text.len() == Self::LENGTH && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        formed.then(|| Self(SecretString::from(text)))
    }

    /// The text to hand to the bearer, and to nobody else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What the database keeps. The token is random, so a plain hash cannot be turned back.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        sha256(self.expose().as_bytes())
    }
}

impl Default for Token {
    fn default() -> Self {
        Self::new()
    }
}

/// The SHA-256 of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// `bytes` in lower-case hexadecimal digits.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes that hexadecimal digits stand for; none where they are not as many, or not digits.
#[must_use]
pub fn from_hexadecimal<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let mut bytes = [0; N];
    if pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_are_read_as_they_were_written() {
        let bytes = bytes::<32>();
        assert_eq!(from_hexadecimal(&hexadecimal(&bytes)), Some(bytes));
        assert_eq!(from_hexadecimal("Ff"), Some([255]));
        for digits in ["", "f", "fff", "+f", "é", "gg", "ffff"] {
            assert_eq!(from_hexadecimal::<1>(digits), None, "{digits}");
        }
    }

    #[test]
    fn identifiers_are_in_the_order_of_their_microseconds() {
        let at = |microseconds| uuid(Instant::from_microseconds(microseconds));
        let ids = [0, 1, 2, 999, 1_000, 1_700_000_000_000_001, 1_700_000_000_000_002].map(at);
        assert!(ids.is_sorted(), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn a_token_reads_as_it_was_written_and_does_not_show_itself() {
        let token = Token::new();
        assert_eq!(Token::parse(token.expose()).unwrap().hash(), token.hash());
        assert!(!format!("{token:?}").contains(token.expose()));
    }

    #[test]
    fn what_has_not_the_form_of_a_token_is_none() {
        let upper = Token::new().expose().to_uppercase().replace(|c: char| c.is_ascii_digit(), "A");
        for text in ["", "abc", &"g".repeat(64), &"a".repeat(63), &"a".repeat(65), &upper] {
            assert!(Token::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn no_two_tokens_are_the_same() {
        assert_ne!(Token::new().hash(), Token::new().hash());
    }
}
