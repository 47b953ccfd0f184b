//! The key that signs checkpoints of the log, and its public half.

use std::{fmt, str::FromStr};

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::RawKey;
use crate::random;

/// An Ed25519 signature.
pub type Signature = [u8; 64];

/// A key that signs.
#[derive(Debug)]
pub struct Signer(Box<SigningKey>);

impl Signer {
    pub(super) fn of(seed: &RawKey) -> Self {
        Self(Box::new(SigningKey::from_bytes(seed.expose())))
    }

    /// A new one, for tests.
    #[cfg(test)]
    #[must_use]
    pub fn random() -> Self {
        Self::of(&RawKey::random())
    }

    /// Signs `message`.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(message).to_bytes()
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }
}

/// The public half of a key that signs: whoever has it can tell what was signed, and sign nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The short name of the key: what it is called where it has signed.
    #[must_use]
    pub fn id(&self) -> String {
        let digest = random::sha256(self.0.as_bytes());
        random::hexadecimal(digest.first_chunk::<8>().unwrap_or(&[0; 8]))
    }

    /// Whether its key has signed `message`.
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &Signature) -> bool {
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&random::hexadecimal(self.0.as_bytes()))
    }
}

impl FromStr for PublicKey {
    type Err = &'static str;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        let bytes = random::from_hexadecimal(digits).ok_or("a public key is 64 hexadecimal digits")?;
        VerifyingKey::from_bytes(&bytes).map(Self).map_err(|_| "these digits are no public key")
    }
}

impl TryFrom<String> for PublicKey {
    type Error = &'static str;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        digits.parse()
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.to_string()
    }
}
