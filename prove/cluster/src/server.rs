//! The running server: its start, its signals, its end.

use std::{
    fs::{self, File},
    io::{self, Error},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Settings, folder::Folder, programs::Programs};

/// How long a server may take to be ready: it may have a crash to recover from.
const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(10);

/// What can be said to a process.
#[derive(Clone, Copy, Debug)]
pub enum Signal {
    /// End connections, write what is to be written, and stop.
    Fast,
    /// Stop without writing anything.
    Immediate,
    /// End in the middle of what it does.
    Kill,
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
}

impl Signal {
    const fn name(self) -> &'static str {
        match self {
            Self::Fast => "-INT",
            Self::Immediate => "-QUIT",
            Self::Kill => "-KILL",
            Self::Pause => "-STOP",
            Self::Resume => "-CONT",
        }
    }
}

/// The first process of a server that is ready.
#[derive(Debug)]
pub struct Postmaster(Child);

impl Postmaster {
    /// Starts a server and waits until it is ready.
    pub fn start(programs: &Programs, folder: &Folder, port: u16, settings: &Settings) -> io::Result<Self> {
        let mut command = command(programs, folder, port, settings)?;
        let mut postmaster = Self(command.spawn()?);
        match postmaster.ready(folder) {
            Ok(()) => Ok(postmaster),
            Err(error) => {
                let _ = postmaster.end(Signal::Immediate);
                Err(error)
            }
        }
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Whether it is there no more.
    pub fn has_ended(&mut self) -> bool {
        self.0.try_wait().is_ok_and(|status| status.is_some())
    }

    /// Waits until connections are taken.
    fn ready(&mut self, folder: &Folder) -> io::Result<()> {
        let start = Instant::now();
        while !is_ready(folder, self.id()) {
            if self.0.try_wait()?.is_some() || start.elapsed() > PATIENCE {
                return Err(not_started(folder));
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Ends it, and waits until it and all its processes have ended.
    pub fn end(&mut self, signal: Signal) -> io::Result<()> {
        let others = children(self.id());
        tell(signal, &[self.id()])?;
        self.0.wait()?;
        let start = Instant::now();
        while others.iter().any(|process| is_alive(*process)) && start.elapsed() < PATIENCE {
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Tells the server and all its processes.
    pub fn signal_all(&self, signal: Signal) -> io::Result<()> {
        let mut all = children(self.id());
        all.insert(0, self.id());
        tell(signal, &all)
    }
}

/// The command that serves the cluster in `folder`.
pub fn command(programs: &Programs, folder: &Folder, port: u16, settings: &Settings) -> io::Result<Command> {
    let log = File::options().create(true).append(true).open(folder.path().join("log"))?;
    let mut command = programs.command("postgres", folder.path());
    let fsync = if settings.fsync { "on" } else { "off" };
    let mut set = vec![
        ("listen_addresses", "127.0.0.1".to_owned()),
        ("port", port.to_string()),
        ("unix_socket_directories", String::new()),
        ("fsync", fsync.to_owned()),
        ("full_page_writes", fsync.to_owned()),
        ("synchronous_commit", fsync.to_owned()),
    ];
    set.extend(settings.more.iter().cloned());
    command.args(["-D", "data"]);
    command.args(set.into_iter().flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")]));
    command.stderr(Stdio::from(log));
    Ok(command)
}

/// That the server has not started, with the last that it said.
pub fn not_started(folder: &Folder) -> Error {
    let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
    let last: Vec<&str> = log.lines().rev().take(3).collect();
    Error::other(format!("postgres does not start: {last:?}"))
}

/// Whether the server that `process` is says that it takes connections.
pub fn is_ready(folder: &Folder, process: u32) -> bool {
    // The first line is the number of the process, the eighth is its state.
    let state = fs::read_to_string(folder.data().join("postmaster.pid")).unwrap_or_default();
    let mut lines = state.lines();
    let is_its = lines.next().is_some_and(|line| line.trim() == process.to_string());
    is_its && lines.nth(6).is_some_and(|line| line.trim() == "ready")
}

/// Whether there is such a process.
pub fn is_alive(process: u32) -> bool {
    // One that nobody has waited for yet has ended all the same.
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

fn children(process: u32) -> Vec<u32> {
    let path = format!("/proc/{process}/task/{process}/children");
    let children = fs::read_to_string(path).unwrap_or_default();
    children.split_whitespace().filter_map(|child| child.parse().ok()).collect()
}

fn tell(signal: Signal, processes: &[u32]) -> io::Result<()> {
    // One of several may have ended meanwhile, which is no fault.
    let ids = processes.iter().map(u32::to_string);
    Command::new("kill").arg(signal.name()).args(ids).stderr(Stdio::null()).status().map(|_| ())
}
