//! Finding the person whom a typed text names.

use app::portal::Person;
use domain::{
    company::{FieldFault, SearchText, meant},
    id::{CompanyId, UserId},
    role::Action,
};
use sqlx::AnyConnection;

use super::{Failure, facts, store::Store};
use crate::db::{Error, users};

/// Who matches a typed text.
pub struct Matches {
    /// As many as a picker offers, or more: those whose name or address it may be in full, then the others, by name.
    pub first: Vec<Person>,
    /// How many there are.
    pub count: u32,
    /// The one whom the text means, if it means one only.
    pub meant: Result<UserId, FieldFault>,
}

/// The people of the company who match `typed`.
///
/// # Errors
/// [`Error`] of the database.
pub async fn matches(
    connection: &mut AnyConnection,
    company: CompanyId,
    typed: &SearchText,
) -> Result<Matches, Error> {
    let (first, count) = users::matching(connection, company, typed.as_str()).await?;
    let known = first.iter().map(|person| (person.user, person.name.as_str(), person.email.as_str()));
    let meant = meant(typed.as_str(), known, count);
    Ok(Matches { first, count, meant })
}

/// The person of the company of `user` whom `typed` means, or how many it could mean.
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
    let policy = facts::policy_at(&place, store.catalogue()?);
    place.rights.allow(Action::AssignBenefits, &policy)?;
    Ok(matches(&mut connection, place.company, typed).await?.meant)
}
