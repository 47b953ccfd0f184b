//! The real program as a process: started on a free port, signalled, killed, waited for.
//!
//! Owns the process and where it says that it listens; refuses to know what it serves.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

/// How long an ended process may take to be gone.
const PATIENCE: Duration = Duration::from_secs(30);

/// What can be said to a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// End in the middle of what it does.
    Kill,
    /// End when what is in hand is done, after everybody was told to go elsewhere.
    Terminate,
    /// End when what is in hand is done.
    Interrupt,
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
}

impl Signal {
    const fn name(self) -> &'static str {
        match self {
            Self::Kill => "-KILL",
            Self::Terminate => "-TERM",
            Self::Interrupt => "-INT",
            Self::Pause => "-STOP",
            Self::Resume => "-CONT",
        }
    }
}

/// A server that serves; it ends with this value.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    metrics: Option<SocketAddr>,
    log: PathBuf,
    /// How long it took to say that it serves.
    pub ready_in: Duration,
}

impl Server {
    /// Starts a program that prints the address at which it serves, and writes what it logs to a file.
    ///
    /// # Errors
    /// When it cannot be started or ends before it serves, with the last that it said.
    pub fn start(command: &mut Command, log: PathBuf) -> Result<Self> {
        let begun = Instant::now();
        let output = File::options().create(true).append(true).open(&log)?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(output);
        let child =
            command.spawn().with_context(|| format!("starting {}", command.get_program().display()))?;
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut server = Self { child, address, metrics: None, log, ready_in: Duration::ZERO };
        let stdout = server.child.stdout.take().context("the server has no output")?;
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            match line.trim().split_once(' ') {
                Some(("Open", at)) => server.address = listens(at)?,
                Some(("Metrics", at)) => server.metrics = Some(listens(at)?),
                Some(("Stop", _)) => {
                    server.ready_in = begun.elapsed();
                    return Ok(server);
                }
                _ => {}
            }
        }
        let status = server.child.wait()?;
        bail!("the server ended ({status}): {}", server.last_words());
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it serves its metrics, if it does.
    #[must_use]
    pub const fn metrics(&self) -> Option<SocketAddr> {
        self.metrics
    }

    /// The number of its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything that it has logged.
    #[must_use]
    pub fn logged(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// How many sockets it has open.
    #[must_use]
    pub fn sockets(&self) -> usize {
        let Ok(files) = fs::read_dir(format!("/proc/{}/fd", self.id())) else { return 0 };
        let is_socket = |target: PathBuf| target.to_string_lossy().starts_with("socket:");
        files.flatten().filter(|file| fs::read_link(file.path()).is_ok_and(is_socket)).count()
    }

    /// The memory that it takes, in KiB.
    #[must_use]
    pub fn memory_kib(&self) -> u64 {
        memory_kib(self.id())
    }

    /// The most memory that it has taken since [`Self::forget_peak`], in KiB.
    #[must_use]
    pub fn peak_kib(&self) -> u64 {
        figure(self.id(), "VmHWM:")
    }

    /// Lets the peak of its memory begin anew.
    ///
    /// # Errors
    /// When the kernel does not do that.
    pub fn forget_peak(&self) -> Result<()> {
        let file = format!("/proc/{}/clear_refs", self.id());
        fs::write(&file, "5").with_context(|| format!("writing {file}"))
    }

    /// Tells the process something.
    ///
    /// # Errors
    /// When it cannot be told.
    pub fn tell(&self, signal: Signal) -> Result<()> {
        let id = self.id().to_string();
        let told = Command::new("kill").args([signal.name(), &id]).stderr(Stdio::null()).status()?;
        if told.success() { Ok(()) } else { bail!("the server has ended already: {}", self.last_words()) }
    }

    /// Lets something happen while it stands still, with nothing of it under way in the kernel either.
    ///
    /// # Errors
    /// When it does not come to stand still, or what has happened.
    pub fn meanwhile_still<T>(&self, happens: impl FnOnce() -> Result<T>) -> Result<T> {
        self.tell(Signal::Pause)?;
        let happened = self.stands_still().and_then(|()| happens());
        self.tell(Signal::Resume)?;
        happened
    }

    /// Waits until each of its threads has stopped: one that waits for the disk stops when it has been answered.
    fn stands_still(&self) -> Result<()> {
        let begun = Instant::now();
        let stopped = |status: String| status.lines().any(|line| line.starts_with("State:\tT"));
        loop {
            let threads = fs::read_dir(format!("/proc/{}/task", self.id()))?;
            let mut statuses =
                threads.flatten().map(|thread| fs::read_to_string(thread.path().join("status")));
            if statuses.all(|status| status.is_ok_and(stopped)) {
                return Ok(());
            }
            ensure!(begun.elapsed() < PATIENCE, "the server does not stand still");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Ends it in the middle of what it does.
    ///
    /// # Errors
    /// When it has ended before.
    pub fn kill(mut self) -> Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("the server has ended already ({status}): {}", self.last_words());
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Ends it in the middle of what it does, if it has not ended before.
    ///
    /// # Errors
    /// When it cannot be ended.
    pub fn end(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Waits until it has ended by itself, and says how and after how long.
    ///
    /// # Errors
    /// When it does not end.
    pub fn wait(&mut self) -> Result<(ExitStatus, Duration)> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok((status, begun.elapsed()));
            }
            if begun.elapsed() > PATIENCE {
                bail!("the server does not end: {}", self.last_words());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn last_words(&self) -> String {
        let logged = self.logged();
        let lines: Vec<&str> = logged.lines().rev().take(3).collect();
        lines.join(" | ")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, or stand still.
        let _ = self.end();
    }
}

/// The address in what the greeting says of a place.
fn listens(at: &str) -> Result<SocketAddr> {
    let address = at.trim().trim_start_matches("http://").trim_end_matches("/metrics");
    address.parse().with_context(|| format!("no address: {at}"))
}

/// The memory that a process takes, in KiB.
#[must_use]
pub fn memory_kib(process: u32) -> u64 {
    figure(process, "VmRSS:")
}

fn figure(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
