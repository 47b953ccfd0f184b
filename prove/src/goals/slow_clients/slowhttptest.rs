//! slowhttptest: slow clients that somebody else has written, who also look whether the server is there for others.

use std::{
    fs,
    io::Read,
    net::{Ipv4Addr, TcpListener},
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Error, Result, anyhow, bail, ensure};

use crate::{folder::Folder, process::Server, times::said};

const NAME: &str = "slowhttptest";
/// What a form of ours says of itself, in a line of the head of which the program takes any value: a foreign one is refused
/// before its body.
const OURS: &str = "text/html\r\nSec-Fetch-Site: same-origin";
/// Its kinds: heads without end, bodies without end, and somebody who asks for a file over and over and takes it by the byte.
const KINDS: [(&str, &[&str]); 3] = [
    ("heads", &["-H", "-i", "2"]),
    ("bodies", &["-B", "-i", "2", "-s", "60000", "-m", OURS]),
    ("reading", &["-X", "-k", "10", "-n", "5", "-z", "32", "-w", "512", "-y", "1024"]),
];

/// How long the server may have any of them: as long as somebody may take nothing, and what it takes them all to come.
const LONGEST: Duration = Duration::from_secs(20);
/// How many sockets the others take that come and go meanwhile.
const OTHERS: usize = 10;
/// The time between two looks at what the server has open.
const PAUSE: Duration = Duration::from_millis(100);

/// The program.
#[derive(Debug)]
pub struct Slowhttptest(Folder);

/// What it has seen of a server.
#[derive(Debug, Default)]
struct Seen {
    /// How many of its clients were connected at the end. A client that takes nothing does not hear that it was closed.
    left: usize,
    /// For how many seconds the server was not there for others.
    away: usize,
}

/// What the server had open meanwhile.
#[derive(Debug, Default)]
struct Held {
    /// How many more sockets than before, at once.
    most: usize,
    /// When it still had more of them than others take.
    until: Duration,
}

impl Slowhttptest {
    /// The program that is installed.
    ///
    /// # Errors
    /// When there is no room for its files.
    pub fn installed() -> Result<Option<Self>> {
        let known = Command::new(NAME).arg("-h").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if known.is_err() { Ok(None) } else { Ok(Some(Self(Folder::new()?))) }
    }

    /// Lets each of its kinds come, and says when the last of them was closed.
    ///
    /// # Errors
    /// Whom the server could not get rid of, or that others were not served.
    pub fn is_closed(&self, server: &Server, file: &str, clients: usize, time: Duration) -> Result<String> {
        let mut closed = Vec::new();
        for (kind, words) in KINDS {
            let path = if kind == "bodies" { "/act/sign-in" } else { file };
            let url = format!("http://{}{path}", server.address());
            let is_over = AtomicBool::new(false);
            let (seen, held) = thread::scope(|scope| {
                let watch = scope.spawn(|| holds(server, &is_over));
                let seen = self.run(words, &url, clients, time);
                is_over.store(true, Ordering::Release);
                let held = watch.join().map_err(|_| anyhow!("the watch panicked"))?;
                Ok::<_, Error>((seen?, held))
            })?;
            ensure!(held.most > clients / 2, "slowhttptest did not come to {clients} slow {kind}: {held:?}");
            ensure!(held.until < LONGEST, "slowhttptest was let stay with slow {kind}: {held:?}");
            ensure!(seen.away == 0, "slowhttptest has kept others away by slow {kind}: {seen:?}");
            closed.push(format!("{kind} after {}", said(held.until)));
        }
        Ok(closed.join(", "))
    }

    /// Lets it come to somebody who closes nobody and serves nobody, and says how it sees that.
    ///
    /// # Errors
    /// That it does not.
    pub fn is_let_stay(&self, clients: usize) -> Result<String> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                thread::spawn(move || while stream.read(&mut [0; 512]).is_ok_and(|length| length > 0) {});
            }
        });
        let (_, words) = KINDS[0];
        let seen = self.run(words, &format!("http://{address}/"), clients, Duration::from_secs(15))?;
        ensure!(seen.left > 0 && seen.away > 0, "slowhttptest sees nothing in the control: {seen:?}");
        Ok(format!(
            "{} of {clients} left by who closes nobody, and others away for {} s",
            seen.left, seen.away
        ))
    }

    fn run(&self, words: &[&str], url: &str, clients: usize, time: Duration) -> Result<Seen> {
        let rate = (clients / 2).to_string();
        let done = Command::new(NAME)
            .args(words)
            .args(["-c", &clients.to_string(), "-r", &rate, "-l", &time.as_secs().to_string()])
            .args(["-p", "2", "-g", "-o", "seen", "-v", "0", "-u", url])
            .current_dir(self.0.path())
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("starting {NAME}"))?;
        ensure!(done.status.success(), "{NAME} ended: {}", String::from_utf8_lossy(&done.stdout));
        let told = fs::read_to_string(self.0.join("seen.csv")).context("what slowhttptest has seen")?;
        Seen::told(&told)
    }
}

/// Watches what the server has open until that is over.
fn holds(server: &Server, is_over: &AtomicBool) -> Held {
    let (begun, before, mut held) = (Instant::now(), server.sockets(), Held::default());
    while !is_over.load(Ordering::Acquire) {
        let more = server.sockets().saturating_sub(before);
        held.most = held.most.max(more);
        if more > OTHERS {
            held.until = begun.elapsed();
        }
        thread::sleep(PAUSE);
    }
    held
}

impl Seen {
    /// Reads a line for each second: when, how many clients were closed, not yet connected, and connected, and whether the
    /// server was there for others.
    fn told(lines: &str) -> Result<Self> {
        let mut seen = Self::default();
        for line in lines.lines().skip(1) {
            let numbers: Vec<usize> = line.split(',').map(str::parse).collect::<Result<_, _>>()?;
            let [_, _, _, connected, served] = numbers[..] else { bail!("no line of slowhttptest: {line}") };
            seen.left = connected;
            seen.away += usize::from(served == 0);
        }
        Ok(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_writes_down_is_read() {
        let head = "Seconds,Closed,Pending,Connected,Service Available\n";
        let seen = Seen::told(&format!("{head}0,0,1,0,100\n5,0,0,90,0\n10,80,0,10,100\n")).unwrap();
        assert_eq!((seen.left, seen.away), (10, 1));
        assert!(Seen::told(&format!("{head}1,2\n")).is_err());
    }
}
