//! Finding the person whom a typed text names.

use domain::{
    company::{FieldFault, SearchText, folded},
    id::UserId,
    role::Action,
};

use super::{Failure, facts, store::Store};
use crate::db::users;

/// The person of the company of `user` whom `typed` names exactly, by name or address, or who alone matches it; else how
/// many it could mean.
///
/// # Errors
/// [`Failure`] of the database.
pub async fn find_holder(
    store: &Store,
    user: UserId,
    typed: &SearchText,
) -> Result<Result<UserId, FieldFault>, Failure> {
    let mut connection = store.connection().await?;
    let place = facts::place(&mut connection, user).await?.ok_or(Failure::NotFound)?;
    // How many people a text could mean is told to those only who may assign.
    let policy = facts::policy(&mut connection, store.catalogue()?, place.company).await?;
    place.rights.allow(Action::AssignBenefits, &policy)?;
    let found = users::matching(&mut connection, place.company, typed.as_str(), 50).await?;
    let wanted = folded(typed.as_str());
    let mut exact =
        found.iter().filter(|found| folded(&found.name) == wanted || folded(&found.email) == wanted);
    Ok(match (exact.next(), exact.next(), found.as_slice()) {
        (Some(one), None, _) | (None, _, [one]) => Ok(one.user),
        (_, _, []) => Err(FieldFault::Nobody),
        _ => Err(FieldFault::Several { count: u32::try_from(found.len()).unwrap_or(u32::MAX) }),
    })
}
