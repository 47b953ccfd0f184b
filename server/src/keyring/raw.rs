//! 32 secret bytes: how they are held, read and written.

use std::fmt;

use secrecy::{ExposeSecret, SecretBox, SecretString};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

use crate::random;

/// A secret key. It shows itself to nobody, and its memory is wiped when it goes.
#[derive(Debug)]
pub(super) struct RawKey(SecretBox<[u8; 32]>);

impl RawKey {
    pub fn random() -> Self {
        Self::from(random::bytes())
    }

    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }
}

impl From<[u8; 32]> for RawKey {
    fn from(bytes: [u8; 32]) -> Self {
        Self(SecretBox::new(Box::new(bytes)))
    }
}

impl Clone for RawKey {
    fn clone(&self) -> Self {
        Self::from(*self.expose())
    }
}

/// Only the file of the ring is written with this.
impl Serialize for RawKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits = SecretString::from(random::hexadecimal(self.expose()));
        serializer.serialize_str(digits.expose_secret())
    }
}

impl<'de> Deserialize<'de> for RawKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Digits)
    }
}

struct Digits;

impl Visitor<'_> for Digits {
    type Value = RawKey;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("64 hexadecimal digits")
    }

    // The fault never repeats what was read.
    fn visit_str<E: Error>(self, digits: &str) -> Result<RawKey, E> {
        random::from_hexadecimal(digits)
            .map(RawKey::from)
            .ok_or_else(|| E::custom("not 64 hexadecimal digits"))
    }
}
