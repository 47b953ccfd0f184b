//! The list of all seats of a company, a page at a time.

use domain::{
    day::{Day, Instant},
    id::{BenefitId, CompanyId, SeatId},
    programme::ProductCode,
    visual_studio::SeatState,
};
use sqlx::{AnyConnection, FromRow};

use super::{Latest, latest, state};
use crate::db::{Error, count, parsed, parsed_or_none, users};

/// Which seats to list.
#[derive(Clone, Debug)]
pub struct LedgerFilter {
    /// The day for which to say where they stand.
    pub today: Day,
    /// What to look for in the names and addresses of those who hold them, or held them last; nothing for all.
    pub text: String,
    /// One pool.
    pub pool: Option<BenefitId>,
    /// `assigned`, `activated`, `locked` or `free`; nothing for all.
    pub state: &'static str,
    /// The pools that have ended: none of their seats is free.
    pub ended: Vec<BenefitId>,
}

impl LedgerFilter {
    /// The pools that have ended as one text, in which a statement looks for each of them.
    fn ended(&self) -> String {
        self.ended.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// In which order. Those of nobody come last when they are listed by person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LedgerSort {
    /// By the name of the person.
    #[default]
    Person,
    /// By the subscription and the number in its pool.
    Subscription,
    /// Assigned, activated, locked, free.
    State,
    /// Since when they stand so.
    Since,
}

/// A seat of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The seat.
    pub seat: SeatId,
    /// Its pool.
    pub benefit: BenefitId,
    /// The subscription.
    pub product: ProductCode,
    /// Its number in the pool.
    pub number: u32,
    /// Where it stands.
    pub state: SeatState,
    /// The name and the address of the person who holds it, or held it last.
    pub person: Option<(String, String)>,
    /// When it was activated by that person.
    pub activated_at: Option<Instant>,
    /// When it was taken back from that person.
    pub released_on: Option<Day>,
}

#[derive(FromRow)]
struct Row {
    seat_id: String,
    benefit_id: String,
    product: String,
    number: i64,
    #[sqlx(flatten)]
    latest: Latest,
    released_on: Option<String>,
    full_name: Option<String>,
    email: Option<String>,
}

macro_rules! ledger {
    ($select:literal) => {
        concat!(
            "WITH ledger AS (
                 SELECT s.seat_id, s.benefit_id, s.product, s.number,
                        a.user_id, a.assigned_on, a.activated_at, a.released_at, a.released_on, a.locked_until,
                        c.full_name, c.email, u.search_key, ",
            state!(),
            " AS state, COALESCE(a.released_at, a.activated_at, a.assigned_at) AS since
                 FROM seats s ",
            latest!(),
            " LEFT JOIN users u ON u.user_id = a.user_id
                 LEFT JOIN accounts c ON c.account_id = u.account_id
                 WHERE s.company_id = $1
             ),
             matching AS (
                 SELECT seat_id, benefit_id, product, number, user_id, assigned_on, activated_at, released_at, released_on,
                        locked_until, full_name, email, search_key, state, since
                 FROM ledger
                 WHERE ($3 = '' OR benefit_id = $3)
                   AND ($4 = '' OR state = $4)
                   AND ($4 <> 'free' OR $8 NOT LIKE '%' || benefit_id || '%')
                   AND COALESCE(' ' || search_key, '') LIKE $5 ESCAPE '\\'
                   AND COALESCE(' ' || search_key, '') LIKE $6 ESCAPE '\\'
                   AND COALESCE(' ' || search_key, '') LIKE $7 ESCAPE '\\'
             ) ",
            $select
        )
    };
}

macro_rules! page {
    ($order:literal) => {
        concat!(
            ledger!(
                "SELECT seat_id, benefit_id, product, number, user_id, assigned_on, activated_at, released_at,
                        released_on, locked_until, full_name, email
                 FROM matching
                 ORDER BY "
            ),
            $order,
            ", product, benefit_id, number LIMIT $9 OFFSET $10"
        )
    };
}

/// The statement for an order and its direction. The text of each is constant.
const fn statement(sort: LedgerSort, descending: bool) -> &'static str {
    match (sort, descending) {
        (LedgerSort::Person, false) => page!("CASE WHEN search_key IS NULL THEN 1 ELSE 0 END, search_key"),
        (LedgerSort::Person, true) => {
            page!("CASE WHEN search_key IS NULL THEN 1 ELSE 0 END, search_key DESC")
        }
        (LedgerSort::Subscription, false) => page!("product"),
        (LedgerSort::Subscription, true) => page!("product DESC"),
        (LedgerSort::State, false) => {
            page!("CASE state WHEN 'assigned' THEN 0 WHEN 'activated' THEN 1 WHEN 'locked' THEN 2 ELSE 3 END")
        }
        (LedgerSort::State, true) => {
            page!("CASE state WHEN 'assigned' THEN 3 WHEN 'activated' THEN 2 WHEN 'locked' THEN 1 ELSE 0 END")
        }
        (LedgerSort::Since, false) => page!("CASE WHEN since IS NULL THEN 1 ELSE 0 END, since"),
        (LedgerSort::Since, true) => page!("CASE WHEN since IS NULL THEN 1 ELSE 0 END, since DESC"),
    }
}

/// The seats that match, in order: `limit` of them after the first `offset`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn page(
    connection: &mut AnyConnection,
    company: CompanyId,
    filter: &LedgerFilter,
    (sort, descending): (LedgerSort, bool),
    (limit, offset): (u32, u32),
) -> Result<Vec<LedgerEntry>, Error> {
    let [first, second, third] = users::search_patterns(&filter.text);
    let rows: Vec<Row> = sqlx::query_as(statement(sort, descending))
        .bind(company.to_string())
        .bind(filter.today.to_string())
        .bind(filter.pool.map(|pool| pool.to_string()).unwrap_or_default())
        .bind(filter.state)
        .bind(first)
        .bind(second)
        .bind(third)
        .bind(filter.ended())
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| entry(row, filter.today)).collect()
}

/// How many seats match, and how many the company has.
///
/// # Errors
/// [`Error`] of the database.
pub async fn counts(
    connection: &mut AnyConnection,
    company: CompanyId,
    filter: &LedgerFilter,
) -> Result<(u32, u32), Error> {
    let [first, second, third] = users::search_patterns(&filter.text);
    let (matching, in_all): (i64, i64) = sqlx::query_as(ledger!(
        "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM matching) AS matching,
                (SELECT CAST(COUNT(*) AS BIGINT) FROM seats WHERE company_id = $1) AS in_all"
    ))
    .bind(company.to_string())
    .bind(filter.today.to_string())
    .bind(filter.pool.map(|pool| pool.to_string()).unwrap_or_default())
    .bind(filter.state)
    .bind(first)
    .bind(second)
    .bind(third)
    .bind(filter.ended())
    .fetch_one(connection)
    .await?;
    Ok((count("seats", "seat_id", matching)?, count("seats", "seat_id", in_all)?))
}

fn entry(row: Row, today: Day) -> Result<LedgerEntry, Error> {
    Ok(LedgerEntry {
        seat: parsed("seats", "seat_id", &row.seat_id)?,
        benefit: parsed("seats", "benefit_id", &row.benefit_id)?,
        product: parsed("seats", "product", &row.product)?,
        number: count("seats", "number", row.number)?,
        state: row.latest.state(today)?,
        person: row.full_name.zip(row.email),
        activated_at: row.latest.activated_at(),
        released_on: parsed_or_none("seat_assignments", "released_on", row.released_on.as_deref())?,
    })
}
