//! `atout backup` and `atout restore`: the database in one file, from the shell.

use std::path::PathBuf;

use clap::Args;

use super::{Misplaced, Place};
use crate::{
    application::StartError,
    db::{
        Database, backup, copy,
        events::verification::{self, Known},
    },
};

/// The arguments of `atout backup`.
#[derive(Args, Clone, Debug)]
pub struct Backup {
    #[command(flatten)]
    place: Place,
    /// The file, which must not be there yet.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// The arguments of `atout restore`.
#[derive(Args, Clone, Debug)]
pub struct Restore {
    #[command(flatten)]
    place: Place,
    /// The file that `atout backup` has written.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
}

/// Writes a backup.
///
/// # Errors
/// Whatever kept it from being written; there is no file then.
pub async fn run(arguments: Backup) -> anyhow::Result<()> {
    let config = arguments.place.config();
    if !Database::find(&config.home()).await.map_err(StartError::from)? {
        return Err(Misplaced::NotBegun { home: config.home() }.into());
    }
    let bytes = backup::backup(&config.home(), &arguments.to).await?;
    println!("{} holds the database of {}: {bytes} bytes.", arguments.to.display(), config.home());
    println!(
        "The key ring is not in it, and is needed to show its product keys: keep a copy of {} elsewhere.",
        config.ring_place()
    );
    Ok(())
}

/// Restores a backup.
///
/// # Errors
/// Whatever kept it from being restored. No server is to start in that folder then: empty it and try again.
pub async fn restore(arguments: Restore) -> anyhow::Result<()> {
    let config = arguments.place.config();
    let home = config.home();
    let database = backup::restore(&arguments.from, &config.data, &home).await?;
    let contents = copy::contents(&database).await?;
    let rows: u64 = contents.values().map(|content| content.rows).sum();
    println!("{home} holds {rows} rows in {} tables.", contents.len());
    let verdict = verification::verify(&mut *database.snapshot().await?, &Known::new()).await?;
    database.close().await;
    println!("Put the key ring of that time to {} before a server starts.", config.ring_place());
    anyhow::ensure!(
        verdict.broken.is_empty(),
        "the log in it is not as it was written: see `atout log verify`"
    );
    Ok(())
}
