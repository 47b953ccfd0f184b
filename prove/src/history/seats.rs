//! Who holds which seat: the least that is true of it, written anew.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use domain::id::{SeatId, UserId};

/// That somebody holds a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub holder: UserId,
    /// Whether it is activated.
    pub is_activated: bool,
}

/// The seats of one subscription that are held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats(BTreeMap<SeatId, Holding>);

impl Seats {
    /// These.
    #[must_use]
    pub fn of_rows(rows: impl IntoIterator<Item = (SeatId, Holding)>) -> Self {
        Self(rows.into_iter().collect())
    }

    /// Who holds a seat.
    #[must_use]
    pub fn of(&self, seat: SeatId) -> Option<Holding> {
        self.0.get(&seat).copied()
    }

    /// Whether a person holds one.
    #[must_use]
    pub fn holds(&self, person: UserId) -> bool {
        self.0.values().any(|held| held.holder == person)
    }

    /// A person gets a seat that nobody holds, and holds no other.
    ///
    /// # Errors
    /// Who holds what already.
    pub fn begin(&mut self, seat: SeatId, holder: UserId) -> Result<()> {
        ensure!(self.of(seat).is_none(), "{seat} has two holders, {holder} among them");
        self.restore(seat, Some(Holding { holder, is_activated: false }))
    }

    /// The person who holds a seat holds it no more.
    ///
    /// # Errors
    /// That somebody else held it.
    pub fn end(&mut self, seat: SeatId, holder: UserId) -> Result<()> {
        let held = self.0.remove(&seat).with_context(|| format!("nobody held {seat}"))?;
        ensure!(held.holder == holder, "{seat} was taken from {holder}, but {} held it", held.holder);
        Ok(())
    }

    /// The person who holds a seat activates it, once.
    ///
    /// # Errors
    /// That it was not so.
    pub fn activate(&mut self, seat: SeatId, holder: UserId) -> Result<()> {
        let held = self.0.get_mut(&seat).with_context(|| format!("nobody held {seat}"))?;
        ensure!(held.holder == holder && !held.is_activated, "{seat} was activated by {holder}: {held:?}");
        held.is_activated = true;
        Ok(())
    }

    /// A seat is as it was.
    ///
    /// # Errors
    /// Who holds what already.
    pub fn restore(&mut self, seat: SeatId, was: Option<Holding>) -> Result<()> {
        let now = self.0.remove(&seat);
        if let Some(was) = was {
            let is_new = now.is_none_or(|now| now.holder != was.holder);
            ensure!(!is_new || !self.holds(was.holder), "{} has two seats, {seat} among them", was.holder);
            self.0.insert(seat, was);
        }
        Ok(())
    }
}
