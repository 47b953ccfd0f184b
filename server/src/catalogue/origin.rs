//! From a place in the catalogue back to its place in the file.
//!
//! Owns the difference between the two: products stand in five lists, and one entry can be several packages.

use std::{fmt::Write as _, ops::Range};

use domain::programme::{Place, Step};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::section::Section;

/// Where a product stands in the file.
pub(super) struct Origin {
    list: &'static str,
    index: usize,
    /// For each package its entry, and its language within the entry when the entry names languages.
    packages: Vec<(usize, Option<usize>)>,
}

/// Where all products stand in the file, in the order of the catalogue.
#[derive(Default)]
pub(super) struct Origins(Vec<Origin>);

impl Origin {
    pub(super) const fn new(list: &'static str, index: usize) -> Self {
        Self { list, index, packages: Vec::new() }
    }

    pub(super) fn packages(&mut self, more: impl Iterator<Item = (usize, Option<usize>)>) {
        self.packages.extend(more);
    }

    /// The steps in the file for the steps below a product.
    fn steps(&self, below: &[Step]) -> Vec<Step> {
        let mut steps = vec![Step::Field(self.list), Step::Item(self.index)];
        match below {
            [Step::Field("packages"), Step::Item(nth), rest @ ..] => {
                steps.push(Step::Field("packages"));
                if let Some((entry, language)) = self.packages.get(*nth) {
                    steps.push(Step::Item(*entry));
                    match (rest, language) {
                        ([Step::Field("language")], Some(language)) => {
                            steps.extend([Step::Field("languages"), Step::Item(*language)]);
                        }
                        ([Step::Field("language")], None) => {}
                        _ => steps.extend(rest),
                    }
                }
            }
            _ => steps.extend(below),
        }
        steps
    }
}

impl Origins {
    pub(super) fn push(&mut self, origin: Origin) {
        self.0.push(origin);
    }

    /// The span and the path of a place; the span is that of the nearest thing around it that is written.
    pub(super) fn locate(&self, root: &Section<'_, '_>, place: &Place) -> (Option<Range<usize>>, String) {
        let steps = match place.steps() {
            [Step::Field("products"), Step::Item(nth), below @ ..] => {
                self.0.get(*nth).map_or_else(Vec::new, |origin| origin.steps(below))
            }
            steps => steps.to_vec(),
        };
        (span(root.table(), &steps), path(&steps))
    }
}

fn span(table: &DeTable<'_>, steps: &[Step]) -> Option<Range<usize>> {
    let (Step::Field(first), below) = steps.split_first()? else { return None };
    let mut found: &Spanned<DeValue<'_>> = table.get(*first)?;
    for step in below {
        let deeper = match step {
            Step::Field(name) => found.get_ref().get(*name),
            Step::Item(index) => found.get_ref().get(*index),
        };
        let Some(deeper) = deeper else { break };
        found = deeper;
    }
    Some(found.span())
}

fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let _ = match step {
            Step::Field(name) if path.is_empty() => write!(path, "{name}"),
            Step::Field(name) => write!(path, ".{name}"),
            Step::Item(index) => write!(path, "[{index}]"),
        };
    }
    path
}
