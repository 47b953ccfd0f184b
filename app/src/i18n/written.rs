//! What dates, numbers, sizes and distances must look like, written down once.
//!
//! Owns the list that both back ends are held to: ICU4X by a test here, the browser's `Intl` by the gallery, which shows
//! each row's two sides for the browser tests to compare.

use domain::{day::Day, language::Language};
use serde::Serialize;

use super::{DateStyle, pattern, words};

/// One value, and how each language writes it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Written {
    /// What is written.
    pub value: Value,
    /// In English.
    pub english: &'static str,
    /// In French.
    pub french: &'static str,
}

/// A value that a page may show.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A day in full.
    LongDay(&'static str),
    /// A day with the month shortened.
    MediumDay(&'static str),
    /// A day in figures.
    ShortDay(&'static str),
    /// A local date and time in full.
    Moment(&'static str),
    /// A whole number.
    Number(i32),
    /// A share of one.
    Percent(f64),
    /// Minor units and their currency.
    Money(i64, &'static str),
    /// Megabytes.
    FileSize(u32),
    /// Days from today.
    Distance(i64),
}

impl Written {
    /// How the list says that `language` writes it.
    pub const fn expected(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::French => self.french,
        }
    }

    /// How this side writes it; nothing when the list holds a date that does not exist.
    pub fn actual(&self, language: Language) -> Option<String> {
        let date =
            |text: &str, style| text.parse::<Day>().ok().map(|day| pattern::date(language, day, style));
        match self.value {
            Value::LongDay(text) => date(text, DateStyle::Long),
            Value::MediumDay(text) => date(text, DateStyle::Medium),
            Value::ShortDay(text) => date(text, DateStyle::Short),
            Value::Moment(text) => pattern::date_time(language, text, Some(DateStyle::Long), true),
            Value::Number(number) => {
                Some(pattern::number(language, f64::from(number), pattern::Digits::PLAIN))
            }
            Value::Percent(share) => Some(pattern::percent(language, share)),
            Value::Money(minor_units, currency) => Some(pattern::money(language, minor_units, currency)),
            Value::FileSize(megabytes) => Some(words::file_size(language, megabytes)),
            Value::Distance(days) => Some(words::distance(language, days)),
        }
    }
}

const fn row(value: Value, english: &'static str, french: &'static str) -> Written {
    Written { value, english, french }
}

/// The list.
pub const WRITTEN: &[Written] = &[
    row(Value::LongDay("2026-03-01"), "March 1, 2026", "1er mars 2026"),
    row(Value::LongDay("2026-03-12"), "March 12, 2026", "12 mars 2026"),
    row(Value::LongDay("2026-05-14"), "May 14, 2026", "14 mai 2026"),
    row(Value::LongDay("2028-02-29"), "February 29, 2028", "29 février 2028"),
    row(Value::LongDay("2026-08-31"), "August 31, 2026", "31 août 2026"),
    row(Value::LongDay("2026-12-25"), "December 25, 2026", "25 décembre 2026"),
    row(Value::MediumDay("2026-01-01"), "Jan 1, 2026", "1er janv. 2026"),
    row(Value::MediumDay("2026-02-02"), "Feb 2, 2026", "2 févr. 2026"),
    row(Value::MediumDay("2026-03-03"), "Mar 3, 2026", "3 mars 2026"),
    row(Value::MediumDay("2026-04-04"), "Apr 4, 2026", "4 avr. 2026"),
    row(Value::MediumDay("2026-05-05"), "May 5, 2026", "5 mai 2026"),
    row(Value::MediumDay("2026-06-06"), "Jun 6, 2026", "6 juin 2026"),
    row(Value::MediumDay("2026-07-07"), "Jul 7, 2026", "7 juil. 2026"),
    row(Value::MediumDay("2026-08-08"), "Aug 8, 2026", "8 août 2026"),
    row(Value::MediumDay("2026-09-09"), "Sep 9, 2026", "9 sept. 2026"),
    row(Value::MediumDay("2026-10-10"), "Oct 10, 2026", "10 oct. 2026"),
    row(Value::MediumDay("2026-11-11"), "Nov 11, 2026", "11 nov. 2026"),
    row(Value::MediumDay("2026-12-12"), "Dec 12, 2026", "12 déc. 2026"),
    row(Value::ShortDay("2026-03-01"), "3/1/2026", "01/03/2026"),
    row(
        Value::Moment("2026-05-14T23:59"),
        "May 14, 2026 at 11:59\u{a0}PM",
        "14 mai 2026 à 23\u{a0}h\u{a0}59",
    ),
    row(Value::Moment("2026-05-01T00:05"), "May 1, 2026 at 12:05\u{a0}AM", "1er mai 2026 à 0\u{a0}h\u{a0}05"),
    row(
        Value::Moment("2026-05-01T12:00"),
        "May 1, 2026 at 12:00\u{a0}PM",
        "1er mai 2026 à 12\u{a0}h\u{a0}00",
    ),
    row(Value::Number(0), "0", "0"),
    row(Value::Number(999), "999", "999"),
    row(Value::Number(1_234), "1,234", "1\u{202f}234"),
    row(Value::Number(-1_234_567), "-1,234,567", "-1\u{202f}234\u{202f}567"),
    row(Value::Percent(0.125), "13%", "13\u{a0}%"),
    row(Value::Percent(1.0), "100%", "100\u{a0}%"),
    row(Value::Money(123_456, "EUR"), "€1,234.56", "1\u{202f}234,56\u{a0}€"),
    row(Value::Money(-550, "USD"), "-$5.50", "-5,50\u{a0}$US"),
    row(Value::Money(-500, "USD"), "-$5", "-5\u{a0}$US"),
    row(Value::Money(9_900, "CHF"), "CHF\u{a0}99", "99\u{a0}CHF"),
    row(Value::FileSize(999), "999 MB", "999\u{202f}Mo"),
    row(Value::FileSize(1_000), "1 GB", "1\u{202f}Go"),
    row(Value::FileSize(3_180), "3.18 GB", "3,18\u{202f}Go"),
    row(Value::FileSize(16_500), "16.5 GB", "16,5\u{202f}Go"),
    row(Value::Distance(0), "today", "aujourd’hui"),
    row(Value::Distance(1), "tomorrow", "demain"),
    row(Value::Distance(-1), "yesterday", "hier"),
    row(Value::Distance(12), "in 12 days", "dans 12 jours"),
    row(Value::Distance(-9), "9 days ago", "il y a 9 jours"),
    row(Value::Distance(1_200), "in 1,200 days", "dans 1\u{202f}200 jours"),
];
