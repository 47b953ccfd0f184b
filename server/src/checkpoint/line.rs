//! One checkpoint: a line of JSON, and the bytes of it that are signed.

use domain::day::Instant;
use serde::{Deserialize, Serialize};

use super::Digest;
use crate::{
    db::events::chains::Head,
    keyring::{PublicKey, Signature, Signer},
    random::{from_hexadecimal, hexadecimal},
};

/// Begins what is signed, so that no signature of a checkpoint is one of anything else.
const PURPOSE: &[u8] = b"atout checkpoint 1";

/// A checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it was written.
    pub at: Instant,
    /// The ends of the chains that had moved since the line before.
    pub heads: Vec<Head>,
    /// The digest of the line before.
    pub previous: Digest,
    /// The name of the key that signed it.
    pub key: String,
    /// Its signature.
    pub signature: Signature,
}

/// The same as it is written, in the order of its fields.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at: i64,
    heads: Vec<WrittenHead>,
    previous: String,
    key: String,
    signature: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHead {
    chain: String,
    position: i64,
    hash: String,
}

impl Line {
    /// A checkpoint that `signer` signs.
    #[must_use]
    pub fn signed(at: Instant, heads: Vec<Head>, previous: Digest, signer: &Signer) -> Self {
        let mut line = Self { at, heads, previous, key: signer.public().id(), signature: [0; 64] };
        line.signature = signer.sign(&line.signed_bytes());
        line
    }

    /// Whether the line says that `key` has signed it, and it has.
    #[must_use]
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        key.has_signed(&self.signed_bytes(), &self.signature)
    }

    /// Reads a line that is exactly as it was written: there is one way to write it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let written: Written = serde_json::from_str(text).ok()?;
        let head = |head: WrittenHead| {
            Some(Head { chain: head.chain, position: head.position, hash: from_hexadecimal(&head.hash)? })
        };
        let line = Self {
            at: Instant::from_microseconds(written.at),
            heads: written.heads.into_iter().map(head).collect::<Option<_>>()?,
            previous: from_hexadecimal(&written.previous)?,
            key: written.key,
            signature: from_hexadecimal(&written.signature)?,
        };
        (line.text().ok().as_deref() == Some(text)).then_some(line)
    }

    /// The line as it is written, without its end.
    ///
    /// # Errors
    /// What the writer of JSON says.
    pub fn text(&self) -> serde_json::Result<String> {
        let head = |head: &Head| WrittenHead {
            chain: head.chain.clone(),
            position: head.position,
            hash: hexadecimal(&head.hash),
        };
        serde_json::to_string(&Written {
            at: self.at.as_microseconds(),
            heads: self.heads.iter().map(head).collect(),
            previous: hexadecimal(&self.previous),
            key: self.key.clone(),
            signature: hexadecimal(&self.signature),
        })
    }

    /// What is signed: every part with its length or of one length, so that no two lines are signed by the same bytes.
    fn signed_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, PURPOSE);
        bytes.extend(self.at.as_microseconds().to_be_bytes());
        bytes.extend(self.previous);
        put(&mut bytes, self.key.as_bytes());
        bytes.extend((self.heads.len() as u64).to_be_bytes());
        for head in &self.heads {
            put(&mut bytes, head.chain.as_bytes());
            bytes.extend(head.position.to_be_bytes());
            bytes.extend(head.hash);
        }
        bytes
    }
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend((part.len() as u64).to_be_bytes());
    bytes.extend(part);
}
