//! Who looks: the person, the frame around every page, and what `domain` is asked with.

use domain::{
    day::Now,
    id::UserId,
    policy::Policy,
    role::{Action, Rights, Role},
};
use serde::{Deserialize, Serialize};

/// A person as others of the company see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who it is.
    pub user: UserId,
    /// The full name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Who is signed in, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The full name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The roles in the company that is shown.
    pub roles: Vec<Role>,
    /// The company that is shown, with its MPN ID; an operator has none.
    pub company: Option<(String, String)>,
    /// The other companies that the person belongs to, or is invited to.
    pub other_companies: Vec<(UserId, String)>,
    /// Whether the person may read the company's activity log.
    pub reads_activity: bool,
    /// Whether the person is one of the programme's operators.
    pub is_operator: bool,
}

/// The frame around every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Who is signed in.
    pub viewer: Viewer,
    /// Whether this is a demonstration.
    pub demonstration: bool,
}

/// Who looks, when, and under which rules: what the page needs to ask `domain` the server's own questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewpoint {
    /// The person who looks.
    pub user: UserId,
    /// The person's rights.
    pub rights: Rights,
    /// The server's moment.
    pub now: Now,
    /// The policy in force for the company.
    pub policy: Policy,
    /// For each action that is closed to the viewer, the people who can do it (R24).
    pub who_can: Vec<(Action, Vec<Person>)>,
}

impl Viewpoint {
    /// The people who can do `action`; empty when the viewer can.
    #[must_use]
    pub fn people_for(&self, action: Action) -> &[Person] {
        self.who_can.iter().find(|(known, _)| *known == action).map_or(&[], |(_, people)| people)
    }
}
