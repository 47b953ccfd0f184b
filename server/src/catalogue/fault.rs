//! Faults of a catalogue file, with the line and column of each.
//!
//! Owns the way from an offset to a line; refuses to know the words, which are the report's.

use std::{cell::RefCell, ops::Range};

use domain::programme::{CodeError, FaultKind};

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, in characters, counted from 1.
    pub column: usize,
    /// The path in the file: `software[3].packages[1].language`. Empty for the file as a whole.
    pub path: String,
    /// The code of the entry, where it has one.
    pub code: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not TOML.
    Syntax {
        /// What the TOML reader says.
        message: String,
    },
    /// A field is missing.
    Missing {
        /// The field.
        field: &'static str,
    },
    /// A field is not known here.
    UnknownField {
        /// The field.
        field: String,
        /// The fields that are known here.
        known: Vec<&'static str>,
    },
    /// A value is of the wrong type.
    WrongType {
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A number cannot be used.
    OutOfRange {
        /// The number as it is written.
        found: String,
    },
    /// A word is not one of those that are known here.
    NotOneOf {
        /// The word.
        found: String,
        /// The words that are known here.
        known: Vec<&'static str>,
    },
    /// A code does not have the form of one.
    BadCode {
        /// The code as it is written.
        found: String,
        /// What is wrong with it.
        error: CodeError,
    },
    /// A value of the policy cannot be read.
    Policy {
        /// What the reader says.
        message: String,
    },
    /// The catalogue reads well, and breaks a rule of `domain`.
    Rule(FaultKind),
}

/// Where the readers put the faults that they find.
#[derive(Debug)]
pub(super) struct Faults<'t> {
    text: &'t str,
    found: RefCell<Vec<Located>>,
}

impl<'t> Faults<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, found: RefCell::new(Vec::new()) }
    }

    pub(super) fn add(&self, span: Option<Range<usize>>, path: &str, fault: Fault) {
        self.add_in(span, path, None, fault);
    }

    pub(super) fn add_in(&self, span: Option<Range<usize>>, path: &str, code: Option<&str>, fault: Fault) {
        let (line, column) = self.line_and_column(span.map_or(0, |span| span.start));
        let (path, code) = (path.to_owned(), code.map(str::to_owned));
        self.found.borrow_mut().push(Located { line, column, path, code, fault });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// The faults in the order of the file; what is wrong with an entry that stands for several is said once.
    pub(super) fn into_sorted(self) -> Vec<Located> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| (fault.line, fault.column));
        found.dedup();
        found
    }

    fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        (before.matches('\n').count() + 1, in_line.chars().count() + 1)
    }
}
