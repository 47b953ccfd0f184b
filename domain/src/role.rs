//! Roles, actions, and the one table that says which role may do what (R21 to R28).
//!
//! Owns permission by role; refuses to know about the state of a benefit, which has its own refusals.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::policy::Policy;

/// A role of a company's user. A user without any is a default user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs everything for the company, and is the one who assigns benefits (R21).
    GlobalAdmin,
    /// Looks after the membership: offers, keys, go-to-market.
    MpnPartnerAdmin,
    /// Looks after the company's account and locations.
    AccountAdmin,
    /// Adds and removes users.
    UserAdmin,
    /// Works for the company's customers, and may buy offers.
    AdminAgent,
    /// Sells.
    SalesAgent,
    /// Helps customers.
    HelpdeskAgent,
    /// Sees invoices.
    BillingAdmin,
    /// Reads reports.
    ReportViewer,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Self; 9] = [
        Self::GlobalAdmin,
        Self::MpnPartnerAdmin,
        Self::AccountAdmin,
        Self::UserAdmin,
        Self::AdminAgent,
        Self::SalesAgent,
        Self::HelpdeskAgent,
        Self::BillingAdmin,
        Self::ReportViewer,
    ];

    /// The name under which the role is stored and imported.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::GlobalAdmin => "global-admin",
            Self::MpnPartnerAdmin => "mpn-partner-admin",
            Self::AccountAdmin => "account-admin",
            Self::UserAdmin => "user-admin",
            Self::AdminAgent => "admin-agent",
            Self::SalesAgent => "sales-agent",
            Self::HelpdeskAgent => "helpdesk-agent",
            Self::BillingAdmin => "billing-admin",
            Self::ReportViewer => "report-viewer",
        }
    }

    /// The role that is stored under `code`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether this role allows `action` under `policy`: the whole permission table.
    #[must_use]
    pub fn allows(self, action: Action, policy: &Policy) -> bool {
        match action {
            Action::ViewBenefits => policy.viewing_roles.contains(self),
            Action::AssignBenefits => policy.assigning_roles.contains(&self),
            Action::GetKeys => policy.key_roles.contains(&self),
            Action::ConfirmForOthers => self == Self::GlobalAdmin,
            // Whatever the programme: who answers for a company sees what was done in its name.
            Action::ReadActivity => {
                matches!(self, Self::GlobalAdmin | Self::MpnPartnerAdmin | Self::AccountAdmin)
            }
            Action::RenewOffers => policy.purchasing_roles.contains(&self),
            Action::AddUsers => {
                matches!(self, Self::GlobalAdmin | Self::UserAdmin)
                    || (self == Self::AccountAdmin && policy.account_admin_creates_users)
            }
        }
    }
}

/// Something that a role may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// See the company's benefits (R23).
    ViewBenefits,
    /// Assign a benefit to a person, take it back, reassign it (R21).
    AssignBenefits,
    /// Get keys, record activations, download (R29).
    GetKeys,
    /// Confirm that somebody else has activated a seat.
    ConfirmForOthers,
    /// Renew an offer (R3, C2).
    RenewOffers,
    /// Add a person to the company (R47).
    AddUsers,
    /// Read the company's activity log, and take a copy of it.
    ReadActivity,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 7] = [
        Self::ViewBenefits,
        Self::AssignBenefits,
        Self::GetKeys,
        Self::ConfirmForOthers,
        Self::RenewOffers,
        Self::AddUsers,
        Self::ReadActivity,
    ];

    /// The roles that allow this action under `policy`, the most powerful first.
    #[must_use]
    pub fn roles(self, policy: &Policy) -> Vec<Role> {
        Role::ALL.into_iter().filter(|role| role.allows(self, policy)).collect()
    }
}

/// Where a person stands in a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Has been invited and has not accepted: has no rights yet.
    Invited,
    /// Takes part.
    Active,
    /// Has been stopped by the company.
    Suspended,
    /// Has left.
    Removed,
}

/// What a user's permissions depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    /// The roles held in the company.
    pub roles: BTreeSet<Role>,
    /// Where the person stands.
    pub standing: Standing,
}

/// Why a person may not do something at all, whatever its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccessRefusal {
    /// None of the person's roles allows it.
    RoleRequired {
        /// What was asked for.
        action: Action,
        /// The roles of which one is needed, the most powerful first.
        roles: Vec<Role>,
    },
    /// The person is invited, suspended or gone.
    NotActive,
    /// Only the programme's operator does this.
    OperatorOnly,
}

impl Rights {
    /// Whether these rights allow `action` (R24, R28).
    ///
    /// # Errors
    /// [`AccessRefusal`] that says which roles would.
    pub fn allow(&self, action: Action, policy: &Policy) -> Result<(), AccessRefusal> {
        if self.standing != Standing::Active {
            return Err(AccessRefusal::NotActive);
        }
        let everyone = action == Action::ViewBenefits && policy.viewing_roles.is_everyone();
        if everyone || self.roles.iter().any(|role| role.allows(action, policy)) {
            return Ok(());
        }
        Err(AccessRefusal::RoleRequired { action, roles: action.roles(policy) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rights(roles: &[Role]) -> Rights {
        Rights { roles: roles.iter().copied().collect(), standing: Standing::Active }
    }

    #[test]
    fn only_a_global_admin_assigns_by_default() {
        let policy = Policy::default();
        assert_eq!(Action::AssignBenefits.roles(&policy), [Role::GlobalAdmin]);
    }

    #[test]
    fn the_policy_lets_a_partner_admin_assign_too() {
        let mut policy = Policy::default();
        assert!(rights(&[Role::MpnPartnerAdmin]).allow(Action::AssignBenefits, &policy).is_err());
        let _ = policy.assigning_roles.insert(Role::MpnPartnerAdmin);
        assert!(rights(&[Role::MpnPartnerAdmin]).allow(Action::AssignBenefits, &policy).is_ok());
    }

    #[test]
    fn every_active_user_views_and_a_suspended_one_does_nothing() {
        let policy = Policy::default();
        assert!(rights(&[]).allow(Action::ViewBenefits, &policy).is_ok());
        let suspended = Rights { standing: Standing::Suspended, ..rights(&[Role::GlobalAdmin]) };
        for action in Action::ALL {
            assert_eq!(suspended.allow(action, &policy), Err(AccessRefusal::NotActive));
        }
    }

    #[test]
    fn a_refusal_names_the_roles_that_would_do() {
        let refusal = rights(&[Role::UserAdmin]).allow(Action::GetKeys, &Policy::default());
        let roles = vec![Role::GlobalAdmin, Role::MpnPartnerAdmin];
        assert_eq!(refusal, Err(AccessRefusal::RoleRequired { action: Action::GetKeys, roles }));
    }

    #[test]
    fn a_role_is_stored_under_its_code() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        }
    }
}
