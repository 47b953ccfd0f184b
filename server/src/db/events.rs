//! `events`: the log. Rows are appended, never changed; the table itself refuses anything else, and a chain of hashes for
//! each company tells when somebody has found a way.

pub mod chains;
pub mod naming;
pub mod reading;
pub mod verification;

mod link;

use domain::{
    day::Instant,
    event::{Event, Named},
    id::{AccountId, CompanyId, EventId, SeatId, UserId},
};
use sqlx::FromRow;

use self::link::{Hash, Link};
use super::{Error, Tx, exactly, instant, parsed, parsed_or_none, written};
use crate::random;

/// An entry to append.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The company that it belongs to; none for the operator's own.
    pub company: Option<CompanyId>,
    /// When it happened.
    pub at: Instant,
    /// Who did it: the account, and its place in the company. Neither for the person at the installation's shell.
    pub by: (Option<AccountId>, Option<UserId>),
    /// The policy version that decided.
    pub policy_version: &'a str,
    /// What happened.
    pub event: &'a Event,
}

/// An entry that concerns a seat, as undo needs it.
#[derive(Clone, Debug)]
pub struct SeatEntry {
    /// When it happened.
    pub at: Instant,
    /// Who did it.
    pub by: Option<UserId>,
    /// The seat.
    pub seat: SeatId,
    /// What happened.
    pub event: Event,
    /// Whether anything about the seat stands after it in the log.
    pub is_overtaken: bool,
}

/// Appends an entry, in the transaction of the change that it tells of, and names it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn append(tx: &mut Tx, entry: Entry<'_>) -> Result<EventId, Error> {
    let id = EventId::from_uuid(random::uuid(entry.at));
    let Named { benefit, seat, .. } = entry.event.named();
    let content = written(entry.event)?;
    let chain = link::chain_of(entry.company);
    let (position, before) = chains::advance(tx, &chain).await?;
    let company_id = entry.company.map(|id| id.to_string());
    let (account_id, user_id) = (entry.by.0.map(|id| id.to_string()), entry.by.1.map(|id| id.to_string()));
    let (benefit_id, seat_id) = (benefit.map(|id| id.to_string()), seat.map(|id| id.to_string()));
    let link = Link {
        chain: &chain,
        position,
        event_id: &id.to_string(),
        company_id: company_id.as_deref(),
        at: entry.at.as_microseconds(),
        account_id: account_id.as_deref(),
        user_id: user_id.as_deref(),
        kind: entry.event.kind(),
        benefit_id: benefit_id.as_deref(),
        seat_id: seat_id.as_deref(),
        policy_version: entry.policy_version,
        content: &content,
    };
    let hash = link.after(&before);
    insert(tx, link, &hash).await?;
    chains::put(tx, &chain, &hash).await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, link: Link<'_>, hash: &Hash) -> Result<(), Error> {
    let inserted = sqlx::query(
        "INSERT INTO events (event_id, chain, position, hash, company_id, at, account_id, user_id, kind, benefit_id,
                             seat_id, policy_version, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(link.event_id)
    .bind(link.chain)
    .bind(link.position)
    .bind(hash.to_vec())
    .bind(link.company_id)
    .bind(link.at)
    .bind(link.account_id)
    .bind(link.user_id)
    .bind(link.kind)
    .bind(link.benefit_id)
    .bind(link.seat_id)
    .bind(link.policy_version)
    .bind(link.content)
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected())
}

#[derive(FromRow)]
struct SeatRow {
    at: i64,
    user_id: Option<String>,
    seat_id: String,
    content: String,
    later: Option<i64>,
}

/// The entry `id` of the company, when it concerns a seat.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_seat(tx: &mut Tx, company: CompanyId, id: EventId) -> Result<Option<SeatEntry>, Error> {
    let row: Option<SeatRow> = sqlx::query_as(
        "SELECT e.at, e.user_id, e.seat_id, e.content,
                (SELECT l.position
                 FROM events l
                 WHERE l.seat_id = e.seat_id
                   AND l.position > e.position
                 LIMIT 1) AS later
         FROM events e
         WHERE e.company_id = $1
           AND e.event_id = $2
           AND e.seat_id IS NOT NULL",
    )
    .bind(company.to_string())
    .bind(id.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let broken = || Error::Inconsistency { table: "events", column: "content", id: id.to_string() };
    Ok(Some(SeatEntry {
        at: instant(row.at),
        by: parsed_or_none("events", "user_id", row.user_id.as_deref())?,
        seat: parsed("events", "seat_id", &row.seat_id)?,
        event: serde_json::from_str(&row.content).map_err(|_| broken())?,
        is_overtaken: row.later.is_some(),
    }))
}
