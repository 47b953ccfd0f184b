//! What the server has said to all requests, by the lines of its log.

use anyhow::{Result, ensure};

/// How many requests were answered how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those of which every field was of its form, and which were answered by what is behind them.
    pub used: usize,
    /// Those of which a field was not of its form.
    pub malformed: usize,
    /// Those that were refused before: from elsewhere, too large, of nowhere.
    pub refused: usize,
}

impl Tally {
    /// Counts the answers that `log` tells of.
    ///
    /// # Errors
    /// When a request was answered by a fault.
    pub fn of(log: &str) -> Result<Self> {
        let mut tally = Self::default();
        for line in log.lines().filter(|line| line.contains(": answered ")) {
            let said = |name: &str| line.split(name).nth(1).and_then(|rest| rest.split(' ').next());
            let status: u16 = said(" status=").unwrap_or_default().parse()?;
            let route = said(" route=").unwrap_or_default();
            ensure!(status < 500, "a scanner was answered by a fault: {line}");
            let counted = match status {
                400 | 403 | 405 | 408 | 413 | 415 | 431 => &mut tally.refused,
                _ if route.contains("unmatched") => &mut tally.refused,
                422 => &mut tally.malformed,
                _ => &mut tally.used,
            };
            *counted += 1;
        }
        Ok(tally)
    }

    /// All of them.
    #[must_use]
    pub const fn all(self) -> usize {
        self.used + self.malformed + self.refused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "2026 INFO request{id=\"7\"}: server::requests: answered method=POST route=\"/act/{command}\" status=STATUS milliseconds=7\n";

    #[test]
    fn answers_are_told_apart_by_their_status() {
        let log = ["303", "422", "403", "200"].map(|status| LINE.replace("STATUS", status)).concat();
        assert_eq!(Tally::of(&log).unwrap(), Tally { used: 2, malformed: 1, refused: 1 });
        assert_eq!(Tally::of("something else").unwrap().all(), 0);
    }

    #[test]
    fn a_fault_is_a_finding() {
        assert!(Tally::of(&LINE.replace("STATUS", "500")).is_err());
    }
}
