//! The page of the activity log.

use domain::{
    id::BenefitId,
    language::{Language, Localised},
    programme::Family,
    refusal::InvalidField,
};
use serde::{Deserialize, Serialize};

use crate::i18n::terms;

/// The page of the activity log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityPage {
    /// What of the address cannot be read. Nothing is listed then: without it, too much would be.
    pub faults: Vec<InvalidField>,
    /// The entries of this page, the newest first.
    pub rows: Vec<ActivityRow>,
    /// How many entries match the filters; nothing when they are more than are counted.
    pub matching: Option<u32>,
    /// As many as are counted.
    pub most_counted: u32,
    /// The place in the log of the last entry of the page, when there are older ones.
    pub older: Option<u32>,
    /// The place in the log of the first entry of the page, when there are newer ones.
    pub newer: Option<u32>,
    /// Whether the log has any entry, whatever the filters.
    pub has_entries: bool,
    /// The benefits to filter by.
    pub benefits: Vec<ActivityBenefit>,
}

/// A benefit that entries are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityBenefit {
    /// The benefit.
    pub id: BenefitId,
    /// The tab that it is on.
    pub family: Family,
    /// The product.
    pub name: Localised,
    /// What tells it apart from others of its product: of a pool of seats, what the pool is called.
    pub pool: Option<Localised>,
}

impl ActivityBenefit {
    /// What it is called where it stands among others.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        let name = self.name.get(language);
        let pool = self.pool.as_ref().map(|pool| terms::pool_of(name, pool.get(language)));
        pool.unwrap_or_else(|| name.to_owned())
    }
}

/// An entry of the log, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityRow {
    /// Date and time in the company's zone, to the second: `2026-05-14T23:59:07`.
    pub at: String,
    /// Who did it.
    pub who: Localised,
    /// What was done, or what was asked for and refused.
    pub what: Localised,
    /// How it was before, and after.
    pub change: Option<(Localised, Localised)>,
    /// Why it was refused.
    pub refused: Option<Localised>,
    /// The benefit that it is about, where it still is one of the company's.
    pub benefit: Option<BenefitId>,
}
