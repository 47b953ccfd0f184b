//! G28: a request without end, or larger than anything, is refused and costs nobody else anything.

use std::{
    io::{ErrorKind, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    bystanders::{Bystanders, unmoved},
    process::{Server, memory_kib},
    proof::{Findings, Proof},
    race::at_once,
    times::said,
};

/// How many send at once, with every change and at full size.
const CLIENTS: [usize; 2] = [30, 100];
/// How much more memory the program may take, in KiB.
const MEMORY_KIB: u64 = 32 * 1024;
/// How long one page in a hundred may take everybody else.
const NOTICED: Duration = Duration::from_millis(500);
/// How long a client may go on until it is stopped.
const PATIENCE: Duration = Duration::from_secs(12);
/// A piece of a body.
const PIECE: usize = 16 * 1024;

/// Shows it.
///
/// # Errors
/// What was taken, or who noticed.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    let server = installation.serve()?;
    let mut bystanders = Bystanders::at(&server, &mut installation.reading()?)?;
    // The caches of the pages are no part of what is measured.
    bystanders.looking_on(|| Ok(()))?;
    let requests = requests()?;
    let before = server.memory_kib();
    server.forget_peak()?;
    let (rounds, clients) = (proof.times(4, 30), proof.times(CLIENTS[0], CLIENTS[1]));
    let (sent, beside) = bystanders.looking_on(|| {
        let mut sent = Sent::default();
        for _ in 0..rounds {
            sent.add(&all_at_once(&server, &requests, clients)?);
        }
        Ok(sent)
    })?;
    unmoved(&beside, proof.within(NOTICED))?;
    let more = server.peak_kib().saturating_sub(before);
    ensure!(more <= MEMORY_KIB, "the program took {} MiB more", more / 1024);
    Ok(Findings {
        rounds: format!("{rounds} times {clients} at once, in {} ways", requests.len()),
        result: format!(
            "{} refused by 4xx, {} cut off, none taken; {} MiB more memory; {} pages beside, one in a hundred took {} and more",
            sent.refused,
            sent.cut,
            more / 1024,
            beside.count(),
            said(beside.percentile(99))
        ),
        control: control()?,
        sometimes: vec![("a refusal", sent.refused), ("a page beside", beside.count())],
    })
}

/// A request that is more than it may be.
struct Request {
    name: &'static str,
    head: String,
    /// What is sent after the head, over and over.
    piece: Vec<u8>,
    /// Whether it has an end: then it is sent once.
    ends: bool,
}

fn requests() -> Result<Vec<Request>> {
    let post = "POST /act/remove-seat HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nAccept: application/json\r\n";
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let chunk = [format!("{PIECE:x}\r\n").as_bytes(), &[b'a'; PIECE], b"\r\n"].concat();
    let endless = |name, head: String, piece| Request { name, head, piece, ends: false };
    let whole = |name, more: &str, piece: Vec<u8>| {
        let head = format!("{post}{more}Content-Length: {}\r\n\r\n", piece.len());
        Request { name, head, piece, ends: true }
    };
    Ok(vec![
        endless("chunks without end", format!("{post}{form}Transfer-Encoding: chunked\r\n\r\n"), chunk),
        endless(
            "a length of a terabyte",
            format!("{post}{form}Content-Length: {}\r\n\r\n", 1_u64 << 40),
            vec![b'a'; PIECE],
        ),
        endless(
            "headers without end",
            "GET / HTTP/1.1\r\nHost: localhost\r\n".to_owned(),
            "x: 1\r\n".repeat(1_000).into(),
        ),
        whole("a bomb", &format!("{form}Content-Encoding: gzip\r\n"), bomb()?),
        whole("brackets in brackets", "Content-Type: application/json\r\n", vec![b'['; 60_000]),
    ])
}

/// Fifty megabytes that fit into fifty kilobytes.
fn bomb() -> Result<Vec<u8>> {
    let packed = Command::new("sh").args(["-c", "head -c 50000000 /dev/zero | gzip -9"]).output()?;
    ensure!((1..64 * 1024).contains(&packed.stdout.len()), "gzip did not pack it");
    Ok(packed.stdout)
}

#[derive(Default)]
struct Sent {
    refused: usize,
    cut: usize,
}

impl Sent {
    const fn add(&mut self, other: &Self) {
        self.refused += other.refused;
        self.cut += other.cut;
    }
}

fn all_at_once(server: &Server, requests: &[Request], clients: usize) -> Result<Sent> {
    let runners: Vec<&Request> = requests.iter().cycle().take(clients).collect();
    let statuses = at_once(runners, |_| {}, |request| (request.name, send(server.address(), request)));
    let mut sent = Sent::default();
    for (name, status) in statuses {
        match status.with_context(|| name.to_owned())? {
            Some(status) => {
                ensure!((400..500).contains(&status), "{name} was answered {status}");
                sent.refused += 1;
            }
            None => sent.cut += 1,
        }
    }
    Ok(sent)
}

/// Sends until it is answered, and gives the status; nothing where the connection was cut instead.
fn send(address: SocketAddr, request: &Request) -> Result<Option<u16>> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address)?;
    stream.set_nonblocking(true)?;
    let pieces = [request.head.as_bytes(), &request.piece];
    let (mut piece, mut at, mut answer) = (0, 0, Vec::new());
    while begun.elapsed() < PATIENCE {
        let mut heard = [0; 1024];
        match stream.read(&mut heard) {
            Ok(0) => return Ok(status(&answer)),
            Ok(length) => answer.extend_from_slice(&heard[..length]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(_) => return Ok(status(&answer)),
        }
        if status(&answer).is_some() {
            return Ok(status(&answer));
        }
        let left = &pieces[piece][at..];
        match stream.write(left) {
            Ok(written) if written < left.len() => at += written,
            Ok(_) if piece == 1 && request.ends => thread::sleep(Duration::from_millis(5)),
            Ok(_) => (piece, at) = (1, 0),
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(5)),
            // What was said before is still to be heard.
            Err(_) => at = pieces[piece].len(),
        }
    }
    bail!("it was taken for {} s", PATIENCE.as_secs())
}

fn status(answer: &[u8]) -> Option<u16> {
    String::from_utf8_lossy(answer).split(' ').nth(1)?.get(..3)?.parse().ok()
}

/// Somebody who takes whatever comes has grown by more than the program may after a moment, by one client only.
fn control() -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let taken = thread::scope(|scope| -> Result<u64> {
        scope.spawn(move || {
            let Ok(mut stream) = TcpStream::connect(address) else { return };
            while stream.write_all(&[b'a'; PIECE]).is_ok() {}
        });
        let (mut stream, _) = listener.accept()?;
        let (before, mut body) = (memory_kib(std::process::id()), Vec::new());
        let enough = 2 * MEMORY_KIB * 1024;
        Read::by_ref(&mut stream).take(enough).read_to_end(&mut body)?;
        let taken = memory_kib(std::process::id()).saturating_sub(before);
        drop(body);
        Ok(taken)
    })?;
    ensure!(taken > MEMORY_KIB, "the control has grown by {taken} KiB only: this measure shows nothing");
    Ok(format!("a reader without a limit took {} MiB of one client", taken / 1024))
}
