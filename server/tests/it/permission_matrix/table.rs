//! The tables of answers, as a person reviews them: an operation in each row, somebody who asks in each column.

use std::fmt::Write as _;

use super::{
    cast::{Asking, Whose},
    objects::Named,
};

/// The rows, each with an answer for everybody.
pub struct Table {
    columns: Vec<&'static str>,
    legend: String,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// A table for those who ask, whose rows are `rows`.
    pub fn new(all: &[Asking], rows: impl IntoIterator<Item = String>) -> Self {
        let legend = all.iter().fold(String::new(), |mut legend, asking| {
            writeln!(legend, "{}  {}", asking.code, asking.who).unwrap();
            legend
        });
        let columns = all.iter().map(|asking| asking.code).collect();
        Self { columns, legend, rows: rows.into_iter().map(|row| (row, Vec::new())).collect() }
    }

    /// Notes the next answer in the row, in the order of the columns.
    pub fn note(&mut self, row: usize, answer: String) {
        self.rows[row].1.push(answer);
    }

    /// The text of it. Every cell was run.
    pub fn text(&self, signs: &str) -> String {
        let widest = self.rows.iter().map(|(row, _)| row.chars().count()).max().unwrap_or_default();
        let line = |row: &str, cells: Vec<&str>| {
            let cells: Vec<_> = cells.iter().map(|cell| format!("{cell:<4}")).collect();
            format!("{row:<widest$}  {}\n", cells.join(" ").trim_end())
        };
        let mut text = format!("{}{signs}\n{}", self.legend, line("", self.columns.clone()));
        for (row, answers) in &self.rows {
            assert_eq!(answers.len(), self.columns.len(), "{row} was not run for everybody");
            text += &line(row, answers.iter().map(String::as_str).collect());
        }
        text
    }
}

/// An operation, with the things that it names whose they are: `assign-seat benefit=own holder=other`.
pub fn row(label: &str, things: &[Named], way: &[Whose]) -> String {
    let named = things.iter().zip(way).map(|((name, _), whose)| format!(" {name}={}", whose.word()));
    format!("{label}{}", named.collect::<String>())
}
