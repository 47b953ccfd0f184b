//! How this process was told to serve.
//!
//! Owns the settings, where they come from, and what they exclude of each other; refuses to know what they are used for.

mod file;
mod public_url;
pub mod setting;
pub mod settings;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
};

pub use file::FileFault;
pub use public_url::PublicUrl;

use crate::{
    checkpoint,
    db::{Home, home::ServerUrl},
    keyring::RingPlace,
    proxies::TrustedProxies,
};

/// The settings of a server, consistent with each other.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database and the key ring lie.
    pub data: PathBuf,
    /// The PostgreSQL database, when it is not SQLite's in the data folder.
    pub database_url: Option<ServerUrl>,
    /// Where the key ring lies, when it is not in the data folder.
    pub ring: Option<RingPlace>,
    /// The file of the log's checkpoints, when it is not in the data folder.
    pub checkpoints: Option<PathBuf>,
    /// Where the built client lies.
    pub site: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The address by which people reach the server, when it is another one.
    pub public_url: Option<PublicUrl>,
    /// The proxies that are believed when they say whom a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// How many connections there may be at once.
    pub connections: usize,
    /// Where the metrics are served, if they are: on this machine only.
    pub metrics_listen: Option<SocketAddr>,
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
    /// The metrics could be read by others.
    #[error(
        "--metrics-listen {listen} can be reached by other machines: metrics are served to this one only"
    )]
    PublicMetrics {
        /// The address of the metrics.
        listen: SocketAddr,
    },
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database_url: None,
            ring: None,
            checkpoints: None,
            site: PathBuf::new(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
            public_url: None,
            trusted_proxies: TrustedProxies::default(),
            connections: 1024,
            metrics_listen: None,
            demonstration: false,
            public_demonstration: false,
        }
    }
}

impl Config {
    /// Where the key ring lies.
    #[must_use]
    pub fn ring_place(&self) -> RingPlace {
        self.ring.clone().unwrap_or_else(|| RingPlace::in_folder(&self.data))
    }

    /// The file of the log's checkpoints.
    #[must_use]
    pub fn checkpoint_file(&self) -> PathBuf {
        self.checkpoints.clone().unwrap_or_else(|| self.data.join(checkpoint::FILE))
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
            Some(url) if !private(url) => {
                return Err(ConfigError::PlainHttp { url: url.as_str().to_owned() });
            }
            _ => {}
        }
        if let Some(listen) = self.metrics_listen.filter(|listen| !listen.ip().is_loopback()) {
            return Err(ConfigError::PublicMetrics { listen });
        }
        let reachable = !local || self.public_url.as_ref().is_some_and(|url| !url.is_loopback());
        if self.demonstration && reachable && !self.public_demonstration {
            return Err(ConfigError::PublicDemonstration);
        }
        Ok(self)
    }

    /// Where the database lives.
    #[must_use]
    pub fn home(&self) -> Home {
        match &self.database_url {
            Some(url) => Home::Server(url.clone()),
            None => Home::Folder(self.data.clone()),
        }
    }

    /// Whether people reach the server by https. Known by configuration only: any client can send `X-Forwarded-Proto`.
    #[must_use]
    pub fn https(&self) -> bool {
        self.public_url.as_ref().is_some_and(PublicUrl::is_https)
    }

    /// The scheme and host that begin every link to this server, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        self.public_url
            .as_ref()
            .map_or_else(|| format!("http://{}", self.listen), |url| url.as_str().to_owned())
    }

    /// Whether a request with this `Origin`, sent to this `Host`, comes from a page of this server.
    ///
    /// Without a public address the server is reached by any name of this machine, but by no other: a foreign name that
    /// was made to resolve to 127.0.0.1 is not ours.
    #[must_use]
    pub fn is_ours(&self, origin: &str, host: Option<&str>) -> bool {
        if let Some(url) = &self.public_url {
            return origin.eq_ignore_ascii_case(url.as_str());
        }
        let named = |host| public_url::is_loopback(host) && origin.strip_prefix("http://") == Some(host);
        host.is_some_and(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(listen: &str, public_url: Option<&str>) -> Config {
        let public_url = public_url.map(|url| url.parse().unwrap());
        Config { listen: listen.parse().unwrap(), public_url, ..Config::default() }
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
    fn metrics_are_served_to_this_machine_only() {
        let with = |listen: &str| {
            let config = config("127.0.0.1:3000", None);
            Config { metrics_listen: Some(listen.parse().unwrap()), ..config }.checked()
        };
        assert!(with("127.0.0.1:9464").is_ok() && with("[::1]:9464").is_ok());
        assert!(matches!(with("0.0.0.0:9464"), Err(ConfigError::PublicMetrics { .. })));
    }
}
