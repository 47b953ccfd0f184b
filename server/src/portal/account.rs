//! What people change on their own account, whatever the company.
//!
//! Owns the effects of `PersonCommand`, which the door carries out like any other; refuses to know how somebody proves
//! who they are: the password and the token of a session are `auth`'s, which writes them in the same transaction.

use domain::{
    command::PersonCommand,
    day::Instant,
    event::{Event, SignInRefusal},
    id::{AccountId, CompanyId, SessionId, UserId},
};

use super::door::Door;
use crate::{
    auth::{Oneself, session},
    db::{
        Error, Tx, accounts, events,
        sessions::changes as sessions,
        users::{self, changes as places},
    },
};

/// A command on one's own account that is being carried out.
struct Own<'a> {
    tx: &'a mut Tx,
    oneself: Oneself,
    policy_version: &'a str,
    at: Instant,
}

impl Door<'_> {
    /// Carries out what a person asks for on their own account, inside a transaction that the caller commits, and says how
    /// many sessions that has ended.
    ///
    /// # Errors
    /// [`Error`] of the database: there is nothing to refuse.
    pub async fn change_own_in(
        self,
        tx: &mut Tx,
        oneself: impl Into<Oneself>,
        command: PersonCommand,
    ) -> Result<u32, Error> {
        let (policy_version, at) = (self.0.policy_version(), self.0.clock().now());
        Own { tx, oneself: oneself.into(), policy_version, at }.carry_out(command).await
    }

    /// Tells the operator's log that somebody was not let in: nobody is known to have been there, and the account that was
    /// tried is only named.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn log_not_let_in(
        self,
        tx: &mut Tx,
        account: Option<AccountId>,
        why: SignInRefusal,
    ) -> Result<(), Error> {
        let (policy_version, at) = (self.0.policy_version(), self.0.clock().now());
        let event = &Event::SignInRefused { account, why };
        let entry = events::Entry { company: None, at, by: (None, None), policy_version, event };
        events::append(tx, entry).await.map(drop)
    }
}

impl Own<'_> {
    async fn carry_out(&mut self, command: PersonCommand) -> Result<u32, Error> {
        match command {
            PersonCommand::ChooseLanguage { language } => {
                if accounts::set_language(self.tx, self.oneself.account, language).await? {
                    self.log(None, &Event::LanguageChosen { language }).await?;
                }
                Ok(0)
            }
            PersonCommand::AcceptInvitation => {
                for place in places::accept(self.tx, self.oneself.account, self.at).await? {
                    self.log(Some(place), &Event::InvitationAccepted).await?;
                }
                Ok(0)
            }
            PersonCommand::SignIn { session } => {
                self.log_here(&Event::SignedIn { session }).await?;
                Ok(0)
            }
            PersonCommand::SignOut { session } => self.end(session, &Event::SignedOut { session }).await,
            PersonCommand::EndSession { session } => {
                self.end(session, &Event::SessionEnded { session }).await
            }
            PersonCommand::EndOtherSessions { session } => self.end_others(session).await,
            PersonCommand::ChangePassword => {
                self.log_here(&Event::PasswordChanged).await?;
                Ok(0)
            }
        }
    }

    async fn end(&mut self, session: SessionId, event: &Event) -> Result<u32, Error> {
        if !sessions::end(self.tx, session, self.oneself.account, self.at).await? {
            return Ok(0);
        }
        self.log_here(event).await?;
        Ok(1)
    }

    async fn end_others(&mut self, kept: SessionId) -> Result<u32, Error> {
        let (account, alive) = (self.oneself.account, session::alive(self.at));
        let count = sessions::end_others(self.tx, account, kept, alive, self.at).await?;
        if count > 0 {
            self.log_here(&Event::OtherSessionsEnded { count }).await?;
        }
        Ok(count)
    }

    /// Appends to the log of the company that is on screen; without one, to the operator's.
    async fn log_here(&mut self, event: &Event) -> Result<(), Error> {
        let place = match self.oneself.user {
            Some(user) => users::company(self.tx, user).await?.map(|company| (company, user)),
            None => None,
        };
        self.log(place, event).await
    }

    async fn log(&mut self, place: Option<(CompanyId, UserId)>, event: &Event) -> Result<(), Error> {
        let entry = events::Entry {
            company: place.map(|(company, _)| company),
            at: self.at,
            by: (Some(self.oneself.account), place.map(|(_, user)| user)),
            policy_version: self.policy_version,
            event,
        };
        events::append(self.tx, entry).await.map(drop)
    }
}
