//! What the door and the reads share for the life of the process: the installation and its catalogue.
//!
//! Owns the catalogue in memory; refuses to know who asks.

use std::sync::{Arc, OnceLock};

use domain::programme::Catalogue;
use sqlx::{Any, pool::PoolConnection};

use super::Failure;
use crate::{
    application::Application,
    clock::Clock,
    db::{Database, Error, catalogues},
    keyring::HeldRing,
    metrics::Metrics,
};

/// Rows of a page of a list, unless the server was told to allow more.
const PAGE_SIZE: u32 = 50;

/// An open installation with its catalogue.
#[derive(Clone, Debug)]
pub struct Store {
    application: Application,
    catalogue: Arc<OnceLock<Catalogue>>,
    page_size_limit: u32,
}

impl Store {
    /// The installation of `application`, with the catalogue that was loaded last, if there is one yet.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn open(application: Application) -> Result<Self, Error> {
        let store = Self { application, catalogue: Arc::default(), page_size_limit: PAGE_SIZE };
        store.load_catalogue().await?;
        Ok(store)
    }

    /// The same, with lists of which a page may show up to `rows` rows when it is asked to.
    #[must_use]
    pub const fn with_page_size_limit(mut self, rows: u32) -> Self {
        self.page_size_limit = rows;
        self
    }

    /// The same, with a catalogue that is about to be loaded: for an installation that begins.
    #[must_use]
    pub fn with_catalogue(self, catalogue: Catalogue) -> Self {
        let _ = self.catalogue.get_or_init(|| catalogue);
        self
    }

    /// Loads the catalogue where none was known: an installation can begin while its server is running. Another version
    /// than the one that is known takes a new start.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn load_catalogue(&self) -> Result<(), Error> {
        if self.catalogue.get().is_some() {
            return Ok(());
        }
        if let Some(catalogue) = catalogues::newest(&mut *self.connection().await?).await? {
            let _ = self.catalogue.get_or_init(|| catalogue);
        }
        Ok(())
    }

    /// The programme.
    ///
    /// # Errors
    /// [`Failure::NoCatalogue`] before the installation has begun.
    pub fn catalogue(&self) -> Result<&Catalogue, Failure> {
        self.catalogue.get().ok_or(Failure::NoCatalogue)
    }

    /// The version of the policy that the programme begins with, for the log; none before there is a programme.
    #[must_use]
    pub fn policy_version(&self) -> &str {
        self.catalogue().map_or("", |catalogue| &catalogue.policy.version)
    }

    /// A connection that can only read, for one page.
    ///
    /// # Errors
    /// [`Error`] when none is free in time.
    pub async fn connection(&self) -> Result<PoolConnection<Any>, Error> {
        self.application.database.connection().await
    }

    /// The database.
    #[must_use]
    pub const fn database(&self) -> &Database {
        &self.application.database
    }

    /// The scheme and host that begin every link to the server.
    #[must_use]
    pub fn origin(&self) -> String {
        self.application.config.origin()
    }

    /// The time.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.application.clock
    }

    /// The keys that seal product keys.
    #[must_use]
    pub fn ring(&self) -> &HeldRing {
        &self.application.ring
    }

    /// What is counted and measured.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.application.metrics
    }

    /// Whether this is a demonstration.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        self.application.config.demonstration
    }

    /// How many rows a page of a list shows that is asked for `size`; 0 is for a page that asks for nothing.
    #[must_use]
    pub fn page_size(&self, size: u32) -> u32 {
        if size == 0 { PAGE_SIZE } else { size.min(self.page_size_limit.max(PAGE_SIZE)) }
    }
}
