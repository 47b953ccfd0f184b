//! The activity log: its entries in words, and the copies that are taken of it.
//!
//! Owns what an export writes and what a filter means in the company's zone; refuses to word anything: `app` does.

mod copy;
mod worded;

pub use copy::Copy;
pub use worded::{benefits, rows};

use domain::{
    activity::{ActGroup, ActivityFilter, MOST_EXPORTED, can_export},
    company::SearchText,
    day::Instant,
    event::Event,
    id::CompanyId,
    outcome::Outcome,
};

use super::{Failure, door::Act};
use crate::{
    clock::Zone,
    db::{benefits as of_company, events::reading},
};

/// What is looked for where a filter is set.
#[must_use]
pub fn search(company: CompanyId, filter: &ActivityFilter, zone: &Zone) -> reading::Search {
    reading::Search {
        company,
        text: filter.by.as_ref().map(SearchText::as_str).unwrap_or_default().to_owned(),
        kinds: filter.group.map(ActGroup::kinds).unwrap_or_default(),
        benefit: filter.benefit,
        from: filter.from.map_or(Instant::from_microseconds(i64::MIN), |day| zone.end_of(day.plus_days(-1))),
        until: filter.to.map_or(Instant::from_microseconds(i64::MAX), |day| zone.end_of(day)),
    }
}

/// Lets the entries that match `filter` be taken away: recorded here, and read by [`struct@Copy`] from the outcome alone.
///
/// # Errors
/// [`Failure`]: more of them than one file holds, a benefit that no entry is about, or the database.
pub async fn export(act: &mut Act<'_>, filter: ActivityFilter) -> Result<Outcome, Failure> {
    if let Some(benefit) = filter.benefit {
        let known = of_company::find(act.tx, act.company, benefit).await?;
        let _ = known.filter(|known| known.family.has_acts()).ok_or(Failure::NotFound)?;
    }
    let rows = reading::count(act.tx, &search(act.company, &filter, &act.zone), MOST_EXPORTED).await?;
    can_export(rows)?;
    let event = act.log(&Event::ActivityExported { filter, rows }).await?;
    Ok(Outcome::ActivityExported { rows, event })
}
