//! The people of a company as holders of seats: what the rules ask of a person, read in one statement.

use std::collections::BTreeMap;

use app::portal::Person;
use domain::{
    company::EmailAddress,
    entitlement::PoolTitle,
    id::{BenefitId, CompanyId, UserId},
    programme::ProductCode,
    visual_studio::Holder,
};
use sqlx::{AnyConnection, FromRow};

use super::Milestones;
use crate::db::{Error, count, parsed, parsed_or_none};

/// A person who may come to hold a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Who it is.
    pub person: Person,
    /// What the rules ask for.
    pub holder: Holder,
}

/// A person as the rows tell: the pool of a seat that the person holds is not named yet.
#[derive(Clone, Debug)]
pub struct Untitled {
    prospect: Prospect,
    /// The pool of the seat of the product that the person holds.
    pub holds: Option<BenefitId>,
}

impl Untitled {
    /// The person, with what the pool is called.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] when the pool is none of `titles`.
    pub fn titled(self, titles: &BTreeMap<BenefitId, PoolTitle>) -> Result<Prospect, Error> {
        let Self { mut prospect, holds } = self;
        if let Some(pool) = holds {
            let unknown =
                || Error::Inconsistency { table: "seats", column: "benefit_id", id: pool.to_string() };
            prospect.holder.holds = Some(titles.get(&pool).cloned().ok_or_else(unknown)?);
        }
        Ok(prospect)
    }
}

#[derive(FromRow)]
struct Row {
    user_id: String,
    full_name: String,
    email: String,
    #[sqlx(flatten)]
    milestones: Milestones,
    is_guest: i64,
    country: String,
    held: Option<String>,
    held_in_country: i64,
}

/// People who are chosen first, so that what they hold is counted for them alone.
macro_rules! select {
    ($chosen:literal) => {
        concat!(
            "WITH chosen AS (
                 SELECT user_id, account_id, location_id, search_key, accepted_at, suspended_at, removed_at, is_guest
                 FROM users
                 WHERE company_id = $1 ",
            $chosen,
            ")
             SELECT u.user_id, a.full_name, a.email, u.accepted_at, u.suspended_at, u.removed_at, u.is_guest, l.country,
                    (SELECT s.benefit_id
                     FROM seat_assignments h
                     JOIN seats s ON s.seat_id = h.seat_id
                     WHERE h.company_id = $1
                       AND h.product = $2
                       AND h.user_id = u.user_id
                       AND h.released_at IS NULL
                       AND h.undone_at IS NULL
                     LIMIT 1) AS held,
                    (SELECT CAST(COUNT(*) AS BIGINT)
                     FROM seat_assignments h
                     JOIN users hu ON hu.user_id = h.user_id
                     JOIN locations hl ON hl.location_id = hu.location_id
                     WHERE h.company_id = $1
                       AND h.product = $2
                       AND h.released_at IS NULL
                       AND h.undone_at IS NULL
                       AND hl.country = l.country) AS held_in_country
             FROM chosen u
             JOIN accounts a ON a.account_id = u.account_id
             JOIN locations l ON l.location_id = u.location_id
             ORDER BY u.search_key, u.user_id"
        )
    };
}

/// The person `user` of the company, as a holder of a seat of `product`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find_prospect(
    connection: &mut AnyConnection,
    company: CompanyId,
    product: &ProductCode,
    user: UserId,
) -> Result<Option<Untitled>, Error> {
    let row: Option<Row> = sqlx::query_as(select!("AND user_id = $3"))
        .bind(company.to_string())
        .bind(product.as_str())
        .bind(user.to_string())
        .fetch_optional(connection)
        .await?;
    row.map(untitled).transpose()
}

/// How many people a picker offers at most: as many as the statement of [`prospects`] has places for.
pub const MOST_OFFERED: usize = 8;

/// The people `users` of the company, as holders of a seat of `product`, by name.
///
/// # Errors
/// [`Error`] of the database.
pub async fn prospects(
    connection: &mut AnyConnection,
    company: CompanyId,
    product: &ProductCode,
    users: [Option<UserId>; MOST_OFFERED],
) -> Result<Vec<Untitled>, Error> {
    let mut query = sqlx::query_as(select!("AND user_id IN ($3, $4, $5, $6, $7, $8, $9, $10)"))
        .bind(company.to_string())
        .bind(product.as_str());
    for user in users {
        // Where there are fewer, nobody has the identity that is asked for.
        query = query.bind(user.map(|user| user.to_string()).unwrap_or_default());
    }
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    rows.into_iter().map(untitled).collect()
}

fn untitled(row: Row) -> Result<Untitled, Error> {
    let user = parsed("users", "user_id", &row.user_id)?;
    let malformed = |_| Error::Inconsistency { table: "accounts", column: "email", id: row.user_id.clone() };
    let address = EmailAddress::parse(&row.email).map_err(malformed)?;
    let holder = Holder {
        user,
        standing: row.milestones.standing(),
        is_guest: row.is_guest != 0,
        has_shared_mailbox: address.is_shared_mailbox(),
        holds: None,
        country: parsed("locations", "country", &row.country)?,
        held_in_country: count("seat_assignments", "assignment_id", row.held_in_country)?,
    };
    let person = Person { user, name: row.full_name, email: row.email };
    let holds = parsed_or_none("seats", "benefit_id", row.held.as_deref())?;
    Ok(Untitled { prospect: Prospect { person, holder }, holds })
}
