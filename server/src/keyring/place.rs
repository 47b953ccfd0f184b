//! Where a ring lies: in a file, or in the environment.

use std::{
    fmt, fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use secrecy::{ExposeSecret, SecretString};

use super::{KeyRing, RingFileError, file};

/// The variable that may hold a ring.
pub const VARIABLE: &str = "ATOUT_KEYRING";
/// The file in the data folder, unless another is named.
const FILE: &str = "keyring.json";

/// Where a ring lies.
#[derive(Clone, Debug)]
pub enum RingPlace {
    /// In a file, which grows as the ring does.
    File(PathBuf),
    /// In the environment of the process, which only whoever starts it can change.
    Environment(SecretString),
}

/// What changes when a file is replaced or written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    file: (u64, u64),
    length: u64,
    changed: (i64, i64),
}

impl RingPlace {
    /// The place that is said, if any is: a ring in the environment wins over a file.
    #[must_use]
    pub fn said(variable: Option<SecretString>, file: Option<PathBuf>) -> Option<Self> {
        variable.map(Self::Environment).or_else(|| file.map(Self::File))
    }

    /// The place in a data folder.
    #[must_use]
    pub fn in_folder(data: &Path) -> Self {
        Self::File(data.join(FILE))
    }

    /// Reads the ring. Where there is no file, it is empty and opens nothing.
    pub(super) fn read(&self) -> Result<KeyRing, RingFileError> {
        let text = match self {
            Self::Environment(text) => text.clone(),
            Self::File(path) => match fs::read_to_string(path) {
                Ok(text) => SecretString::from(text),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(KeyRing::default()),
                Err(source) => return Err(RingFileError::Unusable { path: path.clone(), source }),
            },
        };
        let stored = file::Stored::parse(text.expose_secret());
        stored.map(KeyRing::from).ok_or_else(|| RingFileError::Malformed { place: self.to_string() })
    }

    /// The stamp of the file; none where there is none, or where the ring is in the environment.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        let Self::File(path) = self else { return None };
        let file = fs::metadata(path).ok()?;
        Some(Stamp {
            file: (file.dev(), file.ino()),
            length: file.len(),
            changed: (file.ctime(), file.ctime_nsec()),
        })
    }
}

impl fmt::Display for RingPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Environment(_) => write!(f, "the environment variable {VARIABLE}"),
        }
    }
}
