//! The person picker: who matches what was typed, each with the reason why not, if there is one.

use app::portal::{Candidate, Found, PeopleQuery};
use domain::{company::SearchText, role::Action};

use super::{Visit, look::Look};
use crate::{
    db::users::Prospect,
    portal::{
        Failure,
        facts::PoolFacts,
        people::{Matches, matches},
    },
};

/// The people for the picker of one pool; only for those who may assign.
pub(super) async fn read(visit: &Visit, query: &PeopleQuery) -> Result<Found, Failure> {
    let mut look = Look::begin(visit).await?;
    look.rights().allow(Action::AssignBenefits, &look.terms.policy)?;
    let pool = look.terms.seat_pool(&mut look.connection, query.benefit).await?.ok_or(Failure::NotFound)?;
    found(&mut look, &pool, &query.text).await
}

/// The people who match `text`; nobody when it holds nothing to look for.
pub(super) async fn found(look: &mut Look<'_>, facts: &PoolFacts, text: &str) -> Result<Found, Failure> {
    let Ok(text) = SearchText::parse(text) else { return Ok(Found::default()) };
    let (company, product) = (look.place.company, &facts.benefit.product);
    let Matches { first, count, meant } = matches(&mut look.connection, company, &text).await?;
    let meant = meant.ok();
    let others = first.iter().map(|person| person.user).filter(|user| meant != Some(*user));
    let mut offered = meant.into_iter().chain(others);
    let shown = std::array::from_fn(|_| offered.next());
    let mut people = look.terms.holders(&mut look.connection, product, shown).await?;
    people.sort_by_key(|prospect| shown.iter().position(|user| *user == Some(prospect.person.user)));
    let candidate = |Prospect { person, holder }| Candidate {
        person,
        country: holder.country,
        refusal: facts.pool.accepts(&holder, &look.terms.policy).err(),
    };
    Ok(Found { people: people.into_iter().map(candidate).collect(), count, meant })
}
