//! `sessions`: signed-in browsers, by the hash of their token.

pub mod changes;

use app::portal::{Browser, Maker, System};
use domain::{
    day::Instant,
    id::{AccountId, SessionId, UserId},
    language::Language,
};
use sqlx::{AnyConnection, FromRow};

use super::{Error, Tx, instant, parsed, parsed_or_none};
use crate::random::Token;

/// A signed-in browser and the person who signed in there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The session.
    pub session_id: SessionId,
    /// The person.
    pub account_id: AccountId,
    /// The person's place in the company that is on screen; the door checks at each request that it still stands.
    pub user_id: Option<UserId>,
    /// The person's address as it was typed.
    pub email: String,
    /// The person's full name.
    pub full_name: String,
    /// The language that the person chose.
    pub language: Option<Language>,
    /// Whether the person operates this installation.
    pub operator: bool,
    /// When the person signed in.
    pub signed_in_at: Instant,
    /// When the browser was last heard of, to the minute.
    pub last_seen_at: Instant,
}

/// A session as its person is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The session.
    pub session: SessionId,
    /// The kind of browser.
    pub browser: Browser,
    /// The network that it came from.
    pub network: Option<String>,
    /// When the person signed in.
    pub signed_in_at: Instant,
    /// When the browser was last heard of.
    pub last_seen_at: Instant,
}

/// After which moments a session must have been seen, and have begun, to be open still.
#[derive(Clone, Copy, Debug)]
pub struct Alive {
    /// Seen after this.
    pub seen: Instant,
    /// Begun after this.
    pub begun: Instant,
}

/// The session that is open now under a token: neither ended, nor idle, nor too old, of an account that may sign in.
///
/// # Errors
/// [`Error`] of the database.
pub async fn open(
    connection: &mut AnyConnection,
    token: &Token,
    alive: Alive,
) -> Result<Option<Session>, Error> {
    type Row = (String, String, Option<String>, String, String, Option<String>, Option<i64>, i64, i64);
    let row: Option<Row> = sqlx::query_as(
        "SELECT s.session_id, s.account_id, s.user_id, a.email, a.full_name, a.language, a.operator_since,
                s.created_at, s.last_seen_at
         FROM sessions s
         JOIN accounts a ON a.account_id = s.account_id
         WHERE s.token_hash = $1
           AND s.ended_at IS NULL
           AND s.last_seen_at > $2
           AND s.created_at > $3
           AND a.disabled_at IS NULL",
    )
    .bind(token.hash().to_vec())
    .bind(alive.seen.as_microseconds())
    .bind(alive.begun.as_microseconds())
    .fetch_optional(connection)
    .await?;
    let Some((session, account, user, email, full_name, language, operator_since, created, seen)) = row
    else {
        return Ok(None);
    };
    Ok(Some(Session {
        session_id: parsed("sessions", "session_id", &session)?,
        account_id: parsed("sessions", "account_id", &account)?,
        user_id: parsed_or_none("sessions", "user_id", user.as_deref())?,
        email,
        full_name,
        language: language.as_deref().and_then(Language::from_tag),
        operator: operator_since.is_some(),
        signed_in_at: instant(created),
        last_seen_at: instant(seen),
    }))
}

#[derive(FromRow)]
struct DescribedRow {
    session_id: String,
    browser: Option<String>,
    system: Option<String>,
    network: Option<String>,
    created_at: i64,
    last_seen_at: i64,
}

/// The open sessions of an account, the latest seen first.
///
/// # Errors
/// [`Error`] of the database.
pub async fn of_account(
    connection: &mut AnyConnection,
    account: AccountId,
    alive: Alive,
) -> Result<Vec<Described>, Error> {
    let rows: Vec<DescribedRow> = sqlx::query_as(
        "SELECT session_id, browser, system, network, created_at, last_seen_at
         FROM sessions
         WHERE account_id = $1
           AND ended_at IS NULL
           AND last_seen_at > $2
           AND created_at > $3
         ORDER BY last_seen_at DESC, session_id DESC",
    )
    .bind(account.to_string())
    .bind(alive.seen.as_microseconds())
    .bind(alive.begun.as_microseconds())
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(described).collect()
}

fn described(row: DescribedRow) -> Result<Described, Error> {
    // A kind that a later program told apart is another one to this.
    let maker = Maker::ALL.into_iter().find(|maker| row.browser.as_deref() == Some(maker.code()));
    let system = System::ALL.into_iter().find(|system| row.system.as_deref() == Some(system.code()));
    Ok(Described {
        session: parsed("sessions", "session_id", &row.session_id)?,
        browser: Browser { maker: maker.unwrap_or_default(), system: system.unwrap_or_default() },
        network: row.network,
        signed_in_at: instant(row.created_at),
        last_seen_at: instant(row.last_seen_at),
    })
}

/// Whether the account has or had this session.
///
/// # Errors
/// [`Error`] of the database.
pub async fn is_of(tx: &mut Tx, id: SessionId, account: AccountId) -> Result<bool, Error> {
    let row: Option<(String,)> =
        sqlx::query_as("SELECT session_id FROM sessions WHERE session_id = $1 AND account_id = $2")
            .bind(id.to_string())
            .bind(account.to_string())
            .fetch_optional(&mut **tx)
            .await?;
    Ok(row.is_some())
}
