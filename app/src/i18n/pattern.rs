//! How a date, a time and a number are written in each language.
//!
//! Owns the order and the spacing, because no library writes « 1er mars » or « 23 h 59 »; the same code runs on both
//! sides, over the parts that each side's library gives. Refuses to know time zones: what comes in is already local.

use domain::{day::Day, language::Language};
use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};

use super::parts::{self, Parts};

const NO_BREAK_SPACE: &str = "\u{a0}";

/// How much room a date takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// "March 12, 2026", « 12 mars 2026 ».
    Long,
    /// "Jan 12, 2026", « 12 janv. 2026 ».
    Medium,
    /// "3/12/2026", « 12/03/2026 ».
    Short,
}

impl DateStyle {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "long" => Some(Self::Long),
            "medium" => Some(Self::Medium),
            "short" => Some(Self::Short),
            _ => None,
        }
    }
}

/// A local date (`2026-05-14`) or date and time (`2026-05-14T23:59`); `None` when `text` is neither, or lacks the time.
pub(super) fn date_time(
    language: Language,
    text: &str,
    style: Option<DateStyle>,
    with_time: bool,
) -> Option<String> {
    let (day, clock) = text.split_once('T').map_or((text, None), |(day, clock)| (day, Some(clock)));
    let day: Day = day.parse().ok()?;
    if !with_time {
        return Some(date(language, day, style.unwrap_or(DateStyle::Long)));
    }
    let time = time(language, clock?)?;
    let Some(style) = style else { return Some(time) };
    let joint = match (language, style) {
        (Language::French, _) => " à ",
        (Language::English, DateStyle::Long) => " at ",
        (Language::English, DateStyle::Medium | DateStyle::Short) => ", ",
    };
    Some(format!("{}{joint}{time}", date(language, day, style)))
}

/// A civil date.
pub(super) fn date(language: Language, day: Day, style: DateStyle) -> String {
    let parts = parts::of(language);
    let (year, month, day) = day.parts();
    let name = match style {
        DateStyle::Long => month_name(&parts.long_months, month),
        DateStyle::Medium => month_name(&parts.short_months, month),
        DateStyle::Short => {
            return match language {
                Language::English => format!("{month}/{day}/{year:04}"),
                Language::French => format!("{day:02}/{month:02}/{year:04}"),
            };
        }
    };
    match language {
        Language::English => format!("{name} {day}, {year}"),
        Language::French if day == 1 => format!("1er {name} {year}"),
        Language::French => format!("{day} {name} {year}"),
    }
}

fn month_name(names: &[String; 12], month: i8) -> &str {
    let index = usize::try_from(month - 1).unwrap_or_default();
    names.get(index).map_or("", String::as_str)
}

/// A time of day, `23:59` and whatever follows the minutes: "11:59 PM", « 23 h 59 ».
fn time(language: Language, clock: &str) -> Option<String> {
    let mut fields = clock.split(':').map(|field| field.parse::<u8>().ok());
    let (hour, minute) = (fields.next()??, fields.next()??);
    if hour > 23 || minute > 59 {
        return None;
    }
    Some(match language {
        Language::French => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute:02}"),
        Language::English => {
            let half = if hour < 12 { "AM" } else { "PM" };
            let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
            format!("{hour}:{minute:02}{NO_BREAK_SPACE}{half}")
        }
    })
}

/// A number as its options ask: plain, a percentage, or an amount of money in major units.
pub(super) fn number(language: Language, number: &FluentNumber) -> String {
    let options = &number.options;
    let parts = parts::of(language);
    match options.style {
        FluentNumberStyle::Decimal => decimal(parts, number.value, options, (0, 3)),
        FluentNumberStyle::Percent => {
            let text = decimal(parts, number.value * 100.0, options, (0, 0));
            match language {
                Language::English => format!("{text}%"),
                Language::French => format!("{text}{NO_BREAK_SPACE}%"),
            }
        }
        FluentNumberStyle::Currency => {
            let text = decimal(parts, number.value, options, (2, 2));
            with_currency(language, &text, options.currency.as_deref().unwrap_or_default())
        }
    }
}

/// A share of one as a percentage.
pub(super) fn percent(language: Language, share: f64) -> String {
    let options = FluentNumberOptions { style: FluentNumberStyle::Percent, ..FluentNumberOptions::default() };
    number(language, &FluentNumber::new(share, options))
}

/// An amount in minor units, hundredths, of an ISO 4217 currency.
pub(super) fn money(language: Language, minor_units: i64, currency: &str) -> String {
    let options = FluentNumberOptions {
        style: FluentNumberStyle::Currency,
        currency: Some(currency.to_owned()),
        ..FluentNumberOptions::default()
    };
    #[expect(clippy::cast_precision_loss, reason = "exact up to ninety thousand billion")]
    let amount = minor_units as f64 / 100.0;
    number(language, &FluentNumber::new(amount, options))
}

/// `fraction`: the fewest and the most digits after the mark, where the options do not say.
fn decimal(parts: &Parts, value: f64, options: &FluentNumberOptions, fraction: (usize, usize)) -> String {
    let (least, most) = fraction_digits(options, fraction);
    // Halves go away from zero on both sides; the formatting machinery alone would send some of them to the even digit.
    let scale = 10_f64.powi(i32::try_from(most).unwrap_or_default());
    let rounded = (value * scale).round() / scale;
    let digits = format!("{:.most$}", rounded.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let shown = rest.trim_end_matches('0').len().max(least);

    let mut text = String::new();
    if rounded < 0.0 {
        text.push('-');
    }
    push_grouped(&mut text, whole, if options.use_grouping { &parts.group } else { "" });
    if let Some(rest) = rest.get(..shown).filter(|rest| !rest.is_empty()) {
        text.push_str(&parts.decimal);
        text.push_str(rest);
    }
    text
}

fn fraction_digits(options: &FluentNumberOptions, (least, most): (usize, usize)) -> (usize, usize) {
    /// More than that a double does not hold.
    const MOST: usize = 15;
    match (options.minimum_fraction_digits, options.maximum_fraction_digits) {
        (None, None) => (least, most),
        (Some(least), None) => (least.min(MOST), most.max(least).min(MOST)),
        (None, Some(most)) => (least.min(most), most.min(MOST)),
        (Some(least), Some(most)) => (least.min(most).min(MOST), most.min(MOST)),
    }
}

fn push_grouped(text: &mut String, digits: &str, mark: &str) {
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
}

fn with_currency(language: Language, amount: &str, currency: &str) -> String {
    let sign = match (currency, language) {
        ("EUR", _) => "€",
        ("USD", Language::English) => "$",
        ("USD", Language::French) => "$US",
        ("GBP", Language::English) => "£",
        ("GBP", Language::French) => "£GB",
        (code, _) => code,
    };
    match language {
        Language::French => format!("{amount}{NO_BREAK_SPACE}{sign}"),
        Language::English => {
            let (minus, amount) = amount.strip_prefix('-').map_or(("", amount), |amount| ("-", amount));
            let gap = if sign.len() == 3 && sign == currency { NO_BREAK_SPACE } else { "" };
            format!("{minus}{sign}{gap}{amount}")
        }
    }
}
