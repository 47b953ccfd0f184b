//! The books of an installation: what its tables say of the commands that were carried out, held to each other and to what
//! clients were told.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use domain::{command::Command, outcome::Outcome};

use crate::{cast::STANDS, ground::Engine, reading::Reading, worker::Ack};

/// How many rows of each kind there are.
type Counts = BTreeMap<String, usize>;

/// The counts of an installation at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    commands: Counts,
    events: Counts,
    assignments: usize,
    undone: usize,
    standing: usize,
    activations: usize,
}

impl Books {
    /// Reads them.
    ///
    /// # Errors
    /// What the database says.
    pub fn read(reading: &mut Reading) -> Result<Self> {
        let mut grouped = |column: &str, table: &str| -> Result<Counts> {
            let question =
                format!("SELECT {column}, CAST(COUNT(*) AS BIGINT) FROM {table} GROUP BY {column}");
            reading.rows(&question)?.into_iter().map(|row| Ok((row[0].clone(), row[1].parse()?))).collect()
        };
        let (commands, events) = (grouped("command", "submissions")?, grouped("kind", "events")?);
        Ok(Self {
            commands,
            events,
            assignments: reading.count("seat_assignments")?,
            undone: reading.count("seat_assignments WHERE undone_at IS NOT NULL")?,
            standing: reading.count(&format!("seat_assignments WHERE {STANDS}"))?,
            activations: reading.count("activations")?,
        })
    }

    /// How many commands of each name were carried out.
    #[must_use]
    pub const fn commands(&self) -> &BTreeMap<String, usize> {
        &self.commands
    }

    /// Whether every command since `before` has its entry of the log and its rows, and nothing has either without the other.
    /// Up to `resent` forms were sent a second time: of those whose every showing counts there may be as many more entries.
    ///
    /// # Errors
    /// What does not agree.
    pub fn agree_since(&self, before: &Self, resent: usize) -> Result<()> {
        let more = |now: &Counts, then: &Counts, kind: &str| -> usize {
            let count = |counts: &Counts| counts.get(kind).copied().unwrap_or_default();
            count(now).saturating_sub(count(then))
        };
        for name in Command::NAMES {
            let kind = kind(name).with_context(|| format!("{name} has no entry in the log"))?;
            let (done, told) =
                (more(&self.commands, &before.commands, name), more(&self.events, &before.events, kind));
            let again = if Command::TOLD_EACH_TIME.contains(&name) { resent } else { 0 };
            ensure!(
                (done..=done + again).contains(&told),
                "{done} times {name}, but {told} entries of {kind}"
            );
        }
        let done = |name: &str| more(&self.commands, &before.commands, name);
        let (assigned, reassigned) = (done("assign-seat"), done("reassign-seat"));
        let (removed, undone) = (done("remove-seat"), done("undo-seat-change"));
        let rows = [
            ("assignments", before.assignments + assigned + reassigned, self.assignments),
            ("undone assignments", before.undone + undone, self.undone),
            ("standing assignments", before.standing + assigned - removed, self.standing),
            ("activations", before.activations + done("record-activation"), self.activations),
        ];
        for (what, expected, found) in rows {
            ensure!(expected == found, "{found} {what} instead of {expected}");
        }
        Ok(())
    }
}

/// The kind of the entry that a command leaves in the log.
#[must_use]
pub fn kind(command: &str) -> Option<&'static str> {
    Some(match command {
        "get-keys" => "keys-listed",
        "reveal-key" => "key-revealed",
        "record-activation" => "activation-recorded",
        "choose-installation" => "installation-chosen",
        "assign-seat" => "seat-assigned",
        "remove-seat" => "seat-removed",
        "reassign-seat" => "seat-reassigned",
        "confirm-activation" => "seat-activated",
        "undo-seat-change" => "seat-change-undone",
        "export-activity" => "activity-exported",
        _ => return None,
    })
}

/// The acknowledged commands that the database does not know, or knows otherwise.
///
/// # Errors
/// What the database says.
pub fn lost(reading: &mut Reading, acks: &[Ack]) -> Result<Vec<String>> {
    let kept: BTreeMap<String, String> = reading
        .rows("SELECT once, outcome FROM submissions")?
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    let mut lost = Vec::new();
    for ack in acks {
        let known = kept.get(&ack.once).map(|outcome| serde_json::from_str::<Outcome>(outcome));
        let is_kept = match known.transpose()? {
            // Each showing of these has an outcome of its own.
            Some(Outcome::KeyRevealed { .. } | Outcome::ActivityExported { .. }) => true,
            Some(outcome) => outcome == ack.outcome,
            None => false,
        };
        if !is_kept {
            lost.push(ack.once.clone());
        }
    }
    Ok(lost)
}

/// Whether the database itself finds nothing wrong with its files and its rows.
///
/// # Errors
/// What it finds.
pub fn sound(reading: &mut Reading, engine: Engine) -> Result<()> {
    if engine == Engine::Sqlite {
        let said = reading.texts("PRAGMA integrity_check")?;
        ensure!(said == ["ok"], "the file is damaged: {said:?}");
        let orphans = reading.rows("PRAGMA foreign_key_check")?;
        ensure!(orphans.is_empty(), "rows without their parents: {orphans:?}");
    }
    for (what, question) in [
        (
            "a seat with two holders",
            format!(
                "SELECT seat_id FROM seat_assignments WHERE {STANDS} GROUP BY seat_id HAVING COUNT(*) > 1"
            ),
        ),
        (
            "a person with two seats of a subscription",
            format!(
                "SELECT user_id FROM seat_assignments WHERE {STANDS}
                 GROUP BY company_id, product, user_id HAVING COUNT(*) > 1"
            ),
        ),
        ("a benefit above its grant", "SELECT benefit_id FROM benefits WHERE used > granted".to_owned()),
    ] {
        let found = reading.texts(&question)?;
        if !found.is_empty() {
            bail!("{what}: {found:?}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_leaves_an_entry_of_its_own() {
        let mut kinds: Vec<_> = Command::NAMES.into_iter().map(|name| kind(name).unwrap()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), Command::NAMES.len());
    }

    #[test]
    fn an_entry_without_its_command_is_found() {
        let before = Books::default();
        let whole = Books {
            commands: [("assign-seat".to_owned(), 1)].into(),
            events: [("seat-assigned".to_owned(), 1)].into(),
            assignments: 1,
            standing: 1,
            ..Books::default()
        };
        assert!(whole.agree_since(&before, 0).is_ok());
        let half = Books { events: Counts::new(), ..whole.clone() };
        assert!(half.agree_since(&before, 0).unwrap_err().to_string().contains("0 entries"));
        let half = Books { assignments: 0, ..whole };
        assert!(half.agree_since(&before, 0).unwrap_err().to_string().contains("0 assignments"));
    }
}
