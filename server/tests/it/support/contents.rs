//! Everything that an installation's database holds, on either engine, to be compared.

use std::collections::BTreeMap;

use server::db::Engine;

use super::Installation;

/// What changes by being asked, and is no business state: who is signed in, what a page says next, and what the log says
/// of attempts that came to nothing.
const BESIDES: [&str; 4] = ["sessions", "flashes", "refused_attempts", "event_chains"];

/// What an entry of the log is called whose attempt came to nothing.
const REFUSED: [&str; 2] = ["command-refused", "command-misdirected"];

impl Installation {
    /// Every row of every table that holds business state, by table.
    pub async fn contents(&self) -> BTreeMap<String, Vec<String>> {
        let mut contents = self.every_row().await;
        contents.retain(|table, _| !BESIDES.contains(&table.as_str()));
        for rows in contents.values_mut() {
            rows.retain(|row| !REFUSED.iter().any(|kind| row.contains(kind)));
        }
        contents
    }

    /// Every row of every table, by table.
    pub async fn every_row(&self) -> BTreeMap<String, Vec<String>> {
        let mut contents = BTreeMap::new();
        for table in self.tables().await {
            let row = match self.application.database.engine() {
                Engine::Sqlite => self.quoted(&table).await,
                Engine::Postgres => "CAST(each_row AS TEXT)".to_owned(),
            };
            let rows = format!("SELECT {row} FROM {table} each_row ORDER BY 1");
            contents.insert(table, self.texts(&rows).await);
        }
        contents
    }

    /// The names of all tables.
    pub async fn tables(&self) -> Vec<String> {
        let tables = match self.application.database.engine() {
            Engine::Sqlite => {
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
            }
            Engine::Postgres => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
            }
        };
        self.texts(tables).await
    }

    /// What makes a text of a row of a table.
    async fn quoted(&self, table: &str) -> String {
        let columns = self.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await;
        let quoted: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        quoted.join(" || ',' || ")
    }
}
