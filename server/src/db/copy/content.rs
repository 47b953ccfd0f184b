//! What a table holds, as values and as a digest that does not depend on the order of its rows.

use std::{fmt, pin::Pin};

use futures_util::{Stream, TryStreamExt};
use sha2::{Digest as _, Sha256};
use sqlx::{
    Any, AnyConnection, AssertSqlSafe, Row,
    any::{AnyArguments, AnyRow},
    query::Query,
};

use super::{
    CopyError,
    schema::{Form, Table},
};
use crate::random::hexadecimal;

/// What a table holds: how many rows, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// How many rows.
    pub rows: u64,
    /// The digest of all of them.
    pub digest: [u8; 32],
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", hexadecimal(&self.digest), self.rows)
    }
}

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Value {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl Value {
    fn read(row: &AnyRow, column: usize, form: Form) -> Result<Self, sqlx::Error> {
        Ok(match form {
            Form::Number => Self::Number(row.try_get(column)?),
            Form::Text => Self::Text(row.try_get(column)?),
            Form::Bytes => Self::Bytes(row.try_get(column)?),
        })
    }

    /// A query with the value in its next place.
    pub fn bound(self, query: Query<'_, Any, AnyArguments>) -> Query<'_, Any, AnyArguments> {
        match self {
            Self::Number(number) => query.bind(number),
            Self::Text(text) => query.bind(text),
            Self::Bytes(bytes) => query.bind(bytes),
        }
    }

    /// With its length before it, so that no two rows have the same digest for another reason than that they are the same.
    fn digest(&self, digest: &mut Sha256) {
        let number;
        let bytes = match self {
            Self::Number(value) => {
                number = value.map(i64::to_be_bytes);
                number.as_ref().map(<[u8; 8]>::as_slice)
            }
            Self::Text(value) => value.as_deref().map(str::as_bytes),
            Self::Bytes(value) => value.as_deref(),
        };
        let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
        digest.update(length.to_be_bytes());
        digest.update(bytes.unwrap_or_default());
    }
}

/// The digest of a table while its rows come in.
#[derive(Debug, Default)]
pub struct Digest {
    rows: Vec<[u8; 32]>,
}

impl Digest {
    pub fn add(&mut self, row: &[Value]) {
        let mut digest = Sha256::new();
        for value in row {
            value.digest(&mut digest);
        }
        self.rows.push(digest.finalize().into());
    }

    pub fn finish(mut self) -> Content {
        self.rows.sort_unstable();
        Content { rows: self.rows.len() as u64, digest: Sha256::digest(self.rows.as_flattened()).into() }
    }
}

/// A table while it is read, some rows at a time.
pub struct Reading<'a> {
    rows: Pin<Box<dyn Stream<Item = Result<AnyRow, sqlx::Error>> + Send + 'a>>,
    forms: Vec<Form>,
}

impl<'a> Reading<'a> {
    pub fn begin(connection: &'a mut AnyConnection, table: &Table) -> Self {
        // The names come from the schema.
        let rows = sqlx::query(AssertSqlSafe(table.select())).fetch(connection);
        Self { rows, forms: table.columns.iter().map(|(_, form)| *form).collect() }
    }

    /// The next rows, `most` at most; none at the end.
    pub async fn some(&mut self, most: usize) -> Result<Vec<Vec<Value>>, CopyError> {
        let mut rows = Vec::new();
        while rows.len() < most
            && let Some(row) = self.rows.try_next().await?
        {
            let values = self.forms.iter().enumerate().map(|(column, form)| Value::read(&row, column, *form));
            rows.push(values.collect::<Result<_, _>>()?);
        }
        Ok(rows)
    }
}

/// What a table holds.
pub async fn of(connection: &mut AnyConnection, table: &Table) -> Result<Content, CopyError> {
    let mut reading = Reading::begin(connection, table);
    let mut digest = Digest::default();
    loop {
        let rows = reading.some(table.rows_at_once()).await?;
        if rows.is_empty() {
            return Ok(digest.finish());
        }
        for row in &rows {
            digest.add(row);
        }
    }
}
