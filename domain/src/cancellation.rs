//! Whether an offer can still be refunded, and which act would end that right (R71 to R73).
//!
//! Owns the refund test; refuses to know about payments.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    membership::Membership,
    policy::{Policy, RefundTest},
};

/// What a company has done with the benefits of a membership, as far as the refund is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseSoFar {
    /// A software key was revealed, or an activation recorded.
    pub software_activated: bool,
    /// Anything of any family was used, assigned or viewed.
    pub anything_used: bool,
}

/// The right to a refund on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefundRight {
    /// A refund may be asked for.
    Open {
        /// The last day, which is inside (R73).
        until: Day,
        /// Days that are left after today.
        days_left: i64,
    },
    /// The window has passed.
    WindowOver {
        /// Its last day.
        since: Day,
    },
    /// The benefits have been used.
    Used,
}

impl RefundRight {
    /// Whether an act that uses the software would take something away.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

impl Membership {
    /// The last day on which a refund can be asked for: day 30 is inside (R73).
    #[must_use]
    pub fn refundable_until(&self, policy: &Policy) -> Day {
        self.purchased_on.plus_days(policy.refund_window_days.into())
    }

    /// The right to a refund on `today`.
    #[must_use]
    pub fn refund_right(&self, used: UseSoFar, policy: &Policy, today: Day) -> RefundRight {
        let until = self.refundable_until(policy);
        let ended = match policy.refund_test {
            RefundTest::SoftwareNotActivated => used.software_activated,
            RefundTest::NothingUsedNorViewed => used.software_activated || used.anything_used,
        };
        if today > until {
            RefundRight::WindowOver { since: until }
        } else if ended {
            RefundRight::Used
        } else {
            RefundRight::Open { until, days_left: today.days_until(until) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        policy::RefundTest::{NothingUsedNorViewed, SoftwareNotActivated},
        programme::{Level, OfferCode},
    };

    const UNUSED: UseSoFar = UseSoFar { software_activated: false, anything_used: false };
    const ASSIGNED: UseSoFar = UseSoFar { software_activated: false, anything_used: true };
    const REVEALED: UseSoFar = UseSoFar { software_activated: true, anything_used: true };

    fn right(test: RefundTest, used: UseSoFar, today: &str) -> RefundRight {
        let membership = Membership {
            id: "018f4e2a-0000-7000-8000-000000000001".parse().unwrap(),
            offer: OfferCode::parse("action-pack").unwrap(),
            level: Level::ActionPack,
            competency: None,
            purchased_on: "2026-03-01".parse().unwrap(),
            activated_on: "2026-03-03".parse().unwrap(),
            anniversary: "2027-03-03".parse().unwrap(),
        };
        let policy = Policy { refund_test: test, ..Policy::default() };
        membership.refund_right(used, &policy, today.parse().unwrap())
    }

    #[test]
    fn day_thirty_is_inside_and_day_thirty_one_is_not() {
        let until = "2026-03-31".parse().unwrap();
        assert_eq!(
            right(SoftwareNotActivated, UNUSED, "2026-03-31"),
            RefundRight::Open { until, days_left: 0 }
        );
        assert_eq!(
            right(SoftwareNotActivated, UNUSED, "2026-04-01"),
            RefundRight::WindowOver { since: until }
        );
    }

    #[test]
    fn an_assignment_ends_the_refund_in_the_strict_test_only() {
        assert!(right(SoftwareNotActivated, ASSIGNED, "2026-03-10").is_open());
        assert_eq!(right(NothingUsedNorViewed, ASSIGNED, "2026-03-10"), RefundRight::Used);
    }

    #[test]
    fn a_revealed_key_ends_the_refund_in_both_tests() {
        assert_eq!(right(SoftwareNotActivated, REVEALED, "2026-03-10"), RefundRight::Used);
        assert_eq!(right(NothingUsedNorViewed, REVEALED, "2026-03-10"), RefundRight::Used);
    }
}
