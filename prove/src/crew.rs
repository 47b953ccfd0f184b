//! A crew of workers that go on while something happens to the server.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow, bail, ensure};

use crate::{
    forms::Said,
    process::Server,
    worker::{Acks, Step, Worker},
};

/// How long a worker waits before it asks a server again that could not.
const PAUSE: Duration = Duration::from_millis(20);
/// The longest that anybody may wait to be told that something cannot be done now.
pub const LONGEST_REFUSAL: Duration = Duration::from_secs(3);

/// What a crew was told.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Times that the server said that it could not.
    pub unavailable: usize,
    /// Times that nobody answered.
    pub unanswered: usize,
    /// The longest wait for such an answer.
    pub longest: Duration,
}

impl Told {
    fn add(&mut self, other: &Self) {
        self.unavailable += other.unavailable;
        self.unanswered += other.unanswered;
        self.longest = self.longest.max(other.longest);
    }
}

/// Lets the workers go on until `happens` has ended, and for as long as it takes that something is done after it.
///
/// # Errors
/// What `happens` fails with, or an answer that nobody should be given.
pub fn at_work<T>(
    workers: &mut [Worker],
    acks: &Acks,
    happens: impl FnOnce(&Progress) -> Result<T>,
) -> Result<(T, Told)> {
    let progress = Progress { acks, is_over: AtomicBool::new(false) };
    thread::scope(|scope| {
        let working: Vec<_> =
            workers.iter_mut().map(|worker| scope.spawn(|| work(worker, &progress))).collect();
        let happened = happens(&progress);
        progress.is_over.store(true, Ordering::Release);
        let mut told = Told::default();
        for worker in working {
            told.add(&worker.join().map_err(|_| anyhow!("a worker panicked"))??);
        }
        Ok((happened?, told))
    })
}

/// How far a crew has come.
#[derive(Debug)]
pub struct Progress<'a> {
    acks: &'a Acks,
    is_over: AtomicBool,
}

impl Progress<'_> {
    /// Waits until `more` commands were done, and says how long it took.
    ///
    /// # Errors
    /// When that does not come within `patience`.
    pub fn wait_for(&self, more: usize, patience: Duration) -> Result<Duration> {
        let (begun, before) = (Instant::now(), self.acks.count());
        while self.acks.count() < before + more {
            ensure!(begun.elapsed() < patience, "nothing was done for {:.1} s", patience.as_secs_f64());
            thread::sleep(Duration::from_millis(2));
        }
        Ok(begun.elapsed())
    }

    fn goes_on(&self) -> bool {
        !self.is_over.load(Ordering::Acquire)
    }
}

fn work(worker: &mut Worker, progress: &Progress) -> Result<Told> {
    let mut told = Told::default();
    while progress.goes_on() {
        match worker.step(progress.acks)? {
            Step::Done => {}
            Step::Answered(answered) => {
                let (answer, said) = *answered;
                let Said::Unavailable { retry_after } = said else {
                    bail!("a worker was told {said:?} at {:?}", worker.next());
                };
                ensure!(retry_after.is_some(), "a refusal does not say when to try again");
                told.unavailable += 1;
                told.longest = told.longest.max(answer.took);
                thread::sleep(PAUSE);
            }
            Step::Nothing => {
                told.unanswered += 1;
                thread::sleep(PAUSE);
            }
        }
    }
    Ok(told)
}

/// Sends again what nobody has answered, so that the fate of every form is known.
///
/// # Errors
/// When a form is still not answered.
pub fn settle(workers: &mut [Worker], server: &Server, acks: &Acks) -> Result<()> {
    for worker in workers {
        worker.turn_to(server);
        let step = worker.step(acks)?;
        ensure!(matches!(step, Step::Done), "after a new start: {step:?} at {:?}", worker.next());
    }
    Ok(())
}
