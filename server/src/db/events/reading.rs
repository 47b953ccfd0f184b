//! The log of a company as its people read it: found by who, what, to what and when, the newest first.
//!
//! Pages begin at a place in the company's chain, so that what is logged meanwhile moves none of them.

use domain::{
    activity::ActivityFilter,
    day::Instant,
    event::Event,
    id::{AccountId, BenefitId, CompanyId, EventId, UserId},
};
use sqlx::{AnyConnection, FromRow};

use crate::db::{Error, count as counted, instant, parsed_or_none, users};

/// Which entries are looked for.
#[derive(Clone, Debug)]
pub struct Search {
    /// Whose log it is: the only one that is read.
    pub company: CompanyId,
    /// Words of the name or the address of who did it; nothing for everybody.
    pub text: String,
    /// The kinds of events; none for all.
    pub kinds: Vec<&'static str>,
    /// The benefit that they are about.
    pub benefit: Option<BenefitId>,
    /// The first instant.
    pub from: Instant,
    /// The first instant that is too late.
    pub until: Instant,
}

impl Search {
    /// The kinds as one text, in which a statement looks for the kind of an entry.
    fn kinds(&self) -> String {
        if self.kinds.is_empty() { String::new() } else { format!(" {} ", self.kinds.join(" ")) }
    }
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the company's chain.
    pub place: u32,
    /// When it happened.
    pub at: Instant,
    /// The account that did it; none for the person at the installation's shell.
    pub account: Option<AccountId>,
    /// Its place in the company, and the person's name; none for the operator.
    pub user: Option<(UserId, String)>,
    /// The benefit that it is about.
    pub benefit: Option<BenefitId>,
    /// What happened.
    pub event: Event,
    /// What it undid.
    pub undone: Option<Event>,
}

#[derive(FromRow)]
struct Row {
    position: i64,
    at: i64,
    account_id: Option<String>,
    user_id: Option<String>,
    full_name: Option<String>,
    benefit_id: Option<String>,
    content: String,
    undone: Option<String>,
}

macro_rules! matching {
    () => {
        "e.chain = $1
           AND e.at >= $2
           AND e.at < $3
           AND ($4 = '' OR $4 LIKE '% ' || e.kind || ' %')
           AND ($5 = '' OR e.benefit_id = $5)
           AND ($6 = '%'
                OR e.user_id IN (
                    SELECT f.user_id
                    FROM users f
                    WHERE f.company_id = $1
                      AND ' ' || f.search_key LIKE $6 ESCAPE '\\'
                      AND ' ' || f.search_key LIKE $7 ESCAPE '\\'
                      AND ' ' || f.search_key LIKE $8 ESCAPE '\\'
                ))"
    };
}

macro_rules! page {
    ($cut:literal, $order:literal) => {
        concat!(
            "SELECT e.position, e.at, e.account_id, e.user_id, a.full_name, e.benefit_id, e.content,
                    (SELECT u.content
                     FROM events u
                     WHERE e.kind = 'seat-change-undone'
                       AND u.seat_id = e.seat_id
                       AND u.event_id <> e.event_id
                       AND e.content LIKE '%' || u.event_id || '%'
                     LIMIT 1) AS undone
             FROM events e
             LEFT JOIN users p ON p.user_id = e.user_id
             LEFT JOIN accounts a ON a.account_id = p.account_id
             WHERE ",
            matching!(),
            $cut,
            " ORDER BY e.position",
            $order,
            " LIMIT $10"
        )
    };
}

/// The entries that match before `place`, or the newest of all: `limit` of them, the newest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn before(
    connection: &mut AnyConnection,
    search: &Search,
    place: Option<u32>,
    limit: u32,
) -> Result<Vec<Entry>, Error> {
    let place = place.map_or(i64::MAX, i64::from);
    cut(connection, page!(" AND e.position < $9", " DESC"), search, (place, limit)).await
}

/// The entries that match after `place`: the nearest `limit` of them, the newest first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn after(
    connection: &mut AnyConnection,
    search: &Search,
    place: u32,
    limit: u32,
) -> Result<Vec<Entry>, Error> {
    let place = i64::from(place);
    let mut entries = cut(connection, page!(" AND e.position > $9", ""), search, (place, limit)).await?;
    entries.reverse();
    Ok(entries)
}

async fn cut(
    connection: &mut AnyConnection,
    statement: &'static str,
    search: &Search,
    (place, limit): (i64, u32),
) -> Result<Vec<Entry>, Error> {
    let [first, second, third] = users::search_patterns(&search.text);
    let rows: Vec<Row> = sqlx::query_as(statement)
        .bind(search.company.to_string())
        .bind(search.from.as_microseconds())
        .bind(search.until.as_microseconds())
        .bind(search.kinds())
        .bind(search.benefit.map(|benefit| benefit.to_string()).unwrap_or_default())
        .bind(first)
        .bind(second)
        .bind(third)
        .bind(place)
        .bind(i64::from(limit))
        .fetch_all(connection)
        .await?;
    rows.iter().map(entry).collect()
}

/// How many entries match; of more than `most`, one more than that.
///
/// # Errors
/// [`Error`] of the database.
pub async fn count(connection: &mut AnyConnection, search: &Search, most: u32) -> Result<u32, Error> {
    let [first, second, third] = users::search_patterns(&search.text);
    let (rows,): (i64,) = sqlx::query_as(concat!(
        "SELECT CAST(COUNT(*) AS BIGINT)
         FROM (SELECT e.position FROM events e WHERE ",
        matching!(),
        " LIMIT $9) AS matching"
    ))
    .bind(search.company.to_string())
    .bind(search.from.as_microseconds())
    .bind(search.until.as_microseconds())
    .bind(search.kinds())
    .bind(search.benefit.map(|benefit| benefit.to_string()).unwrap_or_default())
    .bind(first)
    .bind(second)
    .bind(third)
    .bind(i64::from(most) + 1)
    .fetch_one(connection)
    .await?;
    counted("events", "position", rows)
}

/// What an entry of the company lets be taken away: its place in the chain, before which the rest lies, and the filter.
///
/// # Errors
/// [`Error`] of the database.
pub async fn exported(
    connection: &mut AnyConnection,
    company: CompanyId,
    id: EventId,
) -> Result<Option<(u32, ActivityFilter)>, Error> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "SELECT position, content
         FROM events
         WHERE chain = $1
           AND event_id = $2",
    )
    .bind(company.to_string())
    .bind(id.to_string())
    .fetch_optional(connection)
    .await?;
    let Some((position, content)) = row else { return Ok(None) };
    let broken = |_| Error::Inconsistency { table: "events", column: "content", id: id.to_string() };
    match serde_json::from_str(&content).map_err(broken)? {
        Event::ActivityExported { filter, .. } => {
            Ok(Some((counted("events", "position", position)?, filter)))
        }
        _ => Ok(None),
    }
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let event = |content: &str| {
        let broken =
            |_| Error::Inconsistency { table: "events", column: "content", id: row.position.to_string() };
        serde_json::from_str(content).map_err(broken)
    };
    let user = parsed_or_none("events", "user_id", row.user_id.as_deref())?;
    Ok(Entry {
        place: counted("events", "position", row.position)?,
        at: instant(row.at),
        account: parsed_or_none("events", "account_id", row.account_id.as_deref())?,
        user: user.zip(row.full_name.clone()),
        benefit: parsed_or_none("events", "benefit_id", row.benefit_id.as_deref())?,
        event: event(&row.content)?,
        undone: row.undone.as_deref().map(event).transpose()?,
    })
}
