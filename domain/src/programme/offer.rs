//! What can be bought, and what it can be bought for.
//!
//! Owns the levels and their order; refuses to know prices, and who has bought what.

use serde::{Deserialize, Serialize};

use super::{CompetencyCode, OfferCode};
use crate::language::Localised;

/// The level that an offer gives, the lowest first.
///
/// A core is granted once, at the best of Silver and Gold; the core of an Action Pack comes on top (R5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The yearly subscription, without a competency.
    ActionPack,
    /// A competency at its first level.
    Silver,
    /// A competency at its second level.
    Gold,
}

impl Level {
    /// Every level, the lowest first.
    pub const ALL: [Self; 3] = [Self::ActionPack, Self::Silver, Self::Gold];

    /// The name under which the level is stored, and written in a catalogue.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ActionPack => "action-pack",
            Self::Silver => "silver",
            Self::Gold => "gold",
        }
    }
}

/// Something that can be bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What the offer is filed under.
    pub code: OfferCode,
    /// Its name.
    pub name: Localised,
    /// The level that it gives.
    pub level: Level,
    /// Whether it is bought for a competency, whose increments come with it.
    pub needs_competency: bool,
}

/// A field in which a company has proved itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competency {
    /// What the competency is filed under.
    pub code: CompetencyCode,
    /// Its name.
    pub name: Localised,
    /// The area that it belongs to.
    pub area: Localised,
    /// Whether it is a cloud competency, for which cloud support is unlimited.
    pub cloud: bool,
}
