//! The pages of those who are not signed in yet.

use domain::{language::Localised, role::Role};
use serde::{Deserialize, Serialize};

use super::Person;

/// What the sign-in page offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInPage {
    /// The accounts of a demonstration; none outside of one.
    pub demonstration: Vec<DemonstrationAccount>,
    /// Whether the database has no company yet.
    pub is_empty: bool,
}

/// An account that one click signs in to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemonstrationAccount {
    /// Who it is.
    pub person: Person,
    /// The company.
    pub company: String,
    /// What the company is like.
    pub levels: Vec<Localised>,
    /// The roles; none for a default user.
    pub roles: Vec<Role>,
}

/// What an invitation's link leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InvitationPage {
    /// The person can choose a password.
    Open {
        /// The person's name.
        name: String,
        /// The address to sign in with.
        email: String,
        /// The company; none for an operator.
        company: Option<String>,
        /// Whether the account has a password, of which the link makes another one.
        has_password: bool,
    },
    /// It was used, it has expired, or it never existed: the page does not say which.
    Spent,
}
