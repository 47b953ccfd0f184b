//! A whole database, row by row: copied from where it lives to where it shall live, and told from any other by what it
//! holds. The tables are those that the schema has: one that is added is copied as well.
//!
//! Owns that both hold the same afterwards; refuses to know what any table is for.

mod content;
mod schema;

use std::collections::BTreeMap;

use sqlx::{AnyConnection, AssertSqlSafe, Executor};

pub use self::content::Content;
use self::{content::Reading, schema::Table};
use super::{Database, Engine, Error, Home, Tx, migration, probe};

/// Why a database cannot be copied. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// There is something already where it shall live.
    #[error("the database {home} is not empty: {table} has rows")]
    NotEmpty {
        /// Where it shall live.
        home: Home,
        /// A table that has rows.
        table: String,
    },
    /// The database has not the schema of this program, which only the program that it belongs to can know.
    #[error("the database is at migration {found}, and this Atout at {known}: serve it with this Atout once")]
    OtherVersion {
        /// Its newest migration.
        found: i64,
        /// The newest migration of the program.
        known: i64,
    },
    /// A column has a type that no row of ours has.
    #[error("{table}.{column} is of the type {form}, which cannot be copied")]
    UnknownType {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Its type.
        form: String,
    },
    /// The two do not have the same tables and columns.
    #[error("the two databases do not have the same table {table}")]
    OtherSchema {
        /// The table.
        table: String,
    },
    /// What was written is not what was read.
    #[error("{table} is another after it was copied")]
    Unlike {
        /// The table.
        table: String,
    },
    /// A read or a write failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<sqlx::Error> for CopyError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

/// Copies everything that `from` holds now into `to`, which must be empty: all of it or nothing.
///
/// # Errors
/// [`CopyError`]; nothing was written then.
pub async fn copy(
    from: &Database,
    (to, home): (&Database, &Home),
) -> Result<BTreeMap<String, Content>, CopyError> {
    for database in [from, to] {
        let found = probe::migration(database).await?;
        if found != migration::newest() {
            return Err(CopyError::OtherVersion { found, known: migration::newest() });
        }
    }
    let mut source = from.snapshot().await?;
    let mut target = to.begin().await?;
    patiently(&mut source, from.engine()).await?;
    patiently(&mut target, to.engine()).await?;
    let tables = schema::tables(&mut source, from.engine()).await?;
    let theirs = schema::tables(&mut target, to.engine()).await?;
    for table in &tables {
        if !theirs.iter().any(|other| other.name == table.name && other.columns == table.columns) {
            return Err(CopyError::OtherSchema { table: table.name.clone() });
        }
        if count(&mut target, table).await? > 0 {
            return Err(CopyError::NotEmpty { home: home.clone(), table: table.name.clone() });
        }
    }
    let mut contents = BTreeMap::new();
    for table in &tables {
        let content = copy_table(&mut source, &mut target, table).await?;
        if content::of(&mut target, table).await? != content {
            return Err(CopyError::Unlike { table: table.name.clone() });
        }
        contents.insert(table.name.clone(), content);
    }
    target.commit().await?;
    Ok(contents)
}

/// What a database holds now, by table. Two that hold the same are the same to Atout, whatever engines they are.
///
/// # Errors
/// [`CopyError`] of the database, or of a schema that is not ours.
pub async fn contents(database: &Database) -> Result<BTreeMap<String, Content>, CopyError> {
    let mut snapshot = database.snapshot().await?;
    patiently(&mut snapshot, database.engine()).await?;
    let mut contents = BTreeMap::new();
    for table in schema::tables(&mut snapshot, database.engine()).await? {
        contents.insert(table.name.clone(), content::of(&mut snapshot, &table).await?);
    }
    Ok(contents)
}

async fn patiently(connection: &mut AnyConnection, engine: Engine) -> Result<(), CopyError> {
    if let Some(statement) = engine.patience() {
        connection.execute(statement).await?;
    }
    Ok(())
}

async fn count(connection: &mut AnyConnection, table: &Table) -> Result<i64, CopyError> {
    // The name comes from the schema.
    let count = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {}", table.quoted());
    Ok(sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(connection).await?)
}

async fn copy_table(
    source: &mut AnyConnection,
    target: &mut Tx,
    table: &Table,
) -> Result<Content, CopyError> {
    let mut reading = Reading::begin(source, table);
    let mut content = content::Digest::default();
    loop {
        let rows = reading.some(table.rows_at_once()).await?;
        if rows.is_empty() {
            return Ok(content.finish());
        }
        for row in &rows {
            content.add(row);
        }
        // The names come from the schema, and the values are bound.
        let insert = table.insert(rows.len());
        let mut query = sqlx::query(AssertSqlSafe(insert));
        for value in rows.into_iter().flatten() {
            query = value.bound(query);
        }
        query.execute(&mut **target).await?;
    }
}
