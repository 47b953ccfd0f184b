//! The programme policy: the values in which sources and programmes differ.
//!
//! Owns the values and their defaults, which are those of the seeds; refuses to know who decides them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{day::Day, role::Role};

/// The values in force. A change makes a new version; decisions record the version that they used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The name of this version, which events record.
    pub version: String,
    /// Who buys offers and renews them (C2, R3).
    pub purchasing_roles: BTreeSet<Role>,
    /// Who assigns benefits (C1, R21).
    pub assigning_roles: BTreeSet<Role>,
    /// Who gets keys (R29).
    pub key_roles: BTreeSet<Role>,
    /// Who sees benefits (R23).
    pub viewing_roles: ViewingRoles,
    /// Whether an account admin may add users (C3).
    pub account_admin_creates_users: bool,
    /// When a seat that was taken back can go to somebody else (C4, R49).
    pub seat_cooldown: SeatCooldown,
    /// What guests may hold (C9).
    pub guests_may_hold: BTreeSet<GuestBenefit>,
    /// What ends the right to a refund (C6, R71, R72).
    pub refund_test: RefundTest,
    /// Days after the purchase during which a refund may be asked for.
    pub refund_window_days: u16,
    /// Days after the anniversary during which an offer may be renewed and is still usable (R15, R16).
    pub renewal_window_days: u16,
    /// Whether an Action Pack may stand beside a competency (C7, R8).
    pub action_pack_with_competency: bool,
    /// When an activation counts (C13, R32).
    pub activation_counting: ActivationCounting,
    /// How far incremental grants may raise a total (R6, R7).
    pub location_caps: LocationCaps,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: "2020".to_owned(),
            purchasing_roles: BTreeSet::from([
                Role::GlobalAdmin,
                Role::MpnPartnerAdmin,
                Role::UserAdmin,
                Role::AdminAgent,
            ]),
            assigning_roles: BTreeSet::from([Role::GlobalAdmin]),
            key_roles: BTreeSet::from([Role::GlobalAdmin, Role::MpnPartnerAdmin]),
            viewing_roles: ViewingRoles::Everyone,
            account_admin_creates_users: false,
            seat_cooldown: SeatCooldown::None,
            guests_may_hold: BTreeSet::new(),
            refund_test: RefundTest::SoftwareNotActivated,
            refund_window_days: 30,
            renewal_window_days: 30,
            action_pack_with_competency: true,
            activation_counting: ActivationCounting::MachineChange,
            location_caps: LocationCaps::Multiples { per_country: 5, worldwide: 15 },
        }
    }
}

/// Who sees a company's benefits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ViewingRoles {
    /// Every active user.
    Everyone,
    /// The four roles of the seed's header: Global admin, User admin, Admin agent, MPN partner admin.
    Seed,
}

impl ViewingRoles {
    /// Whether `role` is among them.
    #[must_use]
    pub const fn contains(&self, role: Role) -> bool {
        match self {
            Self::Everyone => true,
            Self::Seed => {
                matches!(role, Role::GlobalAdmin | Role::UserAdmin | Role::AdminAgent | Role::MpnPartnerAdmin)
            }
        }
    }

    /// Whether a user without a role is among them.
    #[must_use]
    pub const fn is_everyone(&self) -> bool {
        matches!(self, Self::Everyone)
    }
}

/// When a seat that was taken back can go to somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatCooldown {
    /// At once (seed).
    None,
    /// So many days after it was assigned.
    Days(u16),
    /// So many days after it was assigned, when no seat of the pool was free at that moment.
    DaysWhenFull(u16),
}

impl SeatCooldown {
    /// The first day on which a seat that was assigned on `assigned_on` may go to somebody else (R49).
    #[must_use]
    pub fn opens_on(self, assigned_on: Day, pool_was_full: bool) -> Option<Day> {
        match self {
            Self::Days(days) => Some(assigned_on.plus_days(days.into())),
            Self::DaysWhenFull(days) if pool_was_full => Some(assigned_on.plus_days(days.into())),
            Self::None | Self::DaysWhenFull(_) => None,
        }
    }

    /// Whether seats can be locked at all.
    #[must_use]
    pub const fn days(self) -> Option<u16> {
        match self {
            Self::None => None,
            Self::Days(days) | Self::DaysWhenFull(days) => Some(days),
        }
    }
}

/// A benefit that the policy may open to guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuestBenefit {
    /// Seats of a Visual Studio subscription.
    VisualStudio,
    /// Usage-based cloud subscriptions.
    Azure,
}

/// What ends the right to a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefundTest {
    /// A software key was revealed, or an activation recorded (R71).
    SoftwareNotActivated,
    /// Anything of any family was used, assigned or viewed (R72).
    NothingUsedNorViewed,
}

/// When an activation counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivationCounting {
    /// On a new machine, or on one whose hardware changed significantly (R32).
    MachineChange,
    /// Always.
    EveryActivation,
}

/// How far incremental grants may raise a total, as multiples of the initial grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LocationCaps {
    /// As far as they add up.
    None,
    /// Up to these multiples; with a Visual Studio core of 5 and 10 they are the 25/75 and 50/150 of R6.
    Multiples {
        /// For each country with a location (R7: 5).
        per_country: u32,
        /// For the whole company (R7: 15).
        worldwide: u32,
    },
}

/// A value that the operator has set for one company, visible to it and logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyOverride {
    /// When seats can move.
    SeatCooldown(SeatCooldown),
    /// What guests may hold.
    GuestsMayHold(BTreeSet<GuestBenefit>),
    /// Who assigns.
    AssigningRoles(BTreeSet<Role>),
    /// What ends the refund.
    RefundTest(RefundTest),
    /// When an activation counts.
    ActivationCounting(ActivationCounting),
}

impl Policy {
    /// This policy with a company's overrides, the later ones last.
    #[must_use]
    pub fn with_overrides(mut self, overrides: impl IntoIterator<Item = PolicyOverride>) -> Self {
        for value in overrides {
            match value {
                PolicyOverride::SeatCooldown(value) => self.seat_cooldown = value,
                PolicyOverride::GuestsMayHold(value) => self.guests_may_hold = value,
                PolicyOverride::AssigningRoles(value) => self.assigning_roles = value,
                PolicyOverride::RefundTest(value) => self.refund_test = value,
                PolicyOverride::ActivationCounting(value) => self.activation_counting = value,
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_cooldown_a_seat_moves_at_once() {
        let day = "2026-06-01".parse().unwrap();
        assert_eq!(SeatCooldown::None.opens_on(day, true), None);
    }

    #[test]
    fn with_ninety_days_a_seat_of_1_june_moves_on_30_august() {
        let day = "2026-06-01".parse().unwrap();
        assert_eq!(SeatCooldown::Days(90).opens_on(day, false), "2026-08-30".parse().ok());
    }

    #[test]
    fn the_softer_cooldown_locks_only_in_a_full_pool() {
        let day = "2026-06-01".parse().unwrap();
        assert_eq!(SeatCooldown::DaysWhenFull(90).opens_on(day, false), None);
        assert_eq!(SeatCooldown::DaysWhenFull(90).opens_on(day, true), "2026-08-30".parse().ok());
    }
}
