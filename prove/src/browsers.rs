//! Browsers at work: they read pages, or give seats and take them back, each for a person of its own.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use domain::{
    command::Command,
    id::{BenefitId, UserId},
    outcome::Outcome,
};

use crate::{
    bystanders::beside,
    cast::{self, Company, LUMIERE},
    http::Client,
    process::Server,
    reading::Reading,
    times::Times,
};

/// A pool with more free seats than there are browsers.
const POOL: &str = "cloud-productivity";

/// Several of them.
#[derive(Debug)]
pub struct Browsers(Vec<Browser>);

/// One of them.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    pool: BenefitId,
    holder: UserId,
    name: String,
    turns: usize,
}

impl Browsers {
    /// Those.
    #[must_use]
    pub const fn of(browsers: Vec<Browser>) -> Self {
        Self(browsers)
    }

    /// So many of one company’s admin. No others of the installation have this name.
    ///
    /// # Errors
    /// When the server does not let them in.
    pub fn at(server: &Server, reading: &mut Reading, (name, count): (&str, usize)) -> Result<Self> {
        let company = Company::named(reading, LUMIERE)?;
        let pool = company.pool(reading, POOL)?;
        let first = cast::signed_in(server, company.admin)?;
        let people = company.seatless(reading, count)?.into_iter().enumerate();
        let browser = |(number, holder)| {
            let client = first.again(server.address());
            Browser::new(client, (pool, holder), format!("{name}-{number}"))
        };
        Ok(Self(people.map(browser).collect()))
    }

    /// All of them give and take seats for so long.
    ///
    /// # Errors
    /// What was not done.
    pub fn work(&mut self, hold: Duration) -> Result<Worked> {
        self.all(hold, Browser::turn)
    }

    /// All of them ask for a page, over and over, for so long.
    ///
    /// # Errors
    /// When it is not answered.
    pub fn read(&mut self, path: &str, hold: Duration) -> Result<Worked> {
        self.all(hold, |browser| browser.read(path))
    }

    fn all(&mut self, hold: Duration, act: impl Fn(&mut Browser) -> Result<Times> + Sync) -> Result<Worked> {
        // The server closes what nobody has used for a while, as between two rounds.
        self.0.iter_mut().for_each(|browser| browser.client.hang_up());
        let begun = Instant::now();
        let over = || {
            thread::sleep(hold);
            Ok(())
        };
        let ((), times) = beside(self.0.iter_mut().collect(), |browser| act(browser), over)?;
        Ok(Worked { times, took: begun.elapsed() })
    }

    /// One turn of each, one after the other: first all give a seat, then all take it back.
    ///
    /// # Errors
    /// What was not done.
    pub fn one_by_one(&mut self) -> Result<()> {
        let given = self.0.iter_mut().map(|browser| Ok(browser.assign()?.0)).collect::<Result<Vec<_>>>()?;
        for (browser, given) in self.0.iter_mut().zip(given) {
            let Outcome::SeatAssigned { seat, .. } = given else {
                bail!("a seat was not assigned: {given:?}")
            };
            browser.done(&Command::RemoveSeat { seat })?;
        }
        Ok(())
    }
}

/// What browsers have done.
#[derive(Debug)]
pub struct Worked {
    /// How long each command took.
    pub times: Times,
    took: Duration,
}

impl Worked {
    /// Commands for each second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let commands = self.times.count() as f64;
        commands / self.took.as_secs_f64()
    }
}

impl Browser {
    /// A browser in which an admin is signed in, with a pool and somebody who has no seat of it.
    #[must_use]
    pub const fn new(client: Client, (pool, holder): (BenefitId, UserId), name: String) -> Self {
        Self { client, pool, holder, name, turns: 0 }
    }

    fn read(&mut self, path: &str) -> Result<Times> {
        let answer =
            self.client.get_page(path).answer().with_context(|| format!("{path} was not answered"))?;
        ensure!(answer.status == 200, "{path} was answered {}", answer.status);
        let mut times = Times::default();
        times.add(answer.took);
        Ok(times)
    }

    fn turn(&mut self) -> Result<Times> {
        let mut times = Times::default();
        let (outcome, took) = self.assign()?;
        times.add(took);
        let Outcome::SeatAssigned { seat, .. } = outcome else {
            bail!("a seat was not assigned: {outcome:?}")
        };
        times.add(self.done(&Command::RemoveSeat { seat })?.1);
        Ok(times)
    }

    fn assign(&mut self) -> Result<(Outcome, Duration)> {
        let (benefit, holder) = (self.pool, self.holder);
        self.done(&Command::AssignSeat { benefit, holder })
    }

    fn done(&mut self, command: &Command) -> Result<(Outcome, Duration)> {
        self.turns += 1;
        let once = format!("{}-{:08}", self.name, self.turns);
        let begun = Instant::now();
        let outcome = cast::done(&mut self.client, command, &once)?;
        Ok((outcome, begun.elapsed()))
    }
}
