//! What the database held before something was asked for, to be compared with what it holds then.

use std::collections::{BTreeMap, BTreeSet};

use server::db::Engine;

use crate::support::Installation;

/// What says nothing of what was done: the faults themselves, and what a page says next.
const BESIDES: [&str; 2] = ["faults", "flashes"];

/// Every row of every table, a line each. When a session was last heard of is left out: it is noted whenever it suits.
pub struct Before {
    /// By which question the rows of a table are read.
    questions: BTreeMap<String, String>,
    rows: BTreeMap<String, String>,
    /// The entries of the log, each with its kind in front.
    entries: BTreeSet<String>,
}

impl Before {
    pub async fn of(installation: &Installation) -> Self {
        let mut questions = BTreeMap::new();
        for table in installation.tables().await {
            if !BESIDES.contains(&table.as_str()) {
                let question = question(installation, &table).await;
                questions.insert(table, question);
            }
        }
        let rows = rows(installation, &questions).await;
        Self { questions, rows, entries: entries(installation).await }
    }

    /// The rows that are there now and were not before, and those that are not any more; each behind its table.
    pub async fn differences(&self, installation: &Installation) -> (Vec<String>, Vec<String>) {
        let now = rows(installation, &self.questions).await;
        (beyond(&now, &self.rows), beyond(&self.rows, &now))
    }

    /// The kinds of the entries that the log has had since, in alphabetical order.
    pub async fn entries_since(&self, installation: &Installation) -> Vec<String> {
        let entries = entries(installation).await;
        let since = entries.difference(&self.entries).filter_map(|entry| entry.split_once(' '));
        since.map(|(kind, _)| kind.to_owned()).collect()
    }
}

async fn entries(installation: &Installation) -> BTreeSet<String> {
    let entries = installation.texts("SELECT kind || ' ' || event_id FROM events").await;
    entries.into_iter().collect()
}

async fn question(installation: &Installation, table: &str) -> String {
    let engine = installation.application.database.engine();
    let columns = match engine {
        Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"),
        Engine::Postgres => format!(
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
             WHERE table_name = '{table}' ORDER BY ordinal_position"
        ),
    };
    let columns = installation.texts(&columns).await.into_iter().filter(|column| column != "last_seen_at");
    let line = match engine {
        Engine::Sqlite => {
            let quoted: Vec<_> = columns.map(|column| format!("quote(\"{column}\")")).collect();
            quoted.join(" || ',' || ")
        }
        Engine::Postgres => {
            let quoted: Vec<_> = columns.map(|column| format!("\"{column}\"")).collect();
            // In the order of the bytes: that of a language takes the most of the time.
            format!("CAST(ROW({}) AS TEXT) COLLATE \"C\"", quoted.join(", "))
        }
    };
    format!(
        "SELECT COALESCE(string_agg(line, '\n'), '')
         FROM (SELECT {line} AS line FROM {table} ORDER BY 1) every_row"
    )
}

async fn rows(installation: &Installation, questions: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut rows = BTreeMap::new();
    for (table, question) in questions {
        rows.insert(table.clone(), installation.text(question).await);
    }
    rows
}

/// The rows of the one that the other has not, each behind its table.
fn beyond(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let mut beyond = Vec::new();
    for (table, rows) in one.iter().filter(|(table, rows)| other[*table] != **rows) {
        let others: BTreeSet<_> = other[table].lines().collect();
        let of_one = rows.lines().filter(|row| !others.contains(row));
        beyond.extend(of_one.map(|row| format!("{table}: {row}")));
    }
    beyond
}
