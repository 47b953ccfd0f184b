//! G18: whoever sends people to a server is told soon and rightly whether it can serve, however many ask, and nothing else.
//!
//! Under a full disk, a closed one, an absent and a slow database this is looked at where those are proved.

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};

use crate::{
    crew::at_work,
    ground::Installation,
    http::Client,
    probe::{Part, Probe},
    process::Server,
    proof::{Findings, Proof, Size},
    reading::Reading,
    times::{Times, said},
    worker::{Acks, Worker},
};

/// How often `/readyz` is asked in a second, and by how many.
const RATE: u32 = 1_000;
const ASKERS: u32 = 10;
/// How much longer than that all the answers may take.
const LEEWAY: f64 = 1.05;
const NEWEST: &str = "version = (SELECT MAX(version) FROM _sqlx_migrations)";

/// Shows it.
///
/// # Errors
/// What was said wrongly, or too late, or should not have been said.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let server = installation.serve()?;
    let mut reading = installation.reading()?;
    let mut workers = Worker::crew(std::slice::from_ref(&server), &mut reading, 1, "health")?;
    let hold = Duration::from_secs(u64::try_from(proof.times(5, 600))?);
    let begun = Instant::now();
    let acks = Acks::default();
    let (asked, _) = at_work(&mut workers, &acks, |_| besieged(server.address(), hold))?;
    let took = begun.elapsed();
    ensure!(
        took <= proof.within(hold.mul_f64(LEEWAY)),
        "{} answers took {}, which is not {RATE} a second",
        asked.count(),
        said(took)
    );
    ensure!(proof.size == Size::Small || acks.count() > 0, "nothing was done meanwhile");
    quiet(&server, &installation)?;
    let mut probe = Probe::at(&server);
    let versions = versions(&mut probe, &mut reading, || quiet(&server, &installation))?;
    drop(server);
    let degraded = without_ring(&installation)?;
    Ok(Findings {
        rounds: format!("{RATE} times a second for {} s beside {} commands", hold.as_secs(), acks.count()),
        result: format!(
            "{} answers, none a false alarm, one in a hundred after {} and more; a database of another version told as such and \
             forgotten after {} at most; without a key ring ready, but degraded; no version, address or secret told",
            asked.count(),
            said(asked.percentile(99)),
            said(probe.slowest)
        ),
        control: format!("who asks /livez instead is told 200 all the while, {} times", probe.looks),
        sometimes: vec![
            ("an answer", asked.count()),
            ("another version", versions),
            ("a start without a key ring", degraded),
        ],
    })
}

/// Many ask at a steady pace, and each is told 200; how long each answer took.
fn besieged(address: SocketAddr, hold: Duration) -> Result<Times> {
    let begun = Instant::now();
    let pace = Duration::from_secs(1) * ASKERS / RATE;
    let ask = |number: u32| -> Result<Times> {
        let (mut client, mut times) = (Client::new(address), Times::default());
        let mut next = begun + pace * number / ASKERS;
        while next < begun + hold {
            thread::sleep(next.saturating_duration_since(Instant::now()));
            let answer = client.get("/readyz").answer().context("/readyz was not answered")?;
            ensure!(answer.status == 200, "a false alarm: {}", answer.body);
            times.add(answer.took);
            next += pace;
        }
        Ok(times)
    };
    thread::scope(|scope| {
        let ask = &ask;
        let asking: Vec<_> = (0..ASKERS).map(|number| scope.spawn(move || ask(number))).collect();
        let mut times = Times::default();
        for asker in asking {
            times.join(asker.join().map_err(|_| anyhow!("an asker panicked"))??);
        }
        Ok(times)
    })
}

/// A newer program has migrated the database, or this one has yet to: told soon, and forgotten soon. How often that was.
fn versions(
    probe: &mut Probe,
    reading: &mut Reading,
    mut meanwhile: impl FnMut() -> Result<()>,
) -> Result<usize> {
    probe.becomes(true)?;
    let oldest = "version = (SELECT MIN(version) FROM _sqlx_migrations)";
    let ways = [
        [format!("version + 1 WHERE {NEWEST}"), format!("version - 1 WHERE {NEWEST}")],
        // Out of the way, as if it had not been done yet.
        [format!("-version WHERE {NEWEST}"), format!("-version WHERE {oldest}")],
    ];
    for [there, back] in &ways {
        for (way, is_ready, part) in [(there, false, Part::OtherVersion), (back, true, Part::Ok)] {
            let changed = reading.write(&format!("UPDATE _sqlx_migrations SET version = {way}"))?;
            ensure!(changed == 1, "{changed} migrations were changed");
            let readiness = probe.becomes(is_ready)?;
            ensure!(readiness.database == part, "of {way} it is said: {readiness:?}");
            meanwhile()?;
        }
    }
    Ok(ways.len())
}

/// Without its key ring a server is ready, and says what is missing; with it again, that nothing is. How often it was not there.
fn without_ring(installation: &Installation) -> Result<usize> {
    let ring = installation.data().join("keyring.json");
    let away = ring.with_extension("away");
    fs::rename(&ring, &away)?;
    let server = installation.serve()?;
    let without = Probe::at(&server).becomes(true)?;
    ensure!(without.degraded && without.key_ring == Part::Missing, "without a key ring: {without:?}");
    quiet(&server, installation)?;
    drop(server);
    fs::rename(&away, &ring)?;
    let with = Probe::at(&installation.serve()?).becomes(true)?;
    ensure!(!with.degraded && with.key_ring == Part::Ok, "with a key ring: {with:?}");
    Ok(1)
}

/// The whole answers, heads and all, tell nothing of what the server is made of and where its data are.
fn quiet(server: &Server, installation: &Installation) -> Result<()> {
    let (url, data) = (installation.url(), installation.data().display().to_string());
    let of_url = url.split(['/', ':', '@', '?']).filter(|part| part.len() >= 8);
    let secrets: Vec<&str> = of_url.chain([env!("CARGO_PKG_VERSION"), &data]).collect();
    for path in ["/readyz", "/livez"] {
        let mut stream = TcpStream::connect(server.address())?;
        stream.write_all(
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes(),
        )?;
        let mut told = String::new();
        stream.read_to_string(&mut told)?;
        ensure!(told.contains("no-store") && told.ends_with('}'), "{path} was answered {told}");
        let found: Vec<_> = secrets.iter().filter(|secret| told.contains(**secret)).collect();
        ensure!(found.is_empty(), "{path} tells {found:?}");
    }
    Ok(())
}
