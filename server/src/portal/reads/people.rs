//! The person picker: who matches what was typed, each with the reason why not, if there is one.

use app::portal::{Candidate, PeopleQuery};
use domain::{company::SearchText, role::Action};

use super::{Visit, look::Look};
use crate::{
    db::users::{self, Prospect},
    portal::{Failure, facts::PoolFacts},
};

/// How many people a picker offers.
const MOST: u32 = 8;

/// The people for the picker of one pool; only for those who may assign.
pub(super) async fn read(visit: &Visit, query: &PeopleQuery) -> Result<Vec<Candidate>, Failure> {
    let mut look = Look::begin(visit).await?;
    look.rights().allow(Action::AssignBenefits, &look.terms.policy)?;
    let pool = look.terms.seat_pool(&mut look.connection, query.benefit).await?.ok_or(Failure::NotFound)?;
    candidates(&mut look, &pool, &query.text).await
}

/// The people who match `text`; nobody when it holds nothing to look for.
pub(super) async fn candidates(
    look: &mut Look<'_>,
    facts: &PoolFacts,
    text: &str,
) -> Result<Vec<Candidate>, Failure> {
    let Ok(text) = SearchText::parse(text) else { return Ok(Vec::new()) };
    let (company, product) = (look.place.company, &facts.benefit.product);
    let found = users::prospects_like(&mut look.connection, company, product, text.as_str(), MOST).await?;
    let candidate = |Prospect { person, holder }| Candidate {
        person,
        country: holder.country,
        refusal: facts.pool.accepts(&holder, &look.terms.policy).err(),
    };
    Ok(found.into_iter().map(candidate).collect())
}
