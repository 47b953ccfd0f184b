//! `seats`: the seats of Visual Studio pools. Where one stands, its latest assignment says.

mod ledger;

use std::collections::BTreeMap;

use domain::{
    day::Day,
    id::{BenefitId, CompanyId},
    visual_studio::Seat,
};
use sqlx::{AnyConnection, FromRow};

pub use self::ledger::{LedgerEntry, LedgerFilter, LedgerSort, counts, page};
use super::{Error, count, parsed, seat_assignments::Latest};

/// Joins to the seats `s` the assignment `a` that says where each stands: the latest that was not undone.
macro_rules! latest {
    () => {
        "LEFT JOIN seat_assignments a ON a.assignment_id = (
             SELECT l.assignment_id
             FROM seat_assignments l
             WHERE l.seat_id = s.seat_id
               AND l.undone_at IS NULL
             ORDER BY l.assigned_at DESC, l.assignment_id DESC
             LIMIT 1
         )"
    };
}

/// Where a seat stands on the day `$2`, in the words in which a page asks for it: `Latest::state` for SQL.
macro_rules! state {
    () => {
        "CASE
             WHEN a.assignment_id IS NULL THEN 'free'
             WHEN a.released_at IS NULL AND a.activated_at IS NULL THEN 'assigned'
             WHEN a.released_at IS NULL THEN 'activated'
             WHEN a.locked_until > $2 THEN 'locked'
             ELSE 'free'
         END"
    };
}

use {latest, state};

/// How the seats of a pool stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Seats of the pool.
    pub seats: u32,
    /// Seats that somebody holds.
    pub held: u32,
    /// Seats that wait for a lock to end.
    pub locked: u32,
    /// Seats that nobody has ever held.
    pub untouched: u32,
}

impl Tally {
    /// Whether no seat could go to a new person.
    #[must_use]
    pub const fn is_full(self) -> bool {
        self.held.saturating_add(self.locked) >= self.seats
    }
}

#[derive(FromRow)]
struct SeatRow {
    seat_id: String,
    number: i64,
    #[sqlx(flatten)]
    latest: Latest,
}

/// The seats of a pool of the company, by number, as they stand on `today`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_pool(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
    today: Day,
) -> Result<Vec<Seat>, Error> {
    let rows: Vec<SeatRow> = sqlx::query_as(concat!(
        "SELECT s.seat_id, s.number, a.user_id, a.assigned_on, a.activated_at, a.released_at, a.locked_until
         FROM seats s ",
        latest!(),
        " WHERE s.company_id = $1
           AND s.benefit_id = $2
         ORDER BY s.number"
    ))
    .bind(company.to_string())
    .bind(benefit.to_string())
    .fetch_all(connection)
    .await?;
    let seat = |row: SeatRow| {
        Ok(Seat {
            id: parsed("seats", "seat_id", &row.seat_id)?,
            number: count("seats", "number", row.number)?,
            state: row.latest.state(today)?,
        })
    };
    rows.into_iter().map(seat).collect()
}

/// How the seats of each pool of the company stand on `today`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn tallies(
    connection: &mut AnyConnection,
    company: CompanyId,
    today: Day,
) -> Result<BTreeMap<BenefitId, Tally>, Error> {
    let rows: Vec<(String, i64, i64, i64, i64)> = sqlx::query_as(concat!(
        "WITH standing AS (
             SELECT s.benefit_id, a.assignment_id, ",
        state!(),
        " AS state
             FROM seats s ",
        latest!(),
        " WHERE s.company_id = $1
         )
         SELECT benefit_id,
                CAST(COUNT(*) AS BIGINT) AS seats,
                CAST(SUM(CASE WHEN state IN ('assigned', 'activated') THEN 1 ELSE 0 END) AS BIGINT) AS held,
                CAST(SUM(CASE WHEN state = 'locked' THEN 1 ELSE 0 END) AS BIGINT) AS locked,
                CAST(SUM(CASE WHEN assignment_id IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS untouched
         FROM standing
         GROUP BY benefit_id"
    ))
    .bind(company.to_string())
    .bind(today.to_string())
    .fetch_all(connection)
    .await?;
    let tally = |(benefit, seats, held, locked, untouched): (String, i64, i64, i64, i64)| {
        let counted = |number| count("seats", "seat_id", number);
        let tally = Tally {
            seats: counted(seats)?,
            held: counted(held)?,
            locked: counted(locked)?,
            untouched: counted(untouched)?,
        };
        Ok((parsed("seats", "benefit_id", &benefit)?, tally))
    };
    rows.into_iter().map(tally).collect()
}
