//! The tables of a database, in the order in which they can be filled.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AnyConnection;

use super::CopyError;
use crate::db::{Engine, migration};

/// How many values one statement binds at most: both engines take more.
const MOST_VALUES: usize = 2_000;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, by name.
    pub columns: Vec<(String, Form)>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Whole numbers.
    Number,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Form {
    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "integer" | "bigint" => Some(Self::Number),
            "text" => Some(Self::Text),
            "blob" | "bytea" => Some(Self::Bytes),
            _ => None,
        }
    }
}

impl Table {
    /// Its name as it stands in a statement.
    pub fn quoted(&self) -> String {
        quoted(&self.name)
    }

    /// The statement that reads all of it.
    pub fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.quoted_columns(), self.quoted())
    }

    /// The statement that writes so many rows.
    pub fn insert(&self, rows: usize) -> String {
        let width = self.columns.len();
        let row = |row: usize| {
            let values: Vec<_> = (1..=width).map(|value| format!("${}", row * width + value)).collect();
            format!("({})", values.join(", "))
        };
        let rows: Vec<_> = (0..rows).map(row).collect();
        format!("INSERT INTO {} ({}) VALUES {}", self.quoted(), self.quoted_columns(), rows.join(", "))
    }

    /// How many rows one statement writes.
    pub fn rows_at_once(&self) -> usize {
        (MOST_VALUES / self.columns.len().max(1)).max(1)
    }

    fn quoted_columns(&self) -> String {
        self.columns.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(", ")
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Every table but the one of migrations, each after those that it refers to.
pub async fn tables(connection: &mut AnyConnection, engine: Engine) -> Result<Vec<Table>, CopyError> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as(engine.columns()).fetch_all(&mut *connection).await?;
    let mut tables = BTreeMap::<String, Table>::new();
    for (table, column, form) in rows.into_iter().filter(|(table, ..)| table != migration::TABLE) {
        let Some(known) = Form::named(&form) else {
            return Err(CopyError::UnknownType { table, column, form });
        };
        let entry = tables.entry(table.clone()).or_insert(Table { name: table, columns: Vec::new() });
        entry.columns.push((column, known));
    }
    let references: Vec<(String, String)> = sqlx::query_as(engine.references()).fetch_all(connection).await?;
    in_order(tables, &references)
}

/// Each table after those that it refers to. None refers to itself through others: no row could ever be first.
fn in_order(
    mut tables: BTreeMap<String, Table>,
    references: &[(String, String)],
) -> Result<Vec<Table>, CopyError> {
    let (mut ordered, mut done) = (Vec::new(), BTreeSet::new());
    while let Some(first) = tables.keys().next().cloned() {
        let waits = |table: &String| {
            references.iter().any(|(from, to)| from == table && to != table && !done.contains(to))
        };
        let next = tables.keys().find(|table| !waits(table)).cloned();
        let next = next.ok_or(CopyError::OtherSchema { table: first })?;
        ordered.extend(tables.remove(&next));
        done.insert(next);
    }
    Ok(ordered)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(names: &[&str], references: &[(&str, &str)]) -> Result<Vec<String>, CopyError> {
        let table = |name: &&str| {
            (
                (*name).to_owned(),
                Table { name: (*name).to_owned(), columns: vec![("a".to_owned(), Form::Text)] },
            )
        };
        let references: Vec<_> =
            references.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        let tables = in_order(names.iter().map(table).collect(), &references)?;
        Ok(tables.into_iter().map(|table| table.name).collect())
    }

    #[test]
    fn each_table_comes_after_those_that_it_refers_to() {
        let references = [("a", "c"), ("b", "a"), ("c", "d"), ("c", "c")];
        assert_eq!(ordered(&["a", "b", "c", "d"], &references).unwrap(), ["d", "c", "a", "b"]);
        let circle = ordered(&["a", "b"], &[("a", "b"), ("b", "a")]);
        assert!(matches!(circle, Err(CopyError::OtherSchema { .. })));
    }

    #[test]
    fn a_statement_binds_every_value_of_every_row() {
        let columns = vec![("at".to_owned(), Form::Number), ("b\"c".to_owned(), Form::Text)];
        let table = Table { name: "t".to_owned(), columns };
        assert_eq!(table.insert(2), r#"INSERT INTO "t" ("at", "b""c") VALUES ($1, $2), ($3, $4)"#);
        assert_eq!(table.rows_at_once(), 1_000);
    }
}
