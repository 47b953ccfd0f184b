//! Who looks, when and under which rules, as pages carry it.

use std::collections::BTreeSet;

use app::portal::{Person, Viewpoint};
use domain::role::{Action, Role};

use super::look::Look;
use crate::{db::users, portal::Failure};

/// How many people are named beside an action that is closed.
const MOST_NAMED: usize = 5;

impl Look<'_> {
    /// What the page needs to ask `domain` the server's own questions.
    pub(super) async fn viewpoint(&mut self) -> Result<Viewpoint, Failure> {
        let closed: Vec<_> = Action::ALL.into_iter().filter(|action| !self.may(*action)).collect();
        let holders = if closed.is_empty() {
            Vec::new()
        } else {
            let most = u32::try_from(MOST_NAMED).unwrap_or(u32::MAX);
            users::role_holders(&mut self.connection, self.place.company, most).await?
        };
        let named = |action: Action| (action, who_can(&action.roles(&self.terms.policy), &holders));
        Ok(Viewpoint {
            user: self.place.user,
            rights: self.place.rights.clone(),
            now: self.terms.now,
            who_can: closed.into_iter().map(named).collect(),
            policy: self.terms.policy.clone(),
        })
    }
}

/// The first people who hold one of `roles`, those of the most powerful role first, each of them once.
fn who_can(roles: &[Role], holders: &[(Role, Person)]) -> Vec<Person> {
    let mut named = BTreeSet::new();
    roles
        .iter()
        .flat_map(|role| holders.iter().filter(move |(held, _)| held == role))
        .filter(|(_, person)| named.insert(person.user))
        .map(|(_, person)| person.clone())
        .take(MOST_NAMED)
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::role::Role::{GlobalAdmin, MpnPartnerAdmin};

    use super::*;

    fn person(number: u32) -> Person {
        let user = format!("018f4e2a-0000-7000-8000-{number:012}").parse().unwrap();
        Person { user, name: format!("Person {number}"), email: format!("{number}@acme.example") }
    }

    #[test]
    fn who_can_is_named_once_and_the_most_powerful_first() {
        let holders: Vec<_> = (4..9)
            .map(|number| (MpnPartnerAdmin, person(number)))
            .chain([(GlobalAdmin, person(6)), (GlobalAdmin, person(9))])
            .collect();
        let named = who_can(&[GlobalAdmin, MpnPartnerAdmin], &holders);
        assert_eq!(named, [6, 9, 4, 5, 7].map(person));
        assert_eq!(who_can(&[GlobalAdmin], &holders), [6, 9].map(person));
    }
}
