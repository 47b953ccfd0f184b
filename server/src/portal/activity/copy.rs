//! A copy of the log as a file: written piece by piece, so that a long log fits into little memory.
//!
//! Owns the columns of the file, which say what the page says; refuses to know how it travels.

use app::{
    i18n::{Args, format, id, text},
    portal::ActivityRow,
};
use domain::{
    id::EventId,
    language::{Language, Localised},
};

use super::{benefits, rows, search};
use crate::{
    csv,
    db::events::reading::{self, Search},
    portal::{
        Failure,
        door::Caller,
        facts::{self, Place, Terms},
        store::Store,
    },
};

/// Entries of a piece.
const PIECE: u32 = 500;

/// A file that is being written.
#[derive(Clone, Debug)]
pub struct Copy {
    store: Store,
    place: Place,
    search: Search,
    language: Language,
    /// Where the next piece begins; none after the last one.
    next: Option<u32>,
}

impl Copy {
    /// Begins the file that an [`Outcome::ActivityExported`](domain::outcome::Outcome::ActivityExported) of the door lets
    /// be taken: what was logged before `event`.
    ///
    /// # Errors
    /// [`Failure`] of the database.
    pub async fn begin(
        store: &Store,
        caller: Caller,
        event: EventId,
        language: Language,
    ) -> Result<Self, Failure> {
        let mut connection = store.connection().await?;
        let place = facts::place(&mut connection, caller.user).await?.ok_or(Failure::NotFound)?;
        let exported = reading::exported(&mut connection, place.company, event).await?;
        let (next, filter) = exported.ok_or(Failure::NotFound)?;
        let search = search(place.company, &filter, &place.zone);
        Ok(Self { store: store.clone(), place, search, language, next: Some(next) })
    }

    /// The name of the file: by the day on which it was taken.
    #[must_use]
    pub fn name(&self) -> String {
        let today = self.place.zone.day_of(self.store.clock().now());
        format!("atout-activity-{today}.csv")
    }

    /// What the file begins with: the names of the columns.
    #[must_use]
    pub fn head(&self) -> String {
        let zone = self.place.zone.name().to_owned();
        let time = format(self.language, id::ACTIVITY_LOG_FILE_TIME, &Args::new().with("zone", &zone));
        let [who, what, benefit, before, after, refusal] = [
            id::ACTIVITY_LIST_WHO,
            id::ACTIVITY_LIST_WHAT,
            id::ACTIVITY_LIST_BENEFIT,
            id::ACTIVITY_LOG_FILE_BEFORE,
            id::ACTIVITY_LOG_FILE_AFTER,
            id::ACTIVITY_LOG_FILE_REFUSAL,
        ]
        .map(|column| text(self.language, column));
        let columns = [&time, &who, &what, &benefit, &before, &after, &refusal];
        csv::BEGIN.to_owned() + &csv::line(self.separator(), columns.map(String::as_str))
    }

    /// The next piece of the file; none after its end.
    ///
    /// # Errors
    /// [`Failure`] of the database.
    pub async fn piece(&mut self) -> Result<Option<String>, Failure> {
        let Some(place) = self.next else { return Ok(None) };
        let mut connection = self.store.connection().await?;
        let entries = reading::before(&mut connection, &self.search, Some(place), PIECE).await?;
        self.next = entries.last().filter(|_| entries.len() == PIECE as usize).map(|entry| entry.place);
        let catalogue = self.store.catalogue()?;
        let policy = facts::policy_at(&self.place, catalogue);
        let now = self.place.zone.now(self.store.clock().now());
        let terms = Terms::read(&mut connection, catalogue, self.place.company, policy, now).await?;
        let benefits = benefits(&mut connection, &terms).await?;
        let rows = rows(&mut connection, (&terms, &self.place.zone), entries).await?;
        let line = |row: &ActivityRow| {
            let benefit = benefits.iter().find(|known| Some(known.id) == row.benefit);
            self.line(row, &benefit.map(|benefit| benefit.title(self.language)).unwrap_or_default())
        };
        Ok(Some(rows.iter().map(line).collect()))
    }

    fn line(&self, row: &ActivityRow, benefit: &str) -> String {
        let (before, after) = row.change.as_ref().map(|(before, after)| (before, after)).unzip();
        let time = row.at.replace('T', " ");
        let cells = [
            time.as_str(),
            row.who.get(self.language),
            row.what.get(self.language),
            benefit,
            self.said(before),
            self.said(after),
            self.said(row.refused.as_ref()),
        ];
        csv::line(self.separator(), cells)
    }

    fn said<'a>(&self, text: Option<&'a Localised>) -> &'a str {
        text.map_or("", |text| text.get(self.language))
    }

    /// What a spreadsheet in the reader's language expects between cells: the comma of French is in its numbers.
    const fn separator(&self) -> char {
        match self.language {
            Language::English => ',',
            Language::French => ';',
        }
    }
}
