//! The parts of a language as ICU4X gives them: the server's side.

use std::array;

use domain::language::Language;
use icu_datetime::{DateTimeFormatter, fieldsets::M, input::Date};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::{Locale, locale};

use super::Width;

/// 12345.6.
pub(super) fn sample_number(language: Language) -> String {
    let mut number = Decimal::from(123_456);
    number.multiply_pow10(-1);
    DecimalFormatter::try_new(locale_of(language).into(), DecimalFormatterOptions::default())
        .map(|formatter| formatter.format(&number).to_string())
        .unwrap_or_default()
}

/// The names of the months, as they stand alone.
pub(super) fn months(language: Language, width: Width) -> [String; 12] {
    let fields = match width {
        Width::Long => M::long(),
        Width::Short => M::medium(),
    };
    let formatter = DateTimeFormatter::try_new(locale_of(language).into(), fields).ok();
    array::from_fn(|index| {
        let month = u8::try_from(index + 1).ok()?;
        let first = Date::try_new_iso(2026, month, 1).ok()?;
        Some(formatter.as_ref()?.format(&first).to_string())
    })
    .map(Option::unwrap_or_default)
}

const fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-US"),
        Language::French => locale!("fr-FR"),
    }
}
