//! One table of the file: hands out its fields by type, and notes what is missing, wrong or unknown.
//!
//! Owns how each type is written; refuses to know which fields there should be.

use std::{cell::RefCell, fmt::Write as _, ops::Range, str::FromStr};

use domain::{
    language::Localised,
    programme::{CodeError, Quantity},
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::fault::{Fault, Faults};

type Value<'t> = Spanned<DeValue<'t>>;

/// A table of the file, at its path.
pub(super) struct Section<'a, 't> {
    table: &'a DeTable<'t>,
    span: Range<usize>,
    path: String,
    asked: RefCell<Vec<&'static str>>,
    faults: &'a Faults<'t>,
}

impl<'a, 't> Section<'a, 't> {
    pub(super) const fn root(table: &'a DeTable<'t>, span: Range<usize>, faults: &'a Faults<'t>) -> Self {
        Self { table, span, path: String::new(), asked: RefCell::new(Vec::new()), faults }
    }

    /// The table under it, for those that look for a place.
    pub(super) const fn table(&self) -> &'a DeTable<'t> {
        self.table
    }

    pub(super) const fn faults(&self) -> &'a Faults<'t> {
        self.faults
    }

    /// Notes every field that nobody has asked for. To be called last.
    pub(super) fn refuse_other_fields(&self) {
        for key in self.table.keys() {
            let field: &str = key.get_ref();
            if !self.asked.borrow().contains(&field) {
                let known = self.asked.borrow().clone();
                let fault = Fault::UnknownField { field: field.to_owned(), known };
                self.faults.add(Some(key.span()), &self.path_of(field), fault);
            }
        }
    }

    /// A field that may be missing.
    pub(super) fn get(&self, field: &'static str) -> Option<&'a Value<'t>> {
        self.ask(field);
        self.table.get(field)
    }

    /// Whether a field is written.
    pub(super) fn has(&self, field: &str) -> bool {
        self.table.contains_key(field)
    }

    fn ask(&self, field: &'static str) {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&field) {
            asked.push(field);
        }
    }

    fn require(&self, field: &'static str) -> Option<&'a Value<'t>> {
        let value = self.get(field);
        if value.is_none() {
            self.faults.add(Some(self.span.clone()), &self.path, Fault::Missing { field });
        }
        value
    }

    /// A text that is the same in every language.
    pub(super) fn plain(&self, field: &'static str) -> Option<String> {
        let value = self.require(field)?;
        let Some(text) = value.get_ref().as_str() else {
            return self.wrong_type(field, value, "a text in quotes");
        };
        Some(text.to_owned())
    }

    /// A text in both languages; one that is left out stays empty, and `domain` says so.
    pub(super) fn localised(&self, field: &'static str) -> Option<Localised> {
        let value = self.require(field)?;
        let Some(table) = value.get_ref().as_table() else {
            return self.wrong_type(field, value, "a text in both languages, `en` and `fr`");
        };
        let section = self.below(table, value.span(), self.path_of(field));
        let text = |language: &'static str| match section.get(language) {
            Some(_) => section.plain(language).map(|text| text.trim().to_owned()),
            None => Some(String::new()),
        };
        let (en, fr) = (text("en"), text("fr"));
        section.refuse_other_fields();
        Some(Localised { en: en?, fr: fr? })
    }

    /// A name: a text in both languages, or one text for both.
    pub(super) fn name(&self, field: &'static str) -> Option<Localised> {
        match self.table.get(field).and_then(|value| value.get_ref().as_str()) {
            Some(name) => {
                self.ask(field);
                Some(Localised::same(name.trim()))
            }
            None => self.localised(field),
        }
    }

    /// Yes or no; no when it is not written.
    pub(super) fn flag(&self, field: &'static str) -> bool {
        let Some(value) = self.get(field) else { return false };
        value
            .get_ref()
            .as_bool()
            .or_else(|| self.wrong_type(field, value, "true or false"))
            .unwrap_or_default()
    }

    pub(super) fn number(&self, field: &'static str) -> Option<u32> {
        let value = self.require(field)?;
        let Some(number) = value.get_ref().as_integer() else {
            return self.wrong_type(field, value, "a whole number");
        };
        u32::from_str_radix(number.as_str(), number.radix())
            .inspect_err(|_| self.add(field, value, Fault::OutOfRange { found: number.to_string() }))
            .ok()
    }

    /// A number, or `unlimited`.
    pub(super) fn quantity(&self, field: &'static str) -> Option<Quantity> {
        let value = self.require(field)?;
        match value.get_ref() {
            DeValue::Integer(_) => self.number(field).map(Quantity::Limited),
            DeValue::String(word) if word == Quantity::UNLIMITED => Some(Quantity::Unlimited),
            _ => self.wrong_type(field, value, "a whole number or \"unlimited\""),
        }
    }

    /// One of some words, each of which means something.
    pub(super) fn choice<T: Copy>(&self, field: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let value = self.require(field)?;
        let Some(found) = value.get_ref().as_str() else {
            return self.wrong_type(field, value, "a word in quotes");
        };
        let chosen = words.iter().find(|(word, _)| *word == found).map(|(_, meaning)| *meaning);
        if chosen.is_none() {
            let known = words.iter().map(|(word, _)| *word).collect();
            self.add(field, value, Fault::NotOneOf { found: found.to_owned(), known });
        }
        chosen
    }

    pub(super) fn code<T: FromStr<Err = CodeError>>(&self, field: &'static str) -> Option<T> {
        let value = self.require(field)?;
        self.to_code(&self.path_of(field), value)
    }

    /// A list of codes; empty when it is not written.
    pub(super) fn codes<T: FromStr<Err = CodeError>>(&self, field: &'static str) -> Option<Vec<T>> {
        let Some(value) = self.get(field) else { return Some(Vec::new()) };
        let Some(items) = value.get_ref().as_array() else {
            return self.wrong_type(field, value, "a list of codes");
        };
        let path = self.path_of(field);
        let read =
            items.iter().enumerate().map(|(index, item)| self.to_code(&format!("{path}[{index}]"), item));
        // Every item is read before the first failure counts, so that each is reported.
        read.collect::<Vec<Option<T>>>().into_iter().collect()
    }

    fn to_code<T: FromStr<Err = CodeError>>(&self, path: &str, value: &Value<'t>) -> Option<T> {
        let Some(found) = value.get_ref().as_str() else {
            let found = value.get_ref().type_str();
            self.faults.add(
                Some(value.span()),
                path,
                Fault::WrongType { expected: "a code in quotes", found },
            );
            return None;
        };
        let refuse = |error: &CodeError| {
            let fault = Fault::BadCode { found: found.to_owned(), error: *error };
            self.faults.add(Some(value.span()), path, fault);
        };
        found.parse().inspect_err(refuse).ok()
    }

    /// The table under `field`.
    pub(super) fn section(&self, field: &'static str) -> Option<Self> {
        let value = self.require(field)?;
        match value.get_ref().as_table() {
            Some(table) => Some(self.below(table, value.span(), self.path_of(field))),
            None => self.wrong_type(field, value, "a table"),
        }
    }

    /// The tables of the list under `field`; none when it is not written.
    pub(super) fn sections(&self, field: &'static str) -> Vec<Self> {
        let Some(value) = self.get(field) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            return self.wrong_type(field, value, "a list of tables").unwrap_or_default();
        };
        let to_section = |(index, item): (usize, &'a Value<'t>)| {
            let path = format!("{}[{index}]", self.path_of(field));
            let table = item.get_ref().as_table();
            if table.is_none() {
                let found = item.get_ref().type_str();
                self.faults.add(Some(item.span()), &path, Fault::WrongType { expected: "a table", found });
            }
            Some(self.below(table?, item.span(), path))
        };
        items.iter().enumerate().filter_map(to_section).collect()
    }

    /// Notes a value that is not of the type that the field asks for; answers nothing in its place.
    pub(super) fn wrong_type<T>(&self, field: &str, value: &Value<'t>, expected: &'static str) -> Option<T> {
        self.add(field, value, Fault::WrongType { expected, found: value.get_ref().type_str() });
        None
    }

    /// Notes a fault of the value of `field`.
    pub(super) fn add(&self, field: &str, value: &Value<'t>, fault: Fault) {
        self.faults.add(Some(value.span()), &self.path_of(field), fault);
    }

    fn below(&self, table: &'a DeTable<'t>, span: Range<usize>, path: String) -> Self {
        Self { table, span, path, asked: RefCell::new(Vec::new()), faults: self.faults }
    }

    fn path_of(&self, field: &str) -> String {
        let mut path = self.path.clone();
        if !path.is_empty() {
            path.push('.');
        }
        let _ = write!(path, "{field}");
        path
    }
}
