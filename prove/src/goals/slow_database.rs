//! G9: while the database is slow, files are served as always, requests are answered or turned away, and nobody hangs.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use domain::{
    command::Command,
    programme::{OsType, SoftwareLanguage},
};

use crate::{
    bystanders::beside,
    cast::{self, Company, LUMIERE},
    forms::{self, Said},
    ground::{Engine, Ground, Installation},
    http::{Client, Fate},
    probe::Probe,
    process::Server,
    proof::{Findings, Proof},
    proxy::Proxy,
    reading::Reading,
    times::{Times, said},
};

/// How much later the database answers.
const DELAY: Duration = Duration::from_millis(500);
/// How long a client waits until it asks again.
const PAUSE: Duration = Duration::from_millis(250);
/// How much longer one file in a hundred may take than before, beside a fifth: less than anybody sees.
const LEEWAY: Duration = Duration::from_millis(5);
/// How long somebody may wait to be told anything: three seconds for a connection to learn who asks and for one to write, two
/// and a half for a lock, and half a second for each of the eighteen answers of the database between, of which a connection
/// that is new asks for twice as many: each statement is prepared there before it is carried out.
const LONGEST: Duration = Duration::from_millis(2 * 3_000 + 2_500 + 2 * 18 * 500);
/// How long it may take until something is done again.
const RECOVERY: Duration = Duration::from_secs(5);
/// How much more memory those who wait may take, in KiB.
const MEMORY_KIB: u64 = 64 * 1024;

/// Shows it.
///
/// # Errors
/// Who waited for too long, or what was not as always.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let mut ground = proof.ground()?;
    let installation = ground.installation()?;
    let proxy = proxy(&mut ground)?;
    let reached = match &proxy {
        Some(proxy) => &installation.through(proxy.port())?,
        None => &installation,
    };
    let hold = Duration::from_secs(u64::try_from(proof.times(4, 60))?);
    let mut siege = Siege::begin(reached, proof, hold)?;
    let ways = match (proof.engine, &proxy) {
        (Engine::Sqlite, _) => {
            siege.locked(&installation, ["BEGIN IMMEDIATE", "ROLLBACK"])?;
            "the file locked by somebody else"
        }
        (Engine::Postgres, Some(proxy)) => {
            siege.delayed(proxy)?;
            let lock = "BEGIN; LOCK TABLE installation_choices IN ACCESS EXCLUSIVE MODE";
            siege.locked(&installation, [lock, "ROLLBACK"])?;
            "every answer 500 ms later, and a table locked"
        }
        (Engine::Postgres, None) => bail!("PostgreSQL has a port"),
    };
    Ok(siege.findings(ways, proxy.as_ref()))
}

/// A way to the database that can be made slow, where it has a port.
fn proxy(ground: &mut Ground) -> Result<Option<Proxy>> {
    ground.cluster().map(|cluster| Proxy::to(cluster.port())).transpose()
}

/// Many who write at a steady pace, and one who fetches a file.
struct Siege {
    server: Server,
    clients: Vec<(usize, Client)>,
    command: Command,
    file: String,
    hold: Duration,
    leeway: Duration,
    done: AtomicUsize,
    turned_away: AtomicUsize,
    forms: AtomicUsize,
    /// How long a file took before, one in a hundred, and the worst that it took while the database was slow.
    files: [Duration; 2],
    longest: Duration,
    recovery: Duration,
    ready_in: Duration,
    memory_kib: u64,
    unlimited: Duration,
}

impl Siege {
    fn begin(installation: &Installation, proof: &Proof, hold: Duration) -> Result<Self> {
        let server = installation.serve()?;
        let mut reading = installation.reading()?;
        let company = Company::named(&mut reading, LUMIERE)?;
        let benefit = company.benefit(&mut reading, "windows-10-enterprise")?;
        let language = SoftwareLanguage::parse("fr").ok().context("a language")?;
        let os_type = OsType::parse("windows-x64").ok().context("an operating system")?;
        let first = cast::signed_in(&server, company.admin)?;
        let clients =
            (0..proof.times(64, 600)).map(|number| (number, first.again(server.address()))).collect();
        let file = file(&server)?;
        let command = Command::ChooseInstallation { benefit, language, os_type };
        let [done, turned_away, forms] = [0; 3].map(AtomicUsize::new);
        let [longest, recovery, ready_in, unlimited] = [Duration::ZERO; 4];
        let (files, memory_kib) = ([Duration::ZERO; 2], 0);
        let mut siege = Self {
            server,
            clients,
            command,
            file,
            hold,
            leeway: proof.within(LEEWAY),
            done,
            turned_away,
            forms,
            files,
            longest,
            recovery,
            ready_in,
            memory_kib,
            unlimited,
        };
        let before = Duration::from_secs(u64::try_from(proof.times(1, 3))?);
        let (files, _) = siege.lasts(|| {
            thread::sleep(before);
            Ok(())
        })?;
        siege.files[0] = files.percentile(99);
        Ok(siege)
    }

    /// Every answer of the database comes later.
    fn delayed(&mut self, proxy: &Proxy) -> Result<()> {
        let hold = self.hold;
        self.slow(|probe| {
            proxy.delay(DELAY);
            probe.unready(hold, || Ok(()))?;
            proxy.delay(Duration::ZERO);
            Ok(Duration::ZERO)
        })
    }

    /// Somebody else holds what everybody needs.
    fn locked(&mut self, installation: &Installation, [take, give_back]: [&str; 2]) -> Result<()> {
        let (mut holder, mut waiter) = (installation.reading()?, installation.reading()?);
        let is_closed = installation.engine() == Engine::Sqlite;
        if is_closed {
            waiter.write("PRAGMA busy_timeout = 120000")?;
        }
        let hold = self.hold;
        self.slow(|probe| {
            holder.write(take)?;
            thread::scope(|scope| {
                let waiting = scope.spawn(|| waited(&mut waiter, &format!("{take}; {give_back}")));
                // Who may still write elsewhere is ready, or busy with those who wait.
                let looked =
                    if is_closed { probe.unready(hold, || Ok(())) } else { probe.lives(hold, || Ok(())) };
                holder.write(give_back)?;
                looked?;
                waiting.join().ok().context("the waiter panicked")?
            })
        })
    }

    /// Holds what happens while the database is slow to what happened before.
    fn slow(&mut self, slow: impl FnOnce(&mut Probe) -> Result<Duration>) -> Result<()> {
        let before = self.server.memory_kib();
        self.server.forget_peak()?;
        let (mut unlimited, mut probe) = (Duration::ZERO, Probe::at(&self.server));
        let (files, answers) = self.lasts(|| {
            unlimited = slow(&mut probe)?;
            Ok(())
        })?;
        let (was, is) = (self.files[0], files.percentile(99));
        ensure!(
            is <= was.mul_f64(1.2) + self.leeway,
            "one file in a hundred took {} and more instead of {}",
            said(is),
            said(was)
        );
        ensure!(answers.longest() <= LONGEST, "somebody waited {}", said(answers.longest()));
        let more = self.server.peak_kib().saturating_sub(before);
        ensure!(more <= MEMORY_KIB, "those who wait took {} MiB", more / 1024);
        self.recovers()?;
        probe.becomes(true)?;
        self.ready_in = self.ready_in.max(probe.slowest);
        self.files[1] = self.files[1].max(is);
        self.longest = self.longest.max(answers.longest());
        self.memory_kib = self.memory_kib.max(more);
        self.unlimited = self.unlimited.max(unlimited);
        Ok(())
    }

    /// Everybody goes on while `happens` does: how long the file took, and how long the answers.
    fn lasts(&mut self, happens: impl FnOnce() -> Result<()>) -> Result<(Times, Times)> {
        let (command, file) = (&self.command, &self.file);
        let (done, turned_away, forms) = (&self.done, &self.turned_away, &self.forms);
        let send = |(_, client): &mut (usize, Client)| -> Result<Times> {
            let once = format!("slow-{:09}", forms.fetch_add(1, Ordering::Relaxed));
            let mut times = Times::default();
            match forms::post(client, command, &once) {
                Fate::Answered(answer) => {
                    match Said::of(&answer) {
                        Said::Done(..) => done.fetch_add(1, Ordering::Relaxed),
                        Said::Unavailable { retry_after: Some(_) } => {
                            turned_away.fetch_add(1, Ordering::Relaxed)
                        }
                        said => bail!("somebody was told {said:?}"),
                    };
                    times.add(answer.took);
                }
                fate => bail!("somebody was not answered: {fate:?}"),
            }
            thread::sleep(PAUSE);
            Ok(times)
        };
        let fetching = vec![Client::new(self.server.address())];
        let clients =
            self.clients.iter_mut().map(|(number, client)| (*number, client.again(self.server.address())));
        let clients: Vec<_> = clients.collect();
        let (((), answers), files) =
            beside(fetching, |client| fetched(client, file), || beside(clients, send, happens))?;
        Ok((files, answers))
    }

    /// Waits until something is done again.
    fn recovers(&mut self) -> Result<()> {
        let begun = Instant::now();
        let (_, client) = self.clients.first_mut().context("there is a client")?;
        loop {
            let once = format!("slow-{:09}", self.forms.fetch_add(1, Ordering::Relaxed));
            if let Some(answer) = forms::post(client, &self.command, &once).answer()
                && matches!(Said::of(&answer), Said::Done(..))
            {
                break;
            }
            ensure!(begun.elapsed() <= RECOVERY, "nothing was done for {}", said(begun.elapsed()));
        }
        self.recovery = self.recovery.max(begun.elapsed());
        Ok(())
    }

    fn findings(&self, ways: &str, proxy: Option<&Proxy>) -> Findings {
        let turned_away = self.turned_away.load(Ordering::Relaxed);
        let mut sometimes = vec![("a 503", turned_away), ("an answer", self.done.load(Ordering::Relaxed))];
        sometimes.extend(proxy.map(|proxy| ("a late answer of the database", proxy.delayed())));
        Findings {
            rounds: format!("{ways}, {} s each, {} clients", self.hold.as_secs(), self.clients.len()),
            result: format!(
                "one file in a hundred took {} and more (before: {}); {turned_away} times 503, nobody waited longer than {}, {} MiB more \
                 memory, at work again after {}; /readyz right after {} at most",
                said(self.files[1]),
                said(self.files[0]),
                said(self.longest),
                self.memory_kib / 1024,
                said(self.recovery),
                said(self.ready_in)
            ),
            control: format!("a client that sets no limit waited {}", said(self.unlimited)),
            sometimes,
        }
    }
}

/// A file that every page needs.
pub(super) fn file(server: &Server) -> Result<String> {
    let page = Client::new(server.address()).reading_pages().get("/sign-in").answer().context("no page")?;
    let path = page.body.split('"').find(|part| part.starts_with("/i18n/"));
    Ok(path.context("the page names no file of words")?.to_owned())
}

fn fetched(client: &mut Client, path: &str) -> Result<Times> {
    let answer = client.get(path).answer().context("a file was not answered")?;
    ensure!(answer.status == 200, "a file was answered {}", answer.status);
    let mut times = Times::default();
    times.add(answer.took);
    thread::sleep(Duration::from_millis(5));
    Ok(times)
}

/// How long it takes to be answered without a limit.
fn waited(reading: &mut Reading, statement: &str) -> Result<Duration> {
    let begun = Instant::now();
    reading.write(statement)?;
    Ok(begun.elapsed())
}
