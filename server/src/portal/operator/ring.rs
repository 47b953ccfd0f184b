//! What the key ring's growth changes in the database: keys that are sealed anew, and versions that are given up.

use std::collections::BTreeMap;

use domain::{event::Event, id::KeyId};

use super::{Door, Failure, Operation};
use crate::{
    db::{Tx, ring_versions, software_keys::changes as software_keys},
    portal::{sealing, software::STOCK},
};

/// How many keys are sealed anew at a time: few, because nobody else writes meanwhile.
const BATCH: i64 = 100;

/// What a batch has come to.
#[derive(Clone, Debug)]
pub struct Resealed {
    /// The last key that was looked at; none when there is no more.
    pub last: Option<KeyId>,
    /// How many keys were sealed anew.
    pub rows: u32,
    /// Keys that cannot be opened, and stay as they are.
    pub unopened: Vec<KeyId>,
}

impl Door<'_> {
    /// Seals the next keys after `after` anew with the newest version of the ring.
    ///
    /// Each batch is whole in itself: whoever is interrupted begins again where keys of older versions are left.
    ///
    /// # Errors
    /// [`Failure`] of the database or the ring.
    pub async fn reseal_in(self, tx: &mut Tx, after: Option<KeyId>) -> Result<Resealed, Failure> {
        let store = self.0;
        let ring = sealing::ring(store, tx).await?;
        let to = ring.newest().unwrap_or_default();
        let older = software_keys::older_than(tx, to, after, BATCH).await?;
        let mut resealed = Resealed { last: older.last().map(|key| key.id), rows: 0, unopened: Vec::new() };
        let mut versions = BTreeMap::<i64, u32>::new();
        for key in older {
            let whose = (key.company.unwrap_or(STOCK), key.id);
            let secret = match sealing::open(store, tx, whose, &key.sealed).await {
                Ok(secret) => secret,
                Err(Failure::Ring(_) | Failure::Refused(_)) => {
                    resealed.unopened.push(key.id);
                    continue;
                }
                Err(fault) => return Err(fault),
            };
            let sealed = ring.seal(whose.0, whose.1, &secret)?;
            if software_keys::seal_anew(tx, &key, &sealed).await? {
                *versions.entry(key.sealed.version).or_default() += 1;
                resealed.rows += 1;
            }
        }
        let at = store.clock().now();
        for (from, rows) in versions {
            let event = Event::KeyRingRotated { from, to, rows };
            let _ = Operation { tx, store, by: None, at }.log(None, &event).await?;
        }
        Ok(resealed)
    }

    /// Gives up a version that seals nothing any more; the answer is whether it did. The newest one is known from then on,
    /// so that no server begins with an older one.
    ///
    /// # Errors
    /// [`Failure`] of the database or the ring.
    pub async fn retire_version_in(self, tx: &mut Tx, version: i64) -> Result<bool, Failure> {
        let _ = sealing::ring(self.0, tx).await?;
        let at = self.0.clock().now();
        let retired = ring_versions::changes::retire(tx, version, at).await?;
        if retired {
            let event = Event::KeyRingRetired { version };
            let _ = Operation { tx, store: self.0, by: None, at }.log(None, &event).await?;
        }
        Ok(retired)
    }
}
