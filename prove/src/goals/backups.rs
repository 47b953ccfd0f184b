//! G16: what a backup holds that was made while people worked, how long it takes to serve from it, and that its keys open.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use domain::outcome::Outcome;

use crate::{
    books::{self, Books},
    crew::at_work,
    folder::Folder,
    ground::{Ground, Installation},
    process::Server,
    proof::{Findings, Proof, Size},
    reading::Reading,
    worker::{Ack, Acks, Step, TURN, Worker},
};

const WORKERS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(10);
/// How long it may take from a file of 100 MB to a server that serves.
const RETURN: Duration = Duration::from_mins(1);
/// The size to which that refers, in bytes.
const LARGE: u64 = 100_000_000;
/// How often the stored answers are doubled before the file is that large.
const DOUBLINGS: usize = 12;

/// Shows it.
///
/// # Errors
/// What is not as it was.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let files = Folder::new()?;
    let before = Books::read(&mut installation.reading()?)?;
    let (mut acks, mut commands) = (0, 0);
    for round in 0..proof.times(1, 5) {
        let file = files.join(&format!("{round}.sqlite"));
        let (known, all) = under_load(&installation, &file, round, proof.times(80, 2_000))?;
        let restored = installation.restored_to(&file, elsewhere(&ground, round)?)?;
        holds(&restored, &known, &before)?;
        acks += known.len();
        commands += all;
    }
    if proof.size == Size::Full {
        grow(&installation)?;
    }
    let file = files.join("still.sqlite");
    backed_up(&installation, &file)?;
    let begun = Instant::now();
    let restored = installation.restored_to(&file, elsewhere(&ground, usize::MAX)?)?;
    let server = restored.serve()?;
    let took = begun.elapsed();
    let shown = at_work_again(&restored, &server)?;
    drop(server);
    same(&installation, &file, &ground)?;
    let bytes = fs::metadata(&file)?.len();
    ensure!(proof.size == Size::Small || bytes >= LARGE, "{bytes} bytes are no large file");
    ensure!(took <= proof.within(RETURN), "back after {:.1} s only", took.as_secs_f64());
    let control = forged(&installation, &file, elsewhere(&ground, usize::MAX - 1)?)?;
    #[expect(clippy::cast_precision_loss, reason = "nobody looks at bytes of a megabyte")]
    let megabytes = bytes as f64 / 1e6;
    Ok(Findings {
        rounds: format!(
            "{} backups while {WORKERS} clients worked, and one of {megabytes:.1} MB",
            proof.times(1, 5)
        ),
        result: format!(
            "{acks} commands acknowledged before a backup began are all in it, nothing half done, the logs verify; the \
             last one serves again after {:.1} s with every table the same, and its keys open",
            took.as_secs_f64()
        ),
        control,
        sometimes: vec![("a command during a backup", commands - acks), ("a key shown from a backup", shown)],
    })
}

/// A place for a database beside the others; nothing where a folder is one.
fn elsewhere(ground: &Ground, number: usize) -> Result<Option<String>> {
    ground.empty_database(&format!("restored-{number}"))
}

/// Makes a backup while everybody works. What was acknowledged before it began is the answer, with how much there was in the
/// end.
fn under_load(
    installation: &Installation,
    file: &Path,
    round: usize,
    first: usize,
) -> Result<(Vec<Ack>, usize)> {
    let server = installation.serve()?;
    let mut reading = installation.reading()?;
    let mut workers =
        Worker::crew(std::slice::from_ref(&server), &mut reading, WORKERS, &format!("backup-{round}"))?;
    let acks = Acks::default();
    let (known, _) = at_work(&mut workers, &acks, |progress| {
        progress.wait_for(first, PATIENCE * 12)?;
        let known = acks.all();
        backed_up(installation, file)?;
        progress.wait_for(WORKERS, PATIENCE)?;
        Ok(known)
    })?;
    for worker in &mut workers {
        worker.give_back()?;
    }
    Ok((known, acks.count()))
}

fn backed_up(installation: &Installation, file: &Path) -> Result<()> {
    let path = file.display().to_string();
    let done = installation.run(&["backup", "--to", &path])?;
    ensure!(done.status.success(), "no backup: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// Whether a restored installation knows what was acknowledged, and agrees with itself.
fn holds(restored: &Installation, known: &[Ack], before: &Books) -> Result<()> {
    let mut reading = restored.reading()?;
    books::sound(&mut reading, restored.engine())?;
    let lost = books::lost(&mut reading, known)?;
    ensure!(lost.is_empty(), "acknowledged, and not in the backup: {lost:?}");
    Books::read(&mut reading)?.agree_since(before, 0)
}

/// Makes the database a large one: every stored answer twice as often, under another key, again and again.
fn grow(installation: &Installation) -> Result<()> {
    let mut reading = installation.reading()?;
    for letter in ('a'..='z').take(DOUBLINGS) {
        reading.write(&format!(
            "INSERT INTO submissions (account_id, company_id, once, command, digest, outcome, sent_at)
             SELECT account_id, company_id, once || '{letter}', command, digest, outcome, sent_at FROM submissions"
        ))?;
        if reading.count("submissions")? > 400_000 {
            return Ok(());
        }
    }
    bail!("the database did not become large")
}

/// A whole turn of commands from the backup, which shows a key. The answer is how many were shown.
fn at_work_again(restored: &Installation, server: &Server) -> Result<usize> {
    let mut reading = restored.reading()?;
    let mut crew = Worker::crew(std::slice::from_ref(server), &mut reading, 1, "restored")?;
    let worker = crew.first_mut().context("a crew of one has one")?;
    let acks = Acks::default();
    for name in TURN {
        let step = worker.step(&acks)?;
        ensure!(matches!(step, Step::Done), "{name} from a backup: {step:?}");
    }
    let is_shown = |ack: &Ack| matches!(ack.outcome, Outcome::KeyRevealed { .. });
    Ok(acks.all().iter().filter(|ack| is_shown(ack)).count())
}

/// Whether every table of the backup holds what it held, by the program's own checksums.
fn same(installation: &Installation, file: &Path, ground: &Ground) -> Result<()> {
    let restored = installation.restored_to(file, elsewhere(ground, usize::MAX - 2)?)?;
    let (before, after) = (installation.contents()?, restored.contents()?);
    ensure!(before == after, "a table is not as it was:\n{before}\n{after}");
    Ok(())
}

/// A backup of which one entry of the log was changed: whoever restores it has to be told.
fn forged(installation: &Installation, file: &Path, elsewhere: Option<String>) -> Result<String> {
    let mut reading = Reading::open(&format!("sqlite://{}", file.display()))?;
    reading.write("DROP TRIGGER events_never_updated")?;
    reading.write("UPDATE events SET at = at + 1 WHERE event_id = (SELECT MAX(event_id) FROM events)")?;
    drop(reading);
    let Err(error) = installation.restored_to(file, elsewhere) else {
        bail!("the control is not found: this verification shows nothing");
    };
    ensure!(error.to_string().contains("not as it was written"), "{error:#}");
    Ok("a backup with one entry of the log changed: told as such".to_owned())
}
