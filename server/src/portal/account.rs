//! What people change on their own account, whatever the company.
//!
//! Owns the effects of `PersonCommand`, which the door carries out like any other; refuses to know how somebody proves
//! who they are.

use domain::{
    command::PersonCommand,
    event::Event,
    id::{AccountId, CompanyId, EventId, UserId},
};

use super::door::Door;
use crate::{
    db::{Error, Tx, accounts, events, users::changes as users},
    random,
};

impl Door<'_> {
    /// Carries out what the person behind `account` asks for, inside a transaction that the caller commits.
    ///
    /// # Errors
    /// [`Error`] of the database: there is nothing to refuse.
    pub async fn change_own_in(
        self,
        tx: &mut Tx,
        account: AccountId,
        command: PersonCommand,
    ) -> Result<(), Error> {
        match command {
            PersonCommand::ChooseLanguage { language } => {
                if accounts::set_language(tx, account, language).await? {
                    self.log_own(tx, (account, None), &Event::LanguageChosen { language }).await?;
                }
            }
            PersonCommand::AcceptInvitation => {
                for place in users::accept(tx, account, self.0.clock().now()).await? {
                    self.log_own(tx, (account, Some(place)), &Event::InvitationAccepted).await?;
                }
            }
        }
        Ok(())
    }

    /// Appends `event` to the log of the company that it concerns, if it concerns one.
    async fn log_own(
        self,
        tx: &mut Tx,
        (account, place): (AccountId, Option<(CompanyId, UserId)>),
        event: &Event,
    ) -> Result<(), Error> {
        let at = self.0.clock().now();
        let version = self.0.catalogue().map_or("", |catalogue| catalogue.policy.version.as_str());
        let entry = events::Entry {
            id: EventId::from_uuid(random::uuid(at)),
            company: place.map(|(company, _)| company),
            at,
            by: (Some(account), place.map(|(_, user)| user)),
            policy_version: version,
            event,
        };
        events::append(tx, entry).await
    }
}
