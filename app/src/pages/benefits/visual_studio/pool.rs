//! What the parts of an open pool ask of the rules: which acts are open to the viewer, and which seats there are.
//!
//! Owns the order of the questions, which is the door's: first the role, then the state. Refuses to word an answer.

use std::sync::Arc;

use domain::{
    day::Day,
    id::{BenefitId, SeatId, UserId},
    programme::{Details, Family, VisualStudioDetails},
    refusal::Refusal,
    role::{Action, Standing},
    visual_studio::{Holder, SeatRefusal},
};

use crate::{
    portal::{BenefitQuery, Holding, LedgerRow, PoolOpen, Viewpoint},
    routes,
};

/// An open pool, as all parts of the detail share it.
#[derive(Clone)]
pub struct Pool(Arc<Facts>);

struct Facts {
    benefit: BenefitId,
    viewpoint: Viewpoint,
    open: PoolOpen,
    query: BenefitQuery,
}

impl Pool {
    /// The pool `benefit`, seen by `viewpoint` at the address `query`.
    pub fn new(benefit: BenefitId, viewpoint: Viewpoint, open: PoolOpen, query: BenefitQuery) -> Self {
        Self(Arc::new(Facts { benefit, viewpoint, open, query }))
    }

    /// Its identity.
    pub fn benefit(&self) -> BenefitId {
        self.0.benefit
    }

    /// Who looks.
    pub fn viewpoint(&self) -> &Viewpoint {
        &self.0.viewpoint
    }

    /// Its view.
    pub fn open(&self) -> &PoolOpen {
        &self.0.open
    }

    /// The address of the page.
    pub fn query(&self) -> &BenefitQuery {
        &self.0.query
    }

    /// The address of the page with `seat` about to be reassigned, or none.
    pub fn href(&self, seat: Option<SeatId>) -> String {
        let query = BenefitQuery { seat, ..self.0.query.opening(Some(self.0.benefit)) };
        query.to_href(routes::tab(Family::VisualStudio))
    }

    /// The date of the page.
    pub fn today(&self) -> Day {
        self.0.viewpoint.now.today
    }

    /// How many seats there are.
    pub fn granted(&self) -> usize {
        self.0.open.pool.seats.len()
    }

    /// What the catalogue says of the subscription.
    pub fn details(&self) -> Option<&VisualStudioDetails> {
        match &self.0.open.details {
            Details::VisualStudio(details) => Some(details),
            Details::Software(_) | Details::Cloud(_) | Details::Technical(_) | Details::GoToMarket(_) => None,
        }
    }

    /// How many seats anybody can have.
    pub fn free(&self) -> usize {
        self.0.open.pool.free(self.today()).count()
    }

    /// The numbers of the seats that nobody has: free ones, unless the pool has ended.
    pub fn numbers_left(&self) -> Vec<u32> {
        let today = self.today();
        let seats = self.0.open.pool.seats.iter();
        seats.filter(|seat| seat.state.is_free(today)).map(|seat| seat.number).collect()
    }

    /// The seats of the ledger that are held or locked.
    pub fn taken(&self) -> impl Iterator<Item = &LedgerRow> {
        let today = self.today();
        self.0.open.ledger.iter().filter(move |row| !row.state.is_free(today))
    }

    /// The seats that nobody has and somebody has held before, by number, with everybody who held them.
    pub fn held_before(&self) -> Vec<(u32, Vec<Holding>)> {
        let today = self.today();
        let rows =
            self.0.open.ledger.iter().filter(|row| row.state.is_free(today) && !row.history.is_empty());
        rows.map(|row| (row.number, row.history.clone())).collect()
    }

    /// Whether the viewer may assign, whatever the state of the pool.
    pub fn may_assign(&self) -> Result<(), Refusal> {
        let viewpoint = self.viewpoint();
        viewpoint.rights.allow(Action::AssignBenefits, &viewpoint.policy).map_err(Refusal::from)
    }

    /// Whether a seat can be assigned to somebody who has had none.
    pub fn can_assign(&self) -> Result<(), Refusal> {
        self.may_assign()?;
        Ok(self.0.open.pool.can_assign(self.today())?)
    }

    /// Whether a held seat can go to somebody else in one act.
    pub fn can_reassign(&self, seat: SeatId) -> Result<(), Refusal> {
        self.may_assign()?;
        Ok(self.0.open.pool.can_reassign(seat, &self.viewpoint().policy, self.today())?)
    }

    /// Whether a held seat can be taken back.
    pub fn can_remove(&self, seat: SeatId) -> Result<(), Refusal> {
        self.may_assign()?;
        self.0.open.pool.remove(seat, &self.viewpoint().policy, self.today())?;
        Ok(())
    }

    /// Until when taking the seat back would lock it.
    pub fn lock_after_removal(&self, seat: SeatId) -> Option<Day> {
        let removed = self.0.open.pool.remove(seat, &self.viewpoint().policy, self.today());
        removed.ok().and_then(|removed| removed.locked_until)
    }

    /// Whether the viewer can confirm that the holder has activated the seat.
    pub fn can_confirm(&self, seat: SeatId) -> Result<(), Refusal> {
        let viewpoint = self.viewpoint();
        let for_others = viewpoint.rights.allow(Action::ConfirmForOthers, &viewpoint.policy).is_ok();
        let found =
            self.0.open.pool.seats.iter().find(|known| known.id == seat).ok_or(SeatRefusal::NotHeld)?;
        found.confirm(viewpoint.user, for_others)?;
        Ok(())
    }

    /// Whether a locked seat can go back to its last holder. What concerns the person is known to the server alone:
    /// the page takes it that nothing stands in the way.
    pub fn can_give_back(&self, last_holder: UserId) -> Result<(), Refusal> {
        self.may_assign()?;
        let open = self.open();
        let Some(country) = open.countries.first().map(|country| country.country) else {
            return Ok(open.pool.can_assign(self.today())?);
        };
        let holder = Holder {
            user: last_holder,
            standing: Standing::Active,
            is_guest: false,
            has_shared_mailbox: false,
            holds: None,
            country,
            held_in_country: 0,
        };
        open.pool.assign(&holder, &self.viewpoint().policy, self.today())?;
        Ok(())
    }
}

/// Numbers in ascending order as ranges: `3, 14–25`.
pub fn ranges(numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let text = |(first, last): (u32, u32)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.into_iter().map(text).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn numbers_in_a_row_are_one_range() {
        assert_eq!(ranges(&[3, 14, 15, 16, 20, 21]), "3, 14–16, 20, 21");
    }

    #[test]
    fn no_number_is_no_text() {
        assert_eq!(ranges(&[]), "");
    }
}
