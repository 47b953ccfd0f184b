//! Product keys between the ring and their rows: which version seals, and why a key does not open.
//!
//! Owns what the ring and the database know of each other; refuses to know who may see a key.

use std::sync::Arc;

use domain::id::{CompanyId, KeyId};
use secrecy::SecretString;
use sqlx::AnyConnection;

use super::{Failure, store::Store};
use crate::{
    db::{
        Tx,
        ring_versions::{
            self,
            changes::{Standing, hold},
        },
    },
    keyring::{KeyRing, KeyRingError, Sealed},
};

/// The ring that seals what `tx` writes: as its file says now, and as the database knows it.
///
/// # Errors
/// [`Failure`] of the ring or the database.
pub async fn ring(store: &Store, tx: &mut Tx) -> Result<Arc<KeyRing>, Failure> {
    let ring = store.ring().for_sealing()?;
    let version = ring.newest().ok_or(KeyRingError::Missing)?;
    let fingerprint = ring.fingerprint(version).ok_or(KeyRingError::Missing)?;
    match hold(tx, version, &fingerprint, store.clock().now()).await? {
        Standing::Known => Ok(ring),
        Standing::OtherKey => Err(told(KeyRingError::OtherKey { version })),
        Standing::Retired => Err(told(KeyRingError::Retired { version })),
    }
}

/// Opens what was sealed for the row `key` of `company`.
///
/// # Errors
/// [`Failure`] of the ring or the database.
pub async fn open(
    store: &Store,
    connection: &mut AnyConnection,
    (company, key): (CompanyId, KeyId),
    sealed: &Sealed,
) -> Result<SecretString, Failure> {
    let (held, version) = (store.ring(), sealed.version);
    let ring = held.now();
    let (ring, opened) = match ring.open(company, key, sealed) {
        Err(KeyRingError::Missing | KeyRingError::UnknownVersion { .. }) => {
            let ring = held.again();
            let opened = ring.open(company, key, sealed);
            (ring, opened)
        }
        opened => (ring, opened),
    };
    match opened {
        Err(KeyRingError::Tampered { .. }) => {
            // Only now is it asked whether the row or the ring is the wrong one.
            let known = ring_versions::fingerprint(connection, version).await?;
            let is_other =
                known.is_some_and(|known| ring.fingerprint(version).is_none_or(|own| own[..] != known));
            let error =
                if is_other { KeyRingError::OtherKey { version } } else { KeyRingError::Tampered { key } };
            Err(told(error))
        }
        opened => opened.map_err(told),
    }
}

/// A ring that lacks what is needed is a missing one to whoever reads the page; which it is, the logs say. A row that was
/// changed is logged as the fault that it is.
fn told(error: KeyRingError) -> Failure {
    if matches!(
        error,
        KeyRingError::UnknownVersion { .. } | KeyRingError::OtherKey { .. } | KeyRingError::Retired { .. }
    ) {
        tracing::error!(%error, "product keys cannot be read");
    }
    error.into()
}
