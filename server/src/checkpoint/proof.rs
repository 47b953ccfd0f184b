//! What a file of checkpoints proves, and where it was changed itself.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

use domain::day::Instant;

use super::{Line, NOTHING, digest};
use crate::{db::events::verification::Known, keyring::PublicKey};

/// What files of checkpoints say that can be believed, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// The hashes of chains that one of our keys has signed.
    pub known: Known,
    /// The furthest that each chain was seen, and when.
    pub furthest: BTreeMap<String, (i64, Instant)>,
    /// How many lines were believed.
    pub believed: usize,
    /// What is wrong, line by line.
    pub faulty: Vec<Faulty>,
}

/// A line that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// The file.
    pub file: PathBuf,
    /// Its number, from 1.
    pub number: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// It is not of the form in which lines are written.
    Unreadable,
    /// It does not end: it was cut, or the machine stopped while it was written.
    Cut,
    /// It does not hold to the line before: one was changed, removed or inserted.
    Detached,
    /// It names a key that is not ours.
    UnknownKey,
    /// Its signature is not one of the key that it names.
    Forged,
    /// It contradicts a line before, which is signed as well.
    Contradiction,
}

impl Proof {
    /// Adds what a file says, given the public halves of the keys that may have signed it.
    pub fn read(&mut self, file: &Path, bytes: &[u8], keys: &[PublicKey]) {
        let text = String::from_utf8_lossy(bytes);
        let mut previous = NOTHING;
        for (number, text) in (1..).zip(text.split_inclusive('\n')) {
            let mut found = |fault| self.faulty.push(Faulty { file: file.to_owned(), number, fault });
            let Some(text) = text.strip_suffix('\n') else {
                found(LineFault::Cut);
                continue;
            };
            let line = Line::read(text);
            if line.as_ref().is_some_and(|line| line.previous != previous) {
                found(LineFault::Detached);
            }
            previous = digest(text);
            match line {
                None => found(LineFault::Unreadable),
                Some(line) => match keys.iter().find(|key| key.id() == line.key) {
                    None => found(LineFault::UnknownKey),
                    Some(key) if !line.is_signed_by(key) => found(LineFault::Forged),
                    Some(_) if !self.believe(line) => {
                        self.faulty.push(Faulty {
                            file: file.to_owned(),
                            number,
                            fault: LineFault::Contradiction,
                        });
                    }
                    Some(_) => {}
                },
            }
        }
    }

    /// Takes over what a line says that is signed; the answer is whether it fits to what is known already.
    fn believe(&mut self, line: Line) -> bool {
        self.believed += 1;
        let mut fits = true;
        for head in line.heads {
            let furthest = self.furthest.entry(head.chain.clone()).or_insert((head.position, line.at));
            if furthest.0 < head.position {
                *furthest = (head.position, line.at);
            }
            let hashes = self.known.entry(head.chain).or_default();
            fits &= *hashes.entry(head.position).or_insert(head.hash) == head.hash;
        }
        fits
    }
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = match self.fault {
            LineFault::Unreadable => "is not of the form in which checkpoints are written",
            LineFault::Cut => "is not whole: it was cut, or the machine stopped while it was written",
            LineFault::Detached => {
                "does not follow from the line before it: one was changed, removed or inserted"
            }
            LineFault::UnknownKey => "was signed by a key that is not ours",
            LineFault::Forged => "was changed after it was signed, or was never signed by us",
            LineFault::Contradiction => "contradicts another line, although both are signed",
        };
        write!(f, "{}: line {} {fault}", self.file.display(), self.number)
    }
}
