//! What sign-in asks of the rest of the server.

use std::pin::Pin;

use domain::{
    command::PersonCommand,
    id::{AccountId, UserId},
};

use crate::db::{Error, Tx};

/// An answer that may need the database.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// The companies of a person. The tables of companies and people lie behind it.
pub trait Directory: Send + Sync {
    /// The places that an account holds in companies now or is invited to, the one to show first at the front.
    fn places(&self, account: AccountId) -> Answer<'_, Vec<UserId>>;

    /// Whether a company waits for the account to accept its invitation.
    fn is_invited(&self, account: AccountId) -> Answer<'_, bool>;

    /// The account behind a place in a company of the demonstration; no other place has one.
    fn demonstration_account(&self, user: UserId) -> Answer<'_, Option<AccountId>>;

    /// Does what a person asks for on their own account, in a transaction that the caller commits.
    fn change<'a>(&'a self, tx: &'a mut Tx, account: AccountId, command: PersonCommand) -> Answer<'a, ()>;
}
