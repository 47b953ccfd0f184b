//! G1: of many who want the last seats at once, as many win as there are seats.

use std::{collections::BTreeSet, thread};

use anyhow::{Result, anyhow, bail, ensure};
use domain::{
    command::Command,
    id::{BenefitId, EventId, SeatId, UserId},
    outcome::Outcome,
};

use super::unguarded;
use crate::{
    books,
    cast::{self, Company, FJORD, LUMIERE, held},
    chance::Chance,
    forms::{self, Said},
    founding,
    ground::{Engine, Installation},
    http::Client,
    process::Server,
    proof::{Findings, Proof},
    race::at_once,
    reading::Reading,
};

/// More than there are seats, connections to the database, and processors.
const CLIENTS: usize = 64;
/// The seats of the pool, all of them free when a round begins.
const SEATS: usize = 5;
/// The pool of five seats.
const POOL: &str = "devops";
/// The pool of another company that grows by an offer of which it had a lower level.
const GROWING: &str = "core";
const OFFER: [&str; 4] = ["--offer", "gold-competency", "--competency", "devops"];

/// Shows it.
///
/// # Errors
/// What was not as promised.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut race = Race::begin(&installation)?;
    let (rounds, mixed) = (proof.times(5, 200), proof.times(2, 100));
    let mut tally = Tally::default();
    for round in 0..rounds {
        race.last_seats(round, &mut tally)?;
    }
    let mut chance = Chance::of(1);
    for round in 0..mixed {
        race.mixed(round, &mut chance, &mut tally)?;
    }
    let grown = race.grown(&installation, &mut tally)?;
    let control = race.control(&installation)?;
    Ok(Findings {
        rounds: format!(
            "{rounds} of {CLIENTS} clients on {SEATS} seats, {mixed} with releases and moves mixed in, one in which the pool grew"
        ),
        result: format!("{} won, {} refused by a typed 409, none else", tally.won, tally.refused),
        control,
        sometimes: vec![
            ("a loser", tally.refused),
            ("a seat taken back in the race", tally.removed),
            ("a seat moved in the race", tally.moved),
            ("a seat added in the race", grown),
        ],
    })
}

/// The judgement, of the product and of the control alike.
fn exactly(won: usize, free: usize) -> Result<()> {
    ensure!(won == free, "{won} won {free} seats");
    Ok(())
}

#[derive(Default)]
struct Tally {
    won: usize,
    refused: usize,
    removed: usize,
    moved: usize,
}

/// The clients, each signed in for itself, over one server process, or two where the engine allows it.
struct Race {
    reading: Reading,
    clients: Vec<Client>,
    people: Vec<UserId>,
    pool: BenefitId,
    servers: Vec<Server>,
}

impl Race {
    fn begin(installation: &Installation) -> Result<Self> {
        let processes = if installation.engine() == Engine::Postgres { 2 } else { 1 };
        let servers = (0..processes).map(|_| installation.serve()).collect::<Result<Vec<_>>>()?;
        let mut reading = installation.reading()?;
        let company = Company::named(&mut reading, LUMIERE)?;
        let clients = servers.iter().cycle().take(CLIENTS);
        let clients = clients.map(|server| cast::signed_in(server, company.admin));
        let mut clients = clients.collect::<Result<Vec<_>>>()?;
        let pool = company.pool(&mut reading, POOL)?;
        cast::emptied(&mut clients[0], &mut reading, pool, "begin")?;
        let people = company.seatless(&mut reading, CLIENTS)?;
        Ok(Self { reading, clients, people, pool, servers })
    }

    /// Everybody wants one of the free seats.
    fn last_seats(&mut self, round: usize, tally: &mut Tally) -> Result<()> {
        let benefit = self.pool;
        let commands = self.people.iter().map(|holder| Command::AssignSeat { benefit, holder: *holder });
        let said = self.send(commands.collect(), &format!("last-{round}"))?;
        let won: Vec<(SeatId, EventId)> = said.iter().filter_map(assigned).collect();
        exactly(won.len(), SEATS)?;
        for said in said.iter().filter(|said| assigned(said).is_none()) {
            ensure!(said.refusal() == Some("seat/no-seat-left"), "a loser was told {said:?}");
        }
        let seats: BTreeSet<SeatId> = won.iter().map(|(seat, _)| *seat).collect();
        ensure!(seats.len() == SEATS, "one seat was won twice: {won:?}");
        self.agrees(SEATS)?;
        for (number, (_, event)) in won.into_iter().enumerate() {
            let undo = Command::UndoSeatChange { event };
            cast::done(&mut self.clients[0], &undo, &format!("last-{round}-undo-{number}"))?;
        }
        self.agrees(0)?;
        tally.won += SEATS;
        tally.refused += CLIENTS - SEATS;
        Ok(())
    }

    /// Some want a seat, others take back or move the same seats.
    fn mixed(&mut self, round: usize, chance: &mut Chance, tally: &mut Tally) -> Result<()> {
        let benefit = self.pool;
        let once = format!("mixed-{round}");
        for (number, holder) in self.people.iter().take(3).enumerate() {
            let assign = Command::AssignSeat { benefit, holder: *holder };
            cast::done(&mut self.clients[0], &assign, &format!("{once}-first-{number}"))?;
        }
        let seats = held(&mut self.reading, self.pool)?;
        let command = |(number, holder): (usize, &UserId)| match number % 4 {
            0 if number > 3 => Command::RemoveSeat { seat: *chance.one(&seats) },
            1 if number > 3 => Command::ReassignSeat { seat: *chance.one(&seats), holder: *holder },
            _ => Command::AssignSeat { benefit, holder: *holder },
        };
        let said = self.send(self.people.iter().enumerate().map(command).collect(), &once)?;
        let count = |what: fn(&Outcome) -> bool| {
            said.iter().filter(|said| matches!(said, Said::Done(outcome, _) if what(outcome))).count()
        };
        let won = count(|outcome| matches!(outcome, Outcome::SeatAssigned { .. }));
        let removed = count(|outcome| matches!(outcome, Outcome::SeatRemoved { .. }));
        let moved = count(|outcome| matches!(outcome, Outcome::SeatReassigned { .. }));
        let refused = said.iter().filter(|said| said.refusal().is_some()).count();
        ensure!(won + removed + moved + refused == CLIENTS, "somebody was told something else: {said:?}");
        self.agrees(seats.len() + won - removed)?;
        cast::emptied(&mut self.clients[0], &mut self.reading, self.pool, &once)?;
        tally.won += won;
        tally.refused += refused;
        tally.removed += removed;
        tally.moved += moved;
        Ok(())
    }

    /// The pool of another company grows while everybody wants a seat of it, by an offer that the operator records: nobody is
    /// told that there is none while there is, and there is exactly one holder to a seat.
    fn grown(&mut self, installation: &Installation, tally: &mut Tally) -> Result<usize> {
        let company = Company::named(&mut self.reading, FJORD)?;
        self.pool = company.pool(&mut self.reading, GROWING)?;
        self.people = company.seatless(&mut self.reading, CLIENTS)?;
        let admin = cast::signed_in(&self.servers[0], company.admin)?;
        let servers = self.servers.iter().cycle().take(CLIENTS);
        self.clients = servers.map(|server| admin.again(server.address())).collect();
        cast::emptied(&mut self.clients[0], &mut self.reading, self.pool, "grown")?;
        // The company keeps a seat for a while that was taken back.
        let of_company = format!("WHERE company_id = '{}'", company.id);
        self.reading.write(&format!("UPDATE seat_assignments SET locked_until = NULL {of_company}"))?;
        let before = self.reading.count(&self.seats())?;
        let (mut said, mut round) = (Vec::new(), 0);
        thread::scope(|scope| -> Result<()> {
            let operator = scope.spawn(|| founding::membership(installation, FJORD, &OFFER));
            // Until it has grown, and once more: those who were refused before get what there is now.
            let mut is_last = false;
            while !is_last {
                is_last = operator.is_finished();
                said.extend(self.assigned(round)?);
                round += 1;
            }
            operator.join().map_err(|_| anyhow!("the operator panicked"))?
        })?;
        let after = self.reading.count(&self.seats())?;
        let won = said.iter().filter(|said| assigned(said).is_some()).count();
        exactly(won, after)?;
        self.agrees(after)?;
        tally.won += won;
        tally.refused += said.len() - won;
        Ok(after - before)
    }

    /// Everybody wants a seat: what each is told, who may have one already.
    fn assigned(&mut self, round: usize) -> Result<Vec<Said>> {
        let benefit = self.pool;
        let commands = self.people.iter().map(|holder| Command::AssignSeat { benefit, holder: *holder });
        let said = self.send(commands.collect(), &format!("grown-{round}"))?;
        for said in said.iter().filter(|said| assigned(said).is_none()) {
            let is_right = matches!(said.refusal(), Some("seat/no-seat-left" | "seat/already-holds"));
            ensure!(is_right, "somebody who has no seat of a pool that grows was told {said:?}");
        }
        Ok(said)
    }

    /// The seats of the pool.
    fn seats(&self) -> String {
        format!("seats WHERE benefit_id = '{}'", self.pool)
    }

    /// The same table without its unique indexes, and a client that looks and then takes: too many have to get in, and the
    /// books have to say so.
    fn control(&mut self, installation: &Installation) -> Result<String> {
        let company = Company::named(&mut self.reading, LUMIERE)?;
        let pool = company.pool(&mut self.reading, POOL)?;
        let people = company.seatless(&mut self.reading, CLIENTS)?;
        books::sound(&mut self.reading, installation.engine())?;
        for index in ["seat_assignments_seat_unique", "seat_assignments_holder_unique"] {
            self.reading.write(&format!("DROP INDEX {index}"))?;
        }
        let free = format!(
            "SELECT seat_id FROM seats WHERE benefit_id = '{pool}' AND seat_id NOT IN
             (SELECT seat_id FROM seat_assignments WHERE {}) ORDER BY seat_id",
            cast::STANDS
        );
        let took = unguarded::taken(installation, CLIENTS, &free, |number, seat| {
            format!(
                "INSERT INTO seat_assignments
                 (assignment_id, seat_id, company_id, product, user_id, assigned_at, assigned_on, assigned_by)
                 SELECT 'unguarded-{number}', seat_id, company_id, product, '{}', 0, '2026-01-01', '{}'
                 FROM seats WHERE seat_id = '{seat}'",
                people[number], company.admin
            )
        })?;
        let Err(found) = books::sound(&mut self.reading, installation.engine()) else {
            bail!("the control keeps the limit: this race shows nothing");
        };
        ensure!(exactly(took, SEATS).is_err(), "{took} took {SEATS} seats, and yet {found}");
        let what = found.to_string();
        let what = what.split(':').next().unwrap_or_default();
        Ok(format!(
            "without the unique indexes, by clients that look and then take: {took} of {CLIENTS} took one of {SEATS}, found as {what}"
        ))
    }

    /// Sends a command from each client at the same moment.
    fn send(&mut self, commands: Vec<Command>, once: &str) -> Result<Vec<Said>> {
        let runners: Vec<_> = self.clients.iter_mut().zip(commands).enumerate().collect();
        let fates = at_once(
            runners,
            |(_, (client, _))| drop(client.connect()),
            |(number, (client, command))| forms::post(client, &command, &format!("{once}-{number}")),
        );
        let mut said = Vec::with_capacity(fates.len());
        for fate in fates {
            match fate.answer().map(|answer| Said::of(&answer)) {
                None => bail!("a client was not answered"),
                Some(Said::Strange(status, body)) => bail!("a client was answered {status}: {body}"),
                Some(Said::Unavailable { .. }) => bail!("a client was told that the server could not"),
                Some(told) => said.push(told),
            }
        }
        Ok(said)
    }

    /// The page and the table say that so many seats are held, each by one person, and no person has two.
    fn agrees(&mut self, expected: usize) -> Result<()> {
        let counts = self.reading.rows(&format!(
            "SELECT CAST(COUNT(*) AS BIGINT), CAST(COUNT(DISTINCT seat_id) AS BIGINT),
             CAST(COUNT(DISTINCT user_id) AS BIGINT)
             FROM seat_assignments JOIN seats USING (seat_id)
             WHERE seats.benefit_id = '{}' AND {}",
            self.pool,
            cast::STANDS
        ))?;
        let expected = expected.to_string();
        ensure!(counts[0].iter().all(|count| *count == expected), "{expected} seats are held: {counts:?}");
        let path = "/api/benefits/visual-studio";
        let page = self.clients[0].get(path).answer().map(|answer| answer.json());
        let rows =
            page.as_ref().and_then(|page| page["rows"].as_array()).map(Vec::as_slice).unwrap_or_default();
        let row = rows.iter().find(|row| row["benefit"] == self.pool.to_string());
        let used = row.map(|row| row["used"].to_string());
        ensure!(used.as_ref() == Some(&expected), "the page says {used:?}, not {expected}");
        Ok(())
    }
}

/// The seat that was assigned, and the entry of the log that tells of it.
fn assigned(said: &Said) -> Option<(SeatId, EventId)> {
    match said {
        Said::Done(Outcome::SeatAssigned { seat, event, .. }, _) => Some((*seat, *event)),
        _ => None,
    }
}
