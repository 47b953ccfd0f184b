//! What sign-in asks of the rest of the server.

use std::pin::Pin;

use domain::{
    command::PersonCommand,
    event::SignInRefusal,
    id::{AccountId, UserId},
};

use crate::db::{Error, Tx, sessions::Session};

/// An answer that may need the database.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// A person, at the place in the company that is on screen, if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oneself {
    /// The person.
    pub account: AccountId,
    /// The place.
    pub user: Option<UserId>,
}

impl From<AccountId> for Oneself {
    fn from(account: AccountId) -> Self {
        Self { account, user: None }
    }
}

impl From<&Session> for Oneself {
    fn from(session: &Session) -> Self {
        Self { account: session.account_id, user: session.user_id }
    }
}

/// The companies of a person, and the door for what people change on their own account. The tables of companies and people
/// lie behind it, and the log.
pub trait Directory: Send + Sync {
    /// The places that an account holds in companies now or is invited to, the one to show first at the front.
    fn places(&self, account: AccountId) -> Answer<'_, Vec<UserId>>;

    /// The account behind a place in a company of the demonstration; no other place has one.
    fn demonstration_account(&self, user: UserId) -> Answer<'_, Option<AccountId>>;

    /// Does what a person asks for on their own account, in a transaction that the caller commits; the answer is how many
    /// sessions that has ended.
    fn change<'a>(&'a self, tx: &'a mut Tx, oneself: Oneself, command: PersonCommand) -> Answer<'a, u32>;

    /// Tells the operator's log that somebody was not let in, in a transaction that the caller commits.
    fn refused<'a>(
        &'a self,
        tx: &'a mut Tx,
        account: Option<AccountId>,
        why: SignInRefusal,
    ) -> Answer<'a, ()>;
}
