//! What an answer of HTTP/1.1 begins with, and where it ends.

use std::io::{self, BufRead, ErrorKind};

/// How long a body is.
pub(super) enum Length {
    Known(usize),
    /// It comes in pieces that say their own length.
    Chunked,
}

impl Length {
    pub(super) fn read(&self, reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        match self {
            Self::Known(length) => take(reader, *length, &mut body)?,
            Self::Chunked => loop {
                let head = line(reader)?;
                let digits = head.split(';').next().unwrap_or_default();
                let length = usize::from_str_radix(digits, 16).map_err(|_| malformed("a length", &head))?;
                take(reader, length, &mut body)?;
                line(reader)?;
                if length == 0 {
                    break;
                }
            },
        }
        Ok(body)
    }
}

/// What stands before a body.
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) retry_after: Option<u64>,
    pub(super) location: Option<String>,
    pub(super) session: Option<String>,
    pub(super) length: Length,
    pub(super) stays: bool,
}

impl Head {
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Self> {
        let first = line(reader)?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| malformed("a status", &first))?;
        let (retry_after, location, session, length) = (None, None, None, Length::Known(0));
        let mut head = Self { status, retry_after, location, session, length, stays: true };
        loop {
            let header = line(reader)?;
            if header.is_empty() {
                return Ok(head);
            }
            let (name, value) = header.split_once(':').ok_or_else(|| malformed("a header", &header))?;
            head.keep(&name.to_ascii_lowercase(), value.trim())?;
        }
    }

    fn keep(&mut self, name: &str, value: &str) -> io::Result<()> {
        match name {
            "content-length" => {
                self.length = Length::Known(value.parse().map_err(|_| malformed("a length", value))?);
            }
            "transfer-encoding" => self.length = Length::Chunked,
            "connection" => self.stays = !value.eq_ignore_ascii_case("close"),
            "retry-after" => self.retry_after = value.parse().ok(),
            "location" => self.location = Some(value.to_owned()),
            "set-cookie" if value.starts_with("atout-session=") => {
                self.session = value.split(';').next().map(str::to_owned);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Adds the next `length` bytes to `body`.
fn take(reader: &mut impl BufRead, length: usize, body: &mut Vec<u8>) -> io::Result<()> {
    let begin = body.len();
    body.resize(begin + length, 0);
    reader.read_exact(&mut body[begin..])
}

fn line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let whole = line.strip_suffix("\r\n").ok_or(ErrorKind::UnexpectedEof)?;
    Ok(whole.to_owned())
}

fn malformed(what: &str, text: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("{text:?} is not {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_to_its_end_and_no_further() {
        let mut bytes = &b"HTTP/1.1 503 No\r\nRetry-After: 3\r\nContent-Length: 3\r\n\r\noneHTTP"[..];
        let head = Head::read(&mut bytes).unwrap();
        assert_eq!((head.status, head.retry_after, head.stays), (503, Some(3), true));
        assert_eq!(head.length.read(&mut bytes).unwrap(), b"one");
        assert_eq!(bytes, b"HTTP");
    }

    #[test]
    fn the_pieces_of_a_body_are_put_together() {
        let mut bytes = &b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n0\r\n\r\n"[..];
        let head = Head::read(&mut bytes).unwrap();
        assert_eq!(head.length.read(&mut bytes).unwrap(), b"one");
    }

    #[test]
    fn an_answer_that_ends_too_soon_is_none() {
        assert!(Head::read(&mut &b"HTTP/1.1 200 OK\r\nContent-Le"[..]).is_err());
        assert!(Head::read(&mut &b""[..]).is_err());
    }
}
