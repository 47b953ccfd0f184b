//! What the address of a tab asks for, applied to its rows. What cannot be read is left out: a shared link still opens.

use std::cmp::Ordering;

use app::portal::{BenefitQuery, BenefitRow};
use domain::{
    company::folded,
    day::Day,
    language::{Language, Localised},
};

use super::row::Entry;
use crate::{db::grants::type_code, portal::reads::paging::column};

/// The filters and the order of a tab.
#[derive(Clone, Debug)]
pub(super) struct Filter<'a> {
    query: &'a BenefitQuery,
    words: Vec<String>,
    language: Language,
    today: Day,
}

impl<'a> Filter<'a> {
    /// What `query` asks for, for a reader of `language`.
    pub fn new(query: &'a BenefitQuery, language: Language, today: Day) -> Self {
        let words = folded(&query.q).split_whitespace().map(str::to_owned).collect();
        Self { query, words, language, today }
    }

    /// The rows that match, in order.
    pub fn apply(&self, mut entries: Vec<Entry>) -> Vec<Entry> {
        // What was done to the open row may change whether it matches: it stays.
        entries.retain(|entry| self.query.open == Some(entry.benefit.id) || self.matches(entry));
        entries.sort_by_cached_key(|entry| self.name(&entry.row));
        let (column, is_descending) = column(&self.query.sort);
        let compare = |a: &Entry, b: &Entry| self.compare(column, &a.row, &b.row);
        if is_descending {
            entries.sort_by(|a, b| compare(b, a));
        } else {
            entries.sort_by(compare);
        }
        entries
    }

    fn matches(&self, entry: &Entry) -> bool {
        self.has_words(&entry.row)
            && self.has_offer(&entry.row)
            && self.has_type(&entry.row)
            && self.is_in_state(entry)
    }

    /// Each word stands somewhere in the names, in either language.
    fn has_words(&self, row: &BenefitRow) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let offers = row.offers.iter().flat_map(|(_, offer, competency)| [Some(offer), competency.as_ref()]);
        let names = [Some(&row.name), row.group.as_ref()].into_iter().chain(offers).flatten();
        let text: String = names
            .flat_map(|name| [folded(&name.en), folded(&name.fr)])
            .fold(String::new(), |text, name| text + &name + "\n");
        self.words.iter().all(|word| text.contains(word))
    }

    fn has_offer(&self, row: &BenefitRow) -> bool {
        self.query.offer.is_empty() || row.offers.iter().any(|(code, _, _)| code.as_str() == self.query.offer)
    }

    fn has_type(&self, row: &BenefitRow) -> bool {
        match self.query.benefit_type.as_str() {
            asked @ ("core" | "incremental") => {
                row.benefit_types.iter().any(|known| type_code(*known) == asked)
            }
            _ => true,
        }
    }

    fn is_in_state(&self, entry: &Entry) -> bool {
        let row = &entry.row;
        match self.query.state.as_str() {
            "available" => !row.is_closed && row.left() != Some(0),
            "used-up" => row.left() == Some(0),
            "never-used" => entry.is_untouched,
            "ending" => row.expiry.is_soon(self.today),
            _ => true,
        }
    }

    /// Rows by their names as the reader sees them, those of a group together.
    fn name(&self, row: &BenefitRow) -> (String, String) {
        let seen = |name: &Localised| folded(name.get(self.language));
        (row.group.as_ref().map(seen).unwrap_or_default(), seen(&row.name))
    }

    fn compare(&self, column: &str, a: &BenefitRow, b: &BenefitRow) -> Ordering {
        let left = |row: &BenefitRow| row.left().map_or(u64::MAX, u64::from);
        let offer = |row: &BenefitRow| row.offers.first().map(|(_, name, _)| folded(name.get(self.language)));
        match column {
            "product" => self.name(a).cmp(&self.name(b)),
            "offer" => offer(a).cmp(&offer(b)),
            "granted" => a.granted.cmp(&b.granted),
            "used" => a.used.cmp(&b.used),
            "left" => left(a).cmp(&left(b)),
            "expiry" => a.expiry.day().cmp(&b.expiry.day()),
            _ => Ordering::Equal,
        }
    }
}
