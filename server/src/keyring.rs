//! Product keys at rest: sealed with XChaCha20-Poly1305, bound to their company, their row and the ring's key; and the key
//! that signs what the log says.
//!
//! Owns the ring, where it lies and how it grows; refuses to know who may see a key, or where sealed keys lie.

mod file;
mod held;
mod place;
mod raw;
mod signing;

use std::collections::BTreeMap;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use domain::id::{CompanyId, KeyId};
use secrecy::{ExposeSecret, SecretString};

use self::raw::RawKey;
pub use self::{
    file::{RingFileError, Rotated},
    held::HeldRing,
    place::{RingPlace, VARIABLE},
    signing::{PublicKey, Signature, Signer},
};
use crate::random;

const NONCE_LENGTH: usize = 24;
/// Begins the associated data, so that nothing sealed here opens as anything else that a ring may one day seal.
const PURPOSE: &[u8] = b"atout product key 1\0";
const FINGERPRINT: &[u8] = b"atout key ring fingerprint 1\0";

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
    /// The ring is gone: everything works but this.
    #[error("the key ring is missing")]
    Missing,
    /// The ring has no key of the version that sealed this.
    #[error("the key ring has no key of version {version}")]
    UnknownVersion {
        /// The version that is asked for.
        version: i64,
    },
    /// The ring has another key of this version than the one that the database knows: it is the ring of another
    /// installation.
    #[error("the key of version {version} in the key ring is not the one that the database was sealed with")]
    OtherKey {
        /// The version.
        version: i64,
    },
    /// The newest key of the ring was retired, so that what it sealed would soon open no more: the ring is an old copy.
    #[error("version {version}, the newest of the key ring, was retired: the ring is an old copy")]
    Retired {
        /// The version.
        version: i64,
    },
    /// The text is too long to be sealed: it would be hundreds of gigabytes.
    #[error("a product key is too long to be sealed")]
    TooLong,
    /// What lies in the row is not what was sealed for it.
    #[error("what lies in the row of product key {key} is not what was sealed for it")]
    Tampered {
        /// The row.
        key: KeyId,
    },
}

/// The keys of an installation. The newest that its file has seals product keys, all of them open.
#[derive(Debug, Default)]
pub struct KeyRing {
    newest: i64,
    keys: BTreeMap<i64, RawKey>,
    signer: Option<Signer>,
    signed_before: Vec<PublicKey>,
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
        let version = self.newest;
        let ring_key = self.keys.get(&version).ok_or(KeyRingError::Missing)?;
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
        let tampered = KeyRingError::Tampered { key };
        let ring_key = self.keys.get(&version).ok_or(KeyRingError::UnknownVersion { version })?;
        let nonce: [u8; NONCE_LENGTH] = sealed.nonce.as_slice().try_into().map_err(|_| tampered)?;
        let aad = associated_data(company, key, version);
        let payload = Payload { msg: &sealed.ciphertext, aad: &aad };
        let opened = cipher(ring_key).decrypt(&XNonce::from(nonce), payload).map_err(|_| tampered)?;
        String::from_utf8(opened).map(SecretString::from).map_err(|_| tampered)
    }

    /// Whether product keys can be opened at all.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.keys.is_empty()
    }

    /// The version that seals, unless the ring is missing.
    #[must_use]
    pub fn newest(&self) -> Option<i64> {
        (!self.is_missing()).then_some(self.newest)
    }

    /// Every version that opens, the oldest first.
    pub fn versions(&self) -> impl Iterator<Item = i64> {
        self.keys.keys().copied()
    }

    /// What tells the key of a version from another one, and tells nothing else about it.
    #[must_use]
    pub fn fingerprint(&self, version: i64) -> Option<[u8; 32]> {
        self.keys.get(&version).map(|key| random::sha256(&[FINGERPRINT, key.expose()].concat()))
    }

    /// The key that signs checkpoints of the log, if the ring has one.
    #[must_use]
    pub const fn signer(&self) -> Option<&Signer> {
        self.signer.as_ref()
    }

    /// The public halves of the keys that have signed checkpoints, the present one first.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKey> {
        let present = self.signer.as_ref().map(Signer::public);
        present.into_iter().chain(self.signed_before.iter().rev().copied()).collect()
    }

    /// The same, with the keys of `before` that it has given up: a row that was read a moment ago may still need them.
    fn with_keys_of(mut self, before: &Self) -> Self {
        for (version, key) in &before.keys {
            self.keys.entry(*version).or_insert_with(|| key.clone());
        }
        self
    }
}

fn cipher(key: &RawKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose().into())
}

/// Every part has one length, so no two rows share an encoding.
fn associated_data(company: CompanyId, key: KeyId, version: i64) -> Vec<u8> {
    let (company, key) = (company.to_string(), key.to_string());
    [PURPOSE, company.as_bytes(), key.as_bytes(), &version.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
