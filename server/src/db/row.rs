//! The forms in which values lie in columns, read back into the types of the domain.

use std::{collections::BTreeSet, str::FromStr};

use domain::{day::Instant, role::Role};
use serde::Serialize;

use super::Error;

/// Holds a write to the number of rows that it was meant for.
///
/// # Errors
/// [`Error::RowsAffected`] when the numbers differ.
pub fn exactly(expected: u64, actual: u64) -> Result<(), Error> {
    if expected == actual { Ok(()) } else { Err(Error::RowsAffected { expected, actual }) }
}

/// Reads a column that holds the text form of a domain type: an identifier, a day, an address.
///
/// # Errors
/// [`Error::Inconsistency`] when the text has not that form.
pub fn parsed<T: FromStr>(table: &'static str, column: &'static str, text: &str) -> Result<T, Error> {
    text.parse().map_err(|_| Error::Inconsistency { table, column, id: text.to_owned() })
}

/// Like [`parsed`], for a column that may be empty.
///
/// # Errors
/// [`Error::Inconsistency`] when there is a text that has not that form.
pub fn parsed_or_none<T: FromStr>(
    table: &'static str,
    column: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, Error> {
    text.map(|text| parsed(table, column, text)).transpose()
}

/// Reads a column of instants.
#[must_use]
pub const fn instant(microseconds: i64) -> Instant {
    Instant::from_microseconds(microseconds)
}

/// Like [`instant`], for a column that may be empty.
#[must_use]
pub fn instant_or_none(microseconds: Option<i64>) -> Option<Instant> {
    microseconds.map(instant)
}

/// Reads a column that holds a number of things.
///
/// # Errors
/// [`Error::Inconsistency`] when it is negative, or more than is ever counted.
pub fn count(table: &'static str, column: &'static str, number: i64) -> Result<u32, Error> {
    u32::try_from(number).map_err(|_| Error::Inconsistency { table, column, id: number.to_string() })
}

/// Writes a value of ours as a column of JSON holds it.
///
/// # Errors
/// [`Error::Driver`] when it has no such form.
pub fn written(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Driver(sqlx::Error::Encode(error.into())))
}

/// Reads a column that holds one of a few codes.
///
/// # Errors
/// [`Error::Inconsistency`] when it is none of them.
pub fn coded<T: Copy>(
    table: &'static str,
    column: &'static str,
    text: &str,
    known: impl IntoIterator<Item = (&'static str, T)>,
) -> Result<T, Error> {
    let found = known.into_iter().find(|(code, _)| *code == text).map(|(_, value)| value);
    found.ok_or_else(|| Error::Inconsistency { table, column, id: text.to_owned() })
}

/// Reads the roles of a person, which a statement has put together with spaces between them.
///
/// # Errors
/// [`Error::Inconsistency`] when one of them is not a role.
pub fn roles(text: Option<&str>) -> Result<BTreeSet<Role>, Error> {
    let known = || Role::ALL.into_iter().map(|role| (role.code(), role));
    text.unwrap_or_default()
        .split_whitespace()
        .map(|code| coded("user_roles", "role", code, known()))
        .collect()
}
