//! What sign-in asks of the rest of the server.

use std::pin::Pin;

use domain::{
    day::Instant,
    id::{AccountId, UserId},
    language::Language,
};

use crate::db::{Error, Tx, sessions::Session};

/// An answer that may need the database.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// The companies of a person. The tables of companies and people lie behind it.
pub trait Directory: Send + Sync {
    /// The places that an account holds in companies now, the one to show first at the front.
    fn memberships(&self, account: AccountId) -> Answer<'_, Vec<UserId>>;

    /// The account behind a place in a company of the demonstration; no other place has one.
    fn demonstration_account(&self, user: UserId) -> Answer<'_, Option<AccountId>>;

    /// Remembers the language that a person chose.
    fn remember_language<'a>(&'a self, session: &'a Session, language: Language) -> Answer<'a, ()>;

    /// Records that an account's invitation was accepted, in the transaction that accepts it.
    fn invitation_accepted<'a>(&'a self, tx: &'a mut Tx, account: AccountId, now: Instant) -> Answer<'a, ()>;
}
