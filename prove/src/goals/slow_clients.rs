//! G29: clients that are slow or silent are closed in time, and keep nobody waiting.
//!
//! Our own say how long each was let stay; at full size those of slowhttptest come after them.

mod slowhttptest;

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{Mutex, PoisonError},
    thread::{self, Builder},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};

use self::slowhttptest::Slowhttptest;
use super::slow_database::file;
use crate::{
    bystanders::{Bystanders, unmoved},
    ground::Installation,
    http::{Client, Fate},
    process::Server,
    proof::{Findings, Proof, Size, skip},
    times::{Times, said},
};

/// How long one page in a hundred may take everybody else.
const NOTICED: Duration = Duration::from_millis(500);
/// How long somebody may stay who says nothing, or hardly anything: seven seconds, and what it takes to be closed.
const LONGEST: Duration = Duration::from_secs(10);
/// How long somebody who takes nothing may: ten seconds from when the system holds no more for it, which takes longer the more
/// of them there are, and what it takes to hear of it.
const LONGEST_DEAF: Duration = Duration::from_secs(15);
/// The time between two bytes of whoever says hardly anything.
const PAUSE: Duration = Duration::from_millis(500);
/// More than a slow client needs.
const STACK: usize = 64 * 1024;

const POST: &str = "POST /act/remove-seat HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
/// How often whoever reads nothing asks for a file: more than the system holds for a client.
const ASKED_FOR: usize = 200;

/// A kind of slow client.
struct Kind {
    /// What it says at once.
    at_once: String,
    /// What it says now and then.
    slowly: &'static str,
    /// Whether it takes what it is told.
    reads: bool,
}

impl Kind {
    /// All of them: silent ones, one in the middle of a head, of a body, of a line, and one that asks for a file over and over.
    fn all(file: &str) -> [Self; 5] {
        let asked = format!("GET {file} HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(ASKED_FOR);
        [
            Self { at_once: String::new(), slowly: "", reads: true },
            Self { at_once: "GET / HTTP/1.1\r\n".to_owned(), slowly: "x: ", reads: true },
            Self { at_once: POST.to_owned(), slowly: "a", reads: true },
            Self { at_once: "GET / HT".to_owned(), slowly: "", reads: true },
            Self { at_once: asked, slowly: "G", reads: false },
        ]
    }
}

/// Shows it.
///
/// # Errors
/// Who was let stay, or who noticed.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let (clients, hold) = (proof.times(60, 500), proof.times(15, 120));
    let hold = Duration::from_secs(u64::try_from(hold)?);
    let others = match proof.size {
        Size::Small => None,
        Size::Full => Some(Slowhttptest::installed()?.ok_or_else(|| skip("slowhttptest is not installed"))?),
    };
    let server = installation.serve()?;
    let mut bystanders = Bystanders::at(&server, &mut installation.reading()?)?;
    bystanders.looking_on(|| Ok(()))?;
    let file = file(&server)?;
    let kinds = Kind::all(&file);
    let (([silent, deaf], mut control), mut beside) = bystanders.looking_on(|| {
        thread::scope(|scope| {
            // Beside it, and at another server: all this takes is time.
            let control = scope.spawn(|| control(&installation, &kinds, clients));
            let stays = besieged(server.address(), &kinds, clients, hold)?;
            Ok((stays, control.join().map_err(|_| anyhow!("the control panicked"))??))
        })
    })?;
    let mut theirs = String::new();
    if let Some(others) = others {
        let (closed, times) = bystanders.looking_on(|| others.is_closed(&server, &file, clients, hold))?;
        theirs = format!("; {clients} of slowhttptest all closed, slow {closed}");
        control = format!("{control}; of slowhttptest {}", others.is_let_stay(clients)?);
        beside.join(times);
    }
    unmoved(&beside, proof.within(NOTICED))?;
    for (longest, limit) in [(silent.longest(), LONGEST), (deaf.longest(), LONGEST_DEAF)] {
        ensure!(longest <= limit, "a slow client stayed for {}", said(longest));
    }
    let closed = silent.count() + deaf.count();
    Ok(Findings {
        rounds: format!("{clients} slow clients of {} kinds for {} s", kinds.len(), hold.as_secs()),
        result: format!(
            "closed {} times, after {} at most, those who read nothing after {}; {} pages beside, all answered, one in a hundred took {} and more{theirs}",
            closed,
            said(silent.longest()),
            said(deaf.longest()),
            beside.count(),
            said(beside.percentile(99))
        ),
        control,
        sometimes: vec![
            ("a slow client closed", silent.count()),
            ("a client closed that reads nothing", deaf.count()),
            ("a page beside", beside.count()),
        ],
    })
}

/// Slow clients come, and come back when they are closed, for so long; how long each was let stay, and how long those were
/// who read nothing.
fn besieged(address: SocketAddr, kinds: &[Kind], clients: usize, hold: Duration) -> Result<[Times; 2]> {
    let until = Instant::now() + hold;
    let stays = [(); 2].map(|()| Mutex::new(Times::default()));
    thread::scope(|scope| -> Result<()> {
        for number in 0..clients {
            let kind = &kinds[number % kinds.len()];
            let stays = &stays[usize::from(!kind.reads)];
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
    Ok(stays.map(|stays| stays.into_inner().unwrap_or_else(PoisonError::into_inner)))
}

/// How long a slow client is let stay; nothing where all of this is over before it would have to be closed.
fn stay(address: SocketAddr, kind: &Kind, until: Instant) -> Result<Option<Duration>> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PAUSE))?;
    stream.write_all(kind.at_once.as_bytes())?;
    while Instant::now() < until {
        match heard(&mut stream, kind) {
            Ok(0) => return Ok(Some(begun.elapsed())),
            Ok(_) => {}
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if !kind.slowly.is_empty() && stream.write_all(kind.slowly.as_bytes()).is_err() {
                    return Ok(Some(begun.elapsed()));
                }
            }
            Err(_) => return Ok(Some(begun.elapsed())),
        }
    }
    // Whoever has been let stay for too long is told of, closed or not.
    let (stayed, limit) = (begun.elapsed(), if kind.reads { LONGEST } else { LONGEST_DEAF });
    Ok((stayed > limit).then_some(stayed))
}

/// How much the client has taken, if it takes anything, in the time between two bytes of it.
fn heard(stream: &mut TcpStream, kind: &Kind) -> io::Result<usize> {
    if kind.reads {
        return stream.read(&mut [0; 512]);
    }
    thread::sleep(PAUSE);
    Err(ErrorKind::TimedOut.into())
}

/// With fewer places than there are slow clients, others are turned away, and that is seen.
fn control(installation: &Installation, kinds: &[Kind], clients: usize) -> Result<String> {
    let places = (clients / 2).to_string();
    let server = installation.serve_with(|command| {
        command.args(["--connections", &places]);
    })?;
    let address = server.address();
    let (mut asked, mut turned_away) = (0, 0);
    thread::scope(|scope| -> Result<()> {
        let besieging = scope.spawn(move || besieged(address, kinds, clients, Duration::from_millis(2_500)));
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
