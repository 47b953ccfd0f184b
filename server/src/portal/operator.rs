//! What the operator, or the person at the installation's shell, changes: companies, people, offers.
//!
//! Owns the effects of `OperatorCommand`; refuses to know any rule.

mod access;
mod entitle;
mod ring;
mod stock;

use domain::{
    command::OperatorCommand,
    company::{EmailAddress, FullName},
    day::{Day, Instant, Now},
    event::Event,
    id::{AccountId, CompanyId, EventId, LocationId, MembershipId, UserId},
    membership::Membership,
    programme::{CompetencyCode, OfferCode},
    refusal::MembershipRefusal,
    role::Role,
};

pub use ring::Resealed;

use super::{Failure, door::Door, facts, store::Store};
use crate::{
    auth::invitation,
    clock::Zone,
    db::{
        Held, Tx,
        accounts::{self, Account},
        companies::changes as companies,
        events,
        locations::changes as locations,
        memberships::changes as memberships,
        policy_overrides::changes as policy_overrides,
        users::changes as users,
    },
    random::{self, Token},
};

/// What an operator's command has made.
#[derive(Debug)]
pub enum Made {
    /// A company, with its first location.
    Company(CompanyId, LocationId),
    /// A location.
    Location(LocationId),
    /// A person of a company, and the token of the invitation; none for somebody who has a password already.
    User(UserId, AccountId, Option<Token>),
    /// An operator, and the token of the invitation.
    Operator(AccountId, Token),
    /// Somebody's new link, by its token.
    Link(AccountId, Token),
    /// Whether somebody may sign in.
    Access(AccountId),
    /// An offer that a company holds.
    Membership(MembershipId),
    /// A policy value.
    Override,
}

/// An operator's command that is being carried out.
struct Operation<'a> {
    tx: &'a mut Tx,
    store: &'a Store,
    by: Option<AccountId>,
    at: Instant,
}

/// Somebody who is to take part in a company.
struct Invitee {
    name: FullName,
    email: EmailAddress,
    roles: Vec<Role>,
    is_guest: bool,
    location: Option<LocationId>,
}

impl Door<'_> {
    /// Carries out an operator's command: `by` is the operator, or nobody for the person at the shell.
    ///
    /// # Errors
    /// [`Failure`]; nothing has changed then.
    pub async fn operate(self, by: Option<AccountId>, command: OperatorCommand) -> Result<Made, Failure> {
        let mut tx = self.0.database().begin().await?;
        let made = self.operate_in(&mut tx, by, command).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// The same inside a transaction that the caller commits.
    ///
    /// # Errors
    /// As [`Self::operate`].
    pub async fn operate_in(
        self,
        tx: &mut Tx,
        by: Option<AccountId>,
        command: OperatorCommand,
    ) -> Result<Made, Failure> {
        if let Some(company) = command.company() {
            tx.hold(Held::Company(company)).await?;
        }
        let at = self.0.clock().now();
        Operation { tx, store: self.0, by, at }.carry_out(command).await
    }
}

impl Operation<'_> {
    async fn carry_out(&mut self, command: OperatorCommand) -> Result<Made, Failure> {
        match command {
            OperatorCommand::CreateCompany { name, mpn_id, time_zone, country, location } => {
                let company = CompanyId::from_uuid(random::uuid(self.at));
                let first =
                    locations::New { id: self.location_id(), company, name: location.as_str(), country };
                let new = companies::New {
                    id: company,
                    name: name.as_str(),
                    mpn_id: &mpn_id,
                    time_zone: &time_zone,
                };
                if !companies::insert(self.tx, new, self.at).await? {
                    return Err(domain::refusal::Refusal::Stale.into());
                }
                locations::insert(self.tx, first, self.at).await?;
                self.log(Some(company), &Event::CompanyCreated { company, name, mpn_id }).await?;
                Ok(Made::Company(company, first.id))
            }
            OperatorCommand::AddLocation { company, name, country } => {
                let id = self.location_id();
                let new = locations::New { id, company, name: name.as_str(), country };
                locations::insert(self.tx, new, self.at).await?;
                self.log(Some(company), &Event::LocationAdded { location: id, name, country }).await?;
                Ok(Made::Location(id))
            }
            OperatorCommand::InviteUser { company, name, email, roles, is_guest, location } => {
                self.invite_user(company, Invitee { name, email, roles, is_guest, location }).await
            }
            OperatorCommand::InviteOperator { name, email } => {
                let id = AccountId::from_uuid(random::uuid(self.at));
                let account = accounts::NewAccount {
                    id,
                    email: &email,
                    full_name: name.as_str(),
                    operator_since: Some(self.at),
                };
                if !accounts::insert(self.tx, account, self.at).await? {
                    return Err(domain::refusal::Refusal::Stale.into());
                }
                let token = invitation::invite(self.tx, id, self.at).await?;
                self.log(None, &Event::OperatorInvited { account: id }).await?;
                Ok(Made::Operator(id, token))
            }
            OperatorCommand::RenewLink { email } => {
                let account = self.account(&email).await?.id;
                let token = invitation::invite(self.tx, account, self.at).await?;
                self.log(None, &Event::LinkRenewed { account }).await?;
                Ok(Made::Link(account, token))
            }
            OperatorCommand::DisableUser { email } => self.disable(&email).await,
            OperatorCommand::EnableUser { email } => self.enable(&email).await,
            OperatorCommand::RecordMembership { company, offer, competency, purchased_on, activated_on } => {
                self.record_membership(company, (offer, competency), (purchased_on, activated_on)).await
            }
            OperatorCommand::OverridePolicy { company, value } => {
                let event =
                    self.log(Some(company), &Event::PolicyOverridden { value: value.clone() }).await?;
                policy_overrides::insert(self.tx, (event, company), &value, self.at).await?;
                Ok(Made::Override)
            }
        }
    }

    /// The account with this address.
    async fn account(&mut self, email: &EmailAddress) -> Result<Account, Failure> {
        accounts::by_email(self.tx, email).await?.ok_or(Failure::NotFound)
    }

    fn location_id(&self) -> LocationId {
        LocationId::from_uuid(random::uuid(self.at))
    }

    /// A person of a company: the account is the one that the address has already, or a new one.
    async fn invite_user(&mut self, company: CompanyId, invitee: Invitee) -> Result<Made, Failure> {
        let Invitee { name, email, roles, is_guest, location } = invitee;
        let location = match location {
            Some(location) => location,
            None => locations::first(self.tx, company).await?.ok_or(Failure::NotFound)?,
        };
        let new = AccountId::from_uuid(random::uuid(self.at));
        let account =
            accounts::NewAccount { id: new, email: &email, full_name: name.as_str(), operator_since: None };
        let _ = accounts::insert(self.tx, account, self.at).await?;
        let known = self.account(&email).await?;
        let account = known.id;
        let user = UserId::from_uuid(random::uuid(self.at));
        let row = users::New { id: user, company, account, location, name: &name, email: &email, is_guest };
        if !users::insert(self.tx, row, &roles, self.at).await? {
            return Err(domain::refusal::Refusal::Stale.into());
        }
        let token = if known.password_hash.is_some() {
            None
        } else {
            Some(invitation::invite(self.tx, account, self.at).await?)
        };
        self.log(Some(company), &Event::UserInvited { user, roles, is_guest }).await?;
        Ok(Made::User(user, account, token))
    }

    async fn record_membership(
        &mut self,
        company: CompanyId,
        (offer, competency): (OfferCode, Option<CompetencyCode>),
        (purchased_on, activated_on): (Day, Day),
    ) -> Result<Made, Failure> {
        let catalogue = self.store.catalogue()?;
        let policy = facts::policy(self.tx, catalogue, company).await?;
        let held = facts::memberships(self.tx, company).await?;
        let now = self.now(company).await?;
        let known = catalogue.offer(&offer).ok_or(MembershipRefusal::UnknownOffer).map_err(refused)?;
        if competency.as_ref().is_some_and(|code| catalogue.competency(code).is_none()) {
            return Err(refused(MembershipRefusal::UnknownCompetency));
        }
        let membership = Membership {
            id: MembershipId::from_uuid(random::uuid(self.at)),
            offer,
            level: known.level,
            competency,
            purchased_on,
            activated_on,
            anniversary: Membership::current_anniversary(activated_on, now.today),
        };
        membership.can_join(&held, &policy, now.today).map_err(refused)?;
        memberships::insert(self.tx, company, &membership, self.at).await?;
        entitle::entitle(self.tx, catalogue, (company, &policy), now).await?;
        let event = Event::MembershipRecorded {
            membership: membership.id,
            offer: membership.offer.clone(),
            activated_on,
        };
        self.log(Some(company), &event).await?;
        Ok(Made::Membership(membership.id))
    }

    async fn now(&mut self, company: CompanyId) -> Result<Now, Failure> {
        let zone = companies::time_zone(self.tx, company).await?.ok_or(Failure::NotFound)?;
        let unread = |_| crate::db::Error::Inconsistency {
            table: "companies",
            column: "time_zone",
            id: company.to_string(),
        };
        Ok(Zone::named(&zone).map_err(unread)?.now(self.at))
    }

    async fn log(&mut self, company: Option<CompanyId>, event: &Event) -> Result<EventId, Failure> {
        let policy_version = self.store.policy_version();
        let entry = events::Entry { company, at: self.at, by: (self.by, None), policy_version, event };
        Ok(events::append(self.tx, entry).await?)
    }
}

fn refused(refusal: MembershipRefusal) -> Failure {
    Failure::Refused(refusal.into())
}
