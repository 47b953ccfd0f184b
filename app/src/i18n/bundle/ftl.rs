//! The messages of the client: as much of Fluent as ours use, read from the files that the server serves.
//!
//! The server reads them with the `fluent` crate, which would be a seventh of every first visit
//! (docs/adr/0007). A test holds the two to the same text for every message. Owns the reading of a file: text on one
//! line, `{ $variable }`, `{ -term }`, `{ DATETIME($variable, dateStyle: "long") }`, `{ NUMBER($variable) }` with its
//! fraction digits, and `{ $variable -> … }`. Refuses everything else.

use std::collections::HashMap;

use super::super::{
    letters::letters,
    pattern::{DateStyle, Digits},
};

/// A piece of a message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it is.
    Text(String),
    /// What a variable holds.
    Variable(String),
    /// The value of a term.
    Term(String),
    /// The day that a variable holds.
    Day {
        /// The variable.
        variable: String,
        /// How much room it takes.
        style: DateStyle,
    },
    /// The number that a variable holds, with a certain number of digits.
    Number {
        /// The variable.
        variable: String,
        /// The digits.
        digits: Digits,
    },
    /// The one of several texts that suits what a variable holds.
    Choice {
        /// The variable.
        variable: String,
        /// The texts, each under its key.
        variants: Vec<(String, Vec<Piece>)>,
        /// Which of them suits everything.
        otherwise: usize,
    },
}

/// The messages of a language by their names: `id`, `id.attribute`, `-term`. One without a name is called by its place.
pub(super) type Messages = HashMap<String, Vec<Piece>>;

/// What follows the place in a file that is not read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread(pub String);

type Read<T> = Result<T, Unread>;

/// Reads the messages of a file.
pub(super) fn read(text: &str) -> Read<Messages> {
    let mut reader = Reader(text);
    let mut messages = Messages::new();
    let (mut owner, mut place) = (String::new(), 0);
    loop {
        reader.skip_blank();
        if reader.0.is_empty() {
            return Ok(messages);
        }
        if reader.take(".") {
            let name = reader.name()?;
            reader.expect(" =")?;
            messages.insert(format!("{owner}.{name}"), reader.value()?);
        } else if reader.take("#") {
            reader.until(&['\n']);
        } else {
            if reader.take("=") {
                owner = letters(place);
                place += 1;
            } else {
                owner = reader.name()?;
                reader.expect(" =")?;
            }
            let value = reader.value()?;
            // A message may have attributes only.
            if !value.is_empty() {
                messages.insert(owner.clone(), value);
            }
        }
    }
}

/// What is still to be read.
struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn unread<T>(&self) -> Read<T> {
        Err(Unread(self.0.chars().take(40).collect()))
    }

    fn take(&mut self, mark: &str) -> bool {
        let rest = self.0.strip_prefix(mark);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn expect(&mut self, mark: &str) -> Read<()> {
        if self.take(mark) { Ok(()) } else { self.unread() }
    }

    /// Everything before the first of `marks`, or before the end.
    fn until(&mut self, marks: &[char]) -> &'a str {
        let (before, rest) = self.0.split_at(self.0.find(marks).unwrap_or(self.0.len()));
        self.0 = rest;
        before
    }

    fn skip_blank(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\n', '\r']);
    }

    fn name(&mut self) -> Read<String> {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
        let rest = self.0.trim_start_matches(is_part);
        let name = &self.0[..self.0.len() - rest.len()];
        self.0 = rest;
        if name.is_empty() { self.unread() } else { Ok(name.to_owned()) }
    }

    /// What a name is given.
    fn value(&mut self) -> Read<Vec<Piece>> {
        let line = self.pattern()?;
        if !line.is_empty() {
            return Ok(line);
        }
        let before = self.0;
        self.skip_blank();
        if self.0.starts_with('{') {
            return self.pattern();
        }
        self.0 = before;
        Ok(line)
    }

    /// What stands on the line, or up to the brace that closes the choice.
    fn pattern(&mut self) -> Read<Vec<Piece>> {
        let mut pieces = Vec::new();
        self.0 = self.0.trim_start_matches(' ');
        loop {
            let text = self.until(&['\n', '{', '}']);
            let goes_on = self.take("{");
            let text = if goes_on { text } else { text.trim_end() };
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
            if !goes_on {
                return Ok(pieces);
            }
            pieces.push(self.placeable()?);
        }
    }

    fn placeable(&mut self) -> Read<Piece> {
        self.skip_blank();
        let piece = if self.take("$") {
            let variable = self.name()?;
            self.skip_blank();
            if self.take("->") { self.choice(variable)? } else { Piece::Variable(variable) }
        } else if self.take("DATETIME($") {
            let variable = self.name()?;
            self.expect(", dateStyle: \"")?;
            let Some(style) = DateStyle::from_name(self.until(&['"'])) else { return self.unread() };
            self.expect("\")")?;
            Piece::Day { variable, style }
        } else if self.take("NUMBER($") {
            let variable = self.name()?;
            let least = self.digits(", minimumFractionDigits: ")?;
            let most = self.digits(", maximumFractionDigits: ")?;
            self.expect(")")?;
            Piece::Number { variable, digits: Digits::between(least, most) }
        } else if self.0.starts_with('-') {
            Piece::Term(self.name()?)
        } else {
            return self.unread();
        };
        self.skip_blank();
        self.expect("}")?;
        Ok(piece)
    }

    /// The digits that the option `mark` asks for, when it is there.
    fn digits(&mut self, mark: &str) -> Read<Option<usize>> {
        if !self.take(mark) {
            return Ok(None);
        }
        self.name()?.parse().map(Some).or_else(|_| self.unread())
    }

    fn choice(&mut self, variable: String) -> Read<Piece> {
        let (mut variants, mut otherwise) = (Vec::new(), None);
        loop {
            self.skip_blank();
            if self.0.starts_with('}') {
                break;
            }
            if self.take("*") {
                otherwise = Some(variants.len());
            }
            self.expect("[")?;
            let key = self.name()?;
            self.expect("]")?;
            variants.push((key, self.pattern()?));
        }
        match otherwise {
            Some(otherwise) => Ok(Piece::Choice { variable, variants, otherwise }),
            None => self.unread(),
        }
    }
}
