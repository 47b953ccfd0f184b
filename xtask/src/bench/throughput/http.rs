//! As much of HTTP/1.1 as it takes to ask our own servers for a page, again and again over one connection.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// How long a server may keep us waiting: it has hung when it takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that stays open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    request: String,
}

impl Connection {
    /// Connects to `address`, to ask for `path` with `session`.
    ///
    /// # Errors
    /// When nobody listens.
    pub fn open(address: SocketAddr, path: &str, session: &str) -> Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE).context("connecting")?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: atout-session={session}\r\n\r\n");
        Ok(Self { stream: BufReader::new(stream), request })
    }

    /// Asks for the page.
    ///
    /// # Errors
    /// When the answer is anything but a page.
    pub fn get(&mut self) -> Result<Vec<u8>> {
        self.stream.get_mut().write_all(self.request.as_bytes()).context("asking")?;
        body(&mut self.stream)
    }
}

/// How long a body is.
enum Length {
    Known(usize),
    /// The body comes in pieces that say their own length.
    Chunked,
}

/// Reads one answer to its end, and no further.
fn body(reader: &mut impl BufRead) -> Result<Vec<u8>> {
    let status = line(reader)?;
    ensure!(status.starts_with("HTTP/1.1 200 "), "the answer is {status:?}");
    let mut length = None;
    loop {
        let header = line(reader)?;
        let Some((name, value)) = header.split_once(':') else {
            ensure!(header.is_empty(), "{header:?} is no header");
            break;
        };
        match (name.to_ascii_lowercase().as_str(), value.trim()) {
            ("content-length", value) => length = Some(Length::Known(value.parse()?)),
            ("transfer-encoding", "chunked") => length = Some(Length::Chunked),
            ("content-encoding", encoding) => bail!("nobody asked for {encoding}"),
            _ => {}
        }
    }
    let mut body = Vec::new();
    match length.context("the answer does not say how long it is")? {
        Length::Known(length) => take(reader, length, &mut body)?,
        Length::Chunked => chunks(reader, &mut body)?,
    }
    Ok(body)
}

fn chunks(reader: &mut impl BufRead, body: &mut Vec<u8>) -> Result<()> {
    loop {
        let head = line(reader)?;
        let digits = head.split(';').next().unwrap_or_default();
        let length = usize::from_str_radix(digits, 16).with_context(|| format!("{head:?} is no length"))?;
        take(reader, length, body)?;
        ensure!(line(reader)?.is_empty(), "a piece is longer than it says");
        if length == 0 {
            return Ok(());
        }
    }
}

/// Adds the next `length` bytes to `body`.
fn take(reader: &mut impl BufRead, length: usize, body: &mut Vec<u8>) -> Result<()> {
    let begin = body.len();
    body.resize(begin + length, 0);
    reader.read_exact(&mut body[begin..]).context("the answer ends too soon")
}

fn line(reader: &mut impl BufRead) -> Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line).context("waiting for the answer")?;
    let line = line.strip_suffix("\r\n").context("the answer ends too soon")?;
    Ok(line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_ends_where_its_length_says() {
        let mut answers = &b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\noneHTTP/1.1 200 OK\r\n"[..];
        assert_eq!(body(&mut answers).expect("a page"), b"one");
        assert_eq!(answers, b"HTTP/1.1 200 OK\r\n");
    }

    #[test]
    fn the_pieces_of_a_body_are_put_together() {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let answer = format!("{head}3\r\none\r\nA;x=y\r\ntwo\r\nthree\r\n0\r\n\r\nnext");
        let mut answer = answer.as_bytes();
        assert_eq!(body(&mut answer).expect("a page"), b"onetwo\r\nthree");
        assert_eq!(answer, b"next");
    }

    #[test]
    fn what_is_no_page_is_said() {
        let fault = |answer: &str| body(&mut answer.as_bytes()).expect_err("no page").to_string();
        assert!(fault("HTTP/1.1 303 See Other\r\n\r\n").contains("303 See Other"));
        assert!(fault("HTTP/1.1 200 OK\r\n\r\n").contains("how long"));
        assert!(fault("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf").contains("too soon"));
        assert!(fault("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n").contains("br"));
        let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert!(fault(&format!("{chunked}xyz\r\n")).contains("no length"));
        assert!(fault(&format!("{chunked}1\r\nab\r\n")).contains("longer"));
        assert!(fault("").contains("too soon"));
    }
}
