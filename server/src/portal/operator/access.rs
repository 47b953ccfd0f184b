//! Who may sign in at all, whatever the company.
//!
//! Owns that nothing of the time before comes to life again: whoever is enabled signs in anew. Refuses to know why.

use domain::{
    company::EmailAddress,
    event::Event,
    id::{AccountId, UserId},
    refusal::Refusal,
};

use super::{Failure, Made, Operation};
use crate::db::{accounts, sessions::changes as sessions, users::changes as users};

impl Operation<'_> {
    /// Ends the person's sessions, and lets none begin.
    pub(super) async fn disable(&mut self, email: &EmailAddress) -> Result<Made, Failure> {
        let account = self.account(email).await?.id;
        if !accounts::disable(self.tx, account, self.at).await? {
            return Err(Refusal::Stale.into());
        }
        sessions::end_all(self.tx, account, self.at).await?;
        self.log_everywhere(account, |user| Event::UserDisabled { account, user }).await?;
        Ok(Made::Access(account))
    }

    /// Lets the person sign in again.
    pub(super) async fn enable(&mut self, email: &EmailAddress) -> Result<Made, Failure> {
        let account = self.account(email).await?.id;
        if !accounts::enable(self.tx, account).await? {
            return Err(Refusal::Stale.into());
        }
        // Whoever had proved the password while the account was being disabled has a session that was never open.
        sessions::end_all(self.tx, account, self.at).await?;
        self.log_everywhere(account, |user| Event::UserEnabled { account, user }).await?;
        Ok(Made::Access(account))
    }

    /// Tells the log of each company of the person; the operator's where there is none.
    async fn log_everywhere(
        &mut self,
        account: AccountId,
        event: impl Fn(Option<UserId>) -> Event,
    ) -> Result<(), Failure> {
        let places = users::places(self.tx, account).await?;
        if places.is_empty() {
            self.log(None, &event(None)).await?;
        }
        for (company, user) in places {
            self.log(Some(company), &event(Some(user))).await?;
        }
        Ok(())
    }
}
