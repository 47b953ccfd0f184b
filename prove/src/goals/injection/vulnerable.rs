//! The negative control: a search that writes what it is asked into a statement, beside an index of what is to be scanned.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use anyhow::Result;

use crate::{ground::Engine, reading::Reading};

/// The search that tells of its faults.
pub const LOUD: &str = "/loud";
/// The search that finds nothing where it fails: what is wrong with it shows in what it finds only.
pub const QUIET: &str = "/quiet";

const PATIENCE: Duration = Duration::from_secs(30);

/// The pages that show what is to be scanned, by their addresses.
type Indices = Arc<Mutex<BTreeMap<String, String>>>;

/// A server of this process. It takes connections for as long as the process lives.
#[derive(Debug)]
pub struct Vulnerable {
    address: SocketAddr,
    indices: Indices,
}

impl Vulnerable {
    /// Begins to search the database of `reading`.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve(reading: Reading, engine: Engine) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let indices = Indices::default();
        let search = Search { engine, reading: Mutex::new(reading), indices: Arc::clone(&indices) };
        let search = Arc::new(search);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let search = Arc::clone(&search);
                // Who hangs up is not answered.
                thread::spawn(move || drop(search.answer(&client)));
            }
        });
        Ok(Self { address, indices })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Shows these links and forms, and the search, at an address.
    pub fn show(&self, address: &str, index: &str) {
        let page = format!("<html><body><a href=\"{LOUD}?q=e\">search</a>{index}</body></html>");
        self.indices.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), page);
    }
}

struct Search {
    engine: Engine,
    reading: Mutex<Reading>,
    indices: Indices,
}

impl Search {
    fn answer(&self, mut client: &TcpStream) -> io::Result<()> {
        client.set_read_timeout(Some(PATIENCE))?;
        let mut lines = BufReader::new(client).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
        let (status, body) = self.said(first.split(' ').nth(1).unwrap_or_default());
        let length = body.len();
        write!(
            client,
            "HTTP/1.1 {status} So\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
    }

    fn said(&self, address: &str) -> (u16, String) {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let asked = query.split('&').find_map(|pair| pair.strip_prefix("q=")).map(decoded);
        let Some(asked) = asked.filter(|_| [LOUD, QUIET].contains(&path)) else {
            let indices = self.indices.lock().unwrap_or_else(PoisonError::into_inner);
            return indices.get(path).map_or_else(|| (404, String::new()), |page| (200, page.clone()));
        };
        match (self.found(&asked), path) {
            (Ok(names), _) => (200, format!("<html><body><p>{}</p></body></html>", names.join("</p><p>"))),
            (Err(_), QUIET) => (200, "<html><body></body></html>".to_owned()),
            (Err(error), _) => (500, format!("<html><body>{}: {error:#}</body></html>", self.words())),
        }
    }

    /// Searches as nobody should.
    fn found(&self, asked: &str) -> Result<Vec<String>> {
        let statement = format!("SELECT name FROM companies WHERE name LIKE '%{asked}%' ORDER BY name");
        self.reading.lock().unwrap_or_else(PoisonError::into_inner).texts(&statement)
    }

    /// How a program that tells of its faults begins to.
    const fn words(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "SQLite error 1",
            Engine::Postgres => "PostgreSQL query failed",
        }
    }
}

/// A text as it was before it stood in an address.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let (byte, length) = match (first, escaped) {
            (b'%', Some(byte)) => (byte, 3),
            (b'+', _) => (b' ', 1),
            (byte, _) => (*byte, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_what_was_typed() {
        assert_eq!(decoded("a+b%27%C3%A9%2"), "a b'é%2");
    }
}
