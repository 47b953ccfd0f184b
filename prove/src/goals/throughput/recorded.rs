//! What commands ask of the database, as its own log tells it: so that the same can be asked without the program.
//!
//! Owns how the log of PostgreSQL is read, and what of a transaction has to be new each time; refuses to know the statements.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

/// What stands in the place of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The same each time, as PostgreSQL writes it; nothing is NULL.
    Fixed(Option<String>),
    /// New in each turn, and the same wherever it stands in one: an identity, of this number.
    New(usize),
    /// The position in the log that a statement before has returned.
    Position,
}

/// A statement, with `$1` where its parameters stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its text.
    pub text: String,
    /// Its parameters.
    pub values: Vec<Value>,
}

impl Statement {
    /// The place of a parameter by the column that it is inserted into.
    fn column(&self, table: &str, column: &str) -> Option<usize> {
        let columns = self.text.strip_prefix("INSERT INTO ")?.strip_prefix(table)?.trim_start();
        let columns = columns.strip_prefix('(')?.split(')').next()?;
        columns.split(',').position(|name| name.trim() == column)
    }

    /// Whether it says at which position of the log the next entry stands.
    #[must_use]
    pub fn returns_position(&self) -> bool {
        self.text.contains("RETURNING position")
    }

    /// Whether only PostgreSQL has it: what its writers hold against each other.
    #[must_use]
    pub fn is_a_lock(&self) -> bool {
        self.text.contains("pg_advisory")
    }
}

/// What one command asks, between BEGIN and COMMIT.
pub type Transaction = Vec<Statement>;

/// The columns whose values are new each time.
const NEW: [(&str, &str); 3] =
    [("seat_assignments", "assignment_id"), ("events", "event_id"), ("submissions", "once")];

/// What a client does over and over: several commands, of which the last undoes the first.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Its commands.
    pub commands: Vec<Transaction>,
    /// How many identities are new in each turn.
    pub new: usize,
}

impl Turn {
    /// Finds what has to be new each time.
    ///
    /// # Errors
    /// When the statements are not those of commands that are logged and kept.
    pub fn of(mut commands: Vec<Transaction>) -> Result<Self> {
        let mut new = BTreeMap::new();
        for statement in commands.iter().flatten() {
            for (table, column) in NEW {
                let place = statement.column(table, column);
                if let Some(Value::Fixed(Some(value))) = place.and_then(|place| statement.values.get(place)) {
                    let number = new.len();
                    new.entry(value.clone()).or_insert(number);
                }
            }
        }
        ensure!(new.len() > 2 * commands.len(), "a command has no entry of the log: {new:?}");
        for statement in commands.iter_mut().flatten() {
            let position = statement.column("events", "position");
            for (place, value) in statement.values.iter_mut().enumerate() {
                let number = if let Value::Fixed(Some(text)) = value { new.get(text) } else { None };
                match number {
                    _ if position == Some(place) => *value = Value::Position,
                    Some(number) => *value = Value::New(*number),
                    None => {}
                }
            }
        }
        Ok(Self { commands, new: new.len() })
    }
}

/// The transactions of commands that a log of PostgreSQL tells of, in their order.
///
/// # Errors
/// What it tells otherwise than expected.
pub fn transactions(log: &str) -> Result<Vec<Transaction>> {
    let mut open: BTreeMap<&str, Transaction> = BTreeMap::new();
    let mut done = Vec::new();
    for (process, entry) in entries(log) {
        if entry.starts_with("LOG:  statement: BEGIN") {
            open.insert(process, Transaction::new());
        } else if entry.starts_with("LOG:  statement: COMMIT") {
            done.extend(open.remove(process));
        } else if let Some(transaction) = open.get_mut(process) {
            if let Some(executed) = entry.strip_prefix("LOG:  execute ") {
                let text = executed.split_once(": ").context("a statement has a name")?.1;
                transaction.push(Statement { text: text.to_owned(), values: Vec::new() });
            } else if let Some(values) = entry.strip_prefix("DETAIL:  parameters: ") {
                transaction.last_mut().context("parameters of a statement")?.values = parameters(values)?;
            }
        }
    }
    let is_command = |transaction: &Transaction| {
        transaction.iter().any(|one| one.text.starts_with("INSERT INTO submissions"))
    };
    done.retain(is_command);
    Ok(done)
}

/// The entries of a log, each with its process; lines that go on begin with a tabulator.
fn entries(log: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in log.lines() {
        if let Some(more) = line.strip_prefix('\t') {
            if let Some((_, entry)) = entries.last_mut() {
                entry.push('\n');
                entry.push_str(more);
            }
        } else if let Some((process, entry)) = line.split_once("] ") {
            entries.push((process.rsplit('[').next().unwrap_or_default(), entry.to_owned()));
        }
    }
    entries
}

/// Parameters as the log tells them: `$1 = 'one', $2 = NULL`.
fn parameters(text: &str) -> Result<Vec<Value>> {
    let (mut values, mut rest) = (Vec::new(), text);
    while let Some((_, after)) = rest.split_once(" = ") {
        let Some(quoted) = after.strip_prefix('\'') else {
            values.push(Value::Fixed(None));
            rest = after.strip_prefix("NULL").context("a parameter is a text or NULL")?;
            continue;
        };
        let mut value = String::new();
        let mut letters = quoted.char_indices().peekable();
        let end = loop {
            let (place, letter) = letters.next().context("a parameter ends")?;
            match letter {
                '\'' if letters.next_if(|(_, next)| *next == '\'').is_some() => value.push('\''),
                '\'' => break place + 1,
                _ => value.push(letter),
            }
        };
        values.push(Value::Fixed(Some(value)));
        rest = &quoted[end..];
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
2026-11-21 22:07:50.420 UTC [9840] LOG:  execute sqlx_s_5: SELECT 1
2026-11-21 22:07:50.420 UTC [9841] LOG:  statement: BEGIN
2026-11-21 22:07:50.420 UTC [9841] LOG:  execute sqlx_s_1: INSERT INTO events (event_id, position, content)
\t         VALUES ($1, $2, $3)
2026-11-21 22:07:50.420 UTC [9841] DETAIL:  parameters: $1 = 'e1', $2 = '7', $3 = 'it''s = ''x'', $9'
2026-11-21 22:07:50.420 UTC [9841] LOG:  execute sqlx_s_2: INSERT INTO submissions (once, at) VALUES ($1, $2)
2026-11-21 22:07:50.420 UTC [9841] DETAIL:  parameters: $1 = 'o1', $2 = NULL
2026-11-21 22:07:50.420 UTC [9841] LOG:  execute sqlx_s_3: INSERT INTO seat_assignments (assignment_id) VALUES ($1)
2026-11-21 22:07:50.420 UTC [9841] DETAIL:  parameters: $1 = 'a1'
2026-11-21 22:07:50.431 UTC [9841] LOG:  statement: COMMIT
2026-11-21 22:07:50.431 UTC [9842] LOG:  statement: BEGIN
2026-11-21 22:07:50.431 UTC [9842] LOG:  statement: COMMIT
";

    #[test]
    fn a_command_is_read_as_it_was_asked() {
        let transactions = transactions(LOG).unwrap();
        assert_eq!(transactions.len(), 1);
        assert_eq!(
            transactions[0][0].text,
            "INSERT INTO events (event_id, position, content)\n         VALUES ($1, $2, $3)"
        );
        let turn = Turn::of(transactions).unwrap();
        let values: Vec<_> = turn.commands[0].iter().map(|statement| statement.values.clone()).collect();
        let fixed = |text: &str| Value::Fixed(Some(text.to_owned()));
        assert_eq!(values[0], [Value::New(0), Value::Position, fixed("it's = 'x', $9")]);
        assert_eq!(values[1], [Value::New(1), Value::Fixed(None)]);
        assert_eq!((values[2].as_slice(), turn.new), ([Value::New(2)].as_slice(), 3));
    }
}
