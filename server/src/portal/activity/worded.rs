//! Entries as pages and files say them: with names in the place of ids, in both languages.

use std::collections::BTreeMap;

use app::{
    i18n::{
        MessageId,
        entries::{self, Logged, Names, in_both, mentioned},
        id, terms, text,
    },
    portal::{ActivityBenefit, ActivityRow},
};
use domain::{
    id::MembershipId,
    language::{Language, Localised},
    programme::Family,
};
use sqlx::AnyConnection;

use crate::{
    clock::Zone,
    db::{
        benefits::{self as table, Benefit},
        events::{naming, reading::Entry},
    },
    portal::{
        Failure,
        facts::{Terms, membership_name},
    },
};

/// The benefits of the company that entries can be about.
///
/// # Errors
/// [`Failure`] of the database.
pub async fn benefits(
    connection: &mut AnyConnection,
    terms: &Terms<'_>,
) -> Result<Vec<ActivityBenefit>, Failure> {
    let all = table::of_company(connection, terms.company).await?;
    all.iter().filter(|benefit| benefit.family.has_acts()).map(|benefit| named(terms, benefit)).collect()
}

/// A benefit by its product, of which there may be several pools of seats.
fn named(terms: &Terms<'_>, benefit: &Benefit) -> Result<ActivityBenefit, Failure> {
    let name = terms.product(&benefit.product)?.name.clone();
    let title = match benefit.family {
        Family::VisualStudio => Some(terms.pool_title(benefit)?),
        Family::Software | Family::Cloud | Family::Technical | Family::GoToMarket => None,
    };
    let pool = title.map(|title| in_both(|words| terms::pool(words, &title)));
    Ok(ActivityBenefit { id: benefit.id, family: benefit.family, name, pool })
}

/// The entries in words.
///
/// # Errors
/// [`Failure`] of the database.
pub async fn rows(
    connection: &mut AnyConnection,
    (terms, zone): (&Terms<'_>, &Zone),
    logged: Vec<Entry>,
) -> Result<Vec<ActivityRow>, Failure> {
    let events = logged.iter().flat_map(|entry| [Some(&entry.event), entry.undone.as_ref()]).flatten();
    let mentions = mentioned(events);
    let names = Names {
        people: naming::people(connection, terms.company, &mentions.people).await?,
        seats: naming::seats(connection, terms.company, &mentions.seats).await?,
        keys: naming::keys(connection, terms.company, &mentions.keys).await?,
        offers: offers(terms),
        catalogue: terms.catalogue,
    };
    let said: Vec<_> =
        logged.iter().map(|entry| Logged { event: &entry.event, undone: entry.undone.as_ref() }).collect();
    let row = |(entry, told): (&Entry, entries::Told<Localised>)| ActivityRow {
        at: zone.second_of(entry.at),
        who: who(entry),
        what: told.what,
        change: told.change,
        refused: told.refused,
        benefit: entry.benefit,
    };
    Ok(logged.iter().zip(entries::told(&said, &names)).map(row).collect())
}

fn offers(terms: &Terms<'_>) -> BTreeMap<MembershipId, Localised> {
    let name = |membership| membership_name(terms.catalogue, membership);
    terms.memberships.iter().map(|membership| (membership.id, name(membership))).collect()
}

/// A person of the company, the operator, whoever is at the shell.
fn who(entry: &Entry) -> Localised {
    let both = |message: MessageId| Localised {
        en: text(Language::English, message),
        fr: text(Language::French, message),
    };
    match (&entry.user, entry.account) {
        (Some((_, name)), _) => Localised::same(name),
        (None, Some(_)) => both(id::TERMS_ROLE_OPERATOR),
        (None, None) => both(id::ACTIVITY_LOG_WHO_SHELL),
    }
}
