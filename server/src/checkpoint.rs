//! Signed checkpoints of the log: how far each chain had come at an instant, and its hash, written down outside of the
//! database. Whoever can change every row still cannot cut the log at its end without contradicting them.
//!
//! Owns the file of checkpoints, what is signed in it and what it proves; refuses to know what a chain is made of.

mod file;
mod keeper;
mod line;
mod proof;

use crate::random;

pub use file::Writer;
pub use keeper::Keeper;
pub use line::Line;
pub use proof::{Faulty, LineFault, Proof};

/// The file of checkpoints in the data folder.
pub const FILE: &str = "checkpoints.jsonl";

/// The digest of a line, by which the next one holds to it.
type Digest = [u8; 32];

/// What the first line of a file holds to.
const NOTHING: Digest = [0; 32];

/// The digest of a line as it is written, without its end.
fn digest(line: &str) -> Digest {
    random::sha256(line.as_bytes())
}

#[cfg(test)]
mod tests;
