//! Many durations, as the few numbers that say how they lie.

use std::time::Duration;

/// Durations of the same thing, done many times.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Adds one.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Adds those of somebody else.
    pub fn join(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.0.len()
    }

    /// The one that so many of a hundred do not exceed; nothing of none.
    #[must_use]
    pub fn percentile(&self, of_a_hundred: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * of_a_hundred).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    }

    /// The one in the middle.
    #[must_use]
    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// The longest.
    #[must_use]
    pub fn longest(&self) -> Duration {
        self.percentile(100)
    }
}

/// A duration in words, as exactly as anybody wants to know it.
#[must_use]
pub fn said(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1_000.0;
    match milliseconds {
        ..10.0 => format!("{milliseconds:.1} ms"),
        ..1_000.0 => format!("{milliseconds:.0} ms"),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}

/// A duration in words that may be minutes.
#[must_use]
pub fn at_length(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// The middle one of several numbers; nothing of none.
#[must_use]
pub fn middle(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_durations_that_were_taken() {
        let mut times = Times::default();
        assert_eq!(times.median(), Duration::ZERO);
        for milliseconds in (1..=200).rev() {
            times.add(Duration::from_millis(milliseconds));
        }
        let of = |percent| u64::try_from(times.percentile(percent).as_millis()).unwrap();
        assert_eq!([of(50), of(95), of(99), of(100)], [100, 190, 198, 200]);
    }

    #[test]
    fn a_duration_is_said_as_exactly_as_it_matters() {
        let said = |microseconds| said(Duration::from_micros(microseconds));
        assert_eq!([said(420), said(31_400), said(2_340_000)], ["0.4 ms", "31 ms", "2.3 s"]);
        assert_eq!(at_length(Duration::from_secs(65)), "1 min 05 s");
    }
}
