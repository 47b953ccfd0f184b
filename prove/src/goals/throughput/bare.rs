//! The same statements without the program: one connection to a file of SQLite, one after the other, each commit on the disk.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor, Row, SqliteConnection,
    sqlite::{SqliteArguments, SqliteConnectOptions, SqliteRow},
};
use tokio::runtime::{Builder, Runtime};

use super::recorded::{Statement, Turn, Value};

/// As the program's writer is prepared.
const SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 3000";

/// A loop over the commands of a turn.
pub struct Loop {
    runtime: Runtime,
    connection: SqliteConnection,
    turn: Turn,
    turns: usize,
    position: i64,
}

impl Loop {
    /// Opens the file.
    ///
    /// # Errors
    /// What the driver says.
    pub fn open(file: &Path, turn: Turn) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let connection = runtime.block_on(async {
            let mut connection = SqliteConnectOptions::new().filename(file).connect().await?;
            connection.execute(SETTINGS).await?;
            Ok::<_, sqlx::Error>(connection)
        })?;
        Ok(Self { runtime, connection, turn, turns: 0, position: 0 })
    }

    /// Carries commands out for so long, with one commit for `together` of them; how many for each second.
    ///
    /// # Errors
    /// What the driver says.
    pub fn run(&mut self, hold: Duration, together: usize) -> Result<f64> {
        let (begun, mut done, mut open) = (Instant::now(), 0_u32, 0);
        while begun.elapsed() < hold || open > 0 {
            for command in 0..self.turn.commands.len() {
                if open == 0 {
                    self.say("BEGIN IMMEDIATE")?;
                }
                self.carry_out(command)?;
                (done, open) = (done + 1, open + 1);
                if open == together {
                    self.say("COMMIT")?;
                    open = 0;
                }
            }
            self.turns += 1;
        }
        Ok(f64::from(done) / begun.elapsed().as_secs_f64())
    }

    fn say(&mut self, statement: &'static str) -> Result<()> {
        self.runtime.block_on(self.connection.execute(statement))?;
        Ok(())
    }

    fn carry_out(&mut self, command: usize) -> Result<()> {
        let statements = self.turn.commands.get(command).context("a command of the turn")?;
        for statement in statements.iter().filter(|statement| !statement.is_a_lock()) {
            let mut query = sqlx::query(AssertSqlSafe(statement.text.clone()));
            for value in &statement.values {
                query = bound(query, value, (self.turns, self.position));
            }
            let rows = self.runtime.block_on(query.fetch_all(&mut self.connection));
            let rows = rows.with_context(|| statement.text.clone())?;
            if let Some(position) = position(statement, &rows)? {
                self.position = position;
            }
        }
        Ok(())
    }
}

fn position(statement: &Statement, rows: &[SqliteRow]) -> Result<Option<i64>> {
    if !statement.returns_position() {
        return Ok(None);
    }
    Ok(Some(rows.first().context("the log has no end")?.try_get("position")?))
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, SqliteArguments>;

fn bound<'q>(query: Query<'q>, value: &Value, (turn, position): (usize, i64)) -> Query<'q> {
    match value {
        Value::Fixed(None) => query.bind(None::<String>),
        Value::Fixed(Some(text)) => match text.strip_prefix("\\x").and_then(bytes) {
            Some(bytes) => query.bind(bytes),
            None => query.bind(text.clone()),
        },
        Value::New(number) => query.bind(format!("{number:02}-{turn:016}")),
        Value::Position => query.bind(position),
    }
}

/// The bytes that hexadecimal digits say.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    digits.as_bytes().chunks(2).map(pair).collect()
}
