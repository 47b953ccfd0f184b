//! Where settings come from: the command line, else the environment, else a file, else what they are by themselves.
//!
//! Owns that order, and that every fault is found, not only the first. Refuses to repeat a value that is wrong: it may be a
//! password in the wrong place.

use std::{
    collections::BTreeMap,
    fmt,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    str::FromStr,
};

use secrecy::SecretString;

use super::{
    Config,
    file::{FileFault, SettingsFile},
    setting::{self, SETTINGS, Setting},
};
use crate::{
    db::home::ServerUrl,
    keyring::{self, RingPlace},
    logging::{LogFilter, LogFormat},
};

/// The variable that names the file.
pub const FILE_VARIABLE: &str = "ATOUT_CONFIG";

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An option of the command.
    Option(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// A line of the file.
    File {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// Nobody has said it.
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(name) => write!(f, "--{name}"),
            Self::Variable(name) => f.write_str(name),
            Self::File { path, line } => write!(f, "{}, line {line}", path.display()),
            Self::Default => f.write_str("default"),
        }
    }
}

/// Why a setting cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SettingFault {
    /// The file is at fault.
    #[error(transparent)]
    File(#[from] FileFault),
    /// The value is not of the form that it should have.
    #[error("{from}: the value of {name} is {reason}")]
    Malformed {
        /// Where it comes from.
        from: Source,
        /// The setting.
        name: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

/// A value with its source.
#[derive(Clone, Debug)]
struct Given {
    text: String,
    from: Source,
}

/// Every setting that has a value, as text.
#[derive(Clone, Debug)]
pub struct Settings {
    given: BTreeMap<&'static str, Given>,
    /// The key ring itself, which only the environment may say: a file and the command line are read by others.
    ring: Option<SecretString>,
    faults: Vec<SettingFault>,
}

/// A setting as it is told: a password is not.
#[derive(Clone, Debug)]
pub struct Told {
    /// The setting.
    pub name: &'static str,
    /// Its value, if it has one.
    pub value: Option<String>,
    /// Where that comes from.
    pub from: Source,
}

impl Settings {
    /// Gathers them from what the command line and the environment say, and from the file that they name. An empty variable
    /// says nothing.
    #[must_use]
    pub fn gather(
        file: Option<&Path>,
        option: impl Fn(&str) -> Option<String>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let variable = |name: &str| variable(name).filter(|text| !text.is_empty());
        let named = file.map(Path::to_owned).or_else(|| variable(FILE_VARIABLE).map(PathBuf::from));
        let file = named.map(|path| SettingsFile::read(&path)).unwrap_or_default();
        let given = SETTINGS.iter().filter_map(|setting| {
            let Setting { name, variable: called, default, .. } = *setting;
            let of_file = || file.lines.iter().find(|line| line.name == name);
            let given = |text: String, from| Some((name, Given { text, from }));
            if let Some(text) = option(name) {
                given(text, Source::Option(name))
            } else if let Some(text) = variable(called) {
                given(text, Source::Variable(called))
            } else if let Some(line) = of_file() {
                given(line.text.clone(), Source::File { path: file.path.clone(), line: line.number })
            } else {
                default.and_then(|text| given(text.to_owned(), Source::Default))
            }
        });
        let given = given.collect();
        let ring = variable(keyring::VARIABLE).map(SecretString::from);
        Self { given, ring, faults: file.faults.into_iter().map(SettingFault::from).collect() }
    }

    /// The settings of a server, as far as they can be set this way.
    ///
    /// # Errors
    /// Every [`SettingFault`].
    pub fn config(&self) -> Result<Config, Vec<SettingFault>> {
        let mut reading = Reading { settings: self, faults: self.faults.clone() };
        let beginning = Config::default();
        let config = Config {
            data: reading.value(setting::DATA, "").unwrap_or(beginning.data),
            database_url: reading.value::<ServerUrl>(setting::DATABASE_URL, ""),
            ring: RingPlace::said(self.ring.clone(), reading.value(setting::KEYRING, "")),
            checkpoints: reading.value(setting::CHECKPOINTS, ""),
            trusted_proxies: reading.value(setting::TRUSTED_PROXIES, "").unwrap_or_default(),
            site: reading.value(setting::SITE, "").unwrap_or(beginning.site),
            listen: reading
                .value(setting::LISTEN, "not of the form 127.0.0.1:3000")
                .unwrap_or(beginning.listen),
            public_url: reading.value(setting::PUBLIC_URL, ""),
            connections: reading
                .value::<NonZeroUsize>(setting::CONNECTIONS, "not a number from 1 on")
                .map_or(beginning.connections, NonZeroUsize::get),
            metrics_listen: reading.value(setting::METRICS_LISTEN, "not of the form 127.0.0.1:9464"),
            ..beginning
        };
        // Read here only to find what is wrong with them; `logging` is asked for before anything else is.
        reading.value::<LogFilter>(setting::LOG, "");
        reading.value::<LogFormat>(setting::LOG_FORMAT, "");
        if reading.faults.is_empty() { Ok(config) } else { Err(reading.faults) }
    }

    /// Which lines are logged, and how. What is wrong is told by [`Self::config`].
    #[must_use]
    pub fn logging(&self) -> (LogFilter, LogFormat) {
        let mut reading = Reading { settings: self, faults: Vec::new() };
        let filter = reading.value(setting::LOG, "").unwrap_or_default();
        (filter, reading.value(setting::LOG_FORMAT, "").unwrap_or_default())
    }

    /// Every setting, for people.
    #[must_use]
    pub fn told(&self) -> Vec<Told> {
        let told = |setting: &Setting| {
            let given = self.given.get(setting.name);
            let value = given.map(|given| shown(setting, &given.text));
            Told {
                name: setting.name,
                value,
                from: given.map_or(Source::Default, |given| given.from.clone()),
            }
        };
        SETTINGS.iter().map(told).collect()
    }
}

/// A value without what is secret in it.
fn shown(setting: &Setting, text: &str) -> String {
    if setting.name == setting::DATABASE_URL {
        // One that cannot be read may be a password that was put there by mistake.
        text.parse::<ServerUrl>().map_or_else(|_| "(hidden)".to_owned(), |url| url.to_string())
    } else {
        text.to_owned()
    }
}

/// Reads one value after another, and collects what is wrong with them.
struct Reading<'a> {
    settings: &'a Settings,
    faults: Vec<SettingFault>,
}

impl Reading<'_> {
    /// The value of a setting; `reason` says what it is when it cannot be read, where its type does not say it better.
    fn value<T: FromStr>(&mut self, name: &'static str, reason: &str) -> Option<T>
    where
        T::Err: fmt::Display,
    {
        let Given { text, from } = self.settings.given.get(name)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let reason = if reason.is_empty() { error.to_string() } else { reason.to_owned() };
                self.faults.push(SettingFault::Malformed { from: from.clone(), name, reason });
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
