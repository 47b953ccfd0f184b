//! The faults of a catalogue in words, for the operator at the shell.
//!
//! Owns the only sentences about catalogues; refuses to be shown on a screen, which has languages.

mod rule;

use std::fmt;

use super::{Fault, Located};

/// What `atout catalogue check` prints about a file that cannot be loaded, one line for each fault.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    file: &'a str,
    faults: &'a [Located],
}

impl<'a> Report<'a> {
    /// The report on `file`, which is how the operator called it.
    #[must_use]
    pub const fn new(file: &'a str, faults: &'a [Located]) -> Self {
        Self { file, faults }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for located in self.faults {
            writeln!(f, "{}:{located}", self.file)?;
        }
        match self.faults.len() {
            0 => write!(f, "{}: no faults.", self.file),
            1 => write!(f, "{}: 1 fault. Nothing was loaded.", self.file),
            count => write!(f, "{}: {count} faults. Nothing was loaded.", self.file),
        }
    }
}

/// The line, the column, the place, the code of the entry, and what is wrong: `12:3: software[0] (visio): …`.
impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        match (self.path.as_str(), &self.code) {
            ("", _) => {}
            (path, Some(code)) => write!(f, "{path} ({code}): ")?,
            (path, None) => write!(f, "{path}: ")?,
        }
        self.fault.fmt(f)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message } => write!(f, "this is not TOML: {}", OneLine(message)),
            Self::Missing { field } => write!(f, "the field `{field}` is missing"),
            Self::UnknownField { field, known } => {
                write!(f, "the field `{field}` is not known here; known are {}", Words(known))
            }
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {}", article(found)),
            Self::OutOfRange { found } => write!(f, "{found} is not a number from 0 to {}", u32::MAX),
            Self::NotOneOf { found, known } => write!(f, "`{found}` is not one of {}", Words(known)),
            Self::BadCode { found, error } => write!(f, "`{found}` is not a code: it is {error}"),
            Self::Policy { message } => write!(f, "{}", OneLine(message)),
            Self::Rule(kind) => rule::describe(kind, f),
        }
    }
}

/// The type that was found, as a noun in a sentence.
fn article(found: &str) -> &str {
    match found {
        "string" => "a text",
        "integer" => "a whole number",
        "float" => "a number with a fraction",
        "boolean" => "true or false",
        "datetime" => "a date or a time",
        "array" => "a list",
        "table" => "a table",
        other => other,
    }
}

/// Words in a row: `a`, `b`, `c`.
struct Words<'a>(&'a [&'static str]);

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            write!(f, "`{word}`")?;
        }
        Ok(())
    }
}

/// Somebody else's message on one line, so that each fault keeps to its own.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.split_whitespace().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}
