//! What time it is, and which civil day that is for a company.
//!
//! Owns the only reading of the system's clock; refuses to know what any deadline means.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use domain::day::{Day, Instant, Now};
use jiff::{Timestamp, civil, tz::TimeZone};

/// The source of every instant. It never goes back: a clock set back prolongs no session and reopens no refund.
#[derive(Clone, Debug)]
pub struct Clock {
    latest: Arc<AtomicI64>,
    follows_system: bool,
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self { latest: Arc::new(AtomicI64::new(i64::MIN)), follows_system: true }
    }

    /// A clock that stands at `instant` until it is advanced, for tests.
    #[must_use]
    pub fn fixed(instant: Instant) -> Self {
        Self { latest: Arc::new(AtomicI64::new(instant.as_microseconds())), follows_system: false }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Instant {
        let read = if self.follows_system { system_microseconds() } else { i64::MIN };
        let before = self.latest.fetch_max(read, Ordering::Relaxed);
        Instant::from_microseconds(before.max(read))
    }

    /// Moves the clock `seconds` forward. On the system's clock the move lasts until the system has caught up.
    pub fn advance(&self, seconds: u32) {
        self.latest.fetch_add(i64::from(seconds) * 1_000_000, Ordering::Relaxed);
    }
}

fn system_microseconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// An instant as the shell is told it, in UTC.
#[must_use]
pub fn in_utc(instant: Instant) -> String {
    let timestamp = Timestamp::from_microsecond(instant.as_microseconds()).unwrap_or_default();
    timestamp.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// The time zone of a company, in which every deadline is a civil day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// The name is not a time zone of the IANA database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no time zone named {name:?}")]
pub struct ZoneError {
    /// The name that was looked up.
    pub name: String,
}

impl Zone {
    /// The zone with this IANA name, such as `Europe/Paris`.
    ///
    /// # Errors
    /// [`ZoneError`] when the database that the program carries has no such zone.
    pub fn named(name: &str) -> Result<Self, ZoneError> {
        TimeZone::get(name).map(Self).map_err(|_| ZoneError { name: name.to_owned() })
    }

    /// The zone of those who belong to no company.
    #[must_use]
    pub const fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The instant together with the civil day that it falls on.
    #[must_use]
    pub fn now(&self, at: Instant) -> Now {
        Now { at, today: self.day_of(at) }
    }

    /// The civil day of an instant.
    #[must_use]
    pub fn day_of(&self, at: Instant) -> Day {
        self.local(at).date().into()
    }

    /// The instant at which `day` is over: the first one of the next day.
    #[must_use]
    pub fn end_of(&self, day: Day) -> Instant {
        let (year, month, number) = day.plus_days(1).parts();
        let midnight = civil::Date::new(year, month, number).unwrap_or(civil::Date::MAX).at(0, 0, 0, 0);
        let timestamp = self.0.to_ambiguous_timestamp(midnight).compatible().unwrap_or(Timestamp::MAX);
        Instant::from_microseconds(timestamp.as_microsecond())
    }

    /// The local date and time to the minute, `2026-05-14T23:59`, as Fluent's `DATETIME` takes it.
    #[must_use]
    pub fn moment_of(&self, at: Instant) -> String {
        let local = self.local(at);
        format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute())
    }

    /// The local date and time to the second, `2026-05-14T23:59:07`.
    #[must_use]
    pub fn second_of(&self, at: Instant) -> String {
        format!("{}:{:02}", self.moment_of(at), self.local(at).second())
    }

    /// Its IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    fn local(&self, at: Instant) -> civil::DateTime {
        let microseconds = at.as_microseconds();
        let limit = if microseconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
        self.0.to_datetime(Timestamp::from_microsecond(microseconds).unwrap_or(limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        Instant::from_microseconds(text.parse::<Timestamp>().unwrap().as_microsecond())
    }

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    #[test]
    fn the_same_instant_is_another_day_elsewhere() {
        let at = instant("2026-05-14T22:30:00Z");
        let days = ["America/Los_Angeles", "UTC", "Europe/Paris", "Asia/Kathmandu", "Pacific/Kiritimati"]
            .map(|name| zone(name).day_of(at).to_string());
        assert_eq!(days, ["2026-05-14", "2026-05-14", "2026-05-15", "2026-05-15", "2026-05-15"]);
    }

    #[test]
    fn a_day_ends_at_the_local_midnight_across_a_change_of_clocks() {
        let paris = zone("Europe/Paris");
        assert_eq!(paris.end_of("2026-10-24".parse().unwrap()), instant("2026-10-24T22:00:00Z"));
        assert_eq!(paris.end_of("2026-10-25".parse().unwrap()), instant("2026-10-25T23:00:00Z"));
        assert_eq!(paris.end_of("2027-03-28".parse().unwrap()), instant("2027-03-28T22:00:00Z"));
    }

    #[test]
    fn the_last_instant_of_a_day_is_still_that_day() {
        let paris = zone("Europe/Paris");
        let end = paris.end_of("2028-02-29".parse().unwrap());
        let before = Instant::from_microseconds(end.as_microseconds() - 1);
        assert_eq!(paris.day_of(before).to_string(), "2028-02-29");
        assert_eq!(paris.moment_of(before), "2028-02-29T23:59");
        assert_eq!(paris.day_of(end).to_string(), "2028-03-01");
    }

    #[test]
    fn a_zone_that_does_not_exist_is_refused() {
        assert_eq!(Zone::named("Mars/Olympus"), Err(ZoneError { name: "Mars/Olympus".to_owned() }));
    }

    #[test]
    fn the_clock_never_goes_back() {
        let clock = Clock::system();
        let first = clock.now();
        clock.advance(60);
        let second = clock.now();
        assert!(first.seconds_until(second) >= 60);
        assert!(clock.now() >= second);
    }
}
