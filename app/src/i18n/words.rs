//! The language on screen, for components.
//!
//! Owns the signal that every text follows. Refuses to know the messages: it hands them on.

use domain::{
    day::Day,
    language::{Language, Localised},
};
use leptos::prelude::*;

use super::{Args, DateStyle, MessageId, NotSwitched, bundle, id, pattern, switch};

/// Text in the language on screen. It is read in a closure, and read again when the language changes.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    language: RwSignal<Language>,
    /// What was asked for last: an answer that arrives after a second thought is not shown.
    wanted: StoredValue<Language>,
}

/// The words that [`Words::provide`] put in context.
pub fn use_words() -> Words {
    expect_context::<Words>()
}

/// The title of a document: the name of the page, then the name of the product.
pub fn page_title(page: MessageId) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let words = use_words();
    move || words.format(id::SHELL_TITLE_PAGE, &Args::new().with("page", &words.text(page)))
}

impl Words {
    /// Puts words that begin with `language` in context: once, at the root.
    pub fn provide(language: Language) -> Self {
        let words = Self { language: RwSignal::new(language), wanted: StoredValue::new(language) };
        provide_context(words);
        words
    }

    /// The language on screen.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// The language on screen, for what must not run again when it changes.
    pub fn language_untracked(self) -> Language {
        self.language.get_untracked()
    }

    /// A message without variables.
    pub fn text(self, message: MessageId) -> String {
        bundle::text(self.language(), message)
    }

    /// A message with its variables.
    pub fn format(self, message: MessageId, args: &Args<'_>) -> String {
        bundle::format(self.language(), message, args)
    }

    /// A name or a text of the catalogue.
    pub fn pick(self, text: &Localised) -> String {
        text.get(self.language()).to_owned()
    }

    /// A day in full: "March 12, 2026", « 12 mars 2026 ».
    pub fn day(self, day: Day) -> String {
        self.date(day, DateStyle::Long)
    }

    /// A day.
    pub fn date(self, day: Day, style: DateStyle) -> String {
        pattern::date(self.language(), day, style)
    }

    /// A local date and time in ISO 8601, in full; what is neither comes back as it is.
    pub fn moment(self, local: &str) -> String {
        pattern::date_time(self.language(), local, Some(DateStyle::Long), true)
            .unwrap_or_else(|| local.to_owned())
    }

    /// A whole number: "1,234", « 1 234 ».
    pub fn number(self, number: i64) -> String {
        #[expect(clippy::cast_precision_loss, reason = "what pages count is small")]
        let number = number as f64;
        pattern::number(self.language(), number, pattern::Digits::PLAIN)
    }

    /// A share of one as a percentage: 0.12 is "12%", « 12 % ».
    pub fn percent(self, share: f64) -> String {
        pattern::percent(self.language(), share)
    }

    /// An amount in minor units of an ISO 4217 currency: "€1,234.56", « 1 234,56 € »; "$100" when it is whole.
    pub fn money(self, minor_units: i64, currency: &str) -> String {
        pattern::money(self.language(), minor_units, currency)
    }

    /// The size of a file: "870 MB", « 3,18 Go » from a thousand megabytes on.
    pub fn file_size(self, megabytes: u32) -> String {
        file_size(self.language(), megabytes)
    }

    /// How far a day is from today: "today", "in 12 days", "9 days ago".
    pub fn distance(self, days: i64) -> String {
        distance(self.language(), days)
    }

    /// A day in full with its distance beside it: "May 14, 2026, in 12 days".
    pub fn day_and_distance(self, day: Day, today: Day) -> String {
        let distance = self.distance(today.days_until(day));
        self.format(id::DATES_DAY_DISTANCE, &Args::new().with("date", &day).with("distance", &distance))
    }

    /// Changes the language in place. Saving the choice is the caller's affair.
    ///
    /// # Errors
    /// [`NotSwitched`] when the messages could not be read; nothing has changed then.
    pub async fn switch(self, language: Language) -> Result<(), NotSwitched> {
        self.wanted.set_value(language);
        switch::prepare(language).await?;
        if self.wanted.get_value() == language {
            self.show(language);
            switch::announce(language);
        }
        Ok(())
    }

    pub(super) fn show(self, language: Language) {
        self.language.set(language);
    }
}

/// See [`Words::file_size`].
pub(super) fn file_size(language: Language, megabytes: u32) -> String {
    let (message, size) = match megabytes {
        0..1_000 => (id::TERMS_SIZE_MEGABYTES, f64::from(megabytes)),
        1_000.. => (id::TERMS_SIZE_GIGABYTES, f64::from(megabytes) / 1_000.0),
    };
    bundle::format(language, message, &Args::new().with("size", &size))
}

/// See [`Words::distance`].
pub(super) fn distance(language: Language, days: i64) -> String {
    let message = match days {
        -1 => id::DATES_DISTANCE_YESTERDAY,
        0 => id::DATES_DISTANCE_TODAY,
        1 => id::DATES_DISTANCE_TOMORROW,
        2.. => id::DATES_DISTANCE_FUTURE,
        _ => id::DATES_DISTANCE_PAST,
    };
    bundle::format(language, message, &Args::new().with("days", &days.unsigned_abs()))
}
