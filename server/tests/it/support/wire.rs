//! A way to a PostgreSQL server on which a statement can fail: one that asks as well as one that writes.
//!
//! The server never hears of a statement that fails here, so that its transaction goes on as if nothing had been: only
//! whoever has sent it can give up.

use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    thread,
};

use super::fault::Fault;

/// Which a client sends first, to ask for TLS.
const TLS_REQUEST: [u8; 4] = 80_877_103_u32.to_be_bytes();
/// What asks whether the server answers at all, now and then, for nobody's request.
const PRESENCE: &str = "SELECT 1";
/// What never fails, by its beginning: what a connection is for, and where a transaction begins or is given up, of which
/// nothing stays.
const SPARED: [&str; 3] = ["SET ", "BEGIN", "ROLLBACK"];

/// A port of this machine that leads to a server, for as long as this process lives.
#[derive(Debug)]
pub struct Wire {
    pub port: u16,
    fuse: Arc<Mutex<Fuse>>,
}

/// Which statement fails, and what has come by since that was said.
#[derive(Debug, Default)]
struct Fuse {
    fault: Option<Fault>,
    statements: u32,
}

impl Fuse {
    /// Whether a statement fails.
    fn blows(&mut self, statement: &str) -> bool {
        if statement == PRESENCE || SPARED.iter().any(|spared| statement.starts_with(spared)) {
            return false;
        }
        self.statements += 1;
        match self.fault {
            Some(Fault::Once(nth)) => self.statements == nth,
            Some(Fault::FromThen(nth)) => self.statements >= nth,
            Some(Fault::Commit) => statement == "COMMIT",
            None => false,
        }
    }
}

impl Wire {
    /// Begins to lead to the server that listens on `target`.
    pub fn to(target: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let fuse = Arc::<Mutex<Fuse>>::default();
        let shared = Arc::clone(&fuse);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let fuse = Arc::clone(&shared);
                // A connection that breaks off is for its two ends to notice.
                thread::spawn(move || join(client, target, &fuse));
            }
        });
        Self { port, fuse }
    }

    /// Lets statements fail as `fault` says, of those from now on.
    pub fn arm(&self, fault: Option<Fault>) {
        *self.fuse.lock().unwrap() = Fuse { fault, statements: 0 };
    }

    /// How many statements have come by since.
    pub fn statements(&self) -> u32 {
        self.fuse.lock().unwrap().statements
    }
}

/// Lets one connection pass, until one of its ends closes it.
fn join(mut client: TcpStream, target: u16, fuse: &Mutex<Fuse>) -> io::Result<()> {
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, target))?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    greet(&mut client, &mut server)?;
    let (answers, to) = (server.try_clone()?, Mutex::new(client.try_clone()?));
    let state = AtomicU8::new(b'I');
    thread::scope(|scope| {
        scope.spawn(|| {
            let _ = answer(answers, &to, &state);
            let _ = to.lock().map(|client| client.shutdown(Shutdown::Both));
        });
        let asked = ask(client, &mut server, &to, &state, fuse);
        let _ = server.shutdown(Shutdown::Both);
        asked
    })
}

/// Passes on what is said before the first message that has a kind.
fn greet(client: &mut TcpStream, server: &mut TcpStream) -> io::Result<()> {
    loop {
        let body = body(client)?;
        server.write_all(&framed(None, &body))?;
        if body != TLS_REQUEST {
            return Ok(());
        }
        let mut answer = [0];
        server.read_exact(&mut answer)?;
        client.write_all(&answer)?;
    }
}

/// Passes answers on, and remembers in which state the transaction is.
fn answer(mut server: TcpStream, client: &Mutex<TcpStream>, state: &AtomicU8) -> io::Result<()> {
    loop {
        let (kind, body) = message(&mut server)?;
        if kind == b'Z' {
            state.store(body[0], Ordering::Release);
        }
        tell(client, &framed(Some(kind), &body))?;
    }
}

/// Passes questions on, but for those that fail.
fn ask(
    mut client: TcpStream,
    server: &mut TcpStream,
    to: &Mutex<TcpStream>,
    state: &AtomicU8,
    fuse: &Mutex<Fuse>,
) -> io::Result<()> {
    let blows = |statement: &str| fuse.lock().unwrap_or_else(PoisonError::into_inner).blows(statement);
    let mut prepared = BTreeMap::new();
    let mut bound = String::new();
    loop {
        let (kind, body) = message(&mut client)?;
        let mut texts = body.split(|byte| *byte == 0).map(|text| String::from_utf8_lossy(text).into_owned());
        let mut text = || texts.next().unwrap_or_default();
        match kind {
            b'P' => drop(prepared.insert(text(), text())),
            b'B' => {
                let _portal = text();
                bound = prepared.get(&text()).cloned().unwrap_or_default();
            }
            b'E' if blows(&bound) => {
                tell(to, &fault())?;
                continue;
            }
            b'Q' if blows(&text()) => {
                let ready = framed(Some(b'Z'), &[state.load(Ordering::Acquire)]);
                tell(to, &[fault(), ready].concat())?;
                continue;
            }
            _ => {}
        }
        server.write_all(&framed(Some(kind), &body))?;
    }
}

fn tell(client: &Mutex<TcpStream>, message: &[u8]) -> io::Result<()> {
    client.lock().unwrap_or_else(PoisonError::into_inner).write_all(message)
}

/// What PostgreSQL says of a disk that is full.
fn fault() -> Vec<u8> {
    framed(Some(b'E'), b"SERROR\0VERROR\0C53100\0Ma fault\0\0")
}

/// A message as it goes over the wire. The length counts itself.
fn framed(kind: Option<u8>, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 4).expect("a message is shorter than 4 GiB").to_be_bytes();
    kind.into_iter().chain(length).chain(body.iter().copied()).collect()
}

fn message(from: &mut TcpStream) -> io::Result<(u8, Vec<u8>)> {
    let mut kind = [0];
    from.read_exact(&mut kind)?;
    Ok((kind[0], body(from)?))
}

fn body(from: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut body = vec![0; usize::try_from(u32::from_be_bytes(length)).unwrap().saturating_sub(4)];
    from.read_exact(&mut body)?;
    Ok(body)
}
