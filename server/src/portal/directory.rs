//! What sign-in needs to know of companies and people.

use std::sync::Arc;

use domain::{
    command::PersonCommand,
    event::SignInRefusal,
    id::{AccountId, UserId},
};

use super::{door::Door, store::Store};
use crate::{
    auth::{Answer, Directory, Oneself},
    db::{Tx, demonstration_accounts, users},
};

/// The tables of companies and people, as sign-in asks them.
pub struct CompanyDirectory(pub Arc<Store>);

impl Directory for CompanyDirectory {
    fn places(&self, account: AccountId) -> Answer<'_, Vec<UserId>> {
        Box::pin(async move {
            let mut connection = self.0.connection().await?;
            let places = users::open_places(&mut connection, account).await?;
            Ok(places.into_iter().map(|(user, _)| user).collect())
        })
    }

    fn demonstration_account(&self, user: UserId) -> Answer<'_, Option<AccountId>> {
        Box::pin(async move {
            let mut connection = self.0.connection().await?;
            demonstration_accounts::account(&mut connection, user).await
        })
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, oneself: Oneself, command: PersonCommand) -> Answer<'a, u32> {
        Box::pin(Door(&self.0).change_own_in(tx, oneself, command))
    }

    fn refused<'a>(
        &'a self,
        tx: &'a mut Tx,
        account: Option<AccountId>,
        why: SignInRefusal,
    ) -> Answer<'a, ()> {
        Box::pin(Door(&self.0).log_not_let_in(tx, account, why))
    }
}
