//! A pool: the seats that one offer grants, and who may have one of them.

use serde::{Deserialize, Serialize};

use super::{Seat, SeatAssigned, SeatReassigned, SeatRefusal, SeatRemoved};
use crate::{
    company::Country,
    day::Day,
    entitlement::PoolTitle,
    id::{SeatId, UserId},
    policy::{GuestBenefit, Policy},
    role::Standing,
};

/// The facts of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatPool {
    /// The last day on which its seats can be assigned and used: renewal date + 30 (R52).
    pub usable_until: Day,
    /// The most seats of this subscription that one country may have, over all pools (R6).
    pub country_cap: Option<u32>,
    /// The seats, by number.
    pub seats: Vec<Seat>,
}

/// The facts of a person who is to hold a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Who it is.
    pub user: UserId,
    /// Where the person stands in the company.
    pub standing: Standing,
    /// Whether the person is a guest.
    pub is_guest: bool,
    /// Whether the address is a shared mailbox (R51).
    pub has_shared_mailbox: bool,
    /// The pool of which the person holds a seat of the same subscription (R46).
    pub holds: Option<PoolTitle>,
    /// The country of the person's location.
    pub country: Country,
    /// Seats of this subscription that people of that country hold, over all pools.
    pub held_in_country: u32,
}

/// Whether a pool whose seats could be used until that day has ended: none of them is free then (R52).
#[must_use]
pub fn has_ended(usable_until: Day, today: Day) -> bool {
    usable_until < today
}

impl SeatPool {
    /// The seats that are held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.seats.iter().filter(|seat| seat.state.holder().is_some()).count()
    }

    /// The seats that nobody has and anybody may have on `today`: none once the pool has ended.
    pub fn free(&self, today: Day) -> impl Iterator<Item = &Seat> {
        let is_open = !has_ended(self.usable_until, today);
        self.seats.iter().filter(move |seat| is_open && seat.state.is_free(today))
    }

    /// Whether no seat could go to a new person on `today`.
    #[must_use]
    pub fn is_full(&self, today: Day) -> bool {
        !self.seats.iter().any(|seat| seat.state.is_free(today))
    }

    /// Whether a seat can be assigned at all, to somebody who has had none.
    ///
    /// # Errors
    /// [`SeatRefusal`] when the pool is closed, full or locked.
    pub fn can_assign(&self, today: Day) -> Result<(), SeatRefusal> {
        self.is_open(today)?;
        self.free_seat(None, today).map(|_| ())
    }

    /// Whether `holder` may hold a seat, whichever pool it is of; for a picker that says so beforehand.
    ///
    /// # Errors
    /// [`SeatRefusal`] that concerns the person.
    pub fn accepts(&self, holder: &Holder, policy: &Policy) -> Result<(), SeatRefusal> {
        if holder.standing != Standing::Active {
            return Err(SeatRefusal::HolderNotActive);
        }
        if holder.is_guest && !policy.guests_may_hold.contains(&GuestBenefit::VisualStudio) {
            return Err(SeatRefusal::GuestsMayNotHold);
        }
        if holder.has_shared_mailbox {
            return Err(SeatRefusal::SharedMailbox);
        }
        if let Some(pool) = &holder.holds {
            return Err(SeatRefusal::AlreadyHolds { pool: pool.clone() });
        }
        match self.country_cap {
            Some(cap) if holder.held_in_country >= cap => {
                Err(SeatRefusal::CountryFull { country: holder.country, cap })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Assigns a seat to `holder` (R45 to R47, R51): the one kept for that person, else the first free one.
    ///
    /// # Errors
    /// [`SeatRefusal`] that concerns the pool or the person.
    pub fn assign(&self, holder: &Holder, policy: &Policy, today: Day) -> Result<SeatAssigned, SeatRefusal> {
        self.is_open(today)?;
        self.accepts(holder, policy)?;
        let seat = self.free_seat(Some(holder.user), today)?;
        Ok(SeatAssigned { seat: seat.id, holder: holder.user, locked_until: seat.state.locked_until(today) })
    }

    /// Takes a seat of this pool back from its holder.
    ///
    /// # Errors
    /// [`SeatRefusal::NotHeld`].
    pub fn remove(&self, seat: SeatId, policy: &Policy, today: Day) -> Result<SeatRemoved, SeatRefusal> {
        self.seat(seat)?.remove(self.is_full(today), policy, today)
    }

    /// Moves a held seat to `holder` in one act; where the old holder's time locks it, nothing changes (R48, R49).
    ///
    /// # Errors
    /// [`SeatRefusal`] that concerns the pool, the seat or the person.
    pub fn reassign(
        &self,
        seat: SeatId,
        holder: &Holder,
        policy: &Policy,
        today: Day,
    ) -> Result<SeatReassigned, SeatRefusal> {
        self.is_open(today)?;
        let removed = self.remove(seat, policy, today)?;
        if removed.holder == holder.user {
            return Err(SeatRefusal::SameHolder);
        }
        if let Some(day) = removed.locked_until {
            return Err(SeatRefusal::TooSoon { day });
        }
        self.accepts(holder, policy)?;
        Ok(SeatReassigned { seat, from: removed.holder, to: holder.user })
    }

    /// Whether a held seat can move to somebody else now; for a page that says so beforehand.
    ///
    /// # Errors
    /// [`SeatRefusal`] that concerns the pool or the seat.
    pub fn can_reassign(&self, seat: SeatId, policy: &Policy, today: Day) -> Result<(), SeatRefusal> {
        self.is_open(today)?;
        match self.remove(seat, policy, today)?.locked_until {
            Some(day) => Err(SeatRefusal::TooSoon { day }),
            None => Ok(()),
        }
    }

    /// The seat with this identity; one that is gone is nobody's.
    fn seat(&self, id: SeatId) -> Result<&Seat, SeatRefusal> {
        self.seats.iter().find(|seat| seat.id == id).ok_or(SeatRefusal::NotHeld)
    }

    fn is_open(&self, today: Day) -> Result<(), SeatRefusal> {
        if has_ended(self.usable_until, today) {
            Err(SeatRefusal::PoolClosed { since: self.usable_until })
        } else {
            Ok(())
        }
    }

    fn free_seat(&self, holder: Option<UserId>, today: Day) -> Result<&Seat, SeatRefusal> {
        let kept = |seat: &&Seat| holder.is_some_and(|holder| seat.state.is_kept_for(holder, today));
        let free = |seat: &&Seat| seat.state.is_free(today);
        let seat = self.seats.iter().find(kept).or_else(|| self.seats.iter().find(free));
        seat.ok_or_else(|| match self.seats.iter().filter_map(|seat| seat.state.locked_until(today)).min() {
            Some(day) => SeatRefusal::LockedUntil { day },
            None => SeatRefusal::NoSeatLeft { granted: u32::try_from(self.seats.len()).unwrap_or(u32::MAX) },
        })
    }
}
