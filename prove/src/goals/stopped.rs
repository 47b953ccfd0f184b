//! G17: a server that is told to stop answers what it has taken, and ends by itself.

use std::{io::Write, net::TcpStream, thread, time::Duration};

use anyhow::{Result, anyhow, bail, ensure};

use crate::{
    books,
    chance::Chance,
    crew::{at_work, settle},
    ground::Installation,
    process::{Server, Signal},
    proof::{Findings, Proof},
    reading::Reading,
    worker::{Acks, Worker},
};

const WORKERS: usize = 8;
/// In one of so many rounds there is a client that stands still in the middle of a request.
const STALLED: usize = 3;
const PATIENCE: Duration = Duration::from_secs(10);

/// Shows it.
///
/// # Errors
/// What was taken and not answered, or how the server ended instead.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut chance = Chance::of(17);
    let mut stops = Stops { acks: Acks::default(), ended: 0, stalled: 0, slowest: Duration::ZERO };
    let killed = ground.installation()?;
    // Beside each other: a client that stands still costs seconds in which nothing else happens.
    let control = thread::scope(|scope| {
        let control = scope.spawn(|| control(&killed));
        for round in 0..proof.times(1, 30) {
            let unanswered = stops.stop(&installation, round, &mut chance)?;
            ensure!(unanswered.is_empty(), "done and not answered: {unanswered:?}");
        }
        control.join().map_err(|_| anyhow!("the control panicked"))?
    })?;
    let mut reading = installation.reading()?;
    let lost = books::lost(&mut reading, &stops.acks.all())?;
    ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    Ok(Findings {
        rounds: format!(
            "{} stops under load, {} beside a client that stands still",
            stops.ended, stops.stalled
        ),
        result: format!(
            "{} acknowledged, none done without an answer, ended with 0 after {:.1} s at most",
            stops.acks.count(),
            stops.slowest.as_secs_f64()
        ),
        control,
        sometimes: vec![("a stop under load", stops.ended), ("a client that stands still", stops.stalled)],
    })
}

struct Stops {
    acks: Acks,
    ended: usize,
    stalled: usize,
    slowest: Duration,
}

impl Stops {
    /// Tells a server to stop while everybody works; what was done and not answered.
    fn stop(
        &mut self,
        installation: &Installation,
        round: usize,
        chance: &mut Chance,
    ) -> Result<Vec<String>> {
        let mut server = installation.serve()?;
        let mut reading = installation.reading()?;
        let crew = std::slice::from_ref(&server);
        let mut workers = Worker::crew(crew, &mut reading, WORKERS, &format!("stopped-{round}"))?;
        let stalled = if round.is_multiple_of(STALLED) { Some(stalled(&server)?) } else { None };
        let (took, _) = at_work(&mut workers, &self.acks, |progress| {
            progress.wait_for(WORKERS, PATIENCE)?;
            thread::sleep(Duration::from_millis(20 + u64::try_from(chance.below(200))?));
            server.tell(Signal::Terminate)?;
            let (status, took) = server.wait()?;
            ensure!(status.code() == Some(0), "the server ended with {status}: {}", server.logged());
            ensure!(took <= PATIENCE, "the server ended after {:.1} s only", took.as_secs_f64());
            Ok(took)
        })?;
        self.stalled += usize::from(stalled.is_some());
        self.ended += 1;
        self.slowest = self.slowest.max(took);
        // Before the rest is sent again: afterwards everything has been answered.
        let silent = silent(&mut reading, &workers)?;
        give_back(installation, &mut workers)?;
        Ok(silent)
    }
}

/// A client that stands still in the middle of a request.
fn stalled(server: &Server) -> Result<TcpStream> {
    let mut stalled = TcpStream::connect(server.address())?;
    stalled.write_all(b"POST /act/assign-seat HTTP/1.1\r\nHost: ")?;
    Ok(stalled)
}

/// The forms that were sent, not answered, and done.
fn silent(reading: &mut Reading, workers: &[Worker]) -> Result<Vec<String>> {
    let mut silent = Vec::new();
    for once in workers.iter().filter_map(Worker::unanswered) {
        if reading.count(&format!("submissions WHERE once = '{once}'"))? > 0 {
            silent.push(once);
        }
    }
    Ok(silent)
}

/// Lets go of every seat, so that the next round finds as many.
fn give_back(installation: &Installation, workers: &mut [Worker]) -> Result<()> {
    let server = installation.serve()?;
    for worker in workers {
        worker.turn_to(&server);
        worker.give_back()?;
    }
    Ok(())
}

/// A server that is killed instead, when one has its answer of those who share a commit or a little later, has done something
/// without an answer sooner or later.
fn control(installation: &Installation) -> Result<String> {
    let mut chance = Chance::of(18);
    let mut reading = installation.reading()?;
    let mut server = installation.serve()?;
    let mut workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "control")?;
    for round in 1..=40 {
        let acks = Acks::default();
        at_work(&mut workers, &acks, |progress| {
            progress.wait_for(WORKERS, PATIENCE)?;
            thread::sleep(Duration::from_millis(u64::try_from(round % 2 * chance.below(40))?));
            server.kill()
        })?;
        let silent = silent(&mut reading, &workers)?.len();
        if silent > 0 {
            return Ok(format!("killed instead: {silent} done without an answer after {round} rounds"));
        }
        server = installation.serve()?;
        settle(&mut workers, &server, &acks)?;
    }
    bail!("the control answers everything: these rounds show nothing")
}
