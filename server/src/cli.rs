//! The command line: what can be said to the program, and what it answers to the person at the shell.
//!
//! Owns the arguments, the messages and the exit codes; refuses to change anything but through the door.

pub mod catalogue;
pub mod company;
pub mod init;
pub mod membership;
pub mod serve;
pub mod user;
mod words;

use std::{io::IsTerminal, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use domain::id::CompanyId;
use tracing_subscriber::EnvFilter;

use crate::{
    application::{Application, StartError},
    clock::Clock,
    config::{Config, PublicUrl},
    db::{Database, Home, Tx, companies, home::ServerUrl},
    demonstration,
    portal::store::Store,
};

/// The exit code of a program that could not begin.
const NOT_STARTED: u8 = 2;

/// The portal of a partner programme.
#[derive(Debug, Parser)]
#[command(name = "atout", version)]
struct Arguments {
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
}

/// Where the installation is; the same for every command.
#[derive(Args, Clone, Debug)]
pub struct Place {
    /// The folder of the database and of the key ring.
    #[arg(long, value_name = "DIR", env = "ATOUT_DATA", default_value = "data")]
    pub data: PathBuf,
    /// A PostgreSQL database, postgres://user:password@host/database, in the place of SQLite's in the data folder.
    #[arg(long, value_name = "URL", env = "ATOUT_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<ServerUrl>,
    /// The address to listen on.
    #[arg(long, value_name = "ADDRESS", env = "ATOUT_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// The address by which people reach the server, when it is behind a proxy.
    #[arg(long, value_name = "URL", env = "ATOUT_PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,
}

impl Place {
    /// The settings that lie in these arguments.
    fn config(self) -> Config {
        Config {
            data: self.data,
            database_url: self.database_url,
            site: PathBuf::new(),
            listen: self.listen,
            public_url: self.public_url,
            demonstration: false,
            public_demonstration: false,
        }
    }

    /// Opens the installation that has begun here. Where none has, nothing is made.
    ///
    /// # Errors
    /// [`Misplaced::NotBegun`], or whatever kept it from being opened.
    async fn open(self) -> anyhow::Result<Store> {
        let config = self.config();
        let home = config.home();
        if Database::find(&home).await.map_err(StartError::from)? {
            let store = Store::open(Application::open(config, Clock::system()).await?).await?;
            if store.catalogue().is_ok() {
                return Ok(store);
            }
        }
        Err(Misplaced::NotBegun { home }.into())
    }
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
    let filter = EnvFilter::try_from_env("ATOUT_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        // A log that nobody reads any more must not end the server.
        .log_internal_errors(false)
        .init();
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
    }
}

/// 2 when nothing has begun, 1 when something has failed.
fn code(error: &anyhow::Error) -> ExitCode {
    let not_started = error.is::<StartError>()
        || error.is::<Misplaced>()
        || error.is::<serve::NotServed>()
        || error.is::<demonstration::WrongDatabase>()
        || error.is::<catalogue::Faulty>();
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
