//! What every part of a running installation shares: its database, its clock, its key ring, its settings, its
//! metrics.
//!
//! Owns the order in which they are opened; refuses to know what they are opened for.

use std::sync::Arc;

use crate::{
    clock::Clock,
    config::{Config, ConfigError},
    db::{Database, OpenError},
    keyring::{HeldRing, RingFileError},
    metrics::Metrics,
    serving::Draining,
};

/// An open installation.
#[derive(Clone, Debug)]
pub struct Application {
    /// The settings.
    pub config: Arc<Config>,
    /// The database.
    pub database: Database,
    /// The time.
    pub clock: Clock,
    /// The keys that seal product keys.
    pub ring: Arc<HeldRing>,
    /// What is counted and measured.
    pub metrics: Arc<Metrics>,
    /// Whether the process is about to stop.
    pub draining: Draining,
}

/// Why an installation cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The settings exclude each other.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database cannot be used.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The key ring cannot be used.
    #[error(transparent)]
    Ring(#[from] RingFileError),
}

impl StartError {
    /// Whether trying again may help.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Open(error) if error.may_pass())
    }
}

impl Application {
    /// Opens the installation of the data folder that the settings name, and makes what is missing where there is none.
    ///
    /// # Errors
    /// [`StartError`], with which the program ends before it has served anything.
    pub async fn open(config: Config, clock: Clock) -> Result<Self, StartError> {
        let config = config.checked()?;
        // The ring is made before the database, so that a database without a ring is one that has lost it.
        let ring = if Database::find(&config.home()).await? {
            HeldRing::load(config.ring_place())?
        } else {
            Database::prepare(&config.data)?;
            HeldRing::load_or_create(config.ring_place())?
        };
        let database = Database::open(&config.home()).await?;
        Ok(Self {
            config: Arc::new(config),
            database,
            clock,
            ring: Arc::new(ring),
            metrics: Arc::default(),
            draining: Draining::default(),
        })
    }
}
