//! Verifying the log: every chain is computed anew, and compared with what is stored and with what was written down
//! elsewhere.
//!
//! Owns what a broken chain is; refuses to trust any row: who can change an entry can change the table of heads as well.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AnyConnection;

use super::{
    chains::rows_after,
    link::{Hash, genesis},
};
use crate::db::Error;

/// The hashes that chains had, by chain and position, as somebody wrote them down outside of the database.
pub type Known = BTreeMap<String, BTreeMap<i64, Hash>>;

/// What was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Chains that were read.
    pub chains: usize,
    /// Entries that were read.
    pub entries: u64,
    /// The first thing that is wrong with each chain that is broken.
    pub broken: Vec<Broken>,
}

/// A chain that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The chain.
    pub chain: String,
    /// Where it is broken: everything before is as it was.
    pub position: i64,
    /// What is wrong there.
    pub fault: ChainFault,
}

/// What can be wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainFault {
    /// The entry is not the one that was written: it, or one before it, was changed, moved or inserted.
    Changed,
    /// The entry is missing.
    Missing,
    /// Entries at the end are missing, or were added without the chain.
    End,
    /// The chain was another one when its hash was written down outside of the database.
    Rewritten,
    /// The chain itself is missing.
    Gone,
}

/// Verifies every chain, also against the hashes that are `known` from outside.
///
/// # Errors
/// [`Error`] of the database, not of the log.
pub async fn verify(connection: &mut AnyConnection, known: &Known) -> Result<Verdict, Error> {
    type Head = (String, i64, Option<Vec<u8>>, i64, Option<Vec<u8>>);
    let heads: Vec<Head> = sqlx::query_as(
        "SELECT chain, position, hash, sealed_position, sealed_hash
         FROM event_chains
         ORDER BY chain",
    )
    .fetch_all(&mut *connection)
    .await?;
    let used: Vec<(String,)> =
        sqlx::query_as("SELECT DISTINCT chain FROM events").fetch_all(&mut *connection).await?;
    let mut missing: BTreeSet<String> =
        used.into_iter().map(|(chain,)| chain).chain(known.keys().cloned()).collect();
    let mut verdict = Verdict { chains: heads.len(), ..Verdict::default() };
    for (chain, position, hash, sealed_position, sealed_hash) in heads {
        missing.remove(&chain);
        let mut expected = known.get(&chain).cloned().unwrap_or_default();
        let ends = Ends { position, hash, sealed_position, sealed_hash };
        let found = of_chain(connection, &chain, &ends, &mut expected, &mut verdict.entries).await?;
        if let Some((position, fault)) = found {
            verdict.broken.push(Broken { chain, position, fault });
        }
    }
    let gone = missing.into_iter().map(|chain| Broken { chain, position: 1, fault: ChainFault::Gone });
    verdict.broken.extend(gone);
    Ok(verdict)
}

/// What the table of chains says of one.
struct Ends {
    position: i64,
    hash: Option<Vec<u8>>,
    sealed_position: i64,
    sealed_hash: Option<Vec<u8>>,
}

/// The first thing that is wrong with a chain.
async fn of_chain(
    connection: &mut AnyConnection,
    chain: &str,
    ends: &Ends,
    expected: &mut BTreeMap<i64, Hash>,
    entries: &mut u64,
) -> Result<Option<(i64, ChainFault)>, Error> {
    let (mut position, mut hash) = (0, genesis(chain));
    loop {
        if let Some(fault) = at(position, &hash, ends, expected) {
            return Ok(Some((position.max(1), fault)));
        }
        let rows = rows_after(connection, chain, position).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            *entries += 1;
            if row.position != position + 1 {
                return Ok(Some((position + 1, ChainFault::Missing)));
            }
            position = row.position;
            hash = row.link().after(&hash);
            // What is older than chains has no hash of its own.
            let is_stored = row.hash.as_deref() == Some(&hash[..]);
            if !is_stored && (position > ends.sealed_position || row.hash.is_some()) {
                return Ok(Some((position, ChainFault::Changed)));
            }
            if let Some(fault) = at(position, &hash, ends, expected) {
                return Ok(Some((position, fault)));
            }
        }
    }
    let is_whole = position == ends.position && ends.hash.as_deref() == Some(&hash[..]);
    let fault = if !is_whole {
        Some(ChainFault::End)
    } else if expected.is_empty() {
        None
    } else {
        // It was longer when it was written down.
        Some(ChainFault::Rewritten)
    };
    Ok(fault.map(|fault| (position + 1, fault)))
}

/// What is wrong at a position with what is known of it.
fn at(position: i64, hash: &Hash, ends: &Ends, expected: &mut BTreeMap<i64, Hash>) -> Option<ChainFault> {
    if position == ends.sealed_position && ends.sealed_hash.as_deref() != Some(&hash[..]) {
        return Some(ChainFault::Changed);
    }
    expected.remove(&position).filter(|known| known != hash).map(|_| ChainFault::Rewritten)
}
