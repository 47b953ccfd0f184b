//! A person's own account.

use app::portal::{AccountPage, OpenSession};

use super::Visit;
use crate::{
    auth::session::alive,
    clock::Zone,
    db::sessions,
    portal::{Failure, facts},
};

/// The open sessions of the person who asks, in the time of the company that is on screen.
pub(super) async fn read(visit: &Visit) -> Result<AccountPage, Failure> {
    let asking = visit.session()?;
    let mut connection = visit.store.connection().await?;
    let place = match asking.user_id {
        Some(user) => facts::place(&mut connection, user).await?,
        None => None,
    };
    let zone = place.map_or_else(Zone::utc, |place| place.zone);
    let now = visit.store.clock().now();
    let known = sessions::of_account(&mut connection, asking.account_id, alive(now)).await?;
    let shown = |known: sessions::Described| OpenSession {
        session: known.session,
        is_this: known.session == asking.session_id,
        browser: known.browser,
        network: known.network,
        signed_in: zone.moment_of(known.signed_in_at),
        last_seen: zone.moment_of(known.last_seen_at),
    };
    let mut sessions: Vec<_> = known.into_iter().map(shown).collect();
    sessions.sort_by_key(|session| !session.is_this);
    Ok(AccountPage { email: asking.email.clone(), sessions })
}
