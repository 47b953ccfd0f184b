//! The only door to data: the trait that the server implements, and the views that its reads return.
//!
//! Owns the shape of what pages show; refuses to know where it comes from.

mod error;
mod later;
mod pages;
mod query;

pub use error::{PortalError, Trouble};
pub use later::Later;
pub use pages::{
    AccountPage, ActivationRow, ActivityBenefit, ActivityPage, ActivityRow, BenefitDetail, BenefitPage,
    BenefitRow, Browser, Candidate, CountryUse, Dashboard, DemonstrationAccount, Found, Frame, Holding,
    InvitationPage, KeyRow, LedgerRow, Maker, MembershipLine, MySeat, OpenSession, Opening, OtherDetail,
    Person, PoolOpen, SeatRow, SeatsPage, SignInPage, SoftwareOpen, Source, System, UnusedBenefit, Viewer,
    Viewpoint,
};
pub use query::{ActivityQuery, BENEFIT_STATES, BenefitQuery, PeopleQuery, SEAT_STATES, SeatQuery, Sorting};

use std::{future::Future, pin::Pin};

use domain::programme::Family;

use crate::flash::Flash;

/// An answer that the portal is working on.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, PortalError>> + Send + 'a>>;

/// What pages may read. The server puts one in context for each request; it knows who is asking.
pub trait Portal: Send + Sync {
    /// Who is signed in, for the frame around every page; `None` when nobody is.
    fn frame(&self) -> Answer<'_, Option<Frame>>;
    /// What the sign-in page offers.
    fn sign_in_page(&self) -> Answer<'_, SignInPage>;
    /// What an invitation's link leads to.
    fn invitation(&self, token: String) -> Answer<'_, InvitationPage>;
    /// The person's own account.
    fn account(&self) -> Answer<'_, AccountPage>;
    /// What needs the person who asks.
    fn dashboard(&self) -> Answer<'_, Dashboard>;
    /// One tab of the Benefits page.
    fn benefits(&self, family: Family, query: BenefitQuery) -> Answer<'_, BenefitPage>;
    /// Every seat of every pool.
    fn seats(&self, query: SeatQuery) -> Answer<'_, SeatsPage>;
    /// The people of the company who match a text, each with the reason why not, if there is one.
    fn people(&self, query: PeopleQuery) -> Answer<'_, Found>;
    /// The company's activity log.
    fn activity(&self, query: ActivityQuery) -> Answer<'_, ActivityPage>;
    /// What happened to the form that led here: read once.
    fn flash(&self, id: String) -> Answer<'_, Option<Flash>>;
}
