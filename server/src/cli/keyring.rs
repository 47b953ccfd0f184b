//! `atout keyring`: the keys that seal product keys, from the shell.
//!
//! Owns the order of a rotation, which may be interrupted anywhere; refuses to print a key, but for a ring that is new.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    time::Duration,
};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use domain::id::KeyId;
use secrecy::ExposeSecret;

use super::{Place, words::operated};
use crate::{
    db::{
        Trouble,
        ring_versions::{self, RingVersion},
    },
    keyring::{KeyRing, PublicKey, RingPlace},
    portal::{Failure, door::Door, operator::Resealed, store::Store},
};

/// How long a running server has the database to itself between two batches.
const PAUSE: Duration = Duration::from_millis(20);
/// How often a batch is tried that met somebody else's writes.
const ATTEMPTS: u32 = 20;

/// What can be said of the key ring.
#[derive(Clone, Debug, Subcommand)]
pub enum Keyring {
    /// Prints a new ring, to be kept elsewhere than in a file of Atout's, such as in the variable ATOUT_KEYRING.
    New,
    /// Lists the versions of the ring with the number of product keys that each seals.
    Status(Whole),
    /// Adds a version, and seals every product key anew with it, while the server runs.
    Rotate(Rotate),
    /// Removes the versions that seal no product key any more.
    Retire(Whole),
}

/// The arguments of a command that concerns the whole ring.
#[derive(Args, Clone, Debug)]
pub struct Whole {
    #[command(flatten)]
    place: Place,
}

/// The arguments of `atout keyring rotate`.
#[derive(Args, Clone, Debug)]
pub struct Rotate {
    #[command(flatten)]
    place: Place,
    /// Adds a version even where older ones seal keys still, such as keys that cannot be opened.
    #[arg(long)]
    another: bool,
}

/// Does what is said of the key ring.
///
/// # Errors
/// Whatever failed. What was done before holds, and the same command goes on from there.
pub async fn run(command: Keyring) -> anyhow::Result<()> {
    match command {
        Keyring::New => Ok(writeln!(io::stdout(), "{}", RingPlace::new_text()?.expose_secret())?),
        Keyring::Status(arguments) => status(&arguments.place.open().await?).await,
        Keyring::Rotate(arguments) => rotate(&arguments.place.open().await?, arguments.another).await,
        Keyring::Retire(arguments) => retire(&arguments.place.open().await?).await,
    }
}

async fn status(store: &Store) -> anyhow::Result<()> {
    let ring = store.ring().again();
    println!("The key ring is in {}.", store.ring().place());
    let used = used(store).await?;
    for version in versions(&ring, &used) {
        let keys = used.iter().find(|known| known.version == version).map_or(0, |known| known.keys);
        println!("  version {version}: {}{}", counted(keys), standing(store, &ring, version).await?);
    }
    for (number, key) in ring.public_keys().iter().map(PublicKey::id).enumerate() {
        println!("  key that signs checkpoints: {key}{}", if number == 0 { "" } else { ", before" });
    }
    if ring.is_missing() {
        bail!("the key ring is missing: put it back, or no product key can be shown");
    }
    Ok(())
}

/// Every version that the ring has or the database knows, the oldest first.
fn versions(ring: &KeyRing, used: &[RingVersion]) -> BTreeSet<i64> {
    ring.versions().chain(used.iter().map(|known| known.version)).collect()
}

/// What there is to say of a version besides its number of keys.
async fn standing(store: &Store, ring: &KeyRing, version: i64) -> anyhow::Result<&'static str> {
    let Some(own) = ring.fingerprint(version) else { return Ok(", and the ring has no such version") };
    let known = ring_versions::fingerprint(&mut *store.connection().await?, version).await?;
    Ok(match known {
        Some(known) if known != own => ", by another key than the ring has",
        _ if ring.newest() == Some(version) => ", seals from now on",
        _ => "",
    })
}

async fn rotate(store: &Store, another: bool) -> anyhow::Result<()> {
    let (used, newest) = sealed_with(store).await?;
    if !another && used.iter().any(|known| known.version != newest && known.keys > 0) {
        println!("An earlier rotation to version {newest} was not finished: going on with it.");
    } else {
        let rotated = store.ring().place().rotate()?;
        println!("The key ring has version {}, after {}.", rotated.to, rotated.from);
    }
    let (sealed, unopened) = reseal(store).await?;
    println!("{} sealed anew.", counted(sealed));
    for key in &unopened {
        eprintln!("product key {key} cannot be opened, and stays as it is");
    }
    if !unopened.is_empty() {
        bail!("{} could not be sealed anew", counted(i64::try_from(unopened.len())?));
    }
    println!("Make a copy of the ring now. `atout keyring retire` removes what seals nothing any more.");
    Ok(())
}

/// Seals all keys anew, batch by batch; the answer is how many, and which could not be opened.
async fn reseal(store: &Store) -> anyhow::Result<(i64, Vec<KeyId>)> {
    let (mut sealed, mut unopened, mut last) = (0, Vec::new(), None);
    loop {
        let batch = batch(store, last).await?;
        sealed += i64::from(batch.rows);
        unopened.extend(batch.unopened);
        if batch.last.is_none() {
            return Ok((sealed, unopened));
        }
        last = batch.last;
        tokio::time::sleep(PAUSE).await;
    }
}

async fn batch(store: &Store, after: Option<KeyId>) -> anyhow::Result<Resealed> {
    for _ in 1..ATTEMPTS {
        match try_batch(store, after).await {
            Err(Failure::Database(error))
                if matches!(error.trouble(), Trouble::Busy | Trouble::Overtaken) =>
            {
                tokio::time::sleep(PAUSE).await;
            }
            done => return operated(done, store, ""),
        }
    }
    operated(try_batch(store, after).await, store, "")
}

async fn try_batch(store: &Store, after: Option<KeyId>) -> Result<Resealed, Failure> {
    let mut tx = store.database().begin().await?;
    let resealed = Door(store).reseal_in(&mut tx, after).await?;
    tx.commit().await?;
    Ok(resealed)
}

async fn retire(store: &Store) -> anyhow::Result<()> {
    let (used, newest) = sealed_with(store).await?;
    if let Some(in_use) = used.iter().find(|known| known.version < newest && known.keys > 0) {
        bail!(
            "version {} still seals {}: `atout keyring rotate` seals them anew",
            in_use.version,
            counted(in_use.keys)
        );
    }
    // The database gives them up first: from then on nobody can seal with them, and only then are they lost.
    for version in versions(&store.ring().again(), &used).range(..newest) {
        let mut tx = store.database().begin().await?;
        let retired = operated(Door(store).retire_version_in(&mut tx, *version).await, store, "")?;
        if !retired {
            bail!("version {version} has just sealed a product key, and stays");
        }
        tx.commit().await?;
    }
    // A rotation may have added one since: what it seals with stays.
    store.ring().place().retire(|version| version >= newest)?;
    println!("Version {newest} is the only one now.");
    println!("A copy of the database from before needs a copy of the key ring from before.");
    Ok(())
}

/// The versions that the database knows, and the ring's newest, which is none of an old copy.
async fn sealed_with(store: &Store) -> anyhow::Result<(Vec<RingVersion>, i64)> {
    let ring = store.ring().for_sealing()?;
    let newest = ring.newest().context("the key ring is missing")?;
    let used = used(store).await?;
    if used.iter().any(|known| known.version > newest) {
        bail!("the key ring is an old copy, without the newest version: put the right one back");
    }
    Ok((used, newest))
}

async fn used(store: &Store) -> anyhow::Result<Vec<RingVersion>> {
    Ok(ring_versions::all(&mut *store.connection().await?).await?)
}

fn counted(keys: i64) -> String {
    if keys == 1 { "1 product key".to_owned() } else { format!("{keys} product keys") }
}
