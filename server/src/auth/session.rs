//! Sessions: how one begins, how long it lasts, how it ends.

use domain::{
    day::Instant,
    id::{AccountId, SessionId, UserId},
};

use super::Auth;
use crate::{
    db::{
        Error, Tx,
        sessions::{self, Session},
    },
    random::{self, Token},
};

/// After this long without a request a session is over.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// After this long a session is over, whatever happens.
pub const ABSOLUTE_SECONDS: i64 = 12 * 60 * 60;
/// How much a session's last sign of life may lie behind: each one costs a write.
const TOUCH_SECONDS: i64 = 60;

/// The session that is open under a token now.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(auth: &Auth, token: &Token) -> Result<Option<Session>, Error> {
    let now = auth.clock.now();
    let (idle_since, begun_since) = (now.plus_seconds(-IDLE_SECONDS), now.plus_seconds(-ABSOLUTE_SECONDS));
    sessions::open(auth.database.reader(), token, idle_since, begun_since).await
}

/// Begins a session under a new token, and ends the one that the browser had before: no id outlives a sign-in.
///
/// # Errors
/// [`Error`] of the database.
pub async fn begin(
    tx: &mut Tx,
    account: AccountId,
    user: Option<UserId>,
    previous: Option<SessionId>,
    now: Instant,
) -> Result<Token, Error> {
    if let Some(previous) = previous {
        sessions::end(tx, previous, now).await?;
    }
    let (id, token) = (SessionId::from_uuid(random::uuid(now)), Token::new());
    sessions::insert(tx, id, &token, (account, user), now).await?;
    Ok(token)
}

/// Notes a sign of life, at most once a minute, without keeping the request waiting: a page can still be read while
/// nothing can be written, and the session then ends on time.
pub fn touch(auth: &Auth, session: &Session) {
    let now = auth.clock.now();
    if session.last_seen_at.seconds_until(now) < TOUCH_SECONDS {
        return;
    }
    let (database, id) = (auth.database.clone(), session.session_id);
    tokio::spawn(async move {
        let touched = async {
            let mut tx = database.begin().await?;
            sessions::touch(&mut tx, id, now).await?;
            tx.commit().await
        };
        if let Err(error) = touched.await {
            tracing::warn!(?error, session.id = %id, "a session's sign of life was not noted");
        }
    });
}
