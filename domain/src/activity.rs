//! The activity log of a company: what can be asked of it, and how much of it leaves at once.
//!
//! Owns the filter, the groups of acts, and the limit of an export; refuses to know how entries are kept or worded.

use serde::{Deserialize, Serialize};

use crate::{company::SearchText, day::Day, id::BenefitId};

/// Which entries of the log are asked for. What is left open filters nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ActivityFilter {
    /// Words of the name or the address of who did it.
    pub by: Option<SearchText>,
    /// What was done.
    pub group: Option<ActGroup>,
    /// The benefit that it was done to.
    pub benefit: Option<BenefitId>,
    /// The first day, in the company's zone.
    pub from: Option<Day>,
    /// The last day, in the company's zone.
    pub to: Option<Day>,
}

/// Acts that are looked for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActGroup {
    /// All of the others but [`Self::SignIns`]: what changed, and who saw what.
    AllButSignIns,
    /// Keys that were got, shown, copied.
    Keys,
    /// Activations and downloads.
    Activations,
    /// Seats that moved.
    Seats,
    /// People who were invited, who came, who chose another password.
    People,
    /// Sessions that began and ended.
    SignIns,
    /// The company, its offers and its rules: what the operator does.
    Company,
    /// Copies of the log that were taken.
    Exports,
    /// What was tried and refused.
    Refused,
}

impl ActGroup {
    /// The groups of which each act is in one, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Keys,
        Self::Activations,
        Self::Seats,
        Self::People,
        Self::SignIns,
        Self::Company,
        Self::Exports,
        Self::Refused,
    ];

    /// The name of the group in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AllButSignIns => "all-but-sign-ins",
            Self::Keys => "keys",
            Self::Activations => "activations",
            Self::Seats => "seats",
            Self::People => "people",
            Self::SignIns => "sign-ins",
            Self::Company => "company",
            Self::Exports => "exports",
            Self::Refused => "refused",
        }
    }

    /// The group of that name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// The kinds of [`Event`](crate::event::Event) that belong to it. Each that a company's log can hold is in one of
    /// [`Self::ALL`].
    #[must_use]
    pub fn kinds(self) -> Vec<&'static str> {
        match self {
            Self::AllButSignIns => {
                Self::ALL.into_iter().filter(|group| *group != Self::SignIns).flat_map(Self::kinds).collect()
            }
            Self::Keys => vec!["keys-listed", "key-revealed"],
            Self::Activations => vec!["activation-recorded", "installation-chosen"],
            Self::Seats => {
                vec![
                    "seat-assigned", "seat-removed", "seat-reassigned", "seat-activated",
                    "seat-change-undone",
                ]
            }
            Self::People => vec![
                "user-invited",
                "user-disabled",
                "user-enabled",
                "invitation-accepted",
                "password-changed",
            ],
            Self::SignIns => vec!["signed-in", "signed-out", "session-ended", "other-sessions-ended"],
            Self::Company => {
                vec!["company-created", "location-added", "membership-recorded", "policy-overridden"]
            }
            Self::Exports => vec!["activity-exported"],
            Self::Refused => vec!["command-refused"],
        }
    }
}

/// The most entries that one file holds.
pub const MOST_EXPORTED: u32 = 50_000;

/// Why entries do not leave the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityRefusal {
    /// More entries match than one file holds: one that is cut off would be taken for the whole.
    TooManyEntries {
        /// The most that it holds.
        most: u32,
    },
}

/// Whether `matching` entries fit into one file. Asked when the file is taken, not where the button is drawn: to count so
/// many at each look at the log would cost every reader what few want.
///
/// # Errors
/// [`ActivityRefusal::TooManyEntries`] when they do not.
pub const fn can_export(matching: u32) -> Result<(), ActivityRefusal> {
    if matching > MOST_EXPORTED {
        Err(ActivityRefusal::TooManyEntries { most: MOST_EXPORTED })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::event::Event;

    /// What only the operator's log holds.
    const OPERATORS: [&str; 9] = [
        "command-misdirected",
        "language-chosen",
        "sign-in-refused",
        "operator-invited",
        "link-renewed",
        "keys-stocked",
        "catalogue-loaded",
        "key-ring-rotated",
        "key-ring-retired",
    ];

    /// Every kind of event, as reading an event that does not exist lists them.
    fn kinds() -> BTreeSet<String> {
        let unread = serde_json::from_str::<Event>(r#"{"event":"no-such-event"}"#).unwrap_err().to_string();
        let (_, known) = unread.split_once("expected one of ").unwrap();
        known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_kind_of_event_of_a_company_is_in_one_group() {
        let grouped: Vec<_> = ActGroup::ALL.into_iter().flat_map(ActGroup::kinds).chain(OPERATORS).collect();
        let distinct: BTreeSet<_> = grouped.iter().map(ToString::to_string).collect();
        assert_eq!(distinct, kinds());
        assert_eq!(distinct.len(), grouped.len());
    }

    #[test]
    fn all_but_sign_ins_leaves_out_these_alone() {
        let listed = ActGroup::AllButSignIns.kinds();
        let every: Vec<_> = ActGroup::ALL.into_iter().flat_map(ActGroup::kinds).collect();
        let left_out: Vec<_> = every.into_iter().filter(|kind| !listed.contains(kind)).collect();
        assert_eq!(left_out, ActGroup::SignIns.kinds());
    }

    #[test]
    fn a_group_is_known_by_its_code() {
        for group in ActGroup::ALL {
            assert_eq!(ActGroup::from_code(group.code()), Some(group));
            assert_eq!(serde_json::to_value(group).unwrap(), group.code());
        }
        assert_eq!(ActGroup::from_code("everything"), None);
    }

    #[test]
    fn a_file_holds_fifty_thousand_entries_and_not_one_more() {
        assert_eq!(can_export(50_000), Ok(()));
        assert_eq!(can_export(50_001), Err(ActivityRefusal::TooManyEntries { most: 50_000 }));
    }
}
