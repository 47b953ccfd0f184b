//! What "Expires" means for each family, with its day (R60 to R64): never one generic field.
//!
//! Owns the meanings; refuses to know how a date is written.

use serde::{Deserialize, Serialize};

use crate::{
    day::Day,
    membership::Membership,
    policy::Policy,
    programme::{CloudBilling, Credit, Details},
};

/// A benefit that has so many days left is about to end.
const SOON: i64 = 60;

/// The day on which a benefit ends, and in what sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expiry {
    /// Software: usable until the membership ends, then to be uninstalled (R63, R35).
    SoftwareUsableUntil(Day),
    /// A licence-based cloud subscription: the last day to redeem its key (R61).
    RedeemableUntil(Day),
    /// A monthly credit: what is left lapses at the end of the month, the credit itself with the membership.
    MonthlyCreditUntil(Day),
    /// A yearly credit: ends with its enrolment year.
    YearlyCreditUntil(Day),
    /// A seat: assignable and usable until 30 days past the renewal date (R52, R62).
    SeatsUsableUntil(Day),
    /// A technical benefit: ends that day, or when its balance is 0 (R64).
    TechnicalUntil(Day),
    /// A go-to-market offer: can be activated until that day; once active it has a date of its own (R60).
    ActivatableUntil(Day),
}

impl Expiry {
    /// The meaning and the day for a product with `details` that `membership` grants.
    #[must_use]
    pub fn of(details: &Details, membership: &Membership, policy: &Policy) -> Self {
        let usable_until = membership.usable_until(policy);
        match details {
            Details::Software(_) => Self::SoftwareUsableUntil(usable_until),
            Details::Cloud(cloud) => match cloud.billing {
                CloudBilling::LicenceBased => Self::RedeemableUntil(membership.anniversary),
                CloudBilling::UsageBased { credit: Credit::Monthly } => {
                    Self::MonthlyCreditUntil(usable_until)
                }
                CloudBilling::UsageBased { credit: Credit::Bulk } => {
                    Self::YearlyCreditUntil(membership.anniversary)
                }
            },
            Details::VisualStudio(_) => Self::SeatsUsableUntil(usable_until),
            Details::Technical(_) => Self::TechnicalUntil(membership.anniversary),
            Details::GoToMarket(_) => Self::ActivatableUntil(membership.anniversary),
        }
    }

    /// The day, whatever it means: for sorting and for the distance beside it.
    #[must_use]
    pub const fn day(self) -> Day {
        match self {
            Self::SoftwareUsableUntil(day)
            | Self::RedeemableUntil(day)
            | Self::MonthlyCreditUntil(day)
            | Self::YearlyCreditUntil(day)
            | Self::SeatsUsableUntil(day)
            | Self::TechnicalUntil(day)
            | Self::ActivatableUntil(day) => day,
        }
    }

    /// Whether the day is over.
    #[must_use]
    pub fn is_over(self, today: Day) -> bool {
        self.day() < today
    }

    /// Whether the benefit is about to end.
    #[must_use]
    pub fn is_soon(self, today: Day) -> bool {
        (0..=SOON).contains(&today.days_until(self.day()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_benefit_ends_soon_from_sixty_days_before_to_its_day() {
        let expiry = Expiry::TechnicalUntil("2026-07-13".parse().unwrap());
        let on = |today: &str| {
            let today = today.parse().unwrap();
            (expiry.is_soon(today), expiry.is_over(today))
        };
        assert_eq!(on("2026-05-13"), (false, false));
        assert_eq!(on("2026-05-14"), (true, false));
        assert_eq!(on("2026-07-13"), (true, false));
        assert_eq!(on("2026-07-14"), (false, true));
    }
}
