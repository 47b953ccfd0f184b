//! G12: a form that is sent many times, at once or later, has one effect and one answer.

use anyhow::{Context, Result, bail, ensure};
use domain::{
    command::Command,
    id::BenefitId,
    outcome::Outcome,
    programme::{OsType, SoftwareLanguage},
};

use crate::{
    books::{self, Books},
    cast::{self, Company, FJORD},
    forms::{self, Said},
    ground::{Engine, Installation},
    http::{Client, Fate},
    process::Server,
    proof::{Findings, Proof},
    race::at_once,
    reading::Reading,
    worker::{TURN, Worker},
};

/// How many send the same form at once.
const CLIENTS: usize = 32;

/// Shows it.
///
/// # Errors
/// What was done twice, or answered otherwise.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let mut desk = Desk::begin(&installation)?;
    let turns = proof.times(1, 20);
    let (mut sent, mut refused) = (Vec::new(), 0);
    for _ in 0..turns * TURN.len() {
        let form = desk.at_once()?;
        desk.other_payload(&form.1)?;
        refused += 1;
        sent.push(form);
    }
    desk.other_company(&sent[0].1)?;
    let multiple = desk.control()?;
    desk.again_after_a_kill(&installation, &sent)?;
    Ok(Findings {
        rounds: format!("{} forms, every command, {CLIENTS} times each at once", sent.len()),
        result: format!(
            "1 effect and 1 answer each, also after a kill; {refused} of another content refused by a typed 409"
        ),
        control: format!("a key for each sending: {multiple} effects of {CLIENTS}"),
        sometimes: vec![("another content under a known key", refused), ("a form after a kill", sent.len())],
    })
}

/// A form that was sent: what it asked for, its key, what it was answered.
type Sent = (Command, String, Outcome);

struct Desk {
    servers: Vec<Server>,
    reading: Reading,
    worker: Worker,
}

impl Desk {
    fn begin(installation: &Installation) -> Result<Self> {
        let processes = if installation.engine() == Engine::Postgres { 2 } else { 1 };
        let servers = (0..processes).map(|_| installation.serve()).collect::<Result<Vec<_>>>()?;
        let mut reading = installation.reading()?;
        let worker = Worker::crew(&servers, &mut reading, 1, "submission")?;
        let worker = worker.into_iter().next().context("there is a worker")?;
        Ok(Self { servers, reading, worker })
    }

    /// The browsers of as many windows, over all servers.
    fn windows(&mut self, count: usize) -> Vec<Client> {
        let client = self.worker.client();
        self.servers.iter().cycle().take(count).map(|server| client.again(server.address())).collect()
    }

    /// Sends the next form of the turn from many windows at once: one effect, one answer.
    fn at_once(&mut self) -> Result<Sent> {
        let (command, once) = self.worker.next()?;
        let before = self.entries(&command)?;
        let fates = at_once(
            self.windows(CLIENTS),
            |client| drop(client.connect()),
            |mut client| forms::post(&mut client, &command, &once),
        );
        let mut said = fates.into_iter().map(|fate| match fate {
            Fate::Answered(answer) => Ok(Said::of(&answer)),
            fate => bail!("{} was not answered: {fate:?}", command.name()),
        });
        let first = said.next().context("somebody was answered")??;
        let Said::Done(outcome, key) = first else { bail!("{} was told {first:?}", command.name()) };
        for said in said {
            match said? {
                Said::Done(other, same) if same == key && is_the_same(&other, &outcome) => {}
                said => bail!("{} was told {said:?} and {outcome:?}", command.name()),
            }
        }
        let expected = if command.is_told_each_time() { CLIENTS } else { 1 };
        let entries = self.entries(&command)? - before;
        ensure!(entries == expected, "{} left {entries} entries in the log", command.name());
        let kept = self.reading.count(&format!("submissions WHERE once = '{once}'"))?;
        ensure!(kept == 1, "{} was kept {kept} times", command.name());
        self.worker.learn(&outcome);
        Ok((command, once, outcome))
    }

    /// Something else under a key that was used is refused, and changes nothing.
    fn other_payload(&mut self, once: &str) -> Result<()> {
        let before = Books::read(&mut self.reading)?;
        let benefit = self.worker.objects().software;
        let other = choice(benefit, "de")?;
        let said = match forms::post(self.worker.client(), &other, once) {
            Fate::Answered(answer) => Said::of(&answer),
            fate => bail!("another content was not answered: {fate:?}"),
        };
        ensure!(said.refusal() == Some("form/already-sent"), "another content was told {said:?}");
        let after = Books::read(&mut self.reading)?;
        ensure!(before.commands() == after.commands(), "another content under a known key was carried out");
        after.agree_since(&before, 0)
    }

    /// A key is known in its own company only.
    fn other_company(&mut self, once: &str) -> Result<()> {
        let company = Company::named(&mut self.reading, FJORD)?;
        let mut client = cast::signed_in(&self.servers[0], company.admin)?;
        let benefit = company.benefit(&mut self.reading, "windows-10-enterprise")?;
        cast::done(&mut client, &choice(benefit, "fr")?, once)?;
        Ok(())
    }

    /// The same act from as many windows, each under a key of its own: as many effects.
    fn control(&mut self) -> Result<usize> {
        let command = choice(self.worker.objects().software, "es")?;
        let before = self.entries(&command)?;
        let windows: Vec<_> = self.windows(CLIENTS).into_iter().enumerate().collect();
        at_once(
            windows,
            |(_, client)| drop(client.connect()),
            |(number, mut client)| drop(forms::post(&mut client, &command, &format!("control-{number:04}"))),
        );
        let effects = self.entries(&command)? - before;
        ensure!(effects > 1, "the control has one effect: this race shows nothing");
        Ok(effects)
    }

    /// Kills every server and sends every form again: the same answers, and nothing is done.
    fn again_after_a_kill(mut self, installation: &Installation, sent: &[Sent]) -> Result<()> {
        for server in self.servers.drain(..) {
            server.kill()?;
        }
        let server = installation.serve()?;
        self.worker.turn_to(&server);
        let before = Books::read(&mut self.reading)?;
        for (command, once, outcome) in sent {
            let again = cast::done(self.worker.client(), command, once)?;
            ensure!(
                is_the_same(&again, outcome),
                "{} was answered {again:?}, and {outcome:?}",
                command.name()
            );
        }
        let after = Books::read(&mut self.reading)?;
        ensure!(before.commands() == after.commands(), "a form was carried out again");
        after.agree_since(&before, sent.len())
    }

    fn entries(&mut self, command: &Command) -> Result<usize> {
        let kind = books::kind(command.name()).context("a command leaves an entry")?;
        self.reading.count(&format!("events WHERE kind = '{kind}'"))
    }
}

fn choice(benefit: BenefitId, language: &str) -> Result<Command> {
    let language = SoftwareLanguage::parse(language).ok().context("a language")?;
    let os_type = OsType::parse("windows-x64").ok().context("an operating system")?;
    Ok(Command::ChooseInstallation { benefit, language, os_type })
}

/// Whether two answers say the same. A copy of the log that is taken again is logged again, and longer.
fn is_the_same(one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (Outcome::ActivityExported { .. }, Outcome::ActivityExported { .. }) => true,
        (one, other) => one == other,
    }
}
