//! A ring as it is written: JSON, in a file that is readable by its owner only and is replaced whole or not at all.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use super::{KeyRing, PublicKey, RawKey, RingPlace, Signer};
use crate::folder;

/// Why the ring cannot be read or changed. Each of these ends the program with code 2.
#[derive(Debug, thiserror::Error)]
pub enum RingFileError {
    /// The file cannot be read or made.
    #[error("the key ring {} cannot be read or made", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// What lies there is not a key ring.
    #[error("{place} is not a key ring")]
    Malformed {
        /// The file, or the variable.
        place: String,
    },
    /// The ring lies where this program cannot write.
    #[error("{place} holds the key ring, and only whoever sets it can change it")]
    NotOurs {
        /// The variable.
        place: String,
    },
}

/// What a ring is, as it is written. The keys are in hexadecimal digits.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    keys: BTreeMap<i64, RawKey>,
    /// The seed of the key that signs checkpoints; a ring that has none is older than they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signing: Option<RawKey>,
    /// What the keys before it are known by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    signed_before: Vec<PublicKey>,
}

/// From which version to which a ring has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The newest version before.
    pub from: i64,
    /// The newest version now.
    pub to: i64,
}

impl Stored {
    /// A new ring: one version, and a key that signs.
    fn new() -> Self {
        let keys = BTreeMap::from([(1, RawKey::random())]);
        Self { keys, signing: Some(RawKey::random()), signed_before: Vec::new() }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let stored: Self = serde_json::from_str(text).ok()?;
        (!stored.keys.is_empty()).then_some(stored)
    }

    fn text(&self) -> io::Result<SecretString> {
        Ok(SecretString::from(serde_json::to_string(self)?))
    }

    /// Adds a version and another key that signs.
    fn rotate(&mut self) -> Rotated {
        let from = self.keys.last_key_value().map_or(0, |(&version, _)| version);
        self.keys.insert(from + 1, RawKey::random());
        let before = self.signing.replace(RawKey::random());
        self.signed_before.extend(before.map(|seed| Signer::of(&seed).public()));
        Rotated { from, to: from + 1 }
    }
}

impl From<Stored> for KeyRing {
    fn from(stored: Stored) -> Self {
        Self {
            newest: stored.keys.last_key_value().map_or(0, |(&version, _)| version),
            keys: stored.keys,
            signer: stored.signing.as_ref().map(Signer::of),
            signed_before: stored.signed_before,
        }
    }
}

impl RingPlace {
    /// Makes a ring unless there is one; the answer is whether it did.
    ///
    /// # Errors
    /// [`RingFileError::Unusable`] when the file cannot be made.
    pub fn create(&self) -> Result<bool, RingFileError> {
        let Self::File(path) = self else { return Ok(false) };
        let create = || {
            let _lock = lock(path)?;
            let is_new = !path.try_exists()?;
            if is_new {
                replace(path, &Stored::new())?;
            }
            Ok(is_new)
        };
        create().map_err(|source| RingFileError::Unusable { path: path.clone(), source })
    }

    /// The text of a new ring, for whoever keeps it elsewhere than in a file of ours.
    ///
    /// # Errors
    /// What the writer of JSON says.
    pub fn new_text() -> io::Result<SecretString> {
        Stored::new().text()
    }

    /// Adds a version, which seals from now on, and another key that signs.
    ///
    /// # Errors
    /// [`RingFileError`]; the file is as it was then.
    pub fn rotate(&self) -> Result<Rotated, RingFileError> {
        self.change(Stored::rotate)
    }

    /// Gives up all versions but the newest and those that `keeps` names.
    ///
    /// # Errors
    /// [`RingFileError`]; the file is as it was then.
    pub fn retire(&self, keeps: impl Fn(i64) -> bool) -> Result<(), RingFileError> {
        self.change(|stored| {
            let newest = stored.keys.last_key_value().map(|(&version, _)| version);
            stored.keys.retain(|&version, _| Some(version) == newest || keeps(version));
        })
    }

    /// Adds a key that signs to a ring that has none.
    ///
    /// # Errors
    /// [`RingFileError`]; the file is as it was then.
    pub fn add_signer(&self) -> Result<(), RingFileError> {
        self.change(|stored| {
            stored.signing.get_or_insert_with(RawKey::random);
        })
    }

    /// Changes the file, after whoever is changing it now.
    fn change<T>(&self, change: impl FnOnce(&mut Stored) -> T) -> Result<T, RingFileError> {
        let Self::File(path) = self else {
            return Err(RingFileError::NotOurs { place: self.to_string() });
        };
        let unusable = |source| RingFileError::Unusable { path: path.clone(), source };
        // Where the name is a link, the file that it leads to is replaced, not the link.
        let path = fs::canonicalize(path).map_err(unusable)?;
        let _lock = lock(&path).map_err(unusable)?;
        let text = SecretString::from(fs::read_to_string(&path).map_err(unusable)?);
        let mut stored = Stored::parse(text.expose_secret())
            .ok_or_else(|| RingFileError::Malformed { place: self.to_string() })?;
        let changed = change(&mut stored);
        replace(&path, &stored).map_err(unusable)?;
        Ok(changed)
    }
}

/// Waits for any other process that changes the ring. The lock is the folder's, since the file itself is replaced.
fn lock(path: &Path) -> io::Result<File> {
    let folder = File::open(folder::of(path))?;
    folder.lock()?;
    Ok(folder)
}

/// The file appears whole or not at all, and is on the disk afterwards. Needs the lock.
fn replace(path: &Path, stored: &Stored) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder::of(path).join(format!(".{name}.draft"));
    // A draft that a process has left behind as it died.
    match fs::remove_file(&draft) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    file.write_all(stored.text()?.expose_secret().as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    folder::sync(path)
}
