//! `atout init`: begins an installation.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use domain::command::OperatorCommand;

use super::{
    Misplaced, Place,
    catalogue::read,
    words::{address, full_name, operated},
};
use crate::{
    application::Application,
    auth::invitation,
    catalogue::{BUILT_IN, BUILT_IN_NAME},
    clock::Clock,
    db::{Held, catalogues},
    portal::{door::Door, operator::Made, store::Store},
};

const THERE_ALREADY: &str = "the address has an account already";

/// The arguments of `atout init`.
#[derive(Args, Clone, Debug)]
pub struct Init {
    #[command(flatten)]
    place: Place,
    /// The e-mail address of the first operator.
    #[arg(long, value_name = "ADDRESS")]
    operator: String,
    /// The full name of the first operator.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The catalogue of the programme; the built-in one unless it is said.
    #[arg(long, value_name = "FILE")]
    catalogue: Option<PathBuf>,
}

/// Creates the schema, loads the catalogue, and prints a single-use link for the first operator.
///
/// # Errors
/// [`Misplaced::AlreadyBegun`], or whatever kept the installation from beginning; nothing has changed then.
pub async fn run(arguments: Init) -> anyhow::Result<()> {
    let command = OperatorCommand::InviteOperator {
        name: full_name(&arguments.name)?,
        email: address(&arguments.operator)?,
    };
    let programme = match &arguments.catalogue {
        None => read(BUILT_IN_NAME, BUILT_IN)?,
        Some(file) => {
            let name = file.display().to_string();
            let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
            read(&name, &text)?
        }
    };
    let config = arguments.place.config();
    let home = config.home();
    let application = Application::open(config, Clock::system()).await?;
    let store = Store::open(application).await?.with_catalogue(programme.clone());
    let mut tx = store.database().begin().await?;
    tx.hold(Held::Operator).await?;
    if catalogues::newest(&mut tx).await?.is_some() {
        return Err(Misplaced::AlreadyBegun { home }.into());
    }
    operated(Door(&store).load_catalogue_in(&mut tx, &programme).await, &store, THERE_ALREADY)?;
    let made = operated(Door(&store).operate_in(&mut tx, None, command).await, &store, THERE_ALREADY)?;
    tx.commit().await?;
    if let Made::Operator(_, token) = made {
        println!(
            "The installation has begun, with the programme {} of {}.",
            programme.code, programme.version
        );
        println!("Its first operator chooses a password here, once, within seven days:");
        println!("{}", invitation::link(&store.origin(), &token));
    }
    Ok(())
}
