//! What people change on their own account, whatever the company.
//!
//! Owns the effects of `PersonCommand`, which the door carries out like any other; refuses to know how somebody proves
//! who they are.

use domain::{
    command::PersonCommand,
    event::Event,
    id::{AccountId, CompanyId, UserId},
};

use super::door::Door;
use crate::db::{Error, Tx, accounts, events, users::changes as users};

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
        let at = self.0.clock().now();
        let entry = |place: Option<(CompanyId, UserId)>, event| events::Entry {
            company: place.map(|(company, _)| company),
            at,
            by: (Some(account), place.map(|(_, user)| user)),
            policy_version: self.0.policy_version(),
            event,
        };
        match command {
            PersonCommand::ChooseLanguage { language } => {
                if accounts::set_language(tx, account, language).await? {
                    let _ = events::append(tx, entry(None, &Event::LanguageChosen { language })).await?;
                }
            }
            PersonCommand::AcceptInvitation => {
                for place in users::accept(tx, account, at).await? {
                    let _ = events::append(tx, entry(Some(place), &Event::InvitationAccepted)).await?;
                }
            }
        }
        Ok(())
    }
}
