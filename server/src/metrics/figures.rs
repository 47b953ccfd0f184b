//! The kinds of figures. Each can be changed by everybody at once, without waiting.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

/// The upper ends of the classes of a histogram, in microseconds.
pub(super) const BOUNDS: [u64; 11] =
    [5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000];

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// One more.
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A number that goes up and down.
#[derive(Debug, Default)]
pub struct Gauge(AtomicI64);

impl Gauge {
    /// One more.
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// One less.
    pub fn decrement(&self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }

    /// The number now.
    #[must_use]
    pub fn read(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// How often something took how long.
#[derive(Debug, Default)]
pub struct Histogram {
    classes: [AtomicU64; BOUNDS.len()],
    beyond: AtomicU64,
    microseconds: AtomicU64,
}

impl Histogram {
    /// Counts one that took so long.
    pub fn observe(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = BOUNDS.iter().zip(&self.classes).find(|(bound, _)| took <= **bound);
        class.map_or(&self.beyond, |(_, class)| class).fetch_add(1, Ordering::Relaxed);
        self.microseconds.fetch_add(took, Ordering::Relaxed);
    }

    /// How many took at most so long, for each bound; then how many there were, and their time in microseconds.
    pub(super) fn read(&self) -> ([u64; BOUNDS.len()], u64, u64) {
        let mut sum = 0;
        let most = self.classes.each_ref().map(|class| {
            sum += class.load(Ordering::Relaxed);
            sum
        });
        (most, sum + self.beyond.load(Ordering::Relaxed), self.microseconds.load(Ordering::Relaxed))
    }
}

/// The values of a family's labels, in their order.
pub(super) type Values<const N: usize> = [Cow<'static, str>; N];

/// A figure for each combination of labels that has occurred. Whoever adds one sees to it that these are few: a label is
/// never what somebody has typed.
#[derive(Debug)]
pub struct Family<const N: usize, F> {
    labels: [&'static str; N],
    figures: RwLock<BTreeMap<Values<N>, Arc<F>>>,
}

impl<const N: usize, F: Default> Family<N, F> {
    /// A family without any figure yet.
    #[must_use]
    pub const fn new(labels: [&'static str; N]) -> Self {
        Self { labels, figures: RwLock::new(BTreeMap::new()) }
    }

    /// The figure of these values.
    pub fn of(&self, values: [Cow<'static, str>; N]) -> Arc<F> {
        let known = self.figures.read().unwrap_or_else(PoisonError::into_inner).get(&values).cloned();
        known.unwrap_or_else(|| {
            let mut figures = self.figures.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(figures.entry(values).or_default())
        })
    }

    /// Each figure with its labels, as they stand between braces.
    pub(super) fn read(&self) -> Vec<(String, Arc<F>)> {
        let figures = self.figures.read().unwrap_or_else(PoisonError::into_inner);
        let labelled = |values: &Values<N>| {
            let pair = |(label, value): (&&str, &Cow<'_, str>)| format!("{label}=\"{}\"", escaped(value));
            self.labels.iter().zip(values).map(pair).collect::<Vec<_>>().join(",")
        };
        figures.iter().map(|(values, figure)| (labelled(values), Arc::clone(figure))).collect()
    }
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
