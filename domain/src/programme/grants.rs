//! How much of a product each level and each competency grants (R5).
//!
//! Owns the amounts and their addition; refuses to know which of them a company has, and the caps.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{CompetencyCode, Level};

/// An amount that is granted. Where people read it, it is written as a number, or as `unlimited`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quantity {
    /// So many.
    Limited(u32),
    /// As many as are asked for.
    Unlimited,
}

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self::Limited(0);

    /// The word for an amount without a limit, where amounts are written.
    pub const UNLIMITED: &'static str = "unlimited";

    /// The number, where there is one.
    #[must_use]
    pub const fn limit(self) -> Option<u32> {
        match self {
            Self::Limited(number) => Some(number),
            Self::Unlimited => None,
        }
    }

    /// Both together; what is unlimited stays so.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Limited(one), Self::Limited(another)) => Self::Limited(one.saturating_add(another)),
            _ => Self::Unlimited,
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return self.limit().serialize(serializer);
        }
        match self {
            Self::Limited(number) => serializer.serialize_u32(*number),
            Self::Unlimited => serializer.serialize_str(Self::UNLIMITED),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Ok(Option::deserialize(deserializer)?.map_or(Self::Unlimited, Self::Limited));
        }
        deserializer.deserialize_any(QuantityVisitor)
    }
}

struct QuantityVisitor;

impl de::Visitor<'_> for QuantityVisitor {
    type Value = Quantity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or \"unlimited\"")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Quantity, E> {
        let unexpected = || E::invalid_value(de::Unexpected::Unsigned(number), &self);
        u32::try_from(number).map(Quantity::Limited).map_err(|_| unexpected())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Quantity, E> {
        let unexpected = || E::invalid_value(de::Unexpected::Signed(number), &self);
        u32::try_from(number).map(Quantity::Limited).map_err(|_| unexpected())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Quantity, E> {
        if text == Quantity::UNLIMITED {
            Ok(Quantity::Unlimited)
        } else {
            Err(E::invalid_value(de::Unexpected::Str(text), &self))
        }
    }
}

/// What a product's holders get.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grants {
    /// Once for the company, by level.
    pub core: BTreeMap<Level, Quantity>,
    /// On top, for each competency that is held.
    pub incremental: Vec<Increment>,
}

/// What certain competencies add, each of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Increment {
    /// The competencies that add it.
    pub competencies: Vec<CompetencyCode>,
    /// How much each of them adds, by the level at which it is held.
    pub by_level: BTreeMap<Level, Quantity>,
}

impl Grants {
    /// What `level` grants once for the company; nothing when the catalogue does not say.
    #[must_use]
    pub fn core_at(&self, level: Level) -> Quantity {
        self.core.get(&level).copied().unwrap_or(Quantity::ZERO)
    }

    /// What one competency adds at `level`; nothing when the catalogue does not say.
    #[must_use]
    pub fn increment_for(&self, competency: &CompetencyCode, level: Level) -> Quantity {
        self.incremental
            .iter()
            .filter(|increment| increment.competencies.contains(competency))
            .filter_map(|increment| increment.by_level.get(&level))
            .fold(Quantity::ZERO, |sum, quantity| sum.plus(*quantity))
    }

    /// Every amount that is written, core and incremental.
    pub fn quantities(&self) -> impl Iterator<Item = Quantity> {
        let incremental = self.incremental.iter().flat_map(|increment| increment.by_level.values());
        self.core.values().chain(incremental).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_written_as_a_number_or_as_unlimited() {
        for (quantity, text) in [(Quantity::Limited(25), "25"), (Quantity::Unlimited, "\"unlimited\"")] {
            assert_eq!(serde_json::to_string(&quantity).unwrap(), text);
            assert_eq!(serde_json::from_str::<Quantity>(text).unwrap(), quantity);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["-1", "1.5", "4294967296", "\"many\"", "null"] {
            assert!(serde_json::from_str::<Quantity>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_unlimited_stays_so_and_numbers_never_wrap() {
        assert_eq!(Quantity::Limited(2).plus(Quantity::Limited(3)), Quantity::Limited(5));
        assert_eq!(Quantity::Limited(2).plus(Quantity::Unlimited), Quantity::Unlimited);
        assert_eq!(Quantity::Limited(u32::MAX).plus(Quantity::Limited(1)), Quantity::Limited(u32::MAX));
        assert!(Quantity::Limited(u32::MAX) < Quantity::Unlimited);
    }
}
