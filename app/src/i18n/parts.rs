//! What a locale library knows of a language: the names of the months and the marks inside a number.
//!
//! Owns the agreement of the two libraries: ICU4X on the server, the browser's `Intl` in the client, each read once.
//! Refuses to know how a date or a number is put together, which is the same code on both sides (`pattern.rs`).

#[cfg(feature = "ssr")]
mod icu;
#[cfg(not(feature = "ssr"))]
mod intl;

use std::sync::OnceLock;

use domain::language::Language;
#[cfg(feature = "ssr")]
use icu as library;
#[cfg(not(feature = "ssr"))]
use intl as library;

/// The parts of one language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// "March", "mars".
    pub long_months: [String; 12],
    /// "Jan", « janv. ».
    pub short_months: [String; 12],
    /// Between thousands and hundreds.
    pub group: String,
    /// Before the fraction.
    pub decimal: String,
}

/// The parts of `language`.
pub(super) fn of(language: Language) -> &'static Parts {
    static ENGLISH: OnceLock<Parts> = OnceLock::new();
    static FRENCH: OnceLock<Parts> = OnceLock::new();
    let slot = match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    };
    slot.get_or_init(|| read(language))
}

fn read(language: Language) -> Parts {
    let (group, decimal) = marks(&library::sample_number(language));
    Parts {
        long_months: library::months(language, Width::Long),
        short_months: library::months(language, Width::Short),
        group,
        decimal,
    }
}

/// How much of a month's name is wanted.
#[derive(Clone, Copy)]
enum Width {
    Long,
    Short,
}

/// The two marks in 12345.6 as the library writes it.
fn marks(sample: &str) -> (String, String) {
    let between = |before: &str, after: &str| {
        let rest = sample.split_once(before).map_or("", |(_, rest)| rest);
        rest.split_once(after).map_or("", |(mark, _)| mark).to_owned()
    };
    (between("12", "345"), between("345", "6"))
}
