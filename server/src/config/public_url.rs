//! The address by which people reach the server.

use std::str::FromStr;

use axum::http::Uri;

/// The address by which people reach the server: a scheme and a host, nothing behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    host: String,
}

impl PublicUrl {
    /// The scheme and the host, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    pub(super) fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

impl FromStr for PublicUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = "not of the form https://atout.example.com";
        let uri: Uri = text.parse().map_err(|_| form)?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "https" | "http")).ok_or(form)?;
        let authority = uri.authority().filter(|authority| !authority.as_str().contains('@')).ok_or(form)?;
        if uri.path() != "/" || uri.query().is_some() {
            return Err(form);
        }
        let host = authority.as_str().to_ascii_lowercase();
        Ok(Self { origin: format!("{scheme}://{host}"), host })
    }
}

/// Whether a host, with or without a port, is this machine.
pub(super) fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_a_scheme_and_a_host() {
        for text in
            ["", "atout.example.com", "ftp://a.b", "https://a.b/path", "https://a.b/?q", "https://u:p@a.b"]
        {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
