//! `event_chains`: how far the log of each company has come, and the hash of all of it.

use sqlx::AnyConnection;

use super::link::{Hash, Link, genesis};
use crate::db::{Error, Tx, exactly};

/// Entries that are read at once, so that a long log fits into little memory.
const BATCH: i64 = 1_000;

/// The end of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The chain: a company's identity, or the operator's name.
    pub chain: String,
    /// How many entries it has.
    pub position: i64,
    /// The hash of all of them.
    pub hash: Hash,
}

/// Takes the next place of a chain, and says which it is and the hash of all before. Nobody else takes one until the
/// transaction has ended. A chain that is new begins here.
///
/// # Errors
/// [`Error`] of the database.
pub(super) async fn advance(tx: &mut Tx, chain: &str) -> Result<(i64, Hash), Error> {
    if let Some(taken) = take(tx, chain).await? {
        return Ok(taken);
    }
    sqlx::query(
        "INSERT INTO event_chains (chain, position, hash, sealed_position, sealed_hash)
         VALUES ($1, 0, $2, 0, $2)
         ON CONFLICT (chain) DO NOTHING",
    )
    .bind(chain)
    .bind(genesis(chain).to_vec())
    .execute(&mut **tx)
    .await?;
    take(tx, chain).await?.ok_or(Error::RowsAffected { expected: 1, actual: 0 })
}

async fn take(tx: &mut Tx, chain: &str) -> Result<Option<(i64, Hash)>, Error> {
    let row: Option<(i64, Option<Vec<u8>>)> = sqlx::query_as(
        "UPDATE event_chains
         SET position = position + 1
         WHERE chain = $1
         RETURNING position, hash",
    )
    .bind(chain)
    .fetch_optional(&mut **tx)
    .await?;
    row.map(|(position, before)| Ok((position, hash(chain, before)?))).transpose()
}

/// Says what the hash of the chain is now.
///
/// # Errors
/// [`Error`] of the database.
pub(super) async fn put(tx: &mut Tx, chain: &str, hash: &Hash) -> Result<(), Error> {
    let updated = sqlx::query("UPDATE event_chains SET hash = $2 WHERE chain = $1")
        .bind(chain)
        .bind(hash.to_vec())
        .execute(&mut **tx)
        .await?;
    exactly(1, updated.rows_affected())
}

/// The ends of all chains, by their names.
///
/// # Errors
/// [`Error`] of the database.
pub async fn heads(connection: &mut AnyConnection) -> Result<Vec<Head>, Error> {
    let rows: Vec<(String, i64, Option<Vec<u8>>)> = sqlx::query_as(
        "SELECT chain, position, hash
         FROM event_chains
         ORDER BY chain",
    )
    .fetch_all(connection)
    .await?;
    let head = |(chain, position, digest): (String, i64, _)| {
        let hash = hash(&chain, digest)?;
        Ok(Head { chain, position, hash })
    };
    rows.into_iter().map(head).collect()
}

/// Gives every chain whose entries are older than chains its hash, so that they are covered as well.
///
/// Done twice, by two processes at once, it is the same.
///
/// # Errors
/// [`Error`] of the database.
pub async fn seal(connection: &mut AnyConnection) -> Result<(), Error> {
    let unsealed: Vec<(String,)> =
        sqlx::query_as("SELECT chain FROM event_chains WHERE hash IS NULL ORDER BY chain")
            .fetch_all(&mut *connection)
            .await?;
    for (chain,) in unsealed {
        let mut hash = genesis(&chain);
        let mut position = 0;
        loop {
            let rows = rows_after(connection, &chain, position).await?;
            let Some(last) = rows.last() else { break };
            position = last.position;
            hash = rows.iter().fold(hash, |before, row| row.link().after(&before));
        }
        sqlx::query(
            "UPDATE event_chains
             SET hash = $2, sealed_hash = $2
             WHERE chain = $1
               AND hash IS NULL
               AND position = $3",
        )
        .bind(&chain)
        .bind(hash.to_vec())
        .bind(position)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// An entry with its link, as the table holds it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Row {
    pub chain: String,
    pub position: i64,
    pub hash: Option<Vec<u8>>,
    event_id: String,
    company_id: Option<String>,
    at: i64,
    account_id: Option<String>,
    user_id: Option<String>,
    kind: String,
    benefit_id: Option<String>,
    seat_id: Option<String>,
    policy_version: String,
    content: String,
}

impl Row {
    pub fn link(&self) -> Link<'_> {
        Link {
            chain: &self.chain,
            position: self.position,
            event_id: &self.event_id,
            company_id: self.company_id.as_deref(),
            at: self.at,
            account_id: self.account_id.as_deref(),
            user_id: self.user_id.as_deref(),
            kind: &self.kind,
            benefit_id: self.benefit_id.as_deref(),
            seat_id: self.seat_id.as_deref(),
            policy_version: &self.policy_version,
            content: &self.content,
        }
    }
}

/// The next entries of a chain, in its order.
pub(super) async fn rows_after(
    connection: &mut AnyConnection,
    chain: &str,
    position: i64,
) -> Result<Vec<Row>, Error> {
    let rows = sqlx::query_as(
        "SELECT chain, position, hash, event_id, company_id, at, account_id, user_id, kind, benefit_id, seat_id,
                policy_version, content
         FROM events
         WHERE chain = $1
           AND position > $2
         ORDER BY position
         LIMIT $3",
    )
    .bind(chain)
    .bind(position)
    .bind(BATCH)
    .fetch_all(connection)
    .await?;
    Ok(rows)
}

/// A hash as the table holds it.
pub(super) fn hash(chain: &str, bytes: Option<Vec<u8>>) -> Result<Hash, Error> {
    let broken = || Error::Inconsistency { table: "event_chains", column: "hash", id: chain.to_owned() };
    bytes.ok_or_else(broken)?.try_into().map_err(|_| broken())
}
