//! The frame around every page: who is signed in, and where.

use app::portal::{Frame, Viewer};
use domain::role::{Action, Standing};

use super::Visit;
use crate::{
    db::users,
    portal::{Failure, facts},
};

/// Who is signed in; none when nobody is.
///
/// It is there for people whom the company has stopped too: the page inside it says so, and they may switch or sign out.
pub(super) async fn read(visit: &Visit) -> Result<Option<Frame>, Failure> {
    let Ok(session) = visit.session() else { return Ok(None) };
    let mut connection = visit.store.connection().await?;
    let place = match session.user_id {
        Some(user) => facts::place(&mut connection, user).await?,
        None => None,
    };
    let mut other_companies = users::open_places(&mut connection, session.account_id).await?;
    other_companies.retain(|(user, _)| Some(*user) != session.user_id);
    let active = place.iter().filter(|place| place.rights.standing == Standing::Active);
    let roles = active.flat_map(|place| place.rights.roles.iter().copied()).collect();
    let reads_activity =
        place.as_ref().zip(visit.store.catalogue().ok()).is_some_and(|(place, catalogue)| {
            place.rights.allow(Action::ReadActivity, &facts::policy_at(place, catalogue)).is_ok()
        });
    Ok(Some(Frame {
        viewer: Viewer {
            name: session.full_name.clone(),
            email: session.email.clone(),
            roles,
            company: place.map(|place| (place.company_name, place.mpn_id)),
            other_companies,
            reads_activity,
            is_operator: session.operator,
        },
        demonstration: visit.store.is_demonstration(),
    }))
}
