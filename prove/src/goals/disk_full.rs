//! G6: on a full disk nothing is lost and pages are read; with room again everything goes on, and nobody has to start it.

use std::{
    fs::{self, File},
    io::Write,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::{
    books::{self, Books},
    crew::{LONGEST_REFUSAL, at_work},
    ground::{self, Engine, Ground, Installation},
    mounts::{self, Mount},
    probe::Probe,
    proof::{Findings, Proof, skip},
    times::said,
    worker::{Acks, Worker},
};

const WORKERS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(10);
/// How long there is no room.
const FULL: Duration = Duration::from_secs(3);

/// Shows it.
///
/// # Errors
/// What was lost, or did not come back.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mount = Mount::memory(if proof.engine == Engine::Sqlite { 24 } else { 320 })?;
    let (ground, installation) = on(proof, &mount)?;
    let server = installation.serve()?;
    let mut reading = installation.reading()?;
    let before = Books::read(&mut reading)?;
    let mut workers = Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, "full")?;
    let acks = Acks::default();
    let rounds = proof.times(2, 10);
    let mut probe = Probe::at(&server);
    let (mut refused, mut pages, mut slowest, mut missed) = (0, 0, Duration::ZERO, 0);
    for _ in 0..rounds {
        let mut reader = workers[0].client().again(server.address());
        let (recovery, told) = at_work(&mut workers, &acks, |progress| {
            progress.wait_for(WORKERS, PATIENCE)?;
            let filler = mount.join("filler");
            mounts::fill(&filler)?;
            missed += control(&mount)?;
            let read = || {
                let page = reader.get("/api/seats").answer().context("a page was not answered")?;
                ensure!(page.status == 200, "a page was answered {}: {}", page.status, page.body);
                pages += 1;
                Ok(())
            };
            // The row of the probe may fit where another one was: then what is said of it is true, and no help.
            probe.lives(FULL, read)?;
            fs::remove_file(filler)?;
            probe.becomes(true)?;
            progress.wait_for(1, PATIENCE)
        })?;
        ensure!(told.unanswered == 0, "{} forms were not answered", told.unanswered);
        ensure!(
            told.longest <= LONGEST_REFUSAL,
            "somebody waited {:.1} s for a 503",
            told.longest.as_secs_f64()
        );
        refused += told.unavailable;
        slowest = slowest.max(recovery);
    }
    books::sound(&mut reading, proof.engine)?;
    let lost = books::lost(&mut reading, &acks.all())?;
    ensure!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    Books::read(&mut reading)?.agree_since(&before, workers.iter().map(|worker| worker.resent).sum())?;
    drop((server, reading, ground));
    Ok(Findings {
        rounds: format!("{rounds} times without room, {WORKERS} clients"),
        result: format!(
            "{} acknowledged, 0 lost, 0 half done; {refused} times 503, {pages} pages read meanwhile, at work again after \
             {}; /readyz right after {} at most, /livez 200 {} times",
            acks.count(),
            said(slowest),
            said(probe.slowest),
            probe.looks
        ),
        control: format!(
            "a file written without a look at the answer: {missed} of {} records missed",
            rounds * 8
        ),
        sometimes: vec![("a 503", refused), ("a page without room", pages)],
    })
}

/// The engine and an installation with all their files on `mount`.
fn on(proof: &Proof, mount: &Mount) -> Result<(Ground, Installation)> {
    let mut settings = ground::settings();
    settings.within = Some(mount.path());
    let ground = Ground::lay_with(proof.program(), proof.engine, settings)?;
    let ground = ground.ok_or_else(|| skip("PostgreSQL is not installed"))?;
    let installation = ground.installation_in(mount.join("data-of-atout"))?;
    Ok((ground, installation))
}

/// Eight records that somebody writes and believes in, and how many of them are not there.
fn control(mount: &Mount) -> Result<usize> {
    let path = mount.join("control");
    let mut file = File::create(&path)?;
    for _ in 0..8 {
        // The answer is not looked at.
        let _ = file.write_all(&[0; 8192]);
    }
    let kept = fs::metadata(&path)?.len() / 8192;
    fs::remove_file(path)?;
    let missed = 8 - usize::try_from(kept)?;
    ensure!(missed > 0, "the control loses nothing: the disk was not full");
    Ok(missed)
}
