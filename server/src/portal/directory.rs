//! What sign-in needs to know of companies and people.

use std::sync::Arc;

use domain::{
    day::Instant,
    id::{AccountId, UserId},
    language::Language,
};

use super::store::Store;
use crate::{
    auth::{Answer, Directory},
    db::{Tx, accounts, demonstration_accounts, sessions::Session, users},
};

/// The tables of companies and people, as sign-in asks them.
pub struct CompanyDirectory(pub Arc<Store>);

impl Directory for CompanyDirectory {
    fn memberships(&self, account: AccountId) -> Answer<'_, Vec<UserId>> {
        Box::pin(async move {
            let mut connection = self.0.connection().await?;
            let places = users::active_places(&mut connection, account).await?;
            Ok(places.into_iter().map(|(user, _)| user).collect())
        })
    }

    fn demonstration_account(&self, user: UserId) -> Answer<'_, Option<AccountId>> {
        Box::pin(async move {
            let mut connection = self.0.connection().await?;
            demonstration_accounts::account(&mut connection, user).await
        })
    }

    fn remember_language<'a>(&'a self, session: &'a Session, language: Language) -> Answer<'a, ()> {
        Box::pin(async move {
            let mut tx = self.0.database().begin().await?;
            accounts::set_language(&mut tx, session.account_id, language).await?;
            Ok(tx.commit().await?)
        })
    }

    fn invitation_accepted<'a>(&'a self, tx: &'a mut Tx, account: AccountId, now: Instant) -> Answer<'a, ()> {
        Box::pin(users::changes::accept(tx, account, now))
    }
}
