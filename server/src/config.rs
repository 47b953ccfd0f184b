//! How this process was told to serve.
//!
//! Owns the settings and what they exclude of each other; refuses to read them from anywhere: the command line does.

use std::{net::SocketAddr, path::PathBuf, str::FromStr};

use axum::http::Uri;

use crate::db::{Home, home::ServerUrl};

/// The settings of a server, consistent with each other.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database and the key ring lie.
    pub data: PathBuf,
    /// The PostgreSQL database, when it is not SQLite's in the data folder.
    pub database_url: Option<ServerUrl>,
    /// Where the built client lies.
    pub site: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The address by which people reach the server, when it is another one.
    pub public_url: Option<PublicUrl>,
    /// Whether this is a demonstration: made-up companies, and sign-in by one click.
    pub demonstration: bool,
    /// Whether the demonstration may be reached by others, which was said twice.
    pub public_demonstration: bool,
}

/// Why the settings cannot be served. Each of these ends the program with code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Listening to other machines needs to know the https address that they use.
    #[error("listening on {listen} needs --public-url https://…: plain HTTP is served to this machine only")]
    PublicUrlMissing {
        /// The address to listen on.
        listen: SocketAddr,
    },
    /// The public address is plain HTTP, and not on this machine.
    #[error("{url} is plain HTTP: passwords and sessions would travel in the open")]
    PlainHttp {
        /// The public address.
        url: String,
    },
    /// A demonstration lets anybody in, and others could reach it.
    #[error(
        "a demonstration lets anybody in without a password, and others could reach this one: \
         say --demonstration-on-a-public-address as well if that is meant"
    )]
    PublicDemonstration,
}

impl Config {
    /// Where the database lives.
    #[must_use]
    pub fn home(&self) -> Home {
        match &self.database_url {
            Some(url) => Home::Server(url.clone()),
            None => Home::Folder(self.data.clone()),
        }
    }

    /// Holds the settings to each other.
    ///
    /// # Errors
    /// [`ConfigError`] that says which of them exclude each other.
    pub fn checked(self) -> Result<Self, ConfigError> {
        let local = self.listen.ip().is_loopback();
        let private = |url: &PublicUrl| url.is_https() || (local && url.is_loopback());
        match &self.public_url {
            None if !local => return Err(ConfigError::PublicUrlMissing { listen: self.listen }),
            Some(url) if !private(url) => return Err(ConfigError::PlainHttp { url: url.origin.clone() }),
            _ => {}
        }
        let reachable = !local || self.public_url.as_ref().is_some_and(|url| !url.is_loopback());
        if self.demonstration && reachable && !self.public_demonstration {
            return Err(ConfigError::PublicDemonstration);
        }
        Ok(self)
    }

    /// Whether people reach the server by https. Known by configuration only: any client can send `X-Forwarded-Proto`.
    #[must_use]
    pub fn https(&self) -> bool {
        self.public_url.as_ref().is_some_and(PublicUrl::is_https)
    }

    /// The scheme and host that begin every link to this server, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url.as_ref().map_or_else(|| format!("http://{}", self.listen), |url| url.origin.clone())
    }

    /// Whether a request with this `Origin`, sent to this `Host`, comes from a page of this server.
    ///
    /// Without a public address the server is reached by any name of this machine, but by no other: a foreign name that
    /// was made to resolve to 127.0.0.1 is not ours.
    #[must_use]
    pub fn is_ours(&self, origin: &str, host: Option<&str>) -> bool {
        match &self.public_url {
            Some(url) => origin.eq_ignore_ascii_case(&url.origin),
            None => {
                host.is_some_and(|host| is_loopback(host) && origin.strip_prefix("http://") == Some(host))
            }
        }
    }
}

/// The address by which people reach the server: a scheme and a host, nothing behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    host: String,
}

impl PublicUrl {
    fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    fn is_loopback(&self) -> bool {
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

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(listen: &str, public_url: Option<&str>) -> Config {
        Config {
            data: PathBuf::new(),
            database_url: None,
            site: PathBuf::new(),
            listen: listen.parse().unwrap(),
            public_url: public_url.map(|url| url.parse().unwrap()),
            demonstration: false,
            public_demonstration: false,
        }
    }

    fn demonstration(listen: &str, public_url: Option<&str>, twice: bool) -> Result<Config, ConfigError> {
        Config { demonstration: true, public_demonstration: twice, ..config(listen, public_url) }.checked()
    }

    #[test]
    fn plain_http_is_served_to_this_machine_only() {
        assert!(config("127.0.0.1:3000", None).checked().is_ok());
        assert!(config("[::1]:3000", Some("http://localhost:3000")).checked().is_ok());
        assert!(config("0.0.0.0:3000", Some("https://atout.example.com")).checked().is_ok());
        assert!(matches!(config("0.0.0.0:3000", None).checked(), Err(ConfigError::PublicUrlMissing { .. })));
        let plain = config("127.0.0.1:3000", Some("http://atout.example.com")).checked();
        assert!(matches!(plain, Err(ConfigError::PlainHttp { .. })));
        let plain = config("0.0.0.0:3000", Some("http://localhost:3000")).checked();
        assert!(matches!(plain, Err(ConfigError::PlainHttp { .. })));
    }

    #[test]
    fn a_demonstration_that_others_can_reach_must_be_asked_for_twice() {
        let https = Some("https://atout.example.com");
        assert!(demonstration("127.0.0.1:3000", None, false).is_ok());
        assert_eq!(
            demonstration("127.0.0.1:3000", https, false).unwrap_err(),
            ConfigError::PublicDemonstration
        );
        assert_eq!(
            demonstration("0.0.0.0:3000", https, false).unwrap_err(),
            ConfigError::PublicDemonstration
        );
        assert!(demonstration("0.0.0.0:3000", https, true).is_ok());
    }

    #[test]
    fn on_this_machine_only_its_own_names_are_ours() {
        let config = config("127.0.0.1:3000", None);
        assert!(config.is_ours("http://localhost:3000", Some("localhost:3000")));
        assert!(config.is_ours("http://[::1]:3000", Some("[::1]:3000")));
        assert!(!config.is_ours("http://localhost:4000", Some("localhost:3000")));
        assert!(!config.is_ours("http://evil.example:3000", Some("evil.example:3000")));
        assert!(!config.is_ours("null", Some("localhost:3000")));
        assert!(!config.is_ours("http://localhost:3000", None));
    }

    #[test]
    fn behind_a_public_address_only_that_one_is_ours_whatever_the_host() {
        let config = config("127.0.0.1:3000", Some("https://Atout.example.com"));
        assert!(config.https());
        assert!(config.is_ours("https://atout.example.com", Some("127.0.0.1:3000")));
        assert!(!config.is_ours("http://atout.example.com", Some("atout.example.com")));
        assert!(!config.is_ours("https://evil.example", Some("evil.example")));
    }

    #[test]
    fn a_public_address_is_a_scheme_and_a_host() {
        for text in
            ["", "atout.example.com", "ftp://a.b", "https://a.b/path", "https://a.b/?q", "https://u:p@a.b"]
        {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
