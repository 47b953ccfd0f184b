//! Histories of seats: what clients asked for and were told, and what the log says happened, held to each other.
//!
//! The log is an order of all changes. It is right when it is an order in which everything could have happened one after the
//! other, ends in the state that is there, agrees with the clock of those who asked, holds what they were told, and leaves a
//! moment for every refusal at which it was right. Refuses to use any rule of the product’s code: these are written anew.

mod seats;
mod window;

use std::{collections::BTreeMap, time::Instant};

use anyhow::{Context, Result, bail, ensure};
use domain::{
    command::Command,
    event::Event,
    id::{BenefitId, EventId, SeatId},
    outcome::Outcome,
    refusal::Refusal,
    visual_studio::SeatRefusal,
};

pub use seats::{Holding, Seats};
use window::Windows;

use crate::forms::Said;

/// Something that was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// When it was sent.
    pub begun: Instant,
    /// When the answer was there.
    pub ended: Instant,
    /// What.
    pub command: Command,
    /// What the answer said.
    pub said: Said,
}

/// Everything that there is to know about a run.
#[derive(Clone, Debug)]
pub struct History {
    /// The pool of every seat.
    pub pools: BTreeMap<SeatId, BenefitId>,
    /// Who held which seat before.
    pub before: Seats,
    /// The log since then, in its order.
    pub log: Vec<(EventId, Event)>,
    /// What was asked for.
    pub asked: Vec<Asked>,
    /// Who holds which seat now.
    pub after: Seats,
}

impl History {
    /// Holds everything to each other, and says for how many refusals a moment was found.
    ///
    /// # Errors
    /// What does not agree.
    pub fn check(&self) -> Result<usize> {
        let states = self.replay()?;
        let last = states.last().context("there is a state before everything")?;
        ensure!(*last == self.after, "the log ends in another state than the table");
        let positions: BTreeMap<EventId, usize> =
            self.log.iter().enumerate().map(|(place, (event, _))| (*event, place + 1)).collect();
        self.told(&positions)?;
        let windows = Windows::of(&self.asked, &positions)?;
        self.refusals(&states, &windows)
    }

    /// Keeps the entries that tell of a change of a seat, and no others.
    pub fn keep_changes(&mut self) {
        self.log.retain(|(_, event)| seat(event).is_some());
    }

    /// The states between the entries of the log, one after the other: as many as entries, and the one before.
    fn replay(&self) -> Result<Vec<Seats>> {
        let mut states = vec![self.before.clone()];
        let mut changed: BTreeMap<EventId, (SeatId, Option<Holding>)> = BTreeMap::new();
        let mut latest: BTreeMap<SeatId, EventId> = BTreeMap::new();
        for (id, event) in &self.log {
            let mut seats = states.last().context("there is a state before")?.clone();
            let Some(seat) = seat(event) else {
                states.push(seats);
                continue;
            };
            let was = seats.of(seat);
            match event {
                Event::SeatAssigned { holder, benefit, .. } => {
                    ensure!(self.pools.get(&seat) == Some(benefit), "{seat} is not a seat of {benefit}");
                    seats.begin(seat, *holder)?;
                }
                Event::SeatRemoved { holder, .. } => seats.end(seat, *holder)?,
                Event::SeatReassigned { from, to, .. } => {
                    seats.end(seat, *from)?;
                    seats.begin(seat, *to)?;
                }
                Event::SeatActivated { holder, .. } => seats.activate(seat, *holder)?,
                Event::SeatChangeUndone { undone, .. } => {
                    ensure!(
                        latest.get(&seat) == Some(undone),
                        "something was undone that was not the latest of {seat}"
                    );
                    let (_, before) = changed.get(undone).context("something unknown was undone")?;
                    seats.restore(seat, *before)?;
                }
                _ => bail!("{event:?} is about a seat"),
            }
            changed.insert(*id, (seat, was));
            latest.insert(seat, *id);
            states.push(seats);
        }
        Ok(states)
    }

    /// Whatever somebody was told was done is in the log once, and nothing else is.
    fn told(&self, positions: &BTreeMap<EventId, usize>) -> Result<()> {
        let (mut named, mut others) = (0, 0);
        for asked in &self.asked {
            let Said::Done(outcome, _) = &asked.said else { continue };
            match outcome.undoable() {
                Some(event) => {
                    let place = positions.get(&event).context("something was told that is not in the log")?;
                    let (_, logged) = &self.log[place - 1];
                    ensure!(is_of(logged, outcome), "{outcome:?} was told of {logged:?}");
                    named += 1;
                }
                None => others += 1,
            }
        }
        let in_log = self.log.iter().filter(|(_, event)| seat(event).is_some()).count();
        ensure!(
            in_log == named + others,
            "{in_log} changes are in the log, and {} were told",
            named + others
        );
        Ok(())
    }

    /// For every refusal there is a moment, between those before and those after it, at which it was right.
    fn refusals(&self, states: &[Seats], windows: &Windows) -> Result<usize> {
        let mut refused = 0;
        for asked in &self.asked {
            match &asked.said {
                Said::Done(..) => {}
                Said::Refused(refusal) => {
                    let (first, last) = windows.around(asked);
                    let last = last.min(states.len() - 1);
                    let is_right = |state: &Seats| self.is_right(&asked.command, refusal, state);
                    let found = is_overtaken(refusal) || states[first..=last].iter().any(is_right);
                    ensure!(found, "{:?} was refused by {refusal:?}, which was never right", asked.command);
                    refused += usize::from(!is_overtaken(refusal));
                }
                said => bail!("{:?} was told {said:?}", asked.command),
            }
        }
        Ok(refused)
    }

    /// Whether the refusal is right in this state.
    fn is_right(&self, command: &Command, refusal: &Refusal, state: &Seats) -> bool {
        let Refusal::Seat(refusal) = refusal else { return false };
        let (seat, person) = match command {
            Command::AssignSeat { holder, .. } => (None, Some(*holder)),
            Command::ReassignSeat { seat, holder } => (Some(*seat), Some(*holder)),
            Command::RemoveSeat { seat } | Command::ConfirmActivation { seat } => (Some(*seat), None),
            _ => (None, None),
        };
        let held = seat.and_then(|seat| state.of(seat));
        match refusal {
            SeatRefusal::NoSeatLeft { .. } => match command {
                Command::AssignSeat { benefit, .. } => {
                    self.pools.iter().all(|(seat, pool)| pool != benefit || state.of(*seat).is_some())
                }
                _ => false,
            },
            SeatRefusal::AlreadyHolds { .. } => person.is_some_and(|person| state.holds(person)),
            SeatRefusal::NotHeld => seat.is_some() && held.is_none(),
            SeatRefusal::SameHolder => person.is_some() && held.map(|held| held.holder) == person,
            SeatRefusal::AlreadyActivated => held.is_some_and(|held| held.is_activated),
            _ => false,
        }
    }
}

/// An undo of what others have changed since is refused, and stays so: `replay` sees that none is let through.
const fn is_overtaken(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Seat(SeatRefusal::UndoOvertaken | SeatRefusal::UndoTooLate))
}

/// The seat that an entry of the log is about.
const fn seat(event: &Event) -> Option<SeatId> {
    match event {
        Event::SeatAssigned { seat, .. }
        | Event::SeatRemoved { seat, .. }
        | Event::SeatReassigned { seat, .. }
        | Event::SeatActivated { seat, .. }
        | Event::SeatChangeUndone { seat, .. } => Some(*seat),
        _ => None,
    }
}

/// Whether an outcome is that of an entry.
fn is_of(event: &Event, outcome: &Outcome) -> bool {
    match (event, outcome) {
        (
            Event::SeatAssigned { seat, holder, .. },
            Outcome::SeatAssigned { seat: told, holder: person, .. },
        ) => (seat, holder) == (told, person),
        (Event::SeatRemoved { seat, .. }, Outcome::SeatRemoved { seat: told, .. })
        | (Event::SeatReassigned { seat, .. }, Outcome::SeatReassigned { seat: told, .. }) => seat == told,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
