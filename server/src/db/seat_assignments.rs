//! `seat_assignments`: who held which seat, from when to when. What was undone never was.

pub mod changes;

use app::portal::Person;
use domain::{
    day::{Day, Instant},
    id::{BenefitId, CompanyId, SeatId, UserId},
    visual_studio::SeatState,
};
use sqlx::{AnyConnection, FromRow};

use super::{Error, count, instant_or_none, parsed, parsed_or_none};

const TABLE: &str = "seat_assignments";

/// The latest assignment of a seat as statements over seats join it: all absent where there was none.
#[derive(FromRow)]
pub(super) struct Latest {
    user_id: Option<String>,
    assigned_on: Option<String>,
    activated_at: Option<i64>,
    released_at: Option<i64>,
    locked_until: Option<String>,
}

impl Latest {
    /// When the holder's activation was confirmed.
    pub(super) fn activated_at(&self) -> Option<Instant> {
        instant_or_none(self.activated_at)
    }

    /// Where the seat stands on `today`. A lock that has ended is a free seat.
    pub(super) fn state(&self, today: Day) -> Result<SeatState, Error> {
        let (Some(user), Some(assigned_on)) = (&self.user_id, &self.assigned_on) else {
            return Ok(SeatState::Free);
        };
        let holder: UserId = parsed(TABLE, "user_id", user)?;
        let on = parsed(TABLE, "assigned_on", assigned_on)?;
        if self.released_at.is_none() {
            let is_activated = self.activated_at.is_some();
            return Ok(if is_activated {
                SeatState::Activated { holder, on }
            } else {
                SeatState::Assigned { holder, on }
            });
        }
        let lock: Option<Day> = parsed_or_none(TABLE, "locked_until", self.locked_until.as_deref())?;
        Ok(match lock.filter(|until| today < *until) {
            Some(until) => SeatState::CoolingDown { last_holder: holder, until },
            None => SeatState::Free,
        })
    }
}

/// One of the times during which a seat was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastHolding {
    /// The seat.
    pub seat: SeatId,
    /// Who held it.
    pub person: Person,
    /// From when.
    pub from: Day,
    /// Who assigned it.
    pub assigned_by: String,
    /// Until when, and who took it back.
    pub until: Option<(Day, String)>,
    /// Until when it was locked then.
    pub locked_until: Option<Day>,
}

#[derive(FromRow)]
struct HoldingRow {
    seat_id: String,
    user_id: String,
    full_name: String,
    email: String,
    assigned_on: String,
    assigned_by: String,
    released_on: Option<String>,
    released_by: Option<String>,
    locked_until: Option<String>,
}

/// Everybody who held a seat of the pool, the latest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_pool(
    connection: &mut AnyConnection,
    company: CompanyId,
    benefit: BenefitId,
) -> Result<Vec<PastHolding>, Error> {
    let rows: Vec<HoldingRow> = sqlx::query_as(
        "SELECT h.seat_id, h.user_id, a.full_name, a.email, h.assigned_on, ba.full_name AS assigned_by,
                h.released_on, ra.full_name AS released_by, h.locked_until
         FROM seats s
         JOIN seat_assignments h ON h.seat_id = s.seat_id
         JOIN users u ON u.user_id = h.user_id
         JOIN accounts a ON a.account_id = u.account_id
         JOIN users bu ON bu.user_id = h.assigned_by
         JOIN accounts ba ON ba.account_id = bu.account_id
         LEFT JOIN users ru ON ru.user_id = h.released_by
         LEFT JOIN accounts ra ON ra.account_id = ru.account_id
         WHERE s.company_id = $1
           AND s.benefit_id = $2
           AND h.undone_at IS NULL
         ORDER BY h.assigned_at DESC, h.assignment_id DESC",
    )
    .bind(company.to_string())
    .bind(benefit.to_string())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(holding).collect()
}

fn holding(row: HoldingRow) -> Result<PastHolding, Error> {
    let released_on = parsed_or_none(TABLE, "released_on", row.released_on.as_deref())?;
    Ok(PastHolding {
        seat: parsed(TABLE, "seat_id", &row.seat_id)?,
        person: Person {
            user: parsed(TABLE, "user_id", &row.user_id)?,
            name: row.full_name,
            email: row.email,
        },
        from: parsed(TABLE, "assigned_on", &row.assigned_on)?,
        assigned_by: row.assigned_by,
        until: released_on.zip(row.released_by),
        locked_until: parsed_or_none(TABLE, "locked_until", row.locked_until.as_deref())?,
    })
}

#[derive(FromRow)]
struct MineRow {
    seat_id: String,
    benefit_id: String,
    #[sqlx(flatten)]
    latest: Latest,
}

/// The seats that a person of the company holds, by pool.
///
/// # Errors
/// [`Error`] of the database.
pub async fn held_by(
    connection: &mut AnyConnection,
    company: CompanyId,
    user: UserId,
    today: Day,
) -> Result<Vec<(SeatId, BenefitId, SeatState)>, Error> {
    let rows: Vec<MineRow> = sqlx::query_as(
        "SELECT s.seat_id, s.benefit_id, a.user_id, a.assigned_on, a.activated_at, a.released_at, a.locked_until
         FROM seat_assignments a
         JOIN seats s ON s.seat_id = a.seat_id
         WHERE a.company_id = $1
           AND a.user_id = $2
           AND a.released_at IS NULL
           AND a.undone_at IS NULL
         ORDER BY s.product, s.seat_id",
    )
    .bind(company.to_string())
    .bind(user.to_string())
    .fetch_all(connection)
    .await?;
    let mine = |row: MineRow| {
        let (seat, benefit) =
            (parsed(TABLE, "seat_id", &row.seat_id)?, parsed("seats", "benefit_id", &row.benefit_id)?);
        Ok((seat, benefit, row.latest.state(today)?))
    };
    rows.into_iter().map(mine).collect()
}

/// How many seats of the company wait for their holders to sign in.
///
/// # Errors
/// [`Error`] of the database.
pub async fn unclaimed(connection: &mut AnyConnection, company: CompanyId) -> Result<u32, Error> {
    let (unclaimed,): (i64,) = sqlx::query_as(
        "SELECT CAST(COUNT(*) AS BIGINT) AS unclaimed
         FROM seat_assignments
         WHERE company_id = $1
           AND activated_at IS NULL
           AND released_at IS NULL
           AND undone_at IS NULL",
    )
    .bind(company.to_string())
    .fetch_one(connection)
    .await?;
    count(TABLE, "assignment_id", unclaimed)
}
