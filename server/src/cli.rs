//! The command line: what can be said to the program, and what it answers to the person at the shell.
//!
//! Owns the arguments, the messages and the exit codes; refuses to change anything but through the door.

pub mod backup;
pub mod catalogue;
pub mod company;
pub mod config;
pub mod copy;
pub mod init;
pub mod keyring;
pub mod log;
pub mod membership;
pub mod place;
pub mod serve;
pub mod user;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use domain::id::CompanyId;

pub use self::place::Place;
use crate::{
    application::StartError,
    db::{Home, Tx, companies},
    demonstration, logging,
};

/// The exit code of a program that could not begin.
const NOT_STARTED: u8 = 2;

/// The portal of a partner programme.
#[derive(Debug, Parser)]
#[command(name = "atout", version)]
struct Arguments {
    #[command(flatten)]
    logged: place::Logged,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the portal.
    Serve(serve::Serve),
    /// Begins an installation and prints a single-use link for its first operator.
    Init(init::Init),
    /// Companies.
    #[command(subcommand)]
    Company(company::Company),
    /// People.
    #[command(subcommand)]
    User(user::User),
    /// Offers that companies hold.
    #[command(subcommand)]
    Membership(membership::Membership),
    /// Programme catalogues.
    #[command(subcommand)]
    Catalogue(catalogue::Catalogue),
    /// Settings.
    #[command(subcommand)]
    Config(config::Config),
    /// Writes everything that the database holds into one file, while it is in use.
    Backup(backup::Backup),
    /// Begins an installation with what such a file holds.
    Restore(backup::Restore),
    /// Copies a database into an empty one, such as SQLite's into one of PostgreSQL.
    Copy(copy::Copy),
    /// The keys that seal product keys.
    #[command(subcommand)]
    Keyring(keyring::Keyring),
    /// The log of what was changed.
    #[command(subcommand)]
    Log(log::Log),
}

/// The data folder is not one in which the command can do anything. Ends the program with code 2.
#[derive(Debug, thiserror::Error)]
pub enum Misplaced {
    /// Nothing has begun there.
    #[error(
        "no installation in {home}: begin with `atout init`, or say where it is with --data or --database-url"
    )]
    NotBegun {
        /// Where its database would be.
        home: Home,
    },
    /// An installation begins once.
    #[error("the installation in {home} has already begun, and nothing has changed")]
    AlreadyBegun {
        /// Where its database is.
        home: Home,
    },
}

/// Reads the command line, does what it says, and tells the shell how it went.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    logging::begin(&arguments.logged.filter, arguments.logged.format);
    let done = tokio::runtime::Runtime::new().map_err(anyhow::Error::from).and_then(|runtime| {
        // Boxed, because the future of a whole server is large.
        runtime.block_on(Box::pin(run(arguments.command)))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("atout: {error:#}");
            code(&error)
        }
    }
}

/// The company that is called by its id, its MPN ID or its name.
async fn company_named(tx: &mut Tx, text: &str) -> anyhow::Result<CompanyId> {
    match companies::changes::named(tx, text).await?.as_slice() {
        [one] => Ok(*one),
        [] => anyhow::bail!("there is no company {text:?}"),
        several => anyhow::bail!("{} companies are called {text:?}: say the id or the MPN ID", several.len()),
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(arguments) => serve::run(arguments).await,
        Command::Init(arguments) => init::run(arguments).await,
        Command::Company(arguments) => company::run(arguments).await,
        Command::User(arguments) => user::run(arguments).await,
        Command::Membership(arguments) => membership::run(arguments).await,
        Command::Catalogue(arguments) => catalogue::run(arguments),
        Command::Config(arguments) => config::run(arguments),
        Command::Backup(arguments) => backup::run(arguments).await,
        Command::Restore(arguments) => backup::restore(arguments).await,
        Command::Copy(arguments) => copy::run(arguments).await,
        Command::Keyring(arguments) => keyring::run(arguments).await,
        Command::Log(arguments) => log::run(arguments).await,
    }
}

/// 2 when nothing has begun, nor will another time; 1 when something has failed.
fn code(error: &anyhow::Error) -> ExitCode {
    let not_started = error.downcast_ref::<StartError>().is_some_and(|error| !error.may_pass())
        || error.is::<Misplaced>()
        || error.is::<serve::NotServed>()
        || error.is::<demonstration::WrongDatabase>()
        || error.is::<catalogue::Faulty>()
        || error.is::<config::Unusable>();
    ExitCode::from(if not_started { NOT_STARTED } else { 1 })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_agree_with_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_could_not_begin_ends_with_two() {
        let start = StartError::Config(crate::config::ConfigError::PublicDemonstration);
        assert_eq!(code(&start.into()), ExitCode::from(2));
        assert_eq!(code(&anyhow::anyhow!("refused")), ExitCode::from(1));
    }
}
