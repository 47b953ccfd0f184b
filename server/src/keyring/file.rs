//! The ring's file in the data folder: JSON, readable by its owner only.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use secrecy::{ExposeSecret, SecretBox, SecretString};
use serde::{Deserialize, Serialize};

use super::{KeyRing, RingFileError, RingKey};
use crate::random;

const FILE: &str = "keyring.json";

/// The keys in hexadecimal digits, by version.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    keys: BTreeMap<i64, String>,
}

impl KeyRing {
    /// Reads the ring of a data folder. Where there is none, the ring is empty and opens nothing.
    ///
    /// # Errors
    /// [`RingFileError`] when there is a file that cannot be read as a ring.
    pub fn load(folder: &Path) -> Result<Self, RingFileError> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path).map(SecretString::from) {
            Ok(text) => parse(&text).ok_or(RingFileError::Malformed { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                tracing::warn!(file = %path.display(), "the key ring is missing: no product key can be shown");
                Ok(Self::default())
            }
            Err(source) => Err(RingFileError::Unusable { path, source }),
        }
    }

    /// Reads the ring of a data folder, and makes one where there is none. For the first start only: a ring made later
    /// would hide that the right one is lost.
    ///
    /// # Errors
    /// [`RingFileError`] when the file can be neither read nor made.
    pub fn load_or_create(folder: &Path) -> Result<Self, RingFileError> {
        let path = folder.join(FILE);
        if !path.exists() {
            create(folder, &path).map_err(|source| RingFileError::Unusable { path: path.clone(), source })?;
            tracing::warn!(
                file = %path.display(),
                "a key ring was made: keep a copy of it away from the database, without it no product key can be shown"
            );
        }
        Self::load(folder)
    }
}

fn parse(text: &SecretString) -> Option<KeyRing> {
    let stored: Stored = serde_json::from_str(text.expose_secret()).ok()?;
    let keys = stored
        .keys
        .into_iter()
        .map(|(version, digits)| Some((version, ring_key(&SecretString::from(digits))?)));
    let keys: BTreeMap<i64, RingKey> = keys.collect::<Option<_>>()?;
    (!keys.is_empty()).then_some(KeyRing { keys })
}

fn ring_key(digits: &SecretString) -> Option<RingKey> {
    let digits = digits.expose_secret();
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    let mut key = Box::new([0; 32]);
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(SecretBox::new(key))
}

/// The file appears whole or not at all, and a ring that another process has just made is never replaced.
fn create(folder: &Path, path: &Path) -> io::Result<()> {
    let draft = folder.join(format!(".keyring-{}", random::hexadecimal(&random::bytes::<8>())));
    let keys = BTreeMap::from([(1, random::hexadecimal(&random::bytes::<32>()))]);
    let text = SecretString::from(serde_json::to_string(&Stored { keys })?);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    file.write_all(text.expose_secret().as_bytes())?;
    file.sync_all()?;
    let linked = match fs::hard_link(&draft, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => File::open(folder)?.sync_all(),
    };
    fs::remove_file(&draft)?;
    linked
}
