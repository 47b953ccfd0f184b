//! The one door for changes, with a way in for each kind of command: [`Door::execute`] for what somebody changes in their
//! company, [`Door::operate`] for what the operator changes, [`Door::change_own_in`] for what people change on their own
//! account. What the operator loads is no command, and comes by [`Door::load_catalogue_in`] and [`Door::stock_keys_in`].
//! Nothing else writes business state, and each of them appends to the log what it has changed.
//!
//! Owns the order of the steps in a company: begin, authenticate, hold the company, authorise, recognise a form that was
//! sent before, decide and write, log, keep the answer, commit. What is refused is undone and logged as refused. Refuses to
//! know any rule: `domain` decides.

mod refused;

use domain::{
    command::Command,
    day::Now,
    event::Event,
    id::{AccountId, CompanyId, EventId, UserId},
    outcome::Outcome,
    policy::Policy,
    refusal::Refusal,
    role::{AccessRefusal, Rights, Standing},
};
use sha2::{Digest, Sha256};

use super::{
    Failure, activity,
    facts::{self, Place, Terms},
    software,
    store::Store,
    visual_studio,
};
use crate::{
    clock::Zone,
    db::{Held, Trouble, Tx, events, submissions, users},
};

/// How often a command is tried that other writers overtake.
const ATTEMPTS: u32 = 5;

/// Who asks: an account, and its place in the company that it acts for.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The account.
    pub account: AccountId,
    /// Its place in the company.
    pub user: UserId,
}

/// A command that is being carried out.
pub struct Act<'a> {
    /// The transaction in which everything is read and written.
    pub tx: &'a mut Tx,
    /// What the installation shares.
    pub store: &'a Store,
    /// Who asks.
    pub caller: Caller,
    /// The company that the caller acts for: the only one whose rows are touched.
    pub company: CompanyId,
    /// The caller's rights, read in this transaction.
    pub rights: Rights,
    /// The policy in force for the company.
    pub policy: Policy,
    /// The zone in which the company counts days.
    pub zone: Zone,
    /// The moment, with the company's date.
    pub now: Now,
}

/// The door.
#[derive(Clone, Copy)]
pub struct Door<'a>(pub &'a Store);

impl Door<'_> {
    /// Carries out `command` for `caller`, at most once for each `once`.
    ///
    /// # Errors
    /// [`Failure`]: refused by a rule, unknown, or a fault of the database; nothing has changed then.
    pub async fn execute(self, caller: Caller, command: Command, once: &str) -> Result<Outcome, Failure> {
        let mut attempt = 1;
        loop {
            match self.attempt(caller, command.clone(), once).await {
                // The engine has let another writer go first, and undone this one: it can go again as if it came later.
                Err(Failure::Database(error))
                    if error.trouble() == Trouble::Overtaken && attempt < ATTEMPTS =>
                {
                    attempt += 1;
                }
                done => return done,
            }
        }
    }

    async fn attempt(self, caller: Caller, command: Command, once: &str) -> Result<Outcome, Failure> {
        let mut tx = self.0.database().begin().await?;
        match self.execute_in(&mut tx, caller, command.clone(), once).await {
            Ok(outcome) => {
                tx.commit().await?;
                Ok(outcome)
            }
            Err(failure) => Err(self.log_refused(tx, caller, command, failure).await?),
        }
    }

    /// The same inside a transaction that the caller commits: for a demonstration, which is filled whole or not at all.
    ///
    /// # Errors
    /// As [`Self::execute`].
    pub async fn execute_in(
        self,
        tx: &mut Tx,
        caller: Caller,
        command: Command,
        once: &str,
    ) -> Result<Outcome, Failure> {
        let mut act = Act::begin(self.0, tx, caller).await?;
        act.authorise(&command)?;
        let key = submissions::Key { account: caller.account, company: act.company, once };
        let digest = digest(&command)?;
        if let Some(known) = submissions::find(act.tx, key).await? {
            if known.digest != digest {
                return Err(Refusal::AlreadySent { command: known.command }.into());
            }
            return if command.is_told_each_time() {
                act.carry_out(command).await
            } else {
                Ok(known.outcome)
            };
        }
        let name = command.name().to_owned();
        let outcome = act.carry_out(command).await?;
        let submission = submissions::Submission { command: name, digest, outcome };
        submissions::keep(act.tx, key, &submission, act.now.at).await?;
        Ok(submission.outcome)
    }
}

impl<'a> Act<'a> {
    /// Reads who asks, for which company and under which policy, inside the transaction.
    async fn begin(store: &'a Store, tx: &'a mut Tx, caller: Caller) -> Result<Self, Failure> {
        let company = users::company(tx, caller.user).await?.ok_or(Failure::NotFound)?;
        tx.hold(Held::Company(company)).await?;
        let place = facts::place(tx, caller.user).await?.ok_or(Failure::NotFound)?;
        if place.account != caller.account {
            return Err(Failure::NotFound);
        }
        let policy = facts::policy_at(&place, store.catalogue()?);
        let Place { company, rights, zone, .. } = place;
        let now = zone.now(store.clock().now());
        Ok(Self { tx, store, caller, company, rights, policy, zone, now })
    }

    /// The terms by which what the company holds is judged.
    ///
    /// # Errors
    /// [`Failure`] of the database.
    pub async fn terms(&mut self) -> Result<Terms<'a>, Failure> {
        let catalogue = self.store.catalogue()?;
        Ok(Terms::read(self.tx, catalogue, self.company, self.policy.clone(), self.now).await?)
    }

    fn authorise(&self, command: &Command) -> Result<(), Refusal> {
        match command.action() {
            Some(action) => Ok(self.rights.allow(action, &self.policy)?),
            None if self.rights.standing == Standing::Active => Ok(()),
            None => Err(AccessRefusal::NotActive.into()),
        }
    }

    async fn carry_out(&mut self, command: Command) -> Result<Outcome, Failure> {
        match command {
            Command::GetKeys { benefit } => software::get_keys(self, benefit).await,
            Command::RevealKey { key, manner } => software::reveal_key(self, key, manner).await,
            Command::RecordActivation { benefit, machine, hardware } => {
                software::record_activation(self, benefit, machine, hardware).await
            }
            Command::ChooseInstallation { benefit, language, os_type } => {
                software::choose_installation(self, benefit, language, os_type).await
            }
            Command::AssignSeat { benefit, holder } => {
                visual_studio::assign_seat(self, benefit, holder).await
            }
            Command::RemoveSeat { seat } => visual_studio::remove_seat(self, seat).await,
            Command::ReassignSeat { seat, holder } => visual_studio::reassign_seat(self, seat, holder).await,
            Command::ConfirmActivation { seat } => visual_studio::confirm_activation(self, seat).await,
            Command::UndoSeatChange { event } => visual_studio::undo_seat_change(self, event).await,
            Command::ExportActivity { filter } => activity::export(self, filter).await,
        }
    }

    /// Appends `event` to the company's log, in the transaction of the change.
    ///
    /// # Errors
    /// [`Failure`] of the database.
    pub async fn log(&mut self, event: &Event) -> Result<EventId, Failure> {
        let entry = events::Entry {
            company: Some(self.company),
            at: self.now.at,
            by: (Some(self.caller.account), Some(self.caller.user)),
            policy_version: &self.policy.version,
            event,
        };
        Ok(events::append(self.tx, entry).await?)
    }
}

/// What tells a form that is sent again from another one under the same key.
fn digest(command: &Command) -> Result<Vec<u8>, Failure> {
    let text = serde_json::to_vec(command).map_err(|error| Failure::Unwritten(error.into()))?;
    Ok(Sha256::digest(text).to_vec())
}
