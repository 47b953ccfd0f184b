//! The same statements without the program: `pgbench` on the same cluster, one client for each browser.

use std::{
    fmt::Write as _,
    fs,
    path::PathBuf,
    process::{Child, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use cluster::Cluster;

use super::recorded::{Statement, Turn, Value};

/// Scripts of clients, each for a seat and a person of its own.
pub struct Clients<'a> {
    cluster: &'a Cluster,
    database: &'a str,
    scripts: Vec<PathBuf>,
    commands: usize,
}

impl<'a> Clients<'a> {
    /// Writes their scripts beside the cluster's files.
    ///
    /// # Errors
    /// When that cannot be done.
    pub fn of(cluster: &'a Cluster, database: &'a str, turns: &[Turn]) -> Result<Self> {
        let mut scripts = Vec::new();
        for (number, turn) in turns.iter().enumerate() {
            let path = cluster.folder().join(format!("client-{number}.sql"));
            fs::write(&path, script(turn)).with_context(|| format!("writing {}", path.display()))?;
            scripts.push(path);
        }
        let commands = turns.first().map_or(0, |turn| turn.commands.len());
        Ok(Self { cluster, database, scripts, commands })
    }

    /// Lets all of them work for so long; how many commands for each second.
    ///
    /// # Errors
    /// What `pgbench` says.
    pub fn run(&self, hold: Duration) -> Result<f64> {
        let seconds = hold.as_secs().max(1).to_string();
        let begun = self.scripts.iter().map(|script| {
            let mut command = self.cluster.bench(self.database);
            command.args(["--no-vacuum", "--protocol=prepared", "--client=1", "--time", &seconds, "--file"]);
            Ok(command.arg(script).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?)
        });
        let running: Vec<Child> = begun.collect::<Result<_>>()?;
        let rates = running.into_iter().map(rate).collect::<Result<Vec<f64>>>()?;
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        Ok(rates.into_iter().sum::<f64>() * self.commands as f64)
    }
}

/// How many turns for each second it says that it has made.
fn rate(running: Child) -> Result<f64> {
    let done = running.wait_with_output()?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    match rate {
        Some(rate) if done.status.success() => Ok(rate),
        _ => bail!("pgbench: {}", String::from_utf8_lossy(&done.stderr).trim()),
    }
}

/// A turn as a script.
fn script(turn: &Turn) -> String {
    let mut script = String::new();
    for number in 0..turn.new {
        let _ = writeln!(script, "\\set new{number} random(100000000000000000, 900000000000000000)");
    }
    for command in &turn.commands {
        script.push_str("BEGIN;\n");
        for statement in command {
            script.push_str(&written(statement));
            script.push_str(if statement.returns_position() { "\n\\gset\n" } else { ";\n" });
        }
        script.push_str("COMMIT;\n");
    }
    script
}

/// A statement with its parameters in their places.
fn written(statement: &Statement) -> String {
    let mut pieces = statement.text.split('$');
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let number = piece[..digits].parse::<usize>().ok();
        let value = number.and_then(|number| statement.values.get(number.checked_sub(1)?));
        written.push_str(&value.map_or_else(|| format!("${}", &piece[..digits]), literal));
        written.push_str(&piece[digits..]);
    }
    written
}

fn literal(value: &Value) -> String {
    match value {
        Value::Fixed(None) => "NULL".to_owned(),
        Value::Fixed(Some(text)) => {
            // A colon begins a variable, also in quotes.
            let text = text.replace('\\', "\\\\").replace('\'', "''").replace(':', "\\x3A");
            format!("E'{text}'")
        }
        Value::New(number) => format!(":new{number}"),
        Value::Position => ":position".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_written_as_a_script() {
        let values = vec![Value::New(0), Value::Fixed(Some("{\"it's\":1}".to_owned())), Value::Fixed(None)];
        let insert = Statement { text: "INSERT VALUES ($1, $2,\n  $3)".to_owned(), values };
        let values = vec![Value::Position];
        let update = Statement { text: "UPDATE SET p = $1 RETURNING position".to_owned(), values };
        assert_eq!(
            script(&Turn { commands: vec![vec![insert, update]], new: 1 }),
            "\\set new0 random(100000000000000000, 900000000000000000)\nBEGIN;\n\
             INSERT VALUES (:new0, E'{\"it''s\"\\x3A1}',\n  NULL);\n\
             UPDATE SET p = :position RETURNING position\n\\gset\nCOMMIT;\n"
        );
    }
}
