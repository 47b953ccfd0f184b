//! Where a database lives.
//!
//! Owns the address and how it is told without its password; refuses to open anything.

use std::{fmt, path::PathBuf, str::FromStr};

use secrecy::{ExposeSecret, SecretString};

use super::Engine;

/// Where a database lives.
#[derive(Clone, Debug)]
pub enum Home {
    /// In a file of this folder.
    Folder(PathBuf),
    /// On a server.
    Server(ServerUrl),
}

impl Home {
    /// The engine that serves it.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Folder(_) => Engine::Sqlite,
            Self::Server(_) => Engine::Postgres,
        }
    }
}

/// The address of a server, or else a folder.
impl FromStr for Home {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once("://") {
            Some(("sqlite" | "file", folder)) => Ok(Self::Folder(folder.into())),
            Some(_) => text.parse().map(Self::Server),
            None if text.is_empty() => Err("a folder, or postgres://user:password@host/database"),
            None => Ok(Self::Folder(text.into())),
        }
    }
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.join(super::open::FILE).display()),
            Self::Server(url) => url.fmt(f),
        }
    }
}

/// The address of a database on a PostgreSQL server. It may hold a password, which is told to the server only.
#[derive(Clone)]
pub struct ServerUrl(SecretString);

impl ServerUrl {
    /// The whole address, for the driver.
    pub(super) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl FromStr for ServerUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
        match rest {
            Some(rest) if !rest.is_empty() => Ok(Self(text.into())),
            _ => Err("not of the form postgres://user:password@host/database"),
        }
    }
}

impl fmt::Debug for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, rest) = self.expose().split_once("://").unwrap_or_default();
        // The parameters may hold a password as well.
        let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
        match rest.rsplit_once('@') {
            Some((person, host)) => {
                let name = person.split_once(':').map_or(person, |(name, _)| name);
                write!(f, "{scheme}://{name}@{host}")
            }
            None => write!(f, "{scheme}://{rest}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_without_its_password() {
        let told = |text: &str| text.parse::<ServerUrl>().unwrap().to_string();
        assert_eq!(told("postgres://atout:se@cret@db.example/atout"), "postgres://atout@db.example/atout");
        assert_eq!(told("postgresql://db.example/atout?password=secret"), "postgresql://db.example/atout");
        let url: ServerUrl = "postgres://atout:secret@db.example/atout".parse().unwrap();
        assert!(!format!("{url:?}").contains("secret"));
    }

    #[test]
    fn a_home_is_a_folder_or_a_server() {
        for folder in ["data", "/var/lib/atout", "sqlite:///var/lib/atout"] {
            assert_eq!(folder.parse::<Home>().unwrap().engine(), Engine::Sqlite, "{folder}");
        }
        assert_eq!("postgres://db/atout".parse::<Home>().unwrap().engine(), Engine::Postgres);
        assert!("mysql://db/atout".parse::<Home>().is_err());
    }

    #[test]
    fn another_engine_is_refused() {
        for text in ["", "mysql://db/atout", "sqlite://atout.sqlite", "postgres://"] {
            assert!(text.parse::<ServerUrl>().is_err(), "{text}");
        }
    }
}
