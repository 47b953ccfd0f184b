//! How a date, a time and a number are written in each language.
//!
//! Owns the order and the spacing, because no library writes « 1er mars » or « 23 h 59 »; the same code runs on both
//! sides, over the parts that each side's library gives. Refuses to know time zones: what comes in is already local.

use domain::{day::Day, language::Language};

use super::parts;

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

/// How many digits stand after the mark: the fewest, and the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    least: usize,
    most: usize,
}

impl Digits {
    /// As many as there are, up to three.
    pub const PLAIN: Self = Self { least: 0, most: 3 };
    /// None.
    const WHOLE: Self = Self { least: 0, most: 0 };
    /// Those of an amount of money.
    const HUNDREDTHS: Self = Self { least: 2, most: 2 };
    /// More than that no number of ours has.
    const MOST: usize = 6;

    /// What `least` and `most` ask for, where they do.
    pub fn between(least: Option<usize>, most: Option<usize>) -> Self {
        let plain = Self::PLAIN;
        let (least, most) = match (least, most) {
            (None, None) => (plain.least, plain.most),
            (Some(least), None) => (least, plain.most.max(least)),
            (None, Some(most)) => (plain.least.min(most), most),
            (Some(least), Some(most)) => (least.min(most), most),
        };
        Self { least: least.min(Self::MOST), most: most.min(Self::MOST) }
    }
}

/// A number: "1,234.5", « 1 234,5 ». Halves go away from zero.
pub(super) fn number(language: Language, value: f64, digits: Digits) -> String {
    let scale = 10_u64.pow(u32::try_from(digits.most).unwrap_or_default());
    #[expect(clippy::cast_precision_loss, reason = "a million is far from the limit of a double")]
    let scaled = (value * scale as f64).round();
    // By whole numbers, because writing a double takes tables of ten kilobytes. The cast stops at the greatest number.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is beyond stops at the limit"
    )]
    let magnitude = scaled.abs() as u64;
    let parts = parts::of(language);

    let mut text = String::from(if scaled < 0.0 { "-" } else { "" });
    push_grouped(&mut text, &(magnitude / scale).to_string(), &parts.group);
    let rest = format!("{:0width$}", magnitude % scale, width = digits.most);
    let shown = if digits.most == 0 { 0 } else { rest.trim_end_matches('0').len().max(digits.least) };
    if let Some(rest) = rest.get(..shown).filter(|rest| !rest.is_empty()) {
        text.push_str(&parts.decimal);
        text.push_str(rest);
    }
    text
}

/// A share of one as a percentage.
pub(super) fn percent(language: Language, share: f64) -> String {
    let text = number(language, share * 100.0, Digits::WHOLE);
    match language {
        Language::English => format!("{text}%"),
        Language::French => format!("{text}{NO_BREAK_SPACE}%"),
    }
}

/// An amount in minor units, hundredths, of an ISO 4217 currency; a whole amount says nothing of hundredths.
pub(super) fn money(language: Language, minor_units: i64, currency: &str) -> String {
    let digits = if minor_units % 100 == 0 { Digits::WHOLE } else { Digits::HUNDREDTHS };
    #[expect(clippy::cast_precision_loss, reason = "exact up to ninety thousand billion")]
    let amount = minor_units as f64 / 100.0;
    with_currency(language, &number(language, amount, digits), currency)
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
