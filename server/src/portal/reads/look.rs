//! A look at a company's pages: what each of them needs before it asks for its own rows.

use domain::role::{AccessRefusal, Action, Rights, Standing};
use sqlx::{Any, pool::PoolConnection};

use super::Visit;
use crate::{
    db::sessions::Session,
    portal::{
        Failure,
        facts::{self, Place, Terms},
    },
};

/// Who looks, by which terms, over which connection.
pub(super) struct Look<'a> {
    /// The person's place in the company.
    pub place: Place,
    /// By what the company's benefits are judged.
    pub terms: Terms<'a>,
    /// The connection of this page.
    pub connection: PoolConnection<Any>,
}

impl Visit {
    /// The open session.
    pub(super) fn session(&self) -> Result<&Session, Failure> {
        self.visitor.session.as_ref().ok_or(Failure::SignedOut)
    }
}

impl<'a> Look<'a> {
    /// Begins a look at the company that is on screen.
    pub(super) async fn begin(visit: &'a Visit) -> Result<Self, Failure> {
        let user = visit.session()?.user_id.ok_or(Failure::NotFound)?;
        let mut connection = visit.store.connection().await?;
        let place = facts::place(&mut connection, user).await?.ok_or(Failure::NotFound)?;
        if place.rights.standing != Standing::Active {
            return Err(AccessRefusal::NotActive.into());
        }
        let catalogue = visit.store.catalogue()?;
        let policy = facts::policy_at(&place, catalogue);
        let now = place.zone.now(visit.store.clock().now());
        let terms = Terms::read(&mut connection, catalogue, place.company, policy, now).await?;
        Ok(Self { place, terms, connection })
    }

    /// The same, for a page that shows benefits.
    pub(super) async fn at_benefits(visit: &'a Visit) -> Result<Self, Failure> {
        let look = Self::begin(visit).await?;
        look.rights().allow(Action::ViewBenefits, &look.terms.policy)?;
        Ok(look)
    }

    /// The rights of the person who looks.
    pub(super) const fn rights(&self) -> &Rights {
        &self.place.rights
    }

    /// Whether the person who looks may do `action`.
    pub(super) fn may(&self, action: Action) -> bool {
        self.rights().allow(action, &self.terms.policy).is_ok()
    }
}
