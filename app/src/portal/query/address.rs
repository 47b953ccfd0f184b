//! The queries as they stand in an address: read from it, and written back into it.
//!
//! Owns which words each parameter may say; refuses to refuse: what it cannot read, it leaves out.

use std::str::FromStr;

use domain::{company::SearchText, id::BenefitId, programme::OfferCode};
use leptos_router::params::ParamsMap;

use super::{BenefitQuery, PeopleQuery, SeatQuery};
use crate::routes::encoded;

/// The states by which benefits are filtered, in the order in which they are offered.
pub const BENEFIT_STATES: [&str; 4] = ["available", "used-up", "never-used", "ending"];
/// The states by which seats are filtered, in the order in which they are offered.
pub const SEAT_STATES: [&str; 4] = ["assigned", "activated", "locked", "free"];

const BENEFIT_TYPES: [&str; 2] = ["core", "incremental"];
const BENEFIT_COLUMNS: [&str; 6] = ["product", "offer", "granted", "used", "left", "expiry"];
const SEAT_COLUMNS: [&str; 4] = ["person", "subscription", "state", "since"];
/// More rows than that are never on one page.
const MOST_ROWS: u32 = 500;

/// How a table is sorted by one of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// It is sorted by another column.
    Elsewhere,
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

impl Sorting {
    fn by(sort: &str, column: &str) -> Self {
        match sort.strip_prefix('-') {
            Some(turned) if turned == column => Self::Descending,
            None if sort == column => Self::Ascending,
            _ => Self::Elsewhere,
        }
    }

    /// What a click on the column asks for next.
    fn next(self, column: &str) -> String {
        if self == Self::Ascending { format!("-{column}") } else { column.to_owned() }
    }
}

impl BenefitQuery {
    /// The parameters of its address.
    pub const PARAMETERS: [&'static str; 9] =
        ["q", "offer", "type", "state", "sort", "page", "open", "who", "seat"];

    /// Reads the parameters of an address.
    #[must_use]
    pub fn from_params(params: &ParamsMap) -> Self {
        Self {
            q: searched(params, "q"),
            offer: parsed::<OfferCode>(params, "offer").map(String::from).unwrap_or_default(),
            benefit_type: one_of(&BENEFIT_TYPES, params, "type"),
            state: one_of(&BENEFIT_STATES, params, "state"),
            sort: column_of(&BENEFIT_COLUMNS, params),
            page: page_of(params),
            open: parsed(params, "open"),
            who: searched(params, "who"),
            seat: parsed(params, "seat"),
        }
    }

    /// The address at `path` that asks for this.
    #[must_use]
    pub fn to_href(&self, path: &str) -> String {
        Address::at(path)
            .with("q", &self.q)
            .with("offer", &self.offer)
            .with("type", &self.benefit_type)
            .with("state", &self.state)
            .with("sort", &self.sort)
            .with("page", &page_text(self.page))
            .with("open", &text_of(self.open))
            .with("who", &self.who)
            .with("seat", &text_of(self.seat))
            .finish()
    }

    /// Whether some rows are left out on purpose.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        [&self.q, &self.offer, &self.benefit_type, &self.state].into_iter().any(|filter| !filter.is_empty())
    }

    /// The same list with this row open, or with none.
    #[must_use]
    pub fn opening(&self, open: Option<BenefitId>) -> Self {
        Self { open, who: String::new(), seat: None, ..self.clone() }
    }

    /// The same list on another page, where no row is open.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self { page, ..self.opening(None) }
    }

    /// How the list is sorted by `column`.
    #[must_use]
    pub fn sorting(&self, column: &str) -> Sorting {
        Sorting::by(&self.sort, column)
    }

    /// The list as a click on the head of `column` asks for it: sorted by it, or turned round; from the first page.
    #[must_use]
    pub fn sorted_by(&self, column: &str) -> Self {
        Self { sort: self.sorting(column).next(column), page: 1, ..self.clone() }
    }
}

impl SeatQuery {
    /// The parameters of its address.
    pub const PARAMETERS: [&'static str; 6] = ["q", "pool", "state", "sort", "page", "size"];

    /// Reads the parameters of an address.
    #[must_use]
    pub fn from_params(params: &ParamsMap) -> Self {
        Self {
            q: searched(params, "q"),
            pool: parsed(params, "pool"),
            state: one_of(&SEAT_STATES, params, "state"),
            sort: column_of(&SEAT_COLUMNS, params),
            page: page_of(params),
            size: parsed::<u32>(params, "size").filter(|size| *size <= MOST_ROWS).unwrap_or_default(),
        }
    }

    /// The address at `path` that asks for this.
    #[must_use]
    pub fn to_href(&self, path: &str) -> String {
        Address::at(path)
            .with("q", &self.q)
            .with("pool", &text_of(self.pool))
            .with("state", &self.state)
            .with("sort", &self.sort)
            .with("page", &page_text(self.page))
            .with("size", &text_of(Some(self.size).filter(|size| *size > 0)))
            .finish()
    }

    /// Whether some rows are left out on purpose.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        !self.q.is_empty() || self.pool.is_some() || !self.state.is_empty()
    }

    /// The same list on another page.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// How the list is sorted by `column`.
    #[must_use]
    pub fn sorting(&self, column: &str) -> Sorting {
        Sorting::by(&self.sort, column)
    }

    /// The list as a click on the head of `column` asks for it: sorted by it, or turned round; from the first page.
    #[must_use]
    pub fn sorted_by(&self, column: &str) -> Self {
        Self { sort: self.sorting(column).next(column), ..self.on_page(1) }
    }
}

impl PeopleQuery {
    /// The parameters of its address.
    pub const PARAMETERS: [&'static str; 2] = ["benefit", "text"];

    /// Reads the parameters of an address; without a pool there is nobody to look for.
    #[must_use]
    pub fn from_params(params: &ParamsMap) -> Option<Self> {
        Some(Self { benefit: parsed(params, "benefit")?, text: searched(params, "text") })
    }

    /// The address at `path` that asks for this.
    #[must_use]
    pub fn to_href(&self, path: &str) -> String {
        Address::at(path).with("benefit", &self.benefit.to_string()).with("text", &self.text).finish()
    }
}

fn searched(params: &ParamsMap, name: &str) -> String {
    params.get_str(name).and_then(|text| SearchText::parse(text).ok()).map(String::from).unwrap_or_default()
}

fn parsed<T: FromStr>(params: &ParamsMap, name: &str) -> Option<T> {
    params.get_str(name)?.parse().ok()
}

fn one_of(words: &[&str], params: &ParamsMap, name: &str) -> String {
    params.get_str(name).filter(|word| words.contains(word)).unwrap_or_default().to_owned()
}

fn column_of(columns: &[&str], params: &ParamsMap) -> String {
    let sort = params.get_str("sort").unwrap_or_default();
    if columns.contains(&sort.strip_prefix('-').unwrap_or(sort)) { sort.to_owned() } else { String::new() }
}

fn page_of(params: &ParamsMap) -> u32 {
    parsed(params, "page").unwrap_or(1).max(1)
}

/// The first page is what an address without a page shows.
fn page_text(page: u32) -> String {
    if page > 1 { page.to_string() } else { String::new() }
}

fn text_of(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// An address under construction: it says only what was asked.
pub(super) struct Address(String);

impl Address {
    pub fn at(path: &str) -> Self {
        Self(path.to_owned())
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        if value.is_empty() {
            return self;
        }
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.push_str(&encoded(value));
        self
    }

    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests;
