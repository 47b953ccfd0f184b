//! The demonstration: three made-up companies with a year of history, every step of it through the door.
//!
//! Owns the story and its people; refuses to write a row that the door would not. Dates are relative to the day on which
//! it is filled, so that one membership always ends in nine days.

pub mod people;
mod story;

use domain::{
    command::{Command, OperatorCommand, PersonCommand},
    company::{EmailAddress, FullName},
    day::Instant,
    id::{AccountId, CompanyId, LocationId, UserId},
    outcome::Outcome,
    role::Role,
};
use secrecy::SecretString;
use sqlx::AnyConnection;

use crate::{
    application::Application,
    auth::password,
    catalogue,
    clock::{Clock, Zone},
    db::{Error, Held, Tx, accounts, companies, demonstration_accounts},
    portal::{
        Failure,
        door::{Caller, Door},
        operator::Made,
        store::Store,
    },
};

/// The password of every demonstration account.
pub const PASSWORD: &str = "atout-demonstration";

/// The database is not one for this way to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongDatabase {
    /// It is that of a real installation: a demonstration would offer nobody there.
    #[error(
        "the database has companies, and is not a demonstration's: leave --demonstration out, \
         or name an empty folder with --data"
    )]
    NotADemonstration,
    /// It is a demonstration's, with a password that everybody knows.
    #[error(
        "the database is a demonstration's, which lets anybody in: add --demonstration, \
         or name another folder with --data"
    )]
    Demonstration,
}

/// Where days are counted for the story.
const ZONE: &str = "Europe/Paris";

/// A day, in seconds.
const DAY: i64 = 86_400;

/// Fills an empty installation with the demonstration, whole or not at all. One that is filled is left alone.
///
/// # Errors
/// [`WrongDatabase::NotADemonstration`], or whatever kept it from being filled; nothing has changed then.
pub async fn fill(application: &Application) -> anyhow::Result<bool> {
    let mut connection = application.database.connection().await?;
    if let Some(filled) = known(&mut connection).await? {
        return filled;
    }
    drop(connection);
    let built_in = catalogue::read(catalogue::BUILT_IN).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let today = noon(application.clock.now())?;
    let clock = Clock::fixed(today.plus_seconds(-420 * DAY));
    let then = Application { clock, ..application.clone() };
    let store = Store::open(then).await?.with_catalogue(built_in.clone());
    let hash = password::Hasher::new()
        .hash(SecretString::from(PASSWORD))
        .await
        .map_err(|_| anyhow::anyhow!("no password could be hashed"))?;
    let mut tx = store.database().begin().await?;
    // Another process may be filling it at the same time.
    tx.hold(Held::Operator).await?;
    if let Some(filled) = known(&mut tx).await? {
        return filled;
    }
    Door(&store).load_catalogue_in(&mut tx, &built_in).await.map_err(|failure| failed(&failure))?;
    let mut telling = Telling { store: &store, tx: &mut tx, today, hash, offered: 0, forms: 0 };
    story::tell(&mut telling).await.map_err(|failure| failed(&failure))?;
    tx.commit().await?;
    Ok(true)
}

/// Noon of the day in the made-up companies' zone. Told from there, what is done on one day stays on that day, whenever the
/// demonstration is filled; the story ends days before, so that nothing of it lies ahead.
fn noon(now: Instant) -> anyhow::Result<Instant> {
    let zone = Zone::named(ZONE)?;
    Ok(zone.end_of(zone.day_of(now)).plus_seconds(-DAY / 2))
}

/// What there is to say of an installation that has companies; nothing of an empty one.
async fn known(connection: &mut AnyConnection) -> Result<Option<anyhow::Result<bool>>, Error> {
    if companies::is_empty(connection).await? {
        return Ok(None);
    }
    let is_filled = !demonstration_accounts::all(connection).await?.is_empty();
    Ok(Some(if is_filled { Ok(false) } else { Err(WrongDatabase::NotADemonstration.into()) }))
}

/// Keeps the made-up people out of what is served to everybody: their password is known.
///
/// # Errors
/// [`WrongDatabase::Demonstration`], or what the database says.
pub async fn keep_out(application: &Application) -> anyhow::Result<()> {
    let mut connection = application.database.connection().await?;
    if demonstration_accounts::all(&mut connection).await?.is_empty() {
        return Ok(());
    }
    Err(WrongDatabase::Demonstration.into())
}

fn failed(failure: &Failure) -> anyhow::Error {
    anyhow::anyhow!("the demonstration could not be filled: {failure:?}")
}

/// The story while it is told: the door with a clock that stands in the past and only moves forward.
struct Telling<'a> {
    store: &'a Store,
    tx: &'a mut Tx,
    today: Instant,
    hash: SecretString,
    offered: u32,
    forms: u32,
}

/// A person of the story.
#[derive(Clone, Debug)]
struct Character {
    user: UserId,
    account: AccountId,
}

impl Telling<'_> {
    /// Moves the clock to `days` before the day on which the demonstration is filled.
    fn days_ago(&self, days: i64) {
        let seconds = self.store.clock().now().seconds_until(self.today.plus_seconds(-days * DAY));
        self.store.clock().advance(u32::try_from(seconds).unwrap_or(0));
    }

    async fn operate(&mut self, command: OperatorCommand) -> Result<Made, Failure> {
        Door(self.store).operate_in(self.tx, None, command).await
    }

    /// One of the company's people does something.
    async fn act(&mut self, by: &Character, command: Command) -> Result<Outcome, Failure> {
        self.forms += 1;
        self.store.clock().advance(60);
        let caller = Caller { account: by.account, user: by.user };
        Door(self.store).execute_in(self.tx, caller, command, &format!("demonstration-{}", self.forms)).await
    }

    /// A person who is invited and accepts on the same day.
    async fn person(
        &mut self,
        (company, location): (CompanyId, LocationId),
        (name, email): (String, String),
        roles: &[Role],
        is_guest: bool,
    ) -> Result<Character, Failure> {
        let command = OperatorCommand::InviteUser {
            company,
            name: FullName::parse(&name).map_err(|_| Failure::NotFound)?,
            email: EmailAddress::parse(&email).map_err(|_| Failure::NotFound)?,
            roles: roles.to_vec(),
            is_guest,
            location: Some(location),
        };
        let Made::User(user, account, _) = self.operate(command).await? else {
            return Err(Failure::NotFound);
        };
        accounts::set_password(self.tx, account, &self.hash).await?;
        Door(self.store).change_own_in(self.tx, account, PersonCommand::AcceptInvitation).await?;
        Ok(Character { user, account })
    }

    /// Offers a person on the sign-in page.
    async fn offer(&mut self, character: &Character) -> Result<(), Failure> {
        self.offered += 1;
        Ok(demonstration_accounts::changes::offer(self.tx, character.user, self.offered).await?)
    }
}
