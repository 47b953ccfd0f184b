//! Reading a database behind the server's back, and changing it where a proof prepares something.
//!
//! Owns that both engines answer to one SQL text; refuses to know what is asked.

use anyhow::{Context, Result};
use sqlx::{
    AnyConnection, AssertSqlSafe, Connection, Row, ValueRef,
    any::{AnyRow, install_default_drivers},
};
use tokio::runtime::{Builder, Runtime};

/// A connection of its own to a database.
#[derive(Debug)]
pub struct Reading {
    runtime: Runtime,
    connection: AnyConnection,
}

impl Reading {
    /// Connects to the database at `url`.
    ///
    /// # Errors
    /// When nobody is there.
    pub fn open(url: &str) -> Result<Self> {
        install_default_drivers();
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(AnyConnection::connect(url));
        let connection = connection.with_context(|| format!("connecting to {url}"))?;
        Ok(Self { runtime, connection })
    }

    /// The rows that a question finds, every column as text, an absent one empty.
    ///
    /// # Errors
    /// What the database says.
    pub fn rows(&mut self, question: &str) -> Result<Vec<Vec<String>>> {
        let asked = sqlx::query(AssertSqlSafe(question)).fetch_all(&mut self.connection);
        let rows = self.runtime.block_on(asked).with_context(|| question.to_owned())?;
        rows.iter().map(|row| (0..row.len()).map(|column| text(row, column)).collect()).collect()
    }

    /// The first column of each row.
    ///
    /// # Errors
    /// What the database says.
    pub fn texts(&mut self, question: &str) -> Result<Vec<String>> {
        let rows = self.rows(question)?;
        Ok(rows.into_iter().filter_map(|row| row.into_iter().next()).collect())
    }

    /// The first column of the first row.
    ///
    /// # Errors
    /// What the database says, or that it finds nothing.
    pub fn text(&mut self, question: &str) -> Result<String> {
        self.texts(question)?.into_iter().next().with_context(|| format!("nothing: {question}"))
    }

    /// How many rows there are of what is named.
    ///
    /// # Errors
    /// What the database says.
    pub fn count(&mut self, rows: &str) -> Result<usize> {
        Ok(self.text(&format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {rows}"))?.parse()?)
    }

    /// Changes rows, and says how many.
    ///
    /// # Errors
    /// What the database says.
    pub fn write(&mut self, statement: &str) -> Result<u64> {
        let written = sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut self.connection);
        Ok(self.runtime.block_on(written).with_context(|| statement.to_owned())?.rows_affected())
    }
}

fn text(row: &AnyRow, column: usize) -> Result<String> {
    if row.try_get_raw(column)?.is_null() {
        return Ok(String::new());
    }
    row.try_get::<String, _>(column).or_else(|_| Ok(row.try_get::<i64, _>(column)?.to_string()))
}
