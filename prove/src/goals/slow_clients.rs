//! G29: clients that are slow or silent are closed in time, and keep nobody waiting.

use std::{
    io::{ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{Mutex, PoisonError},
    thread::{self, Builder},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::{
    bystanders::{Bystanders, unmoved},
    ground::Installation,
    http::{Client, Fate},
    process::Server,
    proof::{Findings, Proof},
    times::{Times, said},
};

/// How long one page in a hundred may take everybody else.
const NOTICED: Duration = Duration::from_millis(500);
/// How long somebody who says nothing, or hardly anything, may stay: ten seconds, and what it takes to be closed.
const LONGEST: Duration = Duration::from_secs(12);
/// The time between two bytes of whoever says hardly anything.
const PAUSE: Duration = Duration::from_millis(500);
/// More than a slow client needs.
const STACK: usize = 64 * 1024;

const POST: &str = "POST /act/remove-seat HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
/// What each kind says at once, and what of it slowly.
const KINDS: [(&str, &str); 4] = [("", ""), ("GET / HTTP/1.1\r\n", "x: "), (POST, "a"), ("GET / HT", "")];

/// Shows it.
///
/// # Errors
/// Who was let stay, or who noticed.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let (clients, hold) = (proof.times(60, 500), proof.times(11, 120));
    let hold = Duration::from_secs(u64::try_from(hold)?);
    let server = installation.serve()?;
    let mut bystanders = Bystanders::at(&server, &mut installation.reading()?)?;
    bystanders.looking_on(|| Ok(()))?;
    let (stays, beside) = bystanders.looking_on(|| besieged(server.address(), clients, hold))?;
    unmoved(&beside, proof.within(NOTICED))?;
    ensure!(stays.longest() <= LONGEST, "a silent client stayed for {}", said(stays.longest()));
    drop(server);
    Ok(Findings {
        rounds: format!("{clients} slow clients of {} kinds for {} s", KINDS.len(), hold.as_secs()),
        result: format!(
            "closed {} times, after {} at most; {} pages beside, all answered, one in a hundred took {} and more",
            stays.count(),
            said(stays.longest()),
            beside.count(),
            said(beside.percentile(99))
        ),
        control: control(&installation, clients)?,
        sometimes: vec![("a slow client closed", stays.count()), ("a page beside", beside.count())],
    })
}

/// Slow clients come, and come back when they are closed, for so long; how long each was let stay.
fn besieged(address: SocketAddr, clients: usize, hold: Duration) -> Result<Times> {
    let (until, stays) = (Instant::now() + hold, Mutex::new(Times::default()));
    thread::scope(|scope| -> Result<()> {
        for number in 0..clients {
            let kind = KINDS[number % KINDS.len()];
            let stays = &stays;
            let slow = move || {
                while Instant::now() < until {
                    match stay(address, kind, until) {
                        Ok(Some(stayed)) => stays.lock().unwrap_or_else(PoisonError::into_inner).add(stayed),
                        // Over, or turned away.
                        Ok(None) | Err(_) => thread::sleep(PAUSE),
                    }
                }
            };
            Builder::new().stack_size(STACK).spawn_scoped(scope, slow).context("a slow client")?;
        }
        Ok(())
    })?;
    Ok(stays.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// How long a slow client is let stay; nothing where it stays until all of this is over.
fn stay(address: SocketAddr, (at_once, slowly): (&str, &str), until: Instant) -> Result<Option<Duration>> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PAUSE))?;
    stream.write_all(at_once.as_bytes())?;
    let mut heard = [0; 512];
    while Instant::now() < until {
        match stream.read(&mut heard) {
            Ok(0) => return Ok(Some(begun.elapsed())),
            Ok(_) => {}
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if !slowly.is_empty() && stream.write_all(slowly.as_bytes()).is_err() {
                    return Ok(Some(begun.elapsed()));
                }
            }
            Err(_) => return Ok(Some(begun.elapsed())),
        }
    }
    Ok(None)
}

/// With fewer places than there are slow clients, others are turned away, and that is seen.
fn control(installation: &Installation, clients: usize) -> Result<String> {
    let places = (clients / 2).to_string();
    let server = installation.serve_with(|command| {
        command.args(["--connections", &places]);
    })?;
    let address = server.address();
    let (mut asked, mut turned_away) = (0, 0);
    thread::scope(|scope| -> Result<()> {
        let besieging = scope.spawn(move || besieged(address, clients, Duration::from_millis(2_500)));
        thread::sleep(Duration::from_secs(1));
        for _ in 0..10 {
            asked += 1;
            turned_away += usize::from(!is_answered(&server));
            thread::sleep(Duration::from_millis(50));
        }
        besieging.join().ok().context("a slow client panicked")??;
        Ok(())
    })?;
    ensure!(turned_away > 0, "the control turns nobody away: these clients hold nothing");
    Ok(format!("with {places} places only: {turned_away} of {asked} turned away"))
}

fn is_answered(server: &Server) -> bool {
    matches!(Client::new(server.address()).get("/livez"), Fate::Answered(answer) if answer.status == 200)
}
