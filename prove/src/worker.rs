//! A worker: an admin's browser that carries out every command there is, in turn, over and over, each of which can be done.
//!
//! Owns the order and what the next command needs of the last outcome; refuses to forget what it was not answered: the same
//! form is sent again under the same key, until its fate is known.

use std::sync::Mutex;

use anyhow::{Context, Result, ensure};
use domain::{
    activity::{ActivityFilter, ActivityRefusal},
    command::Command,
    company::MachineName,
    id::{BenefitId, EventId, KeyId, SeatId, UserId},
    outcome::Outcome,
    programme::{OsType, SoftwareLanguage},
    refusal::Refusal,
    software::{Hardware, Reveal},
    visual_studio::SeatRefusal,
};

use crate::{
    cast::{self, Company, LUMIERE},
    forms::{self, Said},
    http::{Answer, Client, Fate},
    process::Server,
    reading::Reading,
};

/// The order in which a worker carries out the commands: each of them once in a turn.
pub const TURN: [&str; Command::NAMES.len()] = [
    "get-keys",
    "reveal-key",
    "record-activation",
    "choose-installation",
    "assign-seat",
    "confirm-activation",
    "reassign-seat",
    "undo-seat-change",
    "remove-seat",
    "export-activity",
];

/// The product whose benefit has a key already, and enough of everything.
const PRODUCT: &str = "windows-10-enterprise";
/// The pool with more free seats than there are workers.
const POOL: &str = "cloud-productivity";

/// A command that was done, as the server said.
#[derive(Clone, Debug)]
pub struct Ack {
    /// The idempotency key of its form.
    pub once: String,
    /// What it has done.
    pub outcome: Outcome,
}

/// Everything that the server has said was done, kept by those who were told.
#[derive(Debug, Default)]
pub struct Acks(Mutex<Vec<Ack>>);

impl Acks {
    /// Keeps one more.
    pub fn keep(&self, once: &str, outcome: &Outcome) {
        let ack = Ack { once: once.to_owned(), outcome: outcome.clone() };
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(ack);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).len()
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> Vec<Ack> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

/// What the commands of a worker are about.
#[derive(Clone, Debug)]
pub struct Objects {
    /// The two people who hold its seat in turn.
    pub people: [UserId; 2],
    /// The pool of the seat.
    pub pool: BenefitId,
    /// A benefit with keys.
    pub software: BenefitId,
    /// One of its keys.
    pub key: KeyId,
    /// A machine of its own.
    pub machine: MachineName,
}

impl Objects {
    /// Objects for so many workers, of which no two share a seat.
    ///
    /// # Errors
    /// When the demonstration has not as many.
    pub fn of(reading: &mut Reading, company: &Company, workers: usize) -> Result<Vec<Self>> {
        let people = company.seatless(reading, workers * 2)?;
        let pool = company.pool(reading, POOL)?;
        let software = company.benefit(reading, PRODUCT)?;
        let key = format!("SELECT key_id FROM software_keys WHERE benefit_id = '{software}' ORDER BY number");
        let key = cast::parsed(&reading.text(&key)?)?;
        let pairs = people.chunks_exact(2).enumerate();
        let objects = pairs.map(|(number, pair)| {
            let machine =
                MachineName::parse(&format!("WORKER-{number:02}")).ok().context("a machine has a name")?;
            Ok(Self { people: [pair[0], pair[1]], pool, software, key, machine })
        });
        objects.collect()
    }

    /// The command of this name about them, on a seat and a change of it; nothing where it needs one that is not there.
    #[must_use]
    pub fn command(&self, name: &str, seat: Option<SeatId>, event: Option<EventId>) -> Option<Command> {
        let Self { people: [first, second], pool, software, key, machine } = self;
        Some(match name {
            "get-keys" => Command::GetKeys { benefit: *software },
            "reveal-key" => Command::RevealKey { key: *key, manner: Reveal::Shown },
            "record-activation" => Command::RecordActivation {
                benefit: *software,
                machine: machine.clone(),
                hardware: Hardware::Unchanged,
            },
            "choose-installation" => Command::ChooseInstallation {
                benefit: *software,
                language: SoftwareLanguage::parse("fr").ok()?,
                os_type: OsType::parse("windows-x64").ok()?,
            },
            "assign-seat" => Command::AssignSeat { benefit: *pool, holder: *first },
            "confirm-activation" => Command::ConfirmActivation { seat: seat? },
            "reassign-seat" => Command::ReassignSeat { seat: seat?, holder: *second },
            "undo-seat-change" => Command::UndoSeatChange { event: event? },
            "remove-seat" => Command::RemoveSeat { seat: seat? },
            "export-activity" => Command::ExportActivity { filter: ActivityFilter::default() },
            _ => return None,
        })
    }
}

/// What came of a form that was sent.
#[derive(Debug)]
pub enum Step {
    /// It was done, or it was an undo that comes later than one is offered: a fault may last longer than that.
    Done,
    /// It was answered something else.
    Answered(Box<(Answer, Said)>),
    /// It was not answered, or nobody took it.
    Nothing,
}

/// An admin's browser at work.
#[derive(Debug)]
pub struct Worker {
    client: Client,
    objects: Objects,
    name: String,
    sent: usize,
    seat: Option<SeatId>,
    event: Option<EventId>,
    is_pending: bool,
    /// Whether a server has had the form of the next command before.
    was_sent: bool,
    /// Forms that were sent again, as nobody had answered them, and whose every sending may have left an entry in the log.
    pub resent: usize,
}

impl Worker {
    /// As many workers as that, in the largest company of the demonstration.
    ///
    /// # Errors
    /// When they cannot sign in.
    pub fn crew(servers: &[Server], reading: &mut Reading, workers: usize, name: &str) -> Result<Vec<Self>> {
        let company = Company::named(reading, LUMIERE)?;
        let objects = Objects::of(reading, &company, workers)?;
        let crew =
            objects.into_iter().enumerate().zip(servers.iter().cycle()).map(|((number, objects), server)| {
                let client = cast::signed_in(server, company.admin)?;
                Ok(Self::new(client, objects, format!("{name}-{number}")))
            });
        crew.collect()
    }

    /// A worker with a session. No two of one installation have the same name.
    #[must_use]
    pub const fn new(client: Client, objects: Objects, name: String) -> Self {
        Self {
            client,
            objects,
            name,
            sent: 0,
            seat: None,
            event: None,
            is_pending: false,
            was_sent: false,
            resent: 0,
        }
    }

    /// Goes on at another server, with the same session.
    pub fn turn_to(&mut self, server: &Server) {
        self.client = self.client.again(server.address());
    }

    /// What its commands are about.
    #[must_use]
    pub const fn objects(&self) -> &Objects {
        &self.objects
    }

    /// The key of the form that was sent and not answered, if there is one.
    #[must_use]
    pub fn unanswered(&self) -> Option<String> {
        self.is_pending.then(|| self.once())
    }

    /// Learns the fate of what was not answered, and lets go of the seat that it holds.
    ///
    /// # Errors
    /// When something is not done.
    pub fn give_back(&mut self) -> Result<()> {
        let acks = Acks::default();
        while !matches!(TURN[self.sent % TURN.len()], "get-keys" | "export-activity") || self.is_pending {
            let step = self.step(&acks)?;
            ensure!(matches!(step, Step::Done), "{step:?} at {:?}", self.next());
        }
        Ok(())
    }

    /// The browser.
    pub const fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// The command that comes next, and the key of its form.
    ///
    /// # Errors
    /// When a command of the turn is not known, or comes before what it needs.
    pub fn next(&self) -> Result<(Command, String)> {
        let name = TURN[self.sent % TURN.len()];
        let command = self.command(name).with_context(|| format!("{name} cannot be carried out now"))?;
        Ok((command, self.once()))
    }

    fn once(&self) -> String {
        format!("{}-{:06}", self.name, self.sent)
    }

    fn command(&self, name: &str) -> Option<Command> {
        self.objects.command(name, self.seat, self.event)
    }

    /// Sends the next form, or again the one whose fate is not known.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn step(&mut self, acks: &Acks) -> Result<Step> {
        let (command, once) = self.next()?;
        let fate = forms::post(&mut self.client, &command, &once);
        if !matches!(fate, Fate::Unsent(_)) {
            self.resent += usize::from(self.was_sent && command.is_told_each_time());
            self.was_sent = true;
        }
        Ok(match fate {
            Fate::Answered(answer) => match Said::of(&answer) {
                Said::Done(outcome, _) => {
                    acks.keep(&once, &outcome);
                    self.learn(&outcome);
                    Step::Done
                }
                // What a rule may come to say of somebody who goes on for long enough.
                Said::Refused(
                    Refusal::Seat(SeatRefusal::UndoTooLate)
                    | Refusal::Activity(ActivityRefusal::TooManyEntries { .. }),
                ) => {
                    self.go_on();
                    Step::Done
                }
                said => Step::Answered(Box::new((answer, said))),
            },
            Fate::Unsent(_) => Step::Nothing,
            Fate::Unknown(_) => {
                self.is_pending = true;
                Step::Nothing
            }
        })
    }

    /// Takes what the next commands need from what this one has done.
    pub fn learn(&mut self, outcome: &Outcome) {
        if let Outcome::SeatAssigned { seat, .. } = outcome {
            self.seat = Some(*seat);
        }
        self.event = outcome.undoable().or(self.event);
        self.go_on();
    }

    const fn go_on(&mut self) {
        (self.is_pending, self.was_sent) = (false, false);
        self.sent += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::id::{EventId, SeatId};

    use super::*;

    const ID: &str = "018f4e2a-0000-7000-8000-000000000001";

    fn worker() -> Worker {
        let id = || cast::parsed(ID).unwrap();
        let objects = Objects {
            people: [id(), cast::parsed("018f4e2a-0000-7000-8000-000000000002").unwrap()],
            pool: cast::parsed(ID).unwrap(),
            software: cast::parsed(ID).unwrap(),
            key: cast::parsed(ID).unwrap(),
            machine: MachineName::parse("WORKER").unwrap(),
        };
        let mut worker = Worker::new(Client::new("127.0.0.1:1".parse().unwrap()), objects, "w".to_owned());
        worker.seat = Some(cast::parsed::<SeatId>(ID).unwrap());
        worker.event = Some(cast::parsed::<EventId>(ID).unwrap());
        worker
    }

    #[test]
    fn a_turn_has_every_command_once() {
        let turn: BTreeSet<&str> = TURN.into_iter().collect();
        assert_eq!(turn, BTreeSet::from(Command::NAMES));
    }

    #[test]
    fn every_command_can_be_built() {
        let worker = worker();
        for name in Command::NAMES {
            assert_eq!(worker.command(name).as_ref().map(Command::name), Some(name));
        }
    }

    #[test]
    fn nothing_is_lost_when_nobody_answers() {
        let mut worker = worker();
        let (acks, before) = (Acks::default(), worker.next().unwrap());
        assert!(matches!(worker.step(&acks).unwrap(), Step::Nothing));
        assert_eq!(worker.next().unwrap(), before);
        assert_eq!((acks.count(), worker.resent), (0, 0));
    }
}
