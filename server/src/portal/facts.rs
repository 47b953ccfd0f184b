//! Facts: what the rules of `domain` ask for, as the database has it.
//!
//! The door reads them inside its transaction, pages over a connection of their own; both through the functions here, so
//! that a page and the server judge by the same facts. Owns how rows become facts; refuses to decide anything.

mod place;
mod pool;
mod software;
mod terms;
mod title;

pub use self::{
    place::{Place, place, policy, policy_at},
    pool::PoolFacts,
    software::SoftwareFacts,
    terms::Terms,
    title::{competency_name, membership_name, offer_name},
};
pub use crate::db::{memberships::of_company as memberships, users::Prospect};
