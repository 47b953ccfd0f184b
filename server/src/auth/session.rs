//! Sessions: how one begins, how long it lasts, how it ends.

use domain::{day::Instant, id::SessionId};

use super::{Auth, Device, Oneself};
use crate::{
    db::{
        Error, Tx,
        sessions::{
            self, Alive, Session,
            changes::{self, New},
        },
    },
    random::{self, Token},
    requests,
};

/// After this long without a request a session is over.
const IDLE_SECONDS: i64 = 30 * 60;
/// After this long a session is over, whatever happens.
pub(super) const ABSOLUTE_SECONDS: i64 = 12 * 60 * 60;
/// How much a session's last sign of life may lie behind: each one costs a write.
const TOUCH_SECONDS: i64 = 60;
/// How long it is kept from where somebody has signed in.
const KEPT_SECONDS: i64 = 30 * 24 * 60 * 60;

/// A session that has begun.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The session.
    pub id: SessionId,
    /// What the browser is to show.
    pub token: Token,
}

/// What a session must not be behind of to be open at `now`.
#[must_use]
pub const fn alive(now: Instant) -> Alive {
    Alive { seen: now.plus_seconds(-IDLE_SECONDS), begun: now.plus_seconds(-ABSOLUTE_SECONDS) }
}

/// The session that is open under a token now.
///
/// # Errors
/// [`Error`] of the database.
pub async fn find(auth: &Auth, token: &Token) -> Result<Option<Session>, Error> {
    sessions::open(&mut *auth.database.connection().await?, token, alive(auth.clock.now())).await
}

/// Begins a session under a new token.
///
/// # Errors
/// [`Error`] of the database.
pub async fn begin(tx: &mut Tx, oneself: Oneself, device: Device, now: Instant) -> Result<Begun, Error> {
    let (id, token) = (SessionId::from_uuid(random::uuid(now)), Token::new());
    let Oneself { account, user } = oneself;
    let new = New { id, token: &token, account, user, browser: device.browser, network: device.network() };
    changes::insert(tx, new, now.plus_seconds(-KEPT_SECONDS), now).await?;
    Ok(Begun { id, token })
}

/// Notes a sign of life, at most once a minute, without keeping the request waiting: a page can still be read while
/// nothing can be written, and the session then ends on time.
pub fn touch(auth: &Auth, session: &Session) {
    let now = auth.clock.now();
    if session.last_seen_at.seconds_until(now) < TOUCH_SECONDS {
        return;
    }
    let (database, id) = (auth.database.clone(), session.session_id);
    requests::spawn(async move {
        let touched = async {
            let mut tx = database.begin().await?;
            changes::touch(&mut tx, id, now).await?;
            tx.commit().await
        };
        if let Err(error) = touched.await {
            tracing::warn!(?error, session.id = %id, "a session's sign of life was not noted");
        }
    });
}
