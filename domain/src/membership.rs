//! A membership: one offer that a company holds, and the stages that it goes through (R10, R15 to R17).
//!
//! Owns its dates; refuses to know how it was paid.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    id::MembershipId,
    policy::Policy,
    programme::{CompetencyCode, Level, OfferCode},
    refusal::MembershipRefusal,
};

/// An offer that a company holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Its identity.
    pub id: MembershipId,
    /// Which offer of the catalogue it is.
    pub offer: OfferCode,
    /// The level that the offer gives.
    pub level: Level,
    /// The competency that it was bought for, with a Silver or Gold offer.
    pub competency: Option<CompetencyCode>,
    /// The day of the purchase, from which the refund window runs.
    pub purchased_on: Day,
    /// The day on which it became active.
    pub activated_on: Day,
    /// The next anniversary (AD), one year after activation and then every year (R17).
    pub anniversary: Day,
}

/// Where a membership stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Up to and including the anniversary.
    Active,
    /// After the anniversary, while it can be renewed and is still usable (R15, R16).
    RenewalWindow {
        /// The last day of the window.
        until: Day,
    },
    /// The window has passed without a renewal.
    Lapsed {
        /// The first day on which its benefits were closed.
        since: Day,
    },
}

impl Membership {
    /// The first anniversary of a membership that becomes active on `activated_on` (R17).
    #[must_use]
    pub fn first_anniversary(activated_on: Day) -> Day {
        activated_on.plus_years(1)
    }

    /// The anniversary that a membership of `activated_on` has on `today`, had it been renewed every year until then.
    #[must_use]
    pub fn current_anniversary(activated_on: Day, today: Day) -> Day {
        let first = Self::first_anniversary(activated_on);
        let years = (1..=100).find(|years| today <= activated_on.plus_years(*years));
        years.map_or(first, |years| activated_on.plus_years(years))
    }

    /// Whether a company that holds `held` may have this one too (R8, C7).
    ///
    /// # Errors
    /// [`MembershipRefusal`] that says which rule is against it.
    pub fn can_join(&self, held: &[Self], policy: &Policy, today: Day) -> Result<(), MembershipRefusal> {
        if (self.level == Level::ActionPack) != self.competency.is_none() {
            return Err(MembershipRefusal::CompetencyMismatch);
        }
        if self.activated_on < self.purchased_on {
            return Err(MembershipRefusal::ActivatedBeforePurchase);
        }
        let usable = || held.iter().filter(|other| other.is_usable(policy, today));
        let same = |other: &Self| other.level == self.level && other.competency == self.competency;
        if usable().any(same) {
            return Err(match self.level {
                Level::ActionPack => MembershipRefusal::SecondActionPack,
                Level::Silver | Level::Gold => MembershipRefusal::SecondCompetency,
            });
        }
        let mixes = |other: &Self| (other.level == Level::ActionPack) != (self.level == Level::ActionPack);
        if !policy.action_pack_with_competency && usable().any(mixes) {
            return Err(MembershipRefusal::ActionPackBesideCompetency);
        }
        Ok(())
    }

    /// The last day on which its benefits are usable unless it is renewed: AD+30 (R16).
    #[must_use]
    pub fn usable_until(&self, policy: &Policy) -> Day {
        self.anniversary.plus_days(policy.renewal_window_days.into())
    }

    /// The stage on `today`.
    #[must_use]
    pub fn stage(&self, policy: &Policy, today: Day) -> Stage {
        let until = self.usable_until(policy);
        if today <= self.anniversary {
            Stage::Active
        } else if today <= until {
            Stage::RenewalWindow { until }
        } else {
            Stage::Lapsed { since: until.plus_days(1) }
        }
    }

    /// Whether its benefits are usable on `today` (R1, R16).
    #[must_use]
    pub fn is_usable(&self, policy: &Policy, today: Day) -> bool {
        self.activated_on <= today && today <= self.usable_until(policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(anniversary: &str) -> Membership {
        Membership {
            id: "018f4e2a-0000-7000-8000-000000000001".parse().unwrap(),
            offer: OfferCode::parse("action-pack").unwrap(),
            level: Level::ActionPack,
            competency: None,
            purchased_on: "2025-06-20".parse().unwrap(),
            activated_on: "2025-06-22".parse().unwrap(),
            anniversary: anniversary.parse().unwrap(),
        }
    }

    fn stage(anniversary: &str, today: &str) -> Stage {
        ending(anniversary).stage(&Policy::default(), today.parse().unwrap())
    }

    #[test]
    fn the_renewal_window_runs_from_23_june_to_22_july_for_22_june() {
        let until = "2026-07-22".parse().unwrap();
        assert_eq!(stage("2026-06-22", "2026-06-22"), Stage::Active);
        assert_eq!(stage("2026-06-22", "2026-06-23"), Stage::RenewalWindow { until });
        assert_eq!(stage("2026-06-22", "2026-07-22"), Stage::RenewalWindow { until });
    }

    #[test]
    fn an_offer_of_15_october_can_be_renewed_to_14_november() {
        let until = "2026-11-14".parse().unwrap();
        assert_eq!(stage("2026-10-15", "2026-11-14"), Stage::RenewalWindow { until });
    }

    #[test]
    fn the_day_after_the_window_the_membership_has_lapsed() {
        let since = "2026-07-23".parse().unwrap();
        assert_eq!(stage("2026-06-22", "2026-07-23"), Stage::Lapsed { since });
        assert_eq!(stage("2026-06-22", "2027-01-01"), Stage::Lapsed { since });
    }

    #[test]
    fn benefits_are_closed_before_activation_and_after_the_window() {
        let membership = ending("2026-06-22");
        let usable = |today: &str| membership.is_usable(&Policy::default(), today.parse().unwrap());
        assert!(!usable("2025-06-21"));
        assert!(usable("2025-06-22") && usable("2026-07-22"));
        assert!(!usable("2026-07-23"));
    }
}
