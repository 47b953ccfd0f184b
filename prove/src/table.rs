//! What the proofs have shown: a page of Markdown, and lines for whoever waits.

use std::fmt::Write as _;

use crate::{
    goals::ALL,
    ground::Engine,
    proof::{Goal, Size},
    record::{Outcome, Record},
    times::at_length,
};

/// One line about a proof that has just been made.
#[must_use]
pub fn line(record: &Record) -> String {
    let Record { goal, engine, result, .. } = record;
    let word = match record.outcome {
        Outcome::Held => "held",
        Outcome::Skipped => "skipped",
        Outcome::Failed => "FAILED",
    };
    format!("    {goal} on {engine}: {word}: {result} ({})", at_length(record.took))
}

/// All of them: how many held, what was skipped and why, and a part for each goal.
#[must_use]
pub fn text(records: &[Record]) -> String {
    let mut text = counts(records) + "\n\n" + &overview(records);
    for of_goal in goals(records) {
        text.push('\n');
        text.push_str(&part(of_goal));
    }
    text
}

fn counts(records: &[Record]) -> String {
    let count = |outcome| records.iter().filter(|record| record.outcome == outcome).count();
    let [held, skipped, failed] = [Outcome::Held, Outcome::Skipped, Outcome::Failed].map(count);
    let took = records.iter().map(|record| record.took).sum();
    let counts = format!("{held} held, {skipped} skipped, {failed} failed, in {}.", at_length(took));
    let is_there = |goal: &Goal, engine: Engine| {
        records.iter().any(|record| record.goal == goal.name && record.engine == engine)
    };
    let all = ALL.iter().flat_map(|goal| goal.engines.iter().map(move |engine| (goal, *engine)));
    let left: Vec<String> = all
        .filter(|(goal, engine)| !is_there(goal, *engine))
        .map(|(goal, engine)| format!("{} on {engine}", goal.name))
        .collect();
    if left.is_empty() { counts } else { format!("{counts}\nNot tried: {}.", left.join(", ")) }
}

/// Every goal in a line.
fn overview(records: &[Record]) -> String {
    let mut text = String::from("| Goal | Promise | SQLite | PostgreSQL |\n|---|---|---|---|\n");
    for of_goal in goals(records) {
        let on = |engine| {
            let on = of_goal.iter().find(|record| record.engine == engine);
            on.map_or_else(
                || "–".to_owned(),
                |record| format!("{}{}, {}", word(record.outcome), size(record.size), at_length(record.took)),
            )
        };
        let [sqlite, postgres] = Engine::ALL.map(on);
        let name = &of_goal[0].goal;
        let _ = writeln!(text, "| {name} | {} | {sqlite} | {postgres} |", cell(goal(name).promise));
    }
    text
}

/// The records of each goal.
fn goals(records: &[Record]) -> impl Iterator<Item = &[Record]> {
    records.chunk_by(|one, other| one.goal == other.goal)
}

/// The goal of this name: records are of goals that there are.
fn goal(name: &str) -> Goal {
    let found = ALL.into_iter().find(|goal| goal.name == name);
    found.unwrap_or_else(|| unreachable!("{name} is a goal"))
}

/// Everything about a goal: a column for each engine.
fn part(records: &[Record]) -> String {
    let goal = goal(&records[0].goal);
    let mut text = format!("## {}: {}\n\n", goal.name, goal.promise);
    if !goal.note.is_empty() {
        let _ = writeln!(text, "{}\n", goal.note);
    }
    let engines: Vec<String> = records.iter().map(|record| record.engine.to_string()).collect();
    let _ = writeln!(text, "| | {} |\n|---|{}", engines.join(" | "), "---|".repeat(records.len()));
    for (name, told) in ROWS {
        let cells: Vec<String> = records.iter().map(|record| cell(&told(record))).collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    }
    text
}

/// A row of the part of a goal: its name, and what stands in it.
type Row = (&'static str, fn(&Record) -> String);

/// What is told of a proof.
const ROWS: [Row; 5] = [
    ("Rounds", |record| record.rounds.clone()),
    ("Result", |record| format!("{}: {}", word(record.outcome), record.result)),
    ("Negative control", |record| record.control.clone()),
    ("What fired", |record| record.fired.clone()),
    ("Made of", |record| record.of.clone()),
];

const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Held => "held",
        Outcome::Skipped => "skipped",
        Outcome::Failed => "**failed**",
    }
}

const fn size(size: Size) -> &'static str {
    match size {
        Size::Small => " at the small size",
        Size::Full => "",
    }
}

/// A text that stays in its cell.
fn cell(text: &str) -> String {
    text.replace('|', "/").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn record(goal: &str, engine: Engine, outcome: Outcome, result: &str) -> Record {
        Record {
            goal: goal.to_owned(),
            engine,
            size: Size::Full,
            outcome,
            result: result.to_owned(),
            rounds: String::new(),
            control: String::new(),
            fired: String::new(),
            took: Duration::from_millis(1_240),
            of: "a1".to_owned(),
        }
    }

    #[test]
    fn what_was_skipped_is_counted_apart_and_says_why() {
        let held = Record {
            fired: "a kill: 3".to_owned(),
            ..record("G1", Engine::Sqlite, Outcome::Held, "none lost")
        };
        let text = text(&[
            held,
            record("G1", Engine::Postgres, Outcome::Skipped, "no root"),
            record("G2", Engine::Postgres, Outcome::Failed, "lost | one"),
        ]);
        assert!(
            text.starts_with("1 held, 1 skipped, 1 failed, in 3.7 s.\nNot tried: G2 on SQLite, "),
            "{text}"
        );
        assert!(text.contains("| G1 | Of many who want the last seats at once, as many win as there are seats | held, 1.2 s | skipped, 1.2 s |"), "{text}");
        assert!(text.contains("| – | **failed**, 1.2 s |"), "{text}");
        assert!(text.contains("| What fired | a kill: 3 |  |"), "{text}");
        assert!(text.contains("| Result | held: none lost | skipped: no root |"), "{text}");
        assert!(text.contains("| Result | **failed**: lost / one |"), "{text}");
    }
}
