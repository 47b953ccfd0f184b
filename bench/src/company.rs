//! The company that is measured: five hundred seats and the people who hold them, every step of it through the door.
//!
//! Owns its people and its dates; refuses to know who draws its page.

use anyhow::{Context, bail};
use domain::{
    command::{Command, OperatorCommand, PersonCommand},
    company::{CompanyName, EmailAddress, FullName},
    id::{BenefitId, CompanyId},
    outcome::Outcome,
    programme::{CompetencyCode, Family, OfferCode},
    role::Role,
};
use server::{
    application::Application,
    auth::{Device, Oneself, session},
    catalogue,
    clock::{Clock, Zone},
    db::{Tx, benefits},
    demonstration::people,
    portal::{
        Failure,
        door::{Caller, Door},
        operator::Made,
        store::Store,
    },
    random::Token,
};

/// The seats of the company, in two pools. As many people hold one each, unless fewer are asked for.
pub const SEATS: u32 = 500;
/// The time zone of its deadlines.
pub const TIME_ZONE: &str = "Europe/Paris";

const CATALOGUE: &str = include_str!("../catalogue.toml");
/// The days from its first offer to the day on which it is measured: less than a year, so that the offer is in force.
const DAYS: u32 = 350;
const DAY_SECONDS: u32 = 86_400;

/// The company while it grows: the door with a clock that stands in the past and only moves forward.
struct Growing<'a> {
    store: &'a Store,
    tx: &'a mut Tx,
    forms: u32,
}

/// Founds the company in an empty installation, with `holders` people who hold a seat each, and signs its Global admin
/// in. A third of the seats wait for their holders to sign in.
///
/// # Errors
/// Whatever kept it from being founded; nothing has changed then.
pub async fn found(application: &Application, holders: u32) -> anyhow::Result<Token> {
    let programme = catalogue::read(CATALOGUE).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let now = application.clock.now();
    let beginning = now.plus_seconds(-i64::from(DAYS * DAY_SECONDS));
    let then = Application { clock: Clock::fixed(beginning), ..application.clone() };
    let store = Store::open(then).await?.with_catalogue(programme.clone());
    let mut tx = store.database().begin().await?;
    Door(&store).load_catalogue_in(&mut tx, &programme).await.map_err(|failure| refused(&failure))?;
    let mut growing = Growing { store: &store, tx: &mut tx, forms: 0 };
    let company = growing.create().await?;
    let admin = growing.hire(company, 0, &[Role::GlobalAdmin]).await?;
    growing.assign_seats(company, admin, holders).await?;
    let oneself = Oneself { account: admin.account, user: Some(admin.user) };
    let begun = session::begin(&mut tx, oneself, Device::default(), now).await?;
    tx.commit().await?;
    Ok(begun.token)
}

impl Growing<'_> {
    async fn operate(&mut self, command: OperatorCommand) -> anyhow::Result<Made> {
        Door(self.store).operate_in(self.tx, None, command).await.map_err(|failure| refused(&failure))
    }

    async fn act(&mut self, caller: Caller, command: Command) -> anyhow::Result<Outcome> {
        self.forms += 1;
        let once = format!("bench-{:05}", self.forms);
        Door(self.store)
            .execute_in(self.tx, caller, command, &once)
            .await
            .map_err(|failure| refused(&failure))
    }

    /// The company and its offer.
    async fn create(&mut self) -> anyhow::Result<CompanyId> {
        let create = OperatorCommand::CreateCompany {
            name: CompanyName::parse("Cinq Cents")?,
            mpn_id: "5005005".to_owned(),
            time_zone: TIME_ZONE.to_owned(),
            country: "FR".parse()?,
            location: CompanyName::parse("Lyon")?,
        };
        let Made::Company(company, _) = self.operate(create).await? else { bail!("no company was made") };
        let today = Zone::named(TIME_ZONE)?.day_of(self.store.clock().now());
        let record = OperatorCommand::RecordMembership {
            company,
            offer: OfferCode::parse("gold-competency")?,
            competency: Some(CompetencyCode::parse("devops")?),
            purchased_on: today,
            activated_on: today,
        };
        self.operate(record).await?;
        Ok(company)
    }

    /// A person who accepts the invitation at once.
    async fn hire(&mut self, company: CompanyId, index: u32, roles: &[Role]) -> anyhow::Result<Caller> {
        let (name, email) = people::person(usize::try_from(index)?, "cinq-cents.example");
        let invite = OperatorCommand::InviteUser {
            company,
            name: FullName::parse(&name)?,
            email: EmailAddress::parse(&email)?,
            roles: roles.to_vec(),
            is_guest: false,
            location: None,
        };
        let Made::User(user, account, _) = self.operate(invite).await? else { bail!("nobody was invited") };
        Door(self.store).change_own_in(self.tx, account, PersonCommand::AcceptInvitation).await?;
        Ok(Caller { account, user })
    }

    /// A seat for each of `holders` people, evenly over the year: some of them can change hands, others not yet.
    async fn assign_seats(&mut self, company: CompanyId, admin: Caller, holders: u32) -> anyhow::Result<()> {
        let pools = benefits::of_family(self.tx, company, Family::VisualStudio).await?;
        let pools: Vec<BenefitId> = pools.into_iter().map(|pool| pool.id).collect();
        for index in 0..holders.min(SEATS) {
            self.store.clock().advance((DAYS - 1) * DAY_SECONDS / holders);
            let holder = self.hire(company, index + 1, &[]).await?;
            let benefit = *pools.get(usize::try_from(index)? % 2).context("there are two pools")?;
            let assigned = self.act(admin, Command::AssignSeat { benefit, holder: holder.user }).await?;
            let Outcome::SeatAssigned { seat, .. } = assigned else { bail!("no seat was assigned") };
            if index % 3 > 0 {
                self.act(holder, Command::ConfirmActivation { seat }).await?;
            }
        }
        Ok(())
    }
}

fn refused(failure: &Failure) -> anyhow::Error {
    anyhow::anyhow!("the company could not be founded: {failure:?}")
}
