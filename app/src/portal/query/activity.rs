//! The query of the activity log, as it stands in an address and in the form that takes a copy.
//!
//! What cannot be read is said rather than left out: who asks a log for a day must not be shown all days.

use std::str::FromStr;

use domain::{
    activity::{ActGroup, ActivityFilter},
    company::{FieldFault, SearchText},
    refusal::InvalidField,
};
use leptos_router::params::ParamsMap;

use super::address::Address;
use crate::routes::encoded;

/// What the page of the activity log is asked for, in words that may mean nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Words of the name or the address of who did it.
    pub q: String,
    /// A group of acts, by its code, or [`Self::ALL_ACTS`]; nothing for all but sign-ins.
    pub act: String,
    /// A benefit.
    pub benefit: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The place in the log before which the page begins.
    pub before: String,
    /// The place in the log after which it ends.
    pub after: String,
}

impl ActivityQuery {
    /// The fields by which entries are filtered, in an address and in a form.
    pub const FIELDS: [&'static str; 5] = ["q", "act", "benefit", "from", "to"];

    /// The parameters of its address: those, and where the page begins or ends.
    pub const PARAMETERS: [&'static str; 7] = ["q", "act", "benefit", "from", "to", "before", "after"];

    /// What `act` says where no act is left out.
    pub const ALL_ACTS: &'static str = "all";

    /// Takes what `value` says of each field.
    #[must_use]
    pub fn of(value: impl Fn(&str) -> String) -> Self {
        Self {
            q: value("q"),
            act: value("act"),
            benefit: value("benefit"),
            from: value("from"),
            to: value("to"),
            before: value("before"),
            after: value("after"),
        }
    }

    /// Reads the parameters of an address.
    #[must_use]
    pub fn from_params(params: &ParamsMap) -> Self {
        Self::of(|name| params.get(name).unwrap_or_default())
    }

    /// Those of the parameters of an address that it reads.
    #[must_use]
    pub fn own(params: &ParamsMap) -> ParamsMap {
        // The map decodes what is put into it, and this was decoded already.
        let value = |name: &'static str| Some((name, encoded(params.get_str(name)?)));
        Self::PARAMETERS.into_iter().filter_map(value).collect()
    }

    /// The values of [`Self::FIELDS`].
    #[must_use]
    pub fn values(&self) -> [&str; 5] {
        [&self.q, &self.act, &self.benefit, &self.from, &self.to]
    }

    /// The address at `path` of the entries before the place `before`, with the same filters.
    #[must_use]
    pub fn older(&self, path: &str, before: u32) -> String {
        self.address(path).with("before", &before.to_string()).finish()
    }

    /// The address at `path` of the entries after the place `after`, with the same filters.
    #[must_use]
    pub fn newer(&self, path: &str, after: u32) -> String {
        self.address(path).with("after", &after.to_string()).finish()
    }

    fn address(&self, path: &str) -> Address {
        let pairs = Self::FIELDS.into_iter().zip(self.values());
        pairs.fold(Address::at(path), |address, (name, value)| address.with(name, value))
    }

    /// The filter that it means.
    ///
    /// # Errors
    /// The fields that mean nothing.
    pub fn filter(&self) -> Result<ActivityFilter, Vec<InvalidField>> {
        let mut faults = Vec::new();
        let filter = ActivityFilter {
            by: read("q", &self.q, SearchText::parse, &mut faults),
            group: self.group(&mut faults),
            benefit: read("benefit", &self.benefit, parsed, &mut faults),
            from: read("from", &self.from, parsed, &mut faults),
            to: read("to", &self.to, parsed, &mut faults),
        };
        if faults.is_empty() { Ok(filter) } else { Err(faults) }
    }

    /// Sign-ins, of which there are the most, are listed when they are asked for.
    fn group(&self, faults: &mut Vec<InvalidField>) -> Option<ActGroup> {
        match self.act.trim() {
            "" => Some(ActGroup::AllButSignIns),
            Self::ALL_ACTS => None,
            code => read("act", code, |code| ActGroup::from_code(code).ok_or(FieldFault::Malformed), faults),
        }
    }
}

fn read<T>(
    field: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, FieldFault>,
    faults: &mut Vec<InvalidField>,
) -> Option<T> {
    if text.trim().is_empty() {
        return None;
    }
    parse(text).map_err(|fault| faults.push(InvalidField { field: field.to_owned(), fault })).ok()
}

fn parsed<T: FromStr>(text: &str) -> Result<T, FieldFault> {
    text.parse().map_err(|_| FieldFault::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query() -> ActivityQuery {
        ActivityQuery {
            q: "Élise & co".to_owned(),
            act: "seats".to_owned(),
            from: "2026-05-01".to_owned(),
            ..ActivityQuery::default()
        }
    }

    #[test]
    fn a_query_means_a_filter() {
        let filter = query().filter().unwrap();
        assert_eq!(filter.by.as_ref().map(SearchText::as_str), Some("Élise & co"));
        assert_eq!((filter.group, filter.from), (Some(ActGroup::Seats), "2026-05-01".parse().ok()));
    }

    #[test]
    fn sign_ins_are_left_out_until_they_are_asked_for() {
        let group = |act: &str| {
            let query = ActivityQuery { act: act.to_owned(), ..ActivityQuery::default() };
            query.filter().unwrap().group
        };
        assert_eq!(group(""), Some(ActGroup::AllButSignIns));
        assert_eq!(group("sign-ins"), Some(ActGroup::SignIns));
        assert_eq!(group(ActivityQuery::ALL_ACTS), None);
    }

    #[test]
    fn what_means_nothing_is_named() {
        let long = "a".repeat(200);
        let query = ActivityQuery {
            q: long,
            act: "everything".to_owned(),
            benefit: "1".to_owned(),
            from: "2026-02-30".to_owned(),
            to: "yesterday".to_owned(),
            ..ActivityQuery::default()
        };
        let faults = query.filter().unwrap_err();
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ActivityQuery::FIELDS);
    }

    #[test]
    fn parameters_of_something_else_are_left_out() {
        let params: ParamsMap = [("q", "%2541"), ("flash", "7"), ("before", "9")].into_iter().collect();
        let own = ActivityQuery::own(&params);
        assert_eq!(own, [("q", "%2541"), ("before", "9")].into_iter().collect());
    }

    #[test]
    fn the_pages_keep_the_filters() {
        let path = "/activity";
        let filters = "q=%C3%89lise%20%26%20co&act=seats&from=2026-05-01";
        assert_eq!(query().older(path, 7), format!("{path}?{filters}&before=7"));
        let moved = ActivityQuery { before: "9".to_owned(), ..query() };
        assert_eq!(moved.newer(path, 7), format!("{path}?{filters}&after=7"));
    }
}
