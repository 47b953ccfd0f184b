//! Product keys at rest: sealed with XChaCha20-Poly1305, bound to their company, their row and the ring's key.
//!
//! Owns the ring and the two operations on it; refuses to know who may see a key, or where sealed keys lie.

mod file;

use std::{collections::BTreeMap, path::PathBuf};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use domain::id::{CompanyId, KeyId};
use secrecy::{ExposeSecret, SecretBox, SecretString};

use crate::random;

const NONCE_LENGTH: usize = 24;
/// Begins the associated data, so that nothing sealed here opens as anything else that a ring may one day seal.
const PURPOSE: &[u8] = b"atout product key 1\0";

/// A product key as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Which key of the ring sealed it.
    pub version: i64,
    /// Random, never used twice.
    pub nonce: Vec<u8>,
    /// The sealed text with its tag.
    pub ciphertext: Vec<u8>,
}

/// Why a product key cannot be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyRingError {
    /// The ring's file is gone: everything works but this.
    #[error("the key ring is missing")]
    Missing,
    /// The ring has no key of the version that sealed this.
    #[error("the key ring has no key of version {version}")]
    UnknownVersion {
        /// The version that is asked for.
        version: i64,
    },
    /// The text is too long to be sealed: it would be hundreds of gigabytes.
    #[error("a product key is too long to be sealed")]
    TooLong,
    /// What lies in the row is not what was sealed for it.
    #[error("a sealed product key is not what was sealed for its row")]
    Tampered,
}

/// Why the ring's file cannot be used. Each of these ends the program with code 2.
#[derive(Debug, thiserror::Error)]
pub enum RingFileError {
    /// The file cannot be read or made.
    #[error("the key ring {} cannot be read or made", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The file is not a key ring.
    #[error("{} is not a key ring", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
    },
}

type RingKey = SecretBox<[u8; 32]>;

/// The keys that seal product keys; the newest seals, all of them open.
#[derive(Debug, Default)]
pub struct KeyRing {
    keys: BTreeMap<i64, RingKey>,
}

impl KeyRing {
    /// Seals a product key for the row `key` of `company`.
    ///
    /// # Errors
    /// [`KeyRingError::Missing`] when there is no ring.
    pub fn seal(
        &self,
        company: CompanyId,
        key: KeyId,
        secret: &SecretString,
    ) -> Result<Sealed, KeyRingError> {
        let (&version, ring_key) = self.keys.last_key_value().ok_or(KeyRingError::Missing)?;
        let nonce = random::bytes::<NONCE_LENGTH>();
        let aad = associated_data(company, key, version);
        let payload = Payload { msg: secret.expose_secret().as_bytes(), aad: &aad };
        let ciphertext =
            cipher(ring_key).encrypt(&XNonce::from(nonce), payload).map_err(|_| KeyRingError::TooLong)?;
        Ok(Sealed { version, nonce: nonce.to_vec(), ciphertext })
    }

    /// Opens what was sealed for the row `key` of `company`.
    ///
    /// # Errors
    /// [`KeyRingError::Tampered`] when it was sealed for another row or company, or has been changed since.
    pub fn open(
        &self,
        company: CompanyId,
        key: KeyId,
        sealed: &Sealed,
    ) -> Result<SecretString, KeyRingError> {
        if self.keys.is_empty() {
            return Err(KeyRingError::Missing);
        }
        let version = sealed.version;
        let ring_key = self.keys.get(&version).ok_or(KeyRingError::UnknownVersion { version })?;
        let nonce: [u8; NONCE_LENGTH] =
            sealed.nonce.as_slice().try_into().map_err(|_| KeyRingError::Tampered)?;
        let aad = associated_data(company, key, version);
        let payload = Payload { msg: &sealed.ciphertext, aad: &aad };
        let opened =
            cipher(ring_key).decrypt(&XNonce::from(nonce), payload).map_err(|_| KeyRingError::Tampered)?;
        String::from_utf8(opened).map(SecretString::from).map_err(|_| KeyRingError::Tampered)
    }

    /// Whether product keys can be opened at all.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.keys.is_empty()
    }
}

fn cipher(key: &RingKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose_secret().into())
}

/// Every part has one length, so no two rows share an encoding.
fn associated_data(company: CompanyId, key: KeyId, version: i64) -> Vec<u8> {
    let (company, key) = (company.to_string(), key.to_string());
    [PURPOSE, company.as_bytes(), key.as_bytes(), &version.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
