//! A way to a server that takes as long as somebody wants: what a slow network or a slow database is to its clients.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::Result;

/// What passes in one piece, at most.
const PIECE: usize = 64 * 1024;

/// A port of this machine that leads to another one. It takes connections for as long as this process lives.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    delay: Arc<AtomicU64>,
    delayed: Arc<AtomicUsize>,
}

/// What is under way, and when it arrives.
type Piece = (Instant, Vec<u8>);

impl Proxy {
    /// Begins to lead to `target`, as quickly as that goes.
    ///
    /// # Errors
    /// When no port is free.
    pub fn to(target: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let (delay, delayed) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicUsize::new(0)));
        let way = Way { delay: Arc::clone(&delay), delayed: Arc::clone(&delayed) };
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                // Where nobody listens behind it, nobody listens here.
                if let Ok(server) = TcpStream::connect((Ipv4Addr::LOCALHOST, target)) {
                    way.join(client, server);
                }
            }
        });
        Ok(Self { port, delay, delayed })
    }

    /// The port that clients connect to.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// From now on every answer arrives that much later.
    pub fn delay(&self, by: Duration) {
        self.delay.store(u64::try_from(by.as_millis()).unwrap_or(u64::MAX), Ordering::Release);
    }

    /// How many answers have arrived later.
    #[must_use]
    pub fn delayed(&self) -> usize {
        self.delayed.load(Ordering::Acquire)
    }
}

#[derive(Clone)]
struct Way {
    delay: Arc<AtomicU64>,
    delayed: Arc<AtomicUsize>,
}

impl Way {
    /// Lets one connection pass: questions at once, answers when they are due.
    fn join(&self, client: TcpStream, server: TcpStream) {
        // What has no delay of its own must not wait for more to send.
        let _ = (client.set_nodelay(true), server.set_nodelay(true));
        let (Ok(asking), Ok(answered)) = (client.try_clone(), server.try_clone()) else { return };
        let (under_way, arriving) = channel();
        let way = self.clone();
        thread::spawn(move || pass_on(asking, &server));
        thread::spawn(move || way.hold_back(answered, &under_way));
        thread::spawn(move || arrive(&arriving, &client));
    }

    fn hold_back(&self, mut from: TcpStream, under_way: &Sender<Piece>) {
        while let Some(piece) = piece(&mut from) {
            let delay = self.delay.load(Ordering::Acquire);
            self.delayed.fetch_add(usize::from(delay > 0), Ordering::Release);
            if under_way.send((Instant::now() + Duration::from_millis(delay), piece)).is_err() {
                break;
            }
        }
    }
}

fn pass_on(mut from: TcpStream, mut to: &TcpStream) {
    while let Some(piece) = piece(&mut from) {
        if to.write_all(&piece).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

fn arrive(arriving: &Receiver<Piece>, mut to: &TcpStream) {
    for (due, piece) in arriving {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        if to.write_all(&piece).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

/// The next that comes; nothing at the end.
fn piece(from: &mut TcpStream) -> Option<Vec<u8>> {
    let mut piece = vec![0; PIECE];
    let length = from.read(&mut piece).ok().filter(|length| *length > 0)?;
    piece.truncate(length);
    Some(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_arrives_when_it_is_due() {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let proxy = Proxy::to(server.local_addr().unwrap().port()).unwrap();
        thread::spawn(move || {
            let (mut stream, _) = server.accept().unwrap();
            while let Some(said) = piece(&mut stream) {
                stream.write_all(&said).unwrap();
            }
        });
        let mut client = TcpStream::connect((Ipv4Addr::LOCALHOST, proxy.port())).unwrap();
        for delay in [0, 50].map(Duration::from_millis) {
            proxy.delay(delay);
            let begun = Instant::now();
            client.write_all(b"hello").unwrap();
            let mut heard = [0; 5];
            client.read_exact(&mut heard).unwrap();
            assert_eq!(&heard, b"hello");
            assert!(begun.elapsed() >= delay);
        }
        assert_eq!(proxy.delayed(), 1);
    }
}
