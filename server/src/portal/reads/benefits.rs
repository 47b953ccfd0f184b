//! A tab of the Benefits page: the rows of one family, filtered, sorted, a page at a time, one of them open.

mod filter;
mod row;

use app::portal::{BenefitDetail, BenefitPage, BenefitQuery, Later, Opening};
use domain::{
    language::Localised,
    programme::{Family, OfferCode},
};

use self::{filter::Filter, row::Entry};
use super::{Visit, look::Look, offer, other, paging::Paging, software, visual_studio};
use crate::{db::benefits::Benefit, portal::Failure};

/// The tab of `family` as the address asks for it.
pub(super) async fn read(
    visit: &Visit,
    family: Family,
    query: &BenefitQuery,
) -> Result<BenefitPage, Failure> {
    let mut look = Look::at_benefits(visit).await?;
    let entries = row::entries(&mut look, family).await?;
    let (all, offers) = (number_of(&entries), offers(&look, &entries));
    // An offer that no row has is left out, like everything in an address that cannot be read.
    let has_offer = offers.iter().any(|(code, _)| code.as_str() == query.offer);
    let offer = if has_offer { query.offer.clone() } else { String::new() };
    let query = &BenefitQuery { offer, ..query.clone() };
    let is_asked = |entry: &Entry| Some(entry.benefit.id) == query.open;

    let filter = Filter::new(query, visit.visitor.language, look.terms.now.today);
    let matching = filter.apply(entries);
    let place = matching.iter().position(is_asked);
    let open = match (place.and_then(|place| matching.get(place)), query.open) {
        (Some(entry), _) => open(&mut look, &entry.benefit, query).await?,
        (None, Some(_)) => Opening::Unknown,
        (None, None) => Opening::Closed,
    };
    let paging = Paging::of(number_of(&matching), visit.store.page_size(0), query.page).showing(place);
    Ok(BenefitPage {
        today: look.terms.now.today,
        viewpoint: Later::new(look.viewpoint().await?),
        family,
        memberships: offer::lines(&look.terms),
        matching: number_of(&matching),
        all,
        page: (paging.page, paging.pages),
        rows: paging.cut(matching).into_iter().map(|entry| entry.row).collect(),
        offers,
        open,
    })
}

fn number_of(entries: &[Entry]) -> u32 {
    u32::try_from(entries.len()).unwrap_or(u32::MAX)
}

/// The offers behind the rows, each once, in the order of the catalogue.
fn offers(look: &Look<'_>, entries: &[Entry]) -> Vec<(OfferCode, Localised)> {
    let position =
        |code: &OfferCode| look.terms.catalogue.offers.iter().position(|offer| offer.code == *code);
    let granting = entries.iter().flat_map(|entry| &entry.row.offers);
    let mut offers: Vec<_> = granting.map(|(code, name, _)| (code.clone(), name.clone())).collect();
    offers.sort_by_key(|(code, _)| (position(code).unwrap_or(usize::MAX), code.clone()));
    offers.dedup_by(|(one, _), (other, _)| one == other);
    offers
}

/// The open row, with its details.
async fn open(look: &mut Look<'_>, benefit: &Benefit, query: &BenefitQuery) -> Result<Opening, Failure> {
    let detail = match benefit.family {
        Family::Software => BenefitDetail::Software(Box::new(software::open(look, benefit.clone()).await?)),
        Family::VisualStudio => BenefitDetail::VisualStudio(Box::new(
            visual_studio::open(look, benefit.clone(), &query.who).await?,
        )),
        Family::Cloud | Family::Technical | Family::GoToMarket => {
            BenefitDetail::Other(Box::new(other::open(look, benefit).await?))
        }
    };
    Ok(Opening::Open(benefit.id, Later::new(detail)))
}
