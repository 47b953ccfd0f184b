//! `atout log`: the log of what was changed, from the shell.

use std::{fs, io, path::PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};

use super::Place;
use crate::{
    checkpoint::Proof,
    clock::in_utc,
    db::{
        companies,
        events::verification::{self, Broken, ChainFault, Verdict},
    },
    keyring::PublicKey,
    portal::store::Store,
};

/// What can be said of the log.
#[derive(Clone, Debug, Subcommand)]
pub enum Log {
    /// Computes every chain of the log anew, and compares it with the checkpoints.
    Verify(Verify),
    /// Prints the public halves of the keys that sign checkpoints, the present one first.
    PublicKey(PublicKeys),
}

/// The arguments of `atout log verify`.
#[derive(Args, Clone, Debug)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    /// Files of checkpoints, such as copies that are kept elsewhere, in the place of the installation's own.
    files: Vec<PathBuf>,
    /// A public key that may have signed them, in the place of those of the key ring.
    #[arg(long = "public-key", value_name = "KEY")]
    keys: Vec<PublicKey>,
}

/// The arguments of `atout log public-key`.
#[derive(Args, Clone, Debug)]
pub struct PublicKeys {
    #[command(flatten)]
    place: Place,
}

/// The log, or a file of checkpoints, is not as it was written. What is wrong was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the log is not as it was written")]
pub struct NotAsWritten;

/// Does what is said of the log.
///
/// # Errors
/// [`NotAsWritten`], or whatever failed.
pub async fn run(command: Log) -> anyhow::Result<()> {
    match command {
        Log::Verify(arguments) => verify(arguments).await,
        Log::PublicKey(arguments) => public_key(arguments).await,
    }
}

async fn public_key(arguments: PublicKeys) -> anyhow::Result<()> {
    let store = arguments.place.open().await?;
    let keys = store.ring().now().public_keys();
    anyhow::ensure!(!keys.is_empty(), "the key ring has no key that signs: a server that starts adds it");
    for key in keys {
        println!("{key}");
    }
    Ok(())
}

async fn verify(arguments: Verify) -> anyhow::Result<()> {
    let own = arguments.place.clone().config().checkpoint_file();
    let store = arguments.place.open().await?;
    let keys = if arguments.keys.is_empty() { store.ring().now().public_keys() } else { arguments.keys };
    // Before the log: one that grows meanwhile is longer than they say, never shorter.
    let proof = if arguments.files.is_empty() {
        proof(&[own], &keys, true)?
    } else {
        proof(&arguments.files, &keys, false)?
    };
    let mut snapshot = store.database().snapshot().await?;
    let verdict = verification::verify(&mut snapshot, &proof.known).await?;
    drop(snapshot);
    println!("{} entries in {} chains.", verdict.entries, verdict.chains);
    tell_checkpoints(&proof);
    tell_chains(&store, &proof, &verdict).await?;
    if verdict.broken.is_empty() && proof.faulty.is_empty() { Ok(()) } else { Err(NotAsWritten.into()) }
}

/// What the files say; those that are optional need not be there.
fn proof(files: &[PathBuf], keys: &[PublicKey], optional: bool) -> anyhow::Result<Proof> {
    let mut proof = Proof::default();
    for file in files {
        match fs::read(file) {
            Ok(bytes) => proof.read(file, &bytes, keys),
            Err(error) if optional && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", file.display())),
        }
    }
    Ok(proof)
}

fn tell_checkpoints(proof: &Proof) {
    match proof.furthest.values().map(|(_, at)| *at).max() {
        Some(latest) => {
            println!("{} checkpoints, the latest of {}.", proof.believed, in_utc(latest));
        }
        None => println!("No checkpoints: whether a chain was cut at its end cannot be told."),
    }
    for faulty in &proof.faulty {
        println!("{faulty}.");
    }
}

async fn tell_chains(store: &Store, proof: &Proof, verdict: &Verdict) -> anyhow::Result<()> {
    for broken in &verdict.broken {
        let name = companies::name(&mut *store.connection().await?, &broken.chain).await?;
        let name = name.map_or_else(|| broken.chain.clone(), |name| format!("{name} ({})", broken.chain));
        println!("{name}: {}.", sentence(broken));
        if let Some((position, at)) = proof.furthest.get(&broken.chain)
            && *position >= broken.position
        {
            println!("  It had {position} entries at the checkpoint of {}.", in_utc(*at));
        }
    }
    if verdict.broken.is_empty() {
        println!("Every entry is as it was written.");
    }
    Ok(())
}

fn sentence(broken: &Broken) -> String {
    let position = broken.position;
    match broken.fault {
        ChainFault::Changed => {
            format!("entry {position} is not the one that was written: it was changed, moved or inserted")
        }
        ChainFault::Missing => format!("entry {position} is missing, and there are later ones"),
        ChainFault::End => {
            format!("the chain ends otherwise than it was written, from entry {position} on")
        }
        ChainFault::Rewritten => {
            format!("at entry {position} the chain is not the one that a checkpoint was written of")
        }
        ChainFault::Gone => "the whole chain is gone".to_owned(),
    }
}
