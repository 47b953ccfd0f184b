//! An open row of Visual Studio subscriptions: a pool with its ledger of seats.

use std::collections::BTreeMap;

use app::portal::{Found, Holding, LedgerRow, Person, PoolOpen};
use domain::{id::SeatId, role::Action, visual_studio::SeatPool};

use super::{look::Look, people::found, source::sources};
use crate::{
    db::{
        benefits::Benefit,
        locations,
        seat_assignments::{self, PastHolding},
    },
    portal::Failure,
};

/// What the open row shows; `who` is what was typed into its picker before the page was asked for.
pub(super) async fn open(look: &mut Look<'_>, benefit: Benefit, who: &str) -> Result<PoolOpen, Failure> {
    let company = look.place.company;
    let sources = sources(look, &benefit).await?;
    let facts = look.terms.pool_facts(&mut look.connection, benefit).await?;
    let held = seat_assignments::of_pool(&mut look.connection, company, facts.benefit.id).await?;
    let countries = locations::seats_held(&mut look.connection, company, &facts.benefit.product).await?;
    let found =
        if look.may(Action::AssignBenefits) { found(look, &facts, who).await? } else { Found::default() };
    Ok(PoolOpen {
        sources,
        details: look.terms.product(&facts.benefit.product)?.details.clone(),
        cap_in_all: facts.benefit.grants.iter().filter_map(|grant| grant.caps).map(|caps| caps.in_all).max(),
        countries,
        ledger: ledger(&facts.pool, held, look),
        found,
        pool: facts.pool,
    })
}

/// The seats with their histories: those that are held or locked, then those that are free, by number.
fn ledger(pool: &SeatPool, held: Vec<PastHolding>, look: &Look<'_>) -> Vec<LedgerRow> {
    let mut histories: BTreeMap<SeatId, (Person, Vec<Holding>)> = BTreeMap::new();
    for past in held {
        let holding = Holding {
            name: past.person.name.clone(),
            from: past.from,
            assigned_by: past.assigned_by,
            until: past.until,
            locked_until: past.locked_until,
        };
        histories.entry(past.seat).or_insert_with(|| (past.person, Vec::new())).1.push(holding);
    }
    let mut rows: Vec<_> = pool
        .seats
        .iter()
        .map(|seat| {
            let (person, history) = histories.remove(&seat.id).unzip();
            let history = history.unwrap_or_default();
            LedgerRow { seat: seat.id, number: seat.number, state: seat.state, person, history }
        })
        .collect();
    rows.sort_by_key(|row| (row.state.is_free(look.terms.now.today), row.number));
    rows
}
