//! What the proofs have shown: a page of Markdown, and lines for whoever waits.

use std::fmt::Write as _;

use crate::{
    goals::ALL,
    ground::Engine,
    proof::{Findings, Goal, Size, Tried, Verdict},
    times::at_length,
};

/// One line about a proof that has just been made.
#[must_use]
pub fn line(tried: &Tried) -> String {
    let said = match &tried.verdict {
        Verdict::Held(findings) => format!("held: {}", findings.result),
        Verdict::Skipped(why) => format!("skipped: {why}"),
        Verdict::Failed(why) => format!("FAILED: {why}"),
    };
    format!("    {} on {}: {said} ({})", tried.goal.name, tried.engine, at_length(tried.took))
}

/// All of them: how many held, what was skipped and why, and a part for each goal.
#[must_use]
pub fn text(tried: &[Tried]) -> String {
    let mut text = counts(tried) + "\n\n" + &overview(tried);
    for goal in goals(tried) {
        text.push('\n');
        text.push_str(&part(goal));
    }
    text
}

fn counts(tried: &[Tried]) -> String {
    let count = |of: fn(&Verdict) -> bool| tried.iter().filter(|tried| of(&tried.verdict)).count();
    let held = count(|verdict| matches!(verdict, Verdict::Held(_)));
    let skipped = count(|verdict| matches!(verdict, Verdict::Skipped(_)));
    let failed = count(|verdict| matches!(verdict, Verdict::Failed(_)));
    let took = tried.iter().map(|tried| tried.took).sum();
    let counts = format!("{held} held, {skipped} skipped, {failed} failed, in {}.", at_length(took));
    let is_tried = |goal: &Goal| tried.iter().any(|tried| tried.goal.name == goal.name);
    let left: Vec<&str> = ALL.iter().filter(|goal| !is_tried(goal)).map(|goal| goal.name).collect();
    if left.is_empty() { counts } else { format!("{counts}\nNot tried: {}.", left.join(", ")) }
}

/// Every goal in a line.
fn overview(tried: &[Tried]) -> String {
    let mut text = String::from("| Goal | Promise | SQLite | PostgreSQL |\n|---|---|---|---|\n");
    for goal in goals(tried) {
        let on = |engine| {
            let on = goal.iter().find(|tried| tried.engine == engine);
            on.map_or_else(
                || "–".to_owned(),
                |tried| format!("{}{}, {}", word(&tried.verdict), size(tried.size), at_length(tried.took)),
            )
        };
        let promise = cell(goal[0].goal.promise);
        let [sqlite, postgres] = Engine::ALL.map(on);
        let _ = writeln!(text, "| {} | {promise} | {sqlite} | {postgres} |", goal[0].goal.name);
    }
    text
}

/// What was tried, by its goal.
fn goals(tried: &[Tried]) -> impl Iterator<Item = &[Tried]> {
    tried.chunk_by(|one, other| one.goal.name == other.goal.name)
}

/// Everything about a goal: a column for each engine.
fn part(goal: &[Tried]) -> String {
    let mut text = format!("## {}: {}\n\n", goal[0].goal.name, goal[0].goal.promise);
    if !goal[0].goal.note.is_empty() {
        let _ = writeln!(text, "{}\n", goal[0].goal.note);
    }
    let engines: Vec<String> = goal.iter().map(|tried| tried.engine.to_string()).collect();
    let _ = writeln!(text, "| | {} |\n|---|{}", engines.join(" | "), "---|".repeat(goal.len()));
    let columns: Vec<[String; ROWS.len()]> = goal.iter().map(|tried| column(&tried.verdict)).collect();
    for (row, name) in ROWS.iter().enumerate() {
        let cells: Vec<String> = columns.iter().map(|column| cell(&column[row])).collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    }
    text
}

/// What is told of a proof.
const ROWS: [&str; 4] = ["Rounds", "Result", "Negative control", "What fired"];

fn column(verdict: &Verdict) -> [String; ROWS.len()] {
    let nothing_but = |result| [String::new(), result, String::new(), String::new()];
    match verdict {
        Verdict::Held(findings) => [
            findings.rounds.clone(),
            format!("held: {}", findings.result),
            findings.control.clone(),
            fired(findings),
        ],
        Verdict::Skipped(why) => nothing_but(format!("skipped: {why}")),
        Verdict::Failed(why) => nothing_but(format!("**failed**: {why}")),
    }
}

fn fired(findings: &Findings) -> String {
    let fired = findings.sometimes.iter().map(|(what, times)| format!("{what}: {times}"));
    fired.collect::<Vec<_>>().join(", ")
}

const fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Held(_) => "held",
        Verdict::Skipped(_) => "skipped",
        Verdict::Failed(_) => "**failed**",
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
    fn tried(name: &'static str, engine: Engine, verdict: Verdict) -> Tried {
        let prove = |_: &_| Ok(Findings::default());
        let goal = Goal { name, promise: "Nothing", note: "", engines: &Engine::ALL, prove };
        Tried { goal, engine, size: Size::Full, verdict, took: Duration::from_millis(1_240) }
    }

    #[test]
    fn what_was_skipped_is_counted_apart_and_says_why() {
        let findings = Findings { sometimes: vec![("a kill", 3)], ..Findings::default() };
        let text = text(&[
            tried("G0", Engine::Sqlite, Verdict::Held(findings)),
            tried("G0", Engine::Postgres, Verdict::Skipped("no root".to_owned())),
            tried("G1", Engine::Postgres, Verdict::Failed("lost | one".to_owned())),
        ]);
        assert!(text.starts_with("1 held, 1 skipped, 1 failed, in 3.7 s.\n"), "{text}");
        assert!(text.contains("| G0 | Nothing | held, 1.2 s | skipped, 1.2 s |"), "{text}");
        assert!(text.contains("| G1 | Nothing | – | **failed**, 1.2 s |"), "{text}");
        assert!(text.contains("| What fired | a kill: 3 |  |"), "{text}");
        assert!(text.contains("| Result | held:  | skipped: no root |"), "{text}");
        assert!(text.contains("| Result | **failed**: lost / one |"), "{text}");
    }
}
