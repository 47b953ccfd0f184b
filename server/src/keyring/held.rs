//! The ring as a running server holds it: read once, and again when its file has changed.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::{KeyRing, KeyRingError, RingFileError, RingPlace, place::Stamp};

/// A ring that can be read again while it is in use. To use it costs no lock.
#[derive(Debug)]
pub struct HeldRing {
    place: RingPlace,
    reading: ArcSwap<Reading>,
}

#[derive(Debug)]
struct Reading {
    ring: Arc<KeyRing>,
    /// Of the file as it was when it was read, so that a change in that moment is seen the next time.
    stamp: Option<Stamp>,
}

impl HeldRing {
    /// Reads the ring. Where there is none, it is empty and opens nothing.
    ///
    /// # Errors
    /// [`RingFileError`] when there is something that cannot be read as a ring.
    pub fn load(place: RingPlace) -> Result<Self, RingFileError> {
        let stamp = place.stamp();
        let ring = Arc::new(place.read()?);
        if ring.is_missing() {
            tracing::warn!(file = %place, "the key ring is missing: no product key can be shown");
        }
        Ok(Self { place, reading: ArcSwap::from_pointee(Reading { ring, stamp }) })
    }

    /// Reads the ring, and makes one where there is none. For the first start only: a ring made later would hide that the
    /// right one is lost.
    ///
    /// # Errors
    /// [`RingFileError`] when the file can be neither read nor made.
    pub fn load_or_create(place: RingPlace) -> Result<Self, RingFileError> {
        if place.create()? {
            tracing::warn!(
                file = %place,
                "a key ring was made: keep a copy of it away from the database, without it no product key can be shown"
            );
        }
        Self::load(place)
    }

    /// Where it lies.
    #[must_use]
    pub const fn place(&self) -> &RingPlace {
        &self.place
    }

    /// The ring as it was read last.
    #[must_use]
    pub fn now(&self) -> Arc<KeyRing> {
        Arc::clone(&self.reading.load().ring)
    }

    /// The ring as its file says now. Where that cannot be read any more, what is held goes on opening keys.
    #[must_use]
    pub fn again(&self) -> Arc<KeyRing> {
        let stamp = self.place.stamp();
        let held = self.reading.load();
        if stamp.is_none() || stamp == held.stamp {
            return Arc::clone(&held.ring);
        }
        match self.place.read() {
            Ok(ring) => {
                let ring = Arc::new(ring.with_keys_of(&held.ring));
                self.reading.store(Arc::new(Reading { ring: Arc::clone(&ring), stamp }));
                tracing::info!(file = %self.place, newest = ring.newest(), "the key ring was read again");
                ring
            }
            Err(error) => {
                tracing::error!(%error, "the key ring cannot be read again: what was read before is still in use");
                Arc::clone(&held.ring)
            }
        }
    }

    /// The ring to seal with, as its file says now: what a ring seals that exists only in memory is lost with the process.
    ///
    /// # Errors
    /// [`KeyRingError::Missing`] when there is none.
    pub fn for_sealing(&self) -> Result<Arc<KeyRing>, KeyRingError> {
        let is_there = matches!(self.place, RingPlace::Environment(_)) || self.place.stamp().is_some();
        let ring = self.again();
        if is_there && !ring.is_missing() { Ok(ring) } else { Err(KeyRingError::Missing) }
    }
}
