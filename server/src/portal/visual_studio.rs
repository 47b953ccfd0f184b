//! Seats: the effects of the commands that move them.
//!
//! Owns what is written; refuses to know when: `SeatPool`, `Seat` and `UndoFacts` decide on facts read in the same
//! transaction.

use domain::{
    day::Day,
    event::Event,
    id::{BenefitId, EventId, SeatAssignmentId, SeatId, UserId},
    outcome::Outcome,
    role::Action,
    visual_studio::{SeatChange, SeatRefusal, UndoFacts},
};

use super::{
    Failure,
    door::Act,
    facts::{PoolFacts, Prospect, Terms},
};
use crate::{
    db::{events, seat_assignments::changes, users},
    random,
};

/// Assigns a seat of the pool `benefit` to `holder`.
pub async fn assign_seat(act: &mut Act<'_>, benefit: BenefitId, holder: UserId) -> Result<Outcome, Failure> {
    let terms = act.terms().await?;
    let facts = terms.seat_pool(act.tx, benefit).await?.ok_or(Failure::NotFound)?;
    let prospect = prospect(act, &terms, &facts, holder).await?;
    let assigned = facts.pool.assign(&prospect.holder, &act.policy, act.now.today)?;
    let began = begin(act, &facts, assigned.seat, holder).await?;
    let (seat, locked_until, change) = (assigned.seat, assigned.locked_until, SeatChange::Assigned(began));
    let event = act.log(&Event::SeatAssigned { benefit, seat, holder, locked_until, change }).await?;
    Ok(Outcome::SeatAssigned { benefit, seat, holder, name: prospect.person.name, event })
}

/// Takes `seat` back from its holder.
pub async fn remove_seat(act: &mut Act<'_>, seat: SeatId) -> Result<Outcome, Failure> {
    let terms = act.terms().await?;
    let facts = terms.pool_of_seat(act.tx, seat).await?.ok_or(Failure::NotFound)?;
    let removed = facts.pool.remove(seat, &act.policy, act.now.today)?;
    let (benefit, locked_until) = (facts.benefit.id, removed.locked_until);
    let ended = end(act, seat, locked_until).await?;
    let change = SeatChange::Removed(ended);
    let logged = Event::SeatRemoved { benefit, seat, holder: removed.holder, locked_until, change };
    let event = act.log(&logged).await?;
    let name = name(act, removed.holder).await?;
    Ok(Outcome::SeatRemoved { benefit, seat, name, locked_until, event })
}

/// Takes `seat` back and assigns it to `holder`, in one act.
pub async fn reassign_seat(act: &mut Act<'_>, seat: SeatId, holder: UserId) -> Result<Outcome, Failure> {
    let terms = act.terms().await?;
    let facts = terms.pool_of_seat(act.tx, seat).await?.ok_or(Failure::NotFound)?;
    // Ended first, so that the old holder's seat does not count against the new one's country; a refusal undoes both.
    let ended = end(act, seat, None).await?;
    let prospect = prospect(act, &terms, &facts, holder).await?;
    let moved = facts.pool.reassign(seat, &prospect.holder, &act.policy, act.now.today)?;
    let began = begin(act, &facts, seat, holder).await?;
    let benefit = facts.benefit.id;
    let change = SeatChange::Reassigned { ended, began };
    let event =
        act.log(&Event::SeatReassigned { benefit, seat, from: moved.from, to: moved.to, change }).await?;
    let from = name(act, moved.from).await?;
    Ok(Outcome::SeatReassigned { benefit, seat, from, to: prospect.person.name, event })
}

/// Confirms that the holder of `seat` has activated it.
pub async fn confirm_activation(act: &mut Act<'_>, seat: SeatId) -> Result<Outcome, Failure> {
    let terms = act.terms().await?;
    let facts = terms.pool_of_seat(act.tx, seat).await?.ok_or(Failure::NotFound)?;
    let known = facts.pool.seats.iter().find(|known| known.id == seat).ok_or(Failure::NotFound)?;
    let for_others = act.rights.allow(Action::ConfirmForOthers, &act.policy).is_ok();
    let activated = known.confirm(act.caller.user, for_others)?;
    changes::activate(act.tx, seat, act.caller.user, act.now).await?;
    let benefit = facts.benefit.id;
    let _ = act.log(&Event::SeatActivated { benefit, seat, holder: activated.holder }).await?;
    let name = name(act, activated.holder).await?;
    Ok(Outcome::SeatActivated { benefit, seat, name })
}

/// Undoes the change of a seat that the entry `event` tells of.
pub async fn undo_seat_change(act: &mut Act<'_>, event: EventId) -> Result<Outcome, Failure> {
    let entry = events::of_seat(act.tx, act.company, event).await?.ok_or(Failure::NotFound)?;
    let (Event::SeatAssigned { benefit, change, .. }
    | Event::SeatRemoved { benefit, change, .. }
    | Event::SeatReassigned { benefit, change, .. }) = entry.event
    else {
        return Err(Failure::NotFound);
    };
    let by = entry.by.ok_or(Failure::NotFound)?;
    let overtaken = entry.is_overtaken || has_found_another(act, change).await?;
    let facts = UndoFacts { seat: entry.seat, change, by, at: entry.at, overtaken };
    match facts.undo(act.caller.user, act.now.at)? {
        SeatChange::Assigned(began) => changes::take_back_beginning(act.tx, began, act.now).await?,
        SeatChange::Removed(ended) => changes::take_back_end(act.tx, ended).await?,
        SeatChange::Reassigned { ended, began } => {
            changes::take_back_beginning(act.tx, began, act.now).await?;
            changes::take_back_end(act.tx, ended).await?;
        }
    }
    let _ = act.log(&Event::SeatChangeUndone { benefit, seat: entry.seat, undone: event }).await?;
    Ok(Outcome::SeatChangeUndone { benefit, seat: entry.seat })
}

/// Whether the person who would get the seat back has found another one.
async fn has_found_another(act: &mut Act<'_>, change: SeatChange) -> Result<bool, Failure> {
    match change {
        SeatChange::Assigned(_) => Ok(false),
        SeatChange::Removed(ended) | SeatChange::Reassigned { ended, .. } => {
            Ok(changes::holder_has_another(act.tx, ended).await?)
        }
    }
}

/// The facts of the person who is to hold a seat; somebody of another company is nobody.
async fn prospect(
    act: &mut Act<'_>,
    terms: &Terms<'_>,
    facts: &PoolFacts,
    holder: UserId,
) -> Result<Prospect, Failure> {
    terms.holder(act.tx, &facts.benefit.product, holder).await?.ok_or(Failure::NotFound)
}

/// Writes the assignment; who was faster in between has won.
async fn begin(
    act: &mut Act<'_>,
    facts: &PoolFacts,
    seat: SeatId,
    holder: UserId,
) -> Result<SeatAssignmentId, Failure> {
    let id = SeatAssignmentId::from_uuid(random::uuid(act.now.at));
    let (company, product, by) = (act.company, &facts.benefit.product, act.caller.user);
    let new = changes::New { id, seat, company, product, holder, by };
    if changes::begin(act.tx, new, act.now).await? {
        Ok(id)
    } else {
        Err(domain::refusal::Refusal::Stale.into())
    }
}

/// Writes that whoever holds `seat` no longer does.
async fn end(
    act: &mut Act<'_>,
    seat: SeatId,
    locked_until: Option<Day>,
) -> Result<SeatAssignmentId, Failure> {
    let ended = changes::end(act.tx, seat, act.caller.user, act.now, locked_until).await?;
    Ok(ended.ok_or(SeatRefusal::NotHeld)?)
}

async fn name(act: &mut Act<'_>, user: UserId) -> Result<String, Failure> {
    Ok(users::changes::name(act.tx, user).await?)
}
