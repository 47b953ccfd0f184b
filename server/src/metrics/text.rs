//! The text format of Prometheus, version 0.0.4.

use std::fmt::{Display, Write as _};

use super::figures::{BOUNDS, Counter, Family, Gauge, Histogram};

/// The type of the text.
pub(super) const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A text that is being written.
#[derive(Default)]
pub(super) struct Text(String);

/// A figure of one number.
pub(super) trait Number {
    /// What Prometheus calls its kind.
    const KIND: &'static str;
    /// The number.
    fn number(&self) -> i64;
}

impl Number for Counter {
    const KIND: &'static str = "counter";

    fn number(&self) -> i64 {
        i64::try_from(self.read()).unwrap_or(i64::MAX)
    }
}

impl Number for Gauge {
    const KIND: &'static str = "gauge";

    fn number(&self) -> i64 {
        self.read()
    }
}

/// A number that is read where it lies.
pub(super) struct Now(pub i64);

impl Number for Now {
    const KIND: &'static str = "gauge";

    fn number(&self) -> i64 {
        self.0
    }
}

/// A number that only grows, read where it lies.
pub(super) struct SoFar(pub u64);

impl Number for SoFar {
    const KIND: &'static str = "counter";

    fn number(&self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }
}

impl Text {
    pub(super) fn value<N: Number>(&mut self, name: &str, help: &str, number: &N) {
        self.head(name, help, N::KIND);
        self.line(name, "", number.number());
    }

    pub(super) fn family<const N: usize>(&mut self, name: &str, help: &str, family: &Family<N, Histogram>) {
        self.head(name, help, "histogram");
        for (labels, histogram) in family.read() {
            let (most, count, microseconds) = histogram.read();
            for (bound, most) in BOUNDS.iter().zip(most) {
                self.line(&format!("{name}_bucket"), &format!("{labels},le=\"{}\"", seconds(*bound)), most);
            }
            self.line(&format!("{name}_bucket"), &format!("{labels},le=\"+Inf\""), count);
            self.line(&format!("{name}_sum"), &labels, seconds(microseconds));
            self.line(&format!("{name}_count"), &labels, count);
        }
    }

    pub(super) fn end(self) -> String {
        self.0
    }

    fn head(&mut self, name: &str, help: &str, kind: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, labels: &str, value: impl Display) {
        let _ = if labels.is_empty() {
            writeln!(self.0, "{name} {value}")
        } else {
            writeln!(self.0, "{name}{{{labels}}} {value}")
        };
    }
}

/// Microseconds as seconds, exactly.
fn seconds(microseconds: u64) -> String {
    let text = format!("{}.{:06}", microseconds / 1_000_000, microseconds % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_histogram_is_written_as_prometheus_reads_it() {
        let family = Family::<2, Histogram>::new(["route", "status"]);
        let of = family.of(["/a\"b".into(), "2xx".into()]);
        for milliseconds in [4, 10, 60_000] {
            of.observe(Duration::from_millis(milliseconds));
        }
        let mut text = Text::default();
        text.family("atout_request_seconds", "Time.", &family);
        let text = text.end();
        assert!(
            text.starts_with("# HELP atout_request_seconds Time.\n# TYPE atout_request_seconds histogram\n")
        );
        for line in [
            r#"atout_request_seconds_bucket{route="/a\"b",status="2xx",le="0.005"} 1"#,
            r#"atout_request_seconds_bucket{route="/a\"b",status="2xx",le="0.01"} 2"#,
            r#"atout_request_seconds_bucket{route="/a\"b",status="2xx",le="10"} 2"#,
            r#"atout_request_seconds_bucket{route="/a\"b",status="2xx",le="+Inf"} 3"#,
            r#"atout_request_seconds_sum{route="/a\"b",status="2xx"} 60.014"#,
            r#"atout_request_seconds_count{route="/a\"b",status="2xx"} 3"#,
        ] {
            assert!(text.contains(&format!("{line}\n")), "{text}");
        }
    }

    #[test]
    fn a_number_has_one_line() {
        let mut text = Text::default();
        text.value("atout_connections", "Open.", &Now(3));
        assert_eq!(
            text.end(),
            "# HELP atout_connections Open.\n# TYPE atout_connections gauge\natout_connections 3\n"
        );
    }
}
