//! The page of all seats of all pools.

use std::collections::BTreeMap;

use app::portal::{SEAT_STATES, SeatQuery, SeatRow, SeatsPage};
use domain::{
    company::folded,
    day::Day,
    entitlement::PoolTitle,
    id::BenefitId,
    language::Localised,
    policy::SeatCooldown,
    programme::Family,
    visual_studio::{Seat, SeatState, has_ended},
};

use super::{
    Visit,
    look::Look,
    paging::{Paging, column},
};
use crate::{
    db::{
        benefits,
        seats::{self, LedgerEntry, LedgerFilter, LedgerSort, Tally},
    },
    portal::Failure,
};

/// The pools by their identities.
type Pools = BTreeMap<BenefitId, Pool>;

/// A pool as its seats are listed.
struct Pool {
    /// The subscription.
    product: Localised,
    /// What the pool is called.
    title: PoolTitle,
    /// Until when its seats can be used.
    usable_until: Day,
}

/// The page as the address asks for it.
pub(super) async fn read(visit: &Visit, query: &SeatQuery) -> Result<SeatsPage, Failure> {
    let mut look = Look::at_benefits(visit).await?;
    let company = look.place.company;
    let pools = pools(&mut look).await?;
    let today = look.terms.now.today;
    let ended = |(id, pool): (&BenefitId, &Pool)| has_ended(pool.usable_until, today).then_some(*id);
    let filter = LedgerFilter {
        today,
        text: query.q.clone(),
        pool: query.pool,
        state: state(&query.state),
        ended: pools.iter().filter_map(ended).collect(),
    };
    let (matching, all) = seats::counts(&mut look.connection, company, &filter).await?;
    let paging = Paging::of(matching, visit.store.page_size(query.size), query.page);
    let cut = (paging.size, paging.offset());
    let entries = seats::page(&mut look.connection, company, &filter, sort(&query.sort), cut).await?;
    let tallies = tallies(&mut look).await?;
    let rows =
        entries.into_iter().map(|entry| row(&look, &pools, &tallies, entry)).collect::<Result<_, _>>()?;
    let mut pools: Vec<_> = pools.into_iter().map(|(id, pool)| (id, pool.product, pool.title)).collect();
    pools.sort_by_cached_key(|(id, product, title)| {
        let seen = |name: &Localised| folded(name.get(visit.visitor.language));
        (seen(product), seen(&title.offer), title.part, *id)
    });
    Ok(SeatsPage {
        viewpoint: look.viewpoint().await?,
        rows,
        matching,
        all,
        page: (paging.page, paging.pages),
        pools,
    })
}

/// The state that the address names; nothing for all of them.
fn state(asked: &str) -> &'static str {
    SEAT_STATES.into_iter().find(|known| *known == asked).unwrap_or_default()
}

fn sort(asked: &str) -> (LedgerSort, bool) {
    let (name, is_descending) = column(asked);
    match name {
        "person" => (LedgerSort::Person, is_descending),
        "subscription" => (LedgerSort::Subscription, is_descending),
        "state" => (LedgerSort::State, is_descending),
        "since" => (LedgerSort::Since, is_descending),
        _ => (LedgerSort::default(), false),
    }
}

async fn pools(look: &mut Look<'_>) -> Result<Pools, Failure> {
    let benefits =
        benefits::of_family(&mut look.connection, look.place.company, Family::VisualStudio).await?;
    let pool = |benefit: benefits::Benefit| {
        let product = look.terms.product(&benefit.product)?.name.clone();
        let (title, expiry) = (look.terms.pool_title(&benefit)?, look.terms.expiry(&benefit)?);
        Ok((benefit.id, Pool { product, title, usable_until: expiry.day() }))
    };
    benefits.into_iter().map(pool).collect()
}

/// How the pools stand, where the policy asks whether one is full.
async fn tallies(look: &mut Look<'_>) -> Result<BTreeMap<BenefitId, Tally>, Failure> {
    match look.terms.policy.seat_cooldown {
        SeatCooldown::DaysWhenFull(_) => {
            Ok(seats::tallies(&mut look.connection, look.place.company, look.terms.now.today).await?)
        }
        SeatCooldown::None | SeatCooldown::Days(_) => Ok(BTreeMap::new()),
    }
}

fn row(
    look: &Look<'_>,
    pools: &Pools,
    tallies: &BTreeMap<BenefitId, Tally>,
    entry: LedgerEntry,
) -> Result<SeatRow, Failure> {
    let pool = pools.get(&entry.benefit).ok_or(Failure::NotFound)?;
    let is_full = tallies.get(&entry.benefit).is_some_and(|tally| tally.is_full());
    Ok(SeatRow {
        benefit: entry.benefit,
        seat: entry.seat,
        number: entry.number,
        product: pool.product.clone(),
        pool: pool.title.clone(),
        usable_until: pool.usable_until,
        since: since(look, &entry),
        changeable_from: changeable_from(look, &entry, is_full),
        state: entry.state,
        person: entry.person,
    })
}

/// Since when the seat stands as it does.
fn since(look: &Look<'_>, entry: &LedgerEntry) -> Option<Day> {
    match entry.state {
        SeatState::Assigned { on, .. } => Some(on),
        SeatState::Activated { on, .. } => {
            Some(entry.activated_at.map_or(on, |at| look.place.zone.day_of(at)))
        }
        SeatState::CoolingDown { .. } | SeatState::Free => entry.released_on,
    }
}

/// The first day on which the seat can go to somebody else, while that is later than today.
fn changeable_from(look: &Look<'_>, entry: &LedgerEntry, pool_is_full: bool) -> Option<Day> {
    let today = look.terms.now.today;
    let seat = Seat { id: entry.seat, number: entry.number, state: entry.state };
    let removed = seat.remove(pool_is_full, &look.terms.policy, today);
    removed.map_or_else(|_| entry.state.locked_until(today), |removed| removed.locked_until)
}
