//! As much of HTTP/1.1 as it takes to use our own server as a browser does: cookies, forms, one connection that stays open.
//!
//! Owns what came of a request, also when nothing came; refuses to send anything twice.

mod head;

use std::{
    fmt::Write as _,
    io::{self, BufReader, ErrorKind, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use serde_json::Value;

use head::Head;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
const VALUE: &str = "application/json";
const PAGE: &str = "text/html";

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The seconds after which to try again, if it says so.
    pub retry_after: Option<u64>,
    /// Where it leads.
    pub location: Option<String>,
    /// The body.
    pub body: String,
    /// How long it took.
    pub took: Duration,
}

impl Answer {
    /// The body as a value; nothing where it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }
}

/// What became of a request.
#[derive(Debug)]
pub enum Fate {
    /// It was answered.
    Answered(Answer),
    /// Nobody took it: it cannot have had an effect.
    Unsent(io::Error),
    /// It was sent and not answered: it may have had an effect.
    Unknown(io::Error),
}

impl Fate {
    /// The answer, where there is one.
    #[must_use]
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Answered(answer) => Some(answer),
            Self::Unsent(_) | Self::Unknown(_) => None,
        }
    }
}

/// A browser: it keeps one connection and the cookie of its session.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    session: Option<String>,
    stream: Option<BufReader<TcpStream>>,
    patience: Duration,
    /// From where a proxy says that it comes.
    from: Option<String>,
    accept: &'static str,
}

impl Client {
    /// A browser of nobody who is known.
    #[must_use]
    pub const fn new(address: SocketAddr) -> Self {
        Self { address, session: None, stream: None, patience: PATIENCE, from: None, accept: VALUE }
    }

    /// The same that waits so long and no longer.
    #[must_use]
    pub const fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The same behind a proxy that says it comes from there.
    #[must_use]
    pub fn from(mut self, place: Ipv4Addr) -> Self {
        self.from = Some(place.to_string());
        self
    }

    /// The same as a browser without JavaScript: it asks for pages, not for values.
    #[must_use]
    pub const fn reading_pages(mut self) -> Self {
        self.accept = PAGE;
        self
    }

    /// Another browser with the same session, at this address: a session is not of one server.
    #[must_use]
    pub fn again(&self, address: SocketAddr) -> Self {
        Self { address, session: self.session.clone(), stream: None, from: self.from.clone(), ..*self }
    }

    /// Hangs up; the next request connects anew.
    pub fn hang_up(&mut self) {
        self.stream = None;
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub const fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    /// The cookie of its session.
    #[must_use]
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// Connects, if that was not done, so that it does not count.
    ///
    /// # Errors
    /// When nobody listens.
    pub fn connect(&mut self) -> io::Result<()> {
        if self.stream.is_none() {
            let stream = TcpStream::connect_timeout(&self.address, self.patience)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(self.patience))?;
            stream.set_write_timeout(Some(self.patience))?;
            self.stream = Some(BufReader::new(stream));
        }
        Ok(())
    }

    /// Asks for a page, or a value.
    pub fn get(&mut self, path: &str) -> Fate {
        self.send(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// Asks for a page, whatever it asks for otherwise.
    pub fn get_page(&mut self, path: &str) -> Fate {
        let otherwise = std::mem::replace(&mut self.accept, PAGE);
        let fate = self.get(path);
        self.accept = otherwise;
        fate
    }

    /// Posts a form in place.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Fate {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let body = body.join("&");
        let head = format!(
            "POST {path} HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n",
            body.len()
        );
        self.send(&head, &body)
    }

    fn send(&mut self, head: &str, body: &str) -> Fate {
        let begun = Instant::now();
        if let Err(error) = self.connect() {
            return Fate::Unsent(error);
        }
        let cookie =
            self.session.as_ref().map_or_else(String::new, |session| format!("Cookie: {session}\r\n"));
        let from =
            self.from.as_ref().map_or_else(String::new, |place| format!("X-Forwarded-For: {place}\r\n"));
        let (address, accept) = (self.address, self.accept);
        let request = format!("{head}Host: {address}\r\nAccept: {accept}\r\n{cookie}{from}\r\n{body}");
        match self.exchange(&request) {
            Ok((answer, stays)) => {
                if !stays {
                    self.stream = None;
                }
                Fate::Answered(Answer { took: begun.elapsed(), ..answer })
            }
            Err(error) => {
                self.stream = None;
                Fate::Unknown(error)
            }
        }
    }

    /// Writes a request and reads its answer; whether the connection stays open.
    fn exchange(&mut self, request: &str) -> io::Result<(Answer, bool)> {
        let stream = self.stream.as_mut().ok_or(ErrorKind::NotConnected)?;
        stream.get_mut().write_all(request.as_bytes())?;
        let head = Head::read(stream)?;
        if let Some(session) = head.session {
            self.session = Some(session);
        }
        let body = head.length.read(stream)?;
        let body = String::from_utf8_lossy(&body).into_owned();
        let (status, retry_after, location) = (head.status, head.retry_after, head.location);
        Ok((Answer { status, retry_after, location, body, took: Duration::ZERO }, head.stays))
    }
}

/// A value as it stands in a form or an address.
#[must_use]
pub fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => escaped.push(byte.into()),
            _ => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_escaped() {
        assert_eq!(escaped("PC 7&é"), "PC%207%26%C3%A9");
    }

    #[test]
    fn a_request_that_nobody_takes_is_unsent() {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert!(matches!(Client::new(port).get("/"), Fate::Unsent(_)));
    }
}
