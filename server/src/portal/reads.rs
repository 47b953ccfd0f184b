//! The reads: every page view, for whoever asks.
//!
//! Owns who may see which page, and how rows become views. Refuses to decide anything that `domain` decides, and to
//! change business state: of all that is read only a flash is gone afterwards, because it is said once.

mod account;
mod activity;
mod benefits;
mod dashboard;
mod frame;
mod invitation;
mod look;
mod offer;
mod other;
mod paging;
mod people;
mod seats;
mod sign_in;
mod software;
mod source;
mod usage;
mod viewpoint;
mod visual_studio;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use app::{
    flash::{Flash, Notice, SESSION_ENDED},
    portal::{
        AccountPage, ActivityPage, ActivityQuery, Answer, BenefitPage, BenefitQuery, Dashboard, Found, Frame,
        InvitationPage, PeopleQuery, Portal, SeatQuery, SeatsPage, SignInPage,
    },
};
use domain::programme::Family;

use super::{Failure, store::Store};
use crate::{auth::Visitor, db::flashes};

/// A visitor who looks at a page.
#[derive(Clone, Debug)]
pub struct Visit {
    store: Arc<Store>,
    visitor: Visitor,
}

impl Visit {
    /// The visit of `visitor`.
    #[must_use]
    pub const fn new(store: Arc<Store>, visitor: Visitor) -> Self {
        Self { store, visitor }
    }

    async fn take_flash(&self, id: &str) -> Result<Option<Flash>, Failure> {
        let session = self.visitor.session_id();
        if id == SESSION_ENDED {
            return Ok(session.is_none().then(|| Flash::of(Notice::SessionEnded)));
        }
        Ok(flashes::take(self.store.database(), id, session, self.store.clock().now()).await?)
    }
}

/// Boxes a read, and tells the page no more of a failure than it may know.
macro_rules! answer {
    ($read:expr) => {
        Box::pin(async move { $read.await.map_err(Failure::told) })
    };
}

impl Portal for Visit {
    fn frame(&self) -> Answer<'_, Option<Frame>> {
        answer!(frame::read(self))
    }

    fn sign_in_page(&self) -> Answer<'_, SignInPage> {
        answer!(sign_in::read(self))
    }

    fn invitation(&self, token: String) -> Answer<'_, InvitationPage> {
        answer!(invitation::read(self, &token))
    }

    fn account(&self) -> Answer<'_, AccountPage> {
        answer!(account::read(self))
    }

    fn dashboard(&self) -> Answer<'_, Dashboard> {
        answer!(dashboard::read(self))
    }

    fn benefits(&self, family: Family, query: BenefitQuery) -> Answer<'_, BenefitPage> {
        answer!(benefits::read(self, family, &query))
    }

    fn seats(&self, query: SeatQuery) -> Answer<'_, SeatsPage> {
        answer!(seats::read(self, &query))
    }

    fn people(&self, query: PeopleQuery) -> Answer<'_, Found> {
        answer!(people::read(self, &query))
    }

    fn activity(&self, query: ActivityQuery) -> Answer<'_, ActivityPage> {
        answer!(activity::read(self, &query))
    }

    fn flash(&self, id: String) -> Answer<'_, Option<Flash>> {
        answer!(self.take_flash(&id))
    }
}
