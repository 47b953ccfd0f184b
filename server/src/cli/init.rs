//! `atout init`: begins an installation.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use domain::command::OperatorCommand;

use super::{Place, address, catalogue::read, full_name, operated};
use crate::{
    auth::invitation,
    catalogue::{BUILT_IN, BUILT_IN_NAME},
    portal::{door::Door, operator::Made, store::Store},
};

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
/// Whatever kept the installation from beginning; nothing has changed then.
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
    let application = arguments.place.open().await?;
    let store = Store::open(application.clone()).await?.with_catalogue(programme.clone());
    let mut tx = store.database().begin().await?;
    operated(Door(&store).load_catalogue_in(&mut tx, &programme).await)?;
    let made = operated(Door(&store).operate_in(&mut tx, None, command).await)?;
    tx.commit().await?;
    if let Made::Operator(_, token) = made {
        println!(
            "The installation has begun, with the programme {} of {}.",
            programme.code, programme.version
        );
        println!("Its first operator chooses a password here, once, within seven days:");
        println!("{}", invitation::link(&application.config.origin(), &token));
    }
    Ok(())
}
