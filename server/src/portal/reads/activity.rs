//! The page of the activity log.

use app::portal::{ActivityPage, ActivityQuery};
use domain::{
    activity::ActivityFilter,
    company::{FieldFault, folded},
    language::Localised,
    refusal::InvalidField,
    role::Action,
};
use sqlx::AnyConnection;

use super::{Visit, look::Look};
use crate::{
    db::events::reading::{self, Entry, Search},
    portal::{
        Failure,
        activity::{benefits, rows, search},
    },
};

/// Entries are counted as far as that: somebody who has more sets a filter.
const MOST_COUNTED: u32 = 1_000;

/// The page as the address asks for it.
pub(super) async fn read(visit: &Visit, query: &ActivityQuery) -> Result<ActivityPage, Failure> {
    let mut look = Look::begin(visit).await?;
    look.rights().allow(Action::ReadActivity, &look.terms.policy)?;
    let mut benefits = benefits(&mut look.connection, &look.terms).await?;
    let seen = |name: &Localised| folded(name.get(visit.visitor.language));
    benefits.sort_by_cached_key(|benefit| (seen(&benefit.name), benefit.pool.as_ref().map(seen), benefit.id));
    let mut page = ActivityPage {
        faults: Vec::new(),
        rows: Vec::new(),
        matching: Some(0),
        most_counted: MOST_COUNTED,
        older: None,
        newer: None,
        has_entries: true,
        benefits,
    };
    let filter = match query.filter() {
        Ok(filter) => filter,
        Err(faults) => return Ok(ActivityPage { faults, ..page }),
    };
    if filter.benefit.is_some_and(|asked| page.benefits.iter().all(|known| known.id != asked)) {
        let unknown = InvalidField { field: "benefit".to_owned(), fault: FieldFault::Malformed };
        return Ok(ActivityPage { faults: vec![unknown], ..page });
    }
    let asked = search(look.place.company, &filter, &look.place.zone);
    let counted = reading::count(&mut look.connection, &asked, MOST_COUNTED).await?;
    let cut = cut(&mut look.connection, &asked, query, visit.store.page_size(0)).await?;
    (page.older, page.newer) = (cut.older, cut.newer);
    page.matching = Some(counted).filter(|counted| *counted <= MOST_COUNTED);
    if cut.entries.is_empty() {
        let all = search(look.place.company, &ActivityFilter::default(), &look.place.zone);
        page.has_entries = reading::count(&mut look.connection, &all, 0).await? > 0;
    }
    page.rows = rows(&mut look.connection, (&look.terms, &look.place.zone), cut.entries).await?;
    Ok(page)
}

/// The entries of a page, and the places at which its neighbours begin.
struct Cut {
    entries: Vec<Entry>,
    older: Option<u32>,
    newer: Option<u32>,
}

/// The page that the address asks for. Where it has nothing to show, as beyond the ends of the log, it is the newest one.
async fn cut(
    connection: &mut AnyConnection,
    search: &Search,
    query: &ActivityQuery,
    size: u32,
) -> Result<Cut, Failure> {
    let (before, after) = (query.before.parse().ok(), query.after.parse().ok());
    let most = usize::try_from(size).unwrap_or(usize::MAX);
    if let Some(place) = after {
        let mut entries = reading::after(connection, search, place, size + 1).await?;
        if entries.len() > most {
            // The one too many is the newest: there are newer entries than those of the page.
            entries.remove(0);
            let older = entries.last().map(|entry| entry.place);
            let newer = entries.first().map(|entry| entry.place);
            return Ok(Cut { entries, older, newer });
        }
    }
    let mut entries = reading::before(connection, search, before, size + 1).await?;
    let is_first = before.is_none() || entries.is_empty();
    if entries.is_empty() && before.is_some() {
        entries = reading::before(connection, search, None, size + 1).await?;
    }
    let has_older = entries.len() > most;
    entries.truncate(most);
    let older = entries.last().filter(|_| has_older).map(|entry| entry.place);
    let newer = entries.first().filter(|_| !is_first).map(|entry| entry.place);
    Ok(Cut { entries, older, newer })
}
