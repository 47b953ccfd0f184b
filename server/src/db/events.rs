//! `events`: the log. Rows are appended, never changed; the table itself refuses anything else.

use domain::{
    day::Instant,
    event::Event,
    id::{AccountId, BenefitId, CompanyId, EventId, SeatId, UserId},
};

use super::{Error, Tx, exactly, instant, parsed};
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
}

/// Appends an entry, in the transaction of the change that it tells of, and names it.
///
/// # Errors
/// [`Error`] of the database.
pub async fn append(tx: &mut Tx, entry: Entry<'_>) -> Result<EventId, Error> {
    let id = EventId::from_uuid(random::uuid(entry.at));
    let (benefit, seat) = subjects(entry.event);
    let content = serde_json::to_string(entry.event)
        .map_err(|error| Error::Driver(sqlx::Error::Encode(error.into())))?;
    let inserted = sqlx::query(
        "INSERT INTO events (event_id, company_id, at, account_id, user_id, kind, benefit_id, seat_id,
                             policy_version, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id.to_string())
    .bind(entry.company.map(|id| id.to_string()))
    .bind(entry.at.as_microseconds())
    .bind(entry.by.0.map(|id| id.to_string()))
    .bind(entry.by.1.map(|id| id.to_string()))
    .bind(entry.event.kind())
    .bind(benefit.map(|id| id.to_string()))
    .bind(seat.map(|id| id.to_string()))
    .bind(entry.policy_version)
    .bind(content)
    .execute(&mut **tx)
    .await?;
    exactly(1, inserted.rows_affected()).map(|()| id)
}

/// The entry `id` of the company, when it concerns a seat.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_seat(tx: &mut Tx, company: CompanyId, id: EventId) -> Result<Option<SeatEntry>, Error> {
    let row: Option<(i64, Option<String>, String, String)> = sqlx::query_as(
        "SELECT at, user_id, seat_id, content
         FROM events
         WHERE company_id = $1 AND event_id = $2 AND seat_id IS NOT NULL",
    )
    .bind(company.to_string())
    .bind(id.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    let Some((at, by, seat, content)) = row else { return Ok(None) };
    let broken = || Error::Inconsistency { table: "events", column: "content", id: id.to_string() };
    Ok(Some(SeatEntry {
        at: instant(at),
        by: by.map(|by| parsed("events", "user_id", &by)).transpose()?,
        seat: parsed("events", "seat_id", &seat)?,
        event: serde_json::from_str(&content).map_err(|_| broken())?,
    }))
}

/// Whether anything was logged about `seat` after the entry `id`, in the order in which ids were made.
///
/// # Errors
/// [`Error`] of the database.
pub async fn seat_has_later(tx: &mut Tx, seat: SeatId, id: EventId) -> Result<bool, Error> {
    let later: Option<(String,)> = sqlx::query_as(
        "SELECT event_id
         FROM events
         WHERE seat_id = $1 AND event_id > $2
         LIMIT 1",
    )
    .bind(seat.to_string())
    .bind(id.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    Ok(later.is_some())
}

/// The benefit and the seat that an event is filed under.
fn subjects(event: &Event) -> (Option<BenefitId>, Option<SeatId>) {
    match event {
        Event::KeysListed { benefit, .. }
        | Event::KeyRevealed { benefit, .. }
        | Event::ActivationRecorded { benefit, .. }
        | Event::InstallationChosen { benefit, .. } => (Some(*benefit), None),
        Event::SeatAssigned { benefit, seat, .. }
        | Event::SeatRemoved { benefit, seat, .. }
        | Event::SeatReassigned { benefit, seat, .. }
        | Event::SeatActivated { benefit, seat, .. }
        | Event::SeatChangeUndone { benefit, seat, .. } => (Some(*benefit), Some(*seat)),
        Event::LanguageChosen { .. }
        | Event::InvitationAccepted
        | Event::CompanyCreated { .. }
        | Event::LocationAdded { .. }
        | Event::UserInvited { .. }
        | Event::OperatorInvited { .. }
        | Event::MembershipRecorded { .. }
        | Event::PolicyOverridden { .. }
        | Event::KeysStocked { .. }
        | Event::CatalogueLoaded { .. } => (None, None),
    }
}
