//! The settings as arguments of commands: where an installation is, and how it is served.
//!
//! Owns their options, which the list of settings makes; refuses to know what they mean.

use std::{ffi::OsStr, path::PathBuf};

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, error::ErrorKind};

use super::Misplaced;
use crate::{
    application::{Application, StartError},
    clock::Clock,
    config::{
        Config,
        setting::{Commands, SETTINGS, Setting},
        settings::{FILE_VARIABLE, Settings},
    },
    db::Database,
    logging::{LogFilter, LogFormat},
    portal::store::Store,
};

/// The option that names the settings file.
const FILE: &str = "config";

/// Where the installation is; the same for every command that opens one.
#[derive(Clone, Debug)]
pub struct Place(Config);

impl Place {
    /// The settings, as the command line, the environment and the file say them.
    #[must_use]
    pub fn config(self) -> Config {
        self.0
    }

    /// Opens the installation that has begun here. Where none has, nothing is made.
    ///
    /// # Errors
    /// [`Misplaced::NotBegun`], or whatever kept it from being opened.
    pub async fn open(self) -> anyhow::Result<Store> {
        let home = self.0.home();
        if Database::find(&home).await.map_err(StartError::from)? {
            let store = Store::open(Application::open(self.0, Clock::system()).await?).await?;
            if store.catalogue().is_ok() {
                return Ok(store);
            }
        }
        Err(Misplaced::NotBegun { home }.into())
    }
}

impl FromArgMatches for Place {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        gathered(matches).config().map(Self).map_err(|faults| {
            let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
            clap::Error::raw(ErrorKind::ValueValidation, told.join("\n       ") + "\n")
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Place {
    fn augment_args(command: Command) -> Command {
        with(command, Commands::Opening)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// The further options of a command that serves; [`Place`] reads them.
#[derive(Clone, Copy, Debug)]
pub struct Served;

impl FromArgMatches for Served {
    fn from_arg_matches(_: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self)
    }

    fn update_from_arg_matches(&mut self, _: &ArgMatches) -> Result<(), clap::Error> {
        Ok(())
    }
}

impl Args for Served {
    fn augment_args(command: Command) -> Command {
        with(command, Commands::Serving)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// All settings as they are said, whatever is wrong with them.
#[derive(Clone, Debug)]
pub struct Said(pub Settings);

impl FromArgMatches for Said {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(gathered(matches)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Said {
    fn augment_args(command: Command) -> Command {
        with(with(command, Commands::Opening), Commands::Serving)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// How the log is written: the options of every command, with the one that names the file.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Which lines.
    pub filter: LogFilter,
    /// In which form.
    pub format: LogFormat,
}

impl FromArgMatches for Logged {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (filter, format) = gathered(matches).logging();
        Ok(Self { filter, format })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Logged {
    fn augment_args(command: Command) -> Command {
        let about = "A file of settings, in TOML: each by the name of its option";
        let file = Arg::new(FILE).long(FILE).value_name("FILE").global(true).display_order(900);
        let command = with(command, Commands::Every);
        command.arg(
            file.help(format!("{about} [env: {FILE_VARIABLE}]")).value_parser(clap::value_parser!(PathBuf)),
        )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn with(command: Command, which: Commands) -> Command {
    SETTINGS
        .iter()
        .filter(|setting| setting.of == which)
        .fold(command, |command, setting| command.arg(option(setting)))
}

/// The option of a setting. What it is by default and its variable are only told here: they are read in their order.
fn option(setting: &Setting) -> Arg {
    let default = setting.default.map(|text| format!(" [default: {text}]")).unwrap_or_default();
    let help = format!("{} [env: {}]{default}", setting.about, setting.variable);
    let option = Arg::new(setting.name).long(setting.name).value_name(setting.form).help(help);
    if setting.of == Commands::Every { option.global(true).display_order(900) } else { option }
}

fn gathered(matches: &ArgMatches) -> Settings {
    // A command that has not the option has not been given it.
    let file = matches.try_get_one::<PathBuf>(FILE).ok().flatten();
    let option = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let variable =
        |name: &str| std::env::var_os(name).as_deref().map(OsStr::to_string_lossy).map(String::from);
    Settings::gather(file.map(PathBuf::as_path), option, variable)
}
