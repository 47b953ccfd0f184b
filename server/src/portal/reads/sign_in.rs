//! The sign-in page.

use app::portal::{DemonstrationAccount, SignInPage};

use super::Visit;
use crate::{
    db::{companies, demonstration_accounts},
    portal::{Failure, facts::offer_name},
};

/// What the page offers: in a demonstration its people, elsewhere nothing but the form.
pub(super) async fn read(visit: &Visit) -> Result<SignInPage, Failure> {
    visit.store.load_catalogue().await?;
    let mut connection = visit.store.connection().await?;
    let is_empty = companies::is_empty(&mut connection).await?;
    if !visit.store.is_demonstration() || is_empty {
        return Ok(SignInPage { demonstration: Vec::new(), is_empty });
    }
    let catalogue = visit.store.catalogue()?;
    let people = demonstration_accounts::all(&mut connection).await?;
    let offers = demonstration_accounts::offers(&mut connection).await?;
    let account = |known: demonstration_accounts::DemonstrationPerson| DemonstrationAccount {
        levels: offers
            .iter()
            .filter(|(company, _)| *company == known.company)
            .map(|(_, offer)| offer_name(catalogue, offer))
            .collect(),
        person: known.person,
        company: known.company_name,
        roles: known.roles,
    };
    Ok(SignInPage { demonstration: people.into_iter().map(account).collect(), is_empty })
}
