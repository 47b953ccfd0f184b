//! Civil days and instants, as values that are handed in.
//!
//! Owns the calendar arithmetic that the rules need; refuses to know what time it is, or in which zone.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// A civil date in the company's time zone. Every deadline is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// The text is not a date of the form `2026-05-14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl Day {
    /// The day `year`-`month`-`day`, if the calendar has it.
    ///
    /// # Errors
    /// [`DayError`] when the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DayError> {
        Date::new(year, month, day).map(Self).map_err(|_| DayError)
    }

    /// This day plus `days` (negative: before), held at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let span = days.clamp(-3_000_000, 3_000_000).days();
        Self(self.0.saturating_add(span))
    }

    /// The same calendar day `years` later; 29 February gives 28 February in common years (R17).
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        Self(self.0.saturating_add(years.clamp(-9_000, 9_000).years()))
    }

    /// Whole days from `self` until `later`; negative when `later` is before.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        (later.0.duration_since(self.0).as_hours()) / 24
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let mut parts = text.splitn(3, '-');
        let digits =
            |part: &&str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut next = |width: usize| parts.next().filter(|part| digits(part, width)).ok_or(DayError);
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        let number = |part: &str| part.parse::<i16>().map_err(|_| DayError);
        let small = |part: &str| part.parse::<i8>().map_err(|_| DayError);
        Self::new(number(year)?, small(month)?, small(day)?)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form 2026-05-14")
    }
}

impl std::error::Error for DayError {}

/// A moment, in microseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

impl Instant {
    /// The moment `microseconds` after the start of 1970, UTC.
    #[must_use]
    pub const fn from_microseconds(microseconds: i64) -> Self {
        Self(microseconds)
    }

    /// Microseconds since the start of 1970, UTC.
    #[must_use]
    pub const fn as_microseconds(self) -> i64 {
        self.0
    }

    /// This moment plus `seconds` (negative: before).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Seconds from `self` until `later`, rounded down; negative when `later` is before.
    #[must_use]
    pub const fn seconds_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(1_000_000)
    }
}

/// The moment of a command or of a view, with the company's civil date at that moment.
///
/// It is carried with each page view, because a browser's clock would break the agreement between page and server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// The server's instant.
    pub at: Instant,
    /// The date at that instant in the company's time zone.
    pub today: Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_leap_day_comes_back_on_28_february_in_common_years() {
        assert_eq!(day("2028-02-29").plus_years(1), day("2029-02-28"));
    }

    #[test]
    fn days_are_counted_across_a_year_end() {
        assert_eq!(day("2026-12-30").days_until(day("2027-01-02")), 3);
        assert_eq!(day("2027-01-02").days_until(day("2026-12-30")), -3);
    }

    #[test]
    fn one_june_plus_ninety_days_is_thirty_august() {
        assert_eq!(day("2026-06-01").plus_days(90), day("2026-08-30"));
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in ["", "2026-5-14", "2026-02-30", "14/05/2026", "2026-05-14T00:00", "+026-05-14"] {
            assert_eq!(text.parse::<Day>(), Err(DayError), "{text}");
        }
    }
}
