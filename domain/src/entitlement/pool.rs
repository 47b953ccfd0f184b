//! Pools: the rows into which an entitlement falls (docs/adr/0005).
//!
//! Owns what a pool is called and which grants are in it; refuses to know who holds a seat of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{BenefitType, Entitlement, Grant, total};
use crate::{
    language::Localised,
    membership::Membership,
    programme::{CompetencyCode, Family, Level, Quantity},
};

/// What a pool is, whichever membership grants it: a core that moves to a better level is the same pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PoolName {
    /// All of a product that people do not hold seats of.
    All,
    /// The core of the company's best level.
    Core,
    /// The core of an Action Pack, which is an offer beside the levels.
    ActionPackCore,
    /// What a competency adds, whatever its level.
    Incremental(CompetencyCode),
}

/// How a pool is called where a person reads of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolTitle {
    /// The offer that grants it, with the competency that it was bought for.
    pub offer: Localised,
    /// Which part of the offer it is, where the offer has a core and something incremental.
    pub part: Option<BenefitType>,
}

impl PoolName {
    /// The pool of the seats of this type that `membership` grants.
    #[must_use]
    pub fn of_seats(benefit_type: BenefitType, membership: Option<&Membership>) -> Self {
        let competency = membership.and_then(|membership| membership.competency.clone());
        match (benefit_type, competency) {
            (BenefitType::Incremental, Some(competency)) => Self::Incremental(competency),
            _ if membership.is_some_and(|membership| membership.level == Level::ActionPack) => {
                Self::ActionPackCore
            }
            _ => Self::Core,
        }
    }

    /// Which part of its offer it is, where the offer has both: an Action Pack has a core only.
    #[must_use]
    pub const fn part(&self) -> Option<BenefitType> {
        match self {
            Self::Core => Some(BenefitType::Core),
            Self::Incremental(_) => Some(BenefitType::Incremental),
            Self::All | Self::ActionPackCore => None,
        }
    }
}

/// As it is filed.
impl fmt::Display for PoolName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Core => f.write_str("core"),
            Self::ActionPackCore => f.write_str("core/action-pack"),
            Self::Incremental(competency) => write!(f, "incremental/{competency}"),
        }
    }
}

/// A part of an entitlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool<'a> {
    /// What it is.
    pub name: PoolName,
    /// The grants in it.
    pub grants: Vec<&'a Grant>,
}

impl Pool<'_> {
    /// How much of the product is in it.
    #[must_use]
    pub fn granted(&self) -> Quantity {
        total(self.grants.iter().copied())
    }

    /// Whether it is made of seats, each of which a person holds (R45).
    #[must_use]
    pub fn has_seats(&self) -> bool {
        self.name != PoolName::All
    }
}

impl Entitlement {
    /// The pools of a product of `family`: of Visual Studio one for each of the grants, which come from the memberships
    /// that are `held`; of the others one for all of them.
    #[must_use]
    pub fn pools(&self, family: Family, held: &[Membership]) -> Vec<Pool<'_>> {
        if family != Family::VisualStudio {
            return vec![Pool { name: PoolName::All, grants: self.grants.iter().collect() }];
        }
        let pool = |grant| Pool { name: name(grant, held), grants: vec![grant] };
        self.grants.iter().map(pool).collect()
    }
}

fn name(grant: &Grant, held: &[Membership]) -> PoolName {
    let membership = held.iter().find(|membership| membership.id == grant.membership);
    PoolName::of_seats(grant.benefit_type, membership)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        id::MembershipId,
        programme::{OfferCode, ProductCode},
    };

    /// What is held: an Action Pack, Silver in one competency, Gold in another.
    fn held() -> Vec<Membership> {
        let held = [
            (Level::ActionPack, None),
            (Level::Silver, Some("devops")),
            (Level::Gold, Some("cloud-platform")),
        ];
        let membership = |(number, (level, competency)): (u128, (Level, Option<&str>))| Membership {
            id: MembershipId::from_uuid(Uuid::from_u128(number)),
            offer: OfferCode::parse("offer").unwrap(),
            level,
            competency: competency.map(|code| CompetencyCode::parse(code).unwrap()),
            purchased_on: "2026-01-01".parse().unwrap(),
            activated_on: "2026-01-01".parse().unwrap(),
            anniversary: "2027-01-01".parse().unwrap(),
        };
        (0..).zip(held).map(membership).collect()
    }

    /// An entitlement of grants, each from the membership of that number.
    fn entitlement(grants: &[(u128, BenefitType, u32)]) -> Entitlement {
        let grant = |(number, benefit_type, quantity): &(u128, BenefitType, u32)| Grant {
            membership: MembershipId::from_uuid(Uuid::from_u128(*number)),
            benefit_type: *benefit_type,
            quantity: Quantity::Limited(*quantity),
            cut: 0,
        };
        let product = ProductCode::parse("product").unwrap();
        Entitlement { product, grants: grants.iter().map(grant).collect(), caps: None }
    }

    /// The pools as a table: what each is, how much is in it, whether in seats.
    fn table(family: Family, grants: &[(u128, BenefitType, u32)]) -> Vec<(String, u32, bool)> {
        let entitlement = entitlement(grants);
        let pools = entitlement.pools(family, &held());
        let row =
            |pool: &Pool<'_>| (pool.name.to_string(), pool.granted().limit().unwrap(), pool.has_seats());
        pools.iter().map(row).collect()
    }

    const ALL: [(u128, BenefitType, u32); 4] = [
        (0, BenefitType::Core, 3),
        (2, BenefitType::Core, 10),
        (1, BenefitType::Incremental, 1),
        (2, BenefitType::Incremental, 25),
    ];

    #[test]
    fn each_grant_of_visual_studio_is_a_pool_of_seats_named_by_what_it_is() {
        let rows = [
            ("core/action-pack", 3, true),
            ("core", 10, true),
            ("incremental/devops", 1, true),
            ("incremental/cloud-platform", 25, true),
        ];
        let rows = rows.map(|(name, granted, has_seats)| (name.to_owned(), granted, has_seats));
        assert_eq!(table(Family::VisualStudio, &ALL), rows);
    }

    #[test]
    fn a_core_and_what_is_added_to_it_are_told_apart_and_an_action_pack_has_one_part() {
        let entitlement = entitlement(&ALL);
        let pools = entitlement.pools(Family::VisualStudio, &held());
        let parts: Vec<_> = pools.iter().map(|pool| pool.name.part()).collect();
        let (core, added) = (Some(BenefitType::Core), Some(BenefitType::Incremental));
        assert_eq!(parts, [None, core, added, added]);
    }

    #[test]
    fn the_grants_of_every_other_family_are_one_row_without_seats() {
        for family in Family::ALL.into_iter().filter(|family| *family != Family::VisualStudio) {
            assert_eq!(table(family, &ALL), [("all".to_owned(), 39, false)], "{family:?}");
        }
    }

    #[test]
    fn a_core_at_a_better_level_is_the_same_pool() {
        let silver = table(Family::VisualStudio, &[(1, BenefitType::Core, 5)]);
        let gold = table(Family::VisualStudio, &[(2, BenefitType::Core, 10)]);
        assert_eq!((&silver[0].0, silver[0].1, gold[0].1), (&gold[0].0, 5, 10));
    }

    #[test]
    fn without_a_limit_a_pool_has_none_and_without_grants_there_is_no_pool_of_seats() {
        let mut unlimited = entitlement(&ALL);
        if let Some(first) = unlimited.grants.first_mut() {
            first.quantity = Quantity::Unlimited;
        }
        let pools = unlimited.pools(Family::Cloud, &held());
        assert_eq!(pools[0].granted(), Quantity::Unlimited);
        assert_eq!(table(Family::VisualStudio, &[]), []);
    }
}
