//! G3: whatever many do at once could have been done one after the other.

use std::{
    sync::{Mutex, PoisonError},
    thread,
    time::Instant,
};

use anyhow::{Context, Result, anyhow, ensure};
use domain::{
    command::Command,
    id::{BenefitId, EventId, SeatId, UserId},
};

use crate::{
    cast::{self, Company, LUMIERE, STANDS, parsed},
    chance::Chance,
    forms::{self, Said},
    ground::{Engine, Ground},
    history::{Asked, History, Holding, Seats},
    http::{Client, Fate},
    proof::{Findings, Proof},
    reading::Reading,
    worker::Objects,
};

const CLIENTS: usize = 16;
/// People who are given seats: more than there are seats in the two pools.
const PEOPLE: usize = 40;
const PRODUCT: &str = "visual-studio-enterprise";
/// A pool of five seats, and one of twenty-five.
const POOLS: [&str; 2] = ["devops", "cloud-productivity"];

/// Shows it.
///
/// # Errors
/// What could not have happened so.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let (seeds, operations) = (proof.times(1, 20), proof.times(320, 10_000));
    let (mut done, mut refused, mut found) = (0, 0, 0);
    for seed in 0..seeds {
        let history = run(&ground, seed, operations)?;
        refused += history.check()?;
        done += history.log.len();
        found += control(&history)?;
    }
    Ok(Findings {
        rounds: format!("{operations} random operations of {CLIENTS} clients, {seeds} seeds"),
        result: format!(
            "{done} entries of the log are an order in which all of it could have happened; {refused} refusals were right \
             at a moment between"
        ),
        control: format!("histories spoiled in one place: {found} of {} found", seeds * SPOILED.len()),
        sometimes: vec![("an operation that was done", done), ("a refusal", refused)],
    })
}

/// Lets everybody do things at random, and gathers what there is to know about it.
fn run(ground: &Ground, seed: usize, operations: usize) -> Result<History> {
    let installation = ground.installation()?;
    let processes = if installation.engine() == Engine::Postgres { 2 } else { 1 };
    let servers = (0..processes).map(|_| installation.serve()).collect::<Result<Vec<_>>>()?;
    let mut reading = installation.reading()?;
    let company = Company::named(&mut reading, LUMIERE)?;
    let stage = Stage::of(&mut reading, &company)?;
    let begun = reading.count(&format!("events WHERE company_id = '{}'", company.id))?;
    let before = seats(&mut reading, &company)?;
    let clients = servers.iter().cycle().take(CLIENTS);
    let clients = clients.map(|server| cast::signed_in(server, company.admin)).collect::<Result<Vec<_>>>()?;
    let recent = Mutex::new(Vec::new());
    let asked = thread::scope(|scope| {
        let (stage, recent) = (&stage, &recent);
        let running: Vec<_> = clients
            .into_iter()
            .enumerate()
            .map(|(number, client)| {
                let chance = Chance::of(u64::try_from(seed * CLIENTS + number).unwrap_or_default());
                let player = Player { client, chance, stage, recent, number };
                scope.spawn(|| player.play(operations / CLIENTS))
            })
            .collect();
        let ended =
            running.into_iter().map(|player| player.join().map_err(|_| anyhow!("a client panicked"))?);
        ended.collect::<Result<Vec<_>>>()
    })?;
    let log = log(&mut reading, &company, begun)?;
    let after = seats(&mut reading, &company)?;
    let pools = stage.seats.iter().copied().collect();
    Ok(History { pools, before, log, asked: asked.into_iter().flatten().collect(), after })
}

/// What is acted upon.
struct Stage {
    pools: Vec<BenefitId>,
    seats: Vec<(SeatId, BenefitId)>,
    people: Vec<UserId>,
    /// A command of each name; those that give a seat more often, or hardly any would be refused for want of one.
    kinds: Vec<Command>,
}

impl Stage {
    fn of(reading: &mut Reading, company: &Company) -> Result<Self> {
        let pools = POOLS.map(|ending| company.pool(reading, ending));
        let pools = pools.into_iter().collect::<Result<Vec<_>>>()?;
        let mut seats = Vec::new();
        for pool in &pools {
            let rows = format!("SELECT seat_id FROM seats WHERE benefit_id = '{pool}' ORDER BY seat_id");
            for seat in reading.texts(&rows)? {
                seats.push((parsed(&seat)?, *pool));
            }
        }
        let objects = Objects::of(reading, company, 1)?;
        let event = parsed(&reading.text("SELECT event_id FROM events")?)?;
        let command =
            |name: &str| objects[0].command(name, seats.first().map(|(seat, _)| *seat), Some(event));
        let names = Command::NAMES.into_iter().chain(["assign-seat"]);
        let kinds = names.map(|name| command(name).with_context(|| format!("{name} cannot be built")));
        let kinds = kinds.collect::<Result<_>>()?;
        Ok(Self { pools, seats, people: company.seatless(reading, PEOPLE)?, kinds })
    }
}

/// A client that does things at random.
struct Player<'a> {
    client: Client,
    chance: Chance,
    stage: &'a Stage,
    /// What can be undone, whoever has done it.
    recent: &'a Mutex<Vec<EventId>>,
    number: usize,
}

impl Player<'_> {
    fn play(mut self, operations: usize) -> Result<Vec<Asked>> {
        let mut asked = Vec::with_capacity(operations);
        for turn in 0..operations {
            let command = self.command();
            let once = format!("player-{}-{turn:06}", self.number);
            let begun = Instant::now();
            let said = match forms::post(&mut self.client, &command, &once) {
                Fate::Answered(answer) => Said::of(&answer),
                fate => anyhow::bail!("{} was not answered: {fate:?}", command.name()),
            };
            let ended = Instant::now();
            if let Said::Done(outcome, _) = &said {
                self.recent().extend(outcome.undoable());
            }
            asked.push(Asked { begun, ended, command, said });
        }
        Ok(asked)
    }

    /// Any command about a seat. One that is added has to be played here, or said to be about none.
    fn command(&mut self) -> Command {
        let (seat, _) = *self.chance.one(&self.stage.seats);
        let holder = *self.chance.one(&self.stage.people);
        let recent = self.recent().iter().rev().take(8).copied().collect::<Vec<_>>();
        loop {
            return match self.chance.one(&self.stage.kinds) {
                Command::AssignSeat { .. } => {
                    Command::AssignSeat { benefit: *self.chance.one(&self.stage.pools), holder }
                }
                Command::RemoveSeat { .. } => Command::RemoveSeat { seat },
                Command::ReassignSeat { .. } => Command::ReassignSeat { seat, holder },
                Command::ConfirmActivation { .. } => Command::ConfirmActivation { seat },
                Command::UndoSeatChange { .. } if recent.is_empty() => continue,
                Command::UndoSeatChange { .. } => {
                    Command::UndoSeatChange { event: *self.chance.one(&recent) }
                }
                // About no seat.
                Command::GetKeys { .. }
                | Command::RevealKey { .. }
                | Command::RecordActivation { .. }
                | Command::ChooseInstallation { .. }
                | Command::ExportActivity { .. } => continue,
            };
        }
    }

    fn recent(&self) -> std::sync::MutexGuard<'_, Vec<EventId>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who holds which seat of the subscription.
fn seats(reading: &mut Reading, company: &Company) -> Result<Seats> {
    let rows = reading.rows(&format!(
        "SELECT seat_id, user_id, activated_at FROM seat_assignments
         WHERE company_id = '{}' AND product = '{PRODUCT}' AND {STANDS}",
        company.id
    ))?;
    let rows = rows.iter().map(|row| {
        Ok((parsed(&row[0])?, Holding { holder: parsed(&row[1])?, is_activated: !row[2].is_empty() }))
    });
    Ok(Seats::of_rows(rows.collect::<Result<Vec<_>>>()?))
}

/// The log of the company, after its first entries.
fn log(
    reading: &mut Reading,
    company: &Company,
    begun: usize,
) -> Result<Vec<(EventId, domain::event::Event)>> {
    let rows = reading.rows(&format!(
        "SELECT event_id, content FROM events WHERE company_id = '{}' ORDER BY position",
        company.id
    ))?;
    let read = |row: &Vec<String>| Ok((parsed(&row[0])?, serde_json::from_str(&row[1])?));
    rows.iter().skip(begun).map(read).collect()
}

/// One way to spoil a history.
type Spoil = fn(&mut History);

/// Ways to spoil a history in one place.
const SPOILED: [Spoil; 4] = [
    // A change that nobody logged.
    |history| drop(history.log.remove(history.log.len() / 2)),
    // A change that nobody made.
    |history| history.log.push(history.log[0].clone()),
    // Another order.
    |history| history.log.reverse(),
    // A refusal that was an acknowledgement.
    |history| {
        let done = history.asked.iter().position(|asked| matches!(asked.said, Said::Done(..)));
        if let Some(done) = done {
            history.asked[done].said = Said::NotFound;
        }
    },
];

/// The same history spoiled: it has to be found.
fn control(history: &History) -> Result<usize> {
    let is_found = |spoil: &&Spoil| {
        let mut spoiled = history.clone();
        // An entry that changes no seat may be missing without a trace.
        spoiled.keep_changes();
        spoil(&mut spoiled);
        spoiled.check().is_err()
    };
    let found = SPOILED.iter().filter(is_found).count();
    ensure!(found == SPOILED.len(), "only {found} of {} spoiled histories are found", SPOILED.len());
    Ok(found)
}
