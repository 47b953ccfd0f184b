//! People who go on using the server while something else happens to it.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use anyhow::{Result, anyhow, bail, ensure};

use crate::{
    cast::{self, Company, LUMIERE},
    http::{Client, Fate},
    process::Server,
    reading::Reading,
    times::Times,
};

/// How many there are.
const PEOPLE: usize = 4;
/// How long each looks at a page.
const PAUSE: Duration = Duration::from_millis(10);
/// What they look at: pages, and the values behind them.
const PATHS: [&str; 3] = ["/benefits/visual-studio", "/api/seats", "/api/dashboard"];

/// People who are signed in.
#[derive(Debug)]
pub struct Bystanders(Vec<Client>);

impl Bystanders {
    /// Admins of the largest company.
    ///
    /// # Errors
    /// When the server does not let them in.
    pub fn at(server: &Server, reading: &mut Reading) -> Result<Self> {
        let company = Company::named(reading, LUMIERE)?;
        let clients = (0..PEOPLE).map(|_| Ok(cast::signed_in(server, company.admin)?.reading_pages()));
        Ok(Self(clients.collect::<Result<_>>()?))
    }

    /// Lets them look at pages while `happens` does, and says how long each page took.
    ///
    /// # Errors
    /// A page that was not answered as always, or what has happened.
    pub fn looking_on<T>(&mut self, happens: impl FnOnce() -> Result<T>) -> Result<(T, Times)> {
        beside(self.0.iter_mut().collect(), |client| look(client), happens)
    }
}

fn look(client: &mut Client) -> Result<Times> {
    let mut times = Times::default();
    for path in PATHS {
        match client.get(path) {
            Fate::Answered(answer) if answer.status == 200 => times.add(answer.took),
            Fate::Answered(answer) => bail!("{path} was answered {} beside it", answer.status),
            fate => bail!("{path} was not answered beside it: {fate:?}"),
        }
        thread::sleep(PAUSE);
    }
    Ok(times)
}

/// Lets each runner do the same over and over while `happens` does, and at least once.
///
/// # Errors
/// What one of them fails with, or what has happened.
pub fn beside<R: Send, T>(
    runners: Vec<R>,
    run: impl Fn(&mut R) -> Result<Times> + Sync,
    happens: impl FnOnce() -> Result<T>,
) -> Result<(T, Times)> {
    let (is_over, run) = (AtomicBool::new(false), &run);
    thread::scope(|scope| {
        let over_and_over = |mut runner: R| {
            let is_over = &is_over;
            scope.spawn(move || -> Result<Times> {
                let mut times = run(&mut runner)?;
                while !is_over.load(Ordering::Acquire) {
                    times.join(run(&mut runner)?);
                }
                Ok(times)
            })
        };
        let running: Vec<_> = runners.into_iter().map(over_and_over).collect();
        let happened = happens();
        is_over.store(true, Ordering::Release);
        let mut times = Times::default();
        for runner in running {
            times.join(runner.join().map_err(|_| anyhow!("somebody panicked"))??);
        }
        Ok((happened?, times))
    })
}

/// Whether `times` are such that nobody beside has noticed.
///
/// # Errors
/// That somebody has.
pub fn unmoved(times: &Times, limit: Duration) -> Result<()> {
    let slowest = times.percentile(99);
    ensure!(slowest <= limit, "one page in a hundred took {:.0} ms and more", slowest.as_secs_f64() * 1e3);
    Ok(())
}
