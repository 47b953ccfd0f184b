//! The file of checkpoints, as one process writes it.

use std::{
    collections::BTreeMap,
    fs::{self, File, Metadata, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::Path,
};

use domain::day::Instant;

use super::{Digest, Line, NOTHING, digest};
use crate::{db::events::chains::Head, folder, keyring::Signer};

/// The end of a file of checkpoints.
#[derive(Debug)]
pub struct Writer {
    file: File,
    /// Where the next line begins.
    length: u64,
    previous: Digest,
    heads: BTreeMap<String, Head>,
}

impl Writer {
    /// Opens the file, making it where there is none, and takes it for this process alone. A line that a process has not
    /// written to its end is removed: it was never there.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] while another process has it; else what the operating system says.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let mut file = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
            Ok(()) => {}
        }
        folder::sync(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        if end < bytes.len() {
            tracing::warn!(file = %path.display(), "a checkpoint that was not written to its end is removed");
            bytes.truncate(end);
            file.set_len(end as u64)?;
        }
        let mut writer = Self { file, length: end as u64, previous: NOTHING, heads: BTreeMap::new() };
        for text in String::from_utf8_lossy(&bytes).lines() {
            writer.previous = digest(text);
            let heads = Line::read(text).map(|line| line.heads).unwrap_or_default();
            writer.heads.extend(heads.into_iter().map(|head| (head.chain.clone(), head)));
        }
        Ok(writer)
    }

    /// Whether the file is the one that lies there: somebody may have put it away, so that a new one begins.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        let identity = |file: io::Result<Metadata>| file.ok().map(|file| (file.dev(), file.ino()));
        identity(self.file.metadata()) == identity(fs::metadata(path))
    }

    /// Chains that are shorter than they were, which no chain ever becomes by itself.
    pub fn shorter<'a>(&self, heads: &'a [Head]) -> impl Iterator<Item = &'a Head> {
        heads
            .iter()
            .filter(|head| self.heads.get(&head.chain).is_some_and(|before| before.position > head.position))
    }

    /// Appends a checkpoint of the chains that have moved; the answer is whether any has. Afterwards it is on the disk.
    ///
    /// # Errors
    /// What the operating system says; the file is as it was then, or the next line repairs it.
    pub fn append(&mut self, at: Instant, heads: Vec<Head>, signer: &Signer) -> io::Result<bool> {
        let moved: Vec<_> =
            heads.into_iter().filter(|head| self.heads.get(&head.chain) != Some(head)).collect();
        if moved.is_empty() {
            return Ok(false);
        }
        let line = Line::signed(at, moved, self.previous, signer);
        let text = line.text()?;
        // Not at the end of the file: a line that failed half-way is overwritten.
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(format!("{text}\n").as_bytes())?;
        let length = self.length + text.len() as u64 + 1;
        self.file.set_len(length)?;
        self.file.sync_all()?;
        self.length = length;
        self.previous = digest(&text);
        self.heads.extend(line.heads.into_iter().map(|head| (head.chain.clone(), head)));
        Ok(true)
    }
}
