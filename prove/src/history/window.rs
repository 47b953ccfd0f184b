//! The clock of those who asked, against the order of the log.

use std::{collections::BTreeMap, time::Instant};

use anyhow::{Result, ensure};
use domain::id::EventId;

use super::Asked;
use crate::forms::Said;

/// When the changes whose place in the log is known began and ended.
#[derive(Debug)]
pub struct Windows {
    /// By the end: the highest place of all that had ended then.
    ended: Vec<(Instant, usize)>,
    /// By the beginning: the lowest place of all that began then or later.
    begun: Vec<(Instant, usize)>,
}

impl Windows {
    /// Those of all changes that were asked for.
    ///
    /// # Errors
    /// Two changes of which the one had ended before the other began, and which stand the other way round in the log.
    pub fn of(asked: &[Asked], positions: &BTreeMap<EventId, usize>) -> Result<Self> {
        let place = |asked: &Asked| match &asked.said {
            Said::Done(outcome, _) => positions.get(&outcome.undoable()?).copied(),
            _ => None,
        };
        let mut placed: Vec<(usize, &Asked)> =
            asked.iter().filter_map(|asked| Some((place(asked)?, asked))).collect();
        placed.sort_by_key(|(place, _)| *place);
        let mut latest: Option<Instant> = None;
        for (place, asked) in &placed {
            let is_late = latest.is_some_and(|latest| asked.ended < latest);
            ensure!(!is_late, "entry {place} had been answered before an earlier one was asked for");
            latest = latest.max(Some(asked.begun));
        }
        let mut ended: Vec<_> = placed.iter().map(|(place, asked)| (asked.ended, *place)).collect();
        ended.sort();
        let mut highest = 0;
        for (_, place) in &mut ended {
            highest = highest.max(*place);
            *place = highest;
        }
        let mut begun: Vec<_> = placed.iter().map(|(place, asked)| (asked.begun, *place)).collect();
        begun.sort();
        let mut lowest = usize::MAX;
        for (_, place) in begun.iter_mut().rev() {
            lowest = lowest.min(*place);
            *place = lowest;
        }
        Ok(Self { ended, begun })
    }

    /// The first and the last state in which something can have been judged: after all that had ended before it, and before
    /// all that began after it.
    #[must_use]
    pub fn around(&self, asked: &Asked) -> (usize, usize) {
        let before = self.ended.partition_point(|(ended, _)| *ended < asked.begun);
        let first = before.checked_sub(1).map_or(0, |index| self.ended[index].1);
        let after = self.begun.partition_point(|(begun, _)| *begun <= asked.ended);
        let last = self.begun.get(after).map_or(usize::MAX, |(_, place)| place - 1);
        (first, last)
    }
}
