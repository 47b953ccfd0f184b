//! The dashboard: what needs the person who looks.

use app::portal::{Dashboard, MySeat, UnusedBenefit, Viewpoint};
use domain::{
    attention::{Matter, Whose},
    id::{SeatId, UserId},
    language::Localised,
    programme::{Details, Family, Product},
    role::{Action, Rights, Standing},
    visual_studio::SeatState,
};
use uuid::Uuid;

use super::{Visit, look::Look, offer::lines, usage::Usages};
use crate::{
    clock::Zone,
    db::{
        benefits::{self, Benefit},
        companies, seat_assignments,
    },
    portal::{Failure, facts::Place},
};

/// How many benefits of which nobody has something are listed.
const MOST_UNUSED: usize = 6;

/// The dashboard of a person in a company, of an operator, or of somebody who is neither.
pub(super) async fn read(visit: &Visit) -> Result<Dashboard, Failure> {
    let session = visit.session()?;
    let mut dashboard = match session.user_id {
        Some(_) => of_company(visit).await?,
        None => of_nobody(visit, &session.full_name),
    };
    if session.operator {
        dashboard.companies = companies::with_head_counts(&mut *visit.store.connection().await?).await?;
    }
    Ok(dashboard)
}

/// Outside of every company there is nothing to do but to operate.
fn of_nobody(visit: &Visit, name: &str) -> Dashboard {
    let viewpoint = Viewpoint {
        user: UserId::from_uuid(Uuid::nil()),
        rights: Rights { roles: [].into(), standing: Standing::Active },
        now: Zone::utc().now(visit.store.clock().now()),
        policy: visit.store.catalogue().map(|catalogue| catalogue.policy.clone()).unwrap_or_default(),
        who_can: Vec::new(),
    };
    empty(viewpoint, name.to_owned())
}

fn empty(viewpoint: Viewpoint, name: String) -> Dashboard {
    Dashboard {
        viewpoint,
        name,
        memberships: Vec::new(),
        mine: Vec::new(),
        unused: Vec::new(),
        more: Vec::new(),
        for_others: Vec::new(),
        unclaimed: 0,
        companies: Vec::new(),
    }
}

/// Everybody sees the seats that are theirs; the rest is for those who may see benefits, or assign them.
async fn of_company(visit: &Visit) -> Result<Dashboard, Failure> {
    let mut look = Look::begin(visit).await?;
    let viewpoint = look.viewpoint().await?;
    let name = look.place.name.clone();
    let mut dashboard = empty(viewpoint, name);
    let benefits = benefits::of_company(&mut look.connection, look.place.company).await?;
    dashboard.mine = mine(&mut look, &benefits).await?;
    if look.may(Action::ViewBenefits) {
        dashboard.memberships = lines(&look.terms);
        let unused = unused(&mut look, &benefits).await?;
        let is_theirs = |unused: &UnusedBenefit| {
            let Place { user, rights, .. } = &look.place;
            Matter::Unused(unused.family).needs(*user, rights, &look.terms.policy)
        };
        let (mut theirs, others): (Vec<_>, Vec<_>) = unused.into_iter().partition(is_theirs);
        dashboard.more = by_family(theirs.get(MOST_UNUSED..).unwrap_or_default());
        theirs.truncate(MOST_UNUSED);
        (dashboard.unused, dashboard.for_others) = (theirs, by_family(&others));
    }
    if look.may(Action::AssignBenefits) {
        dashboard.unclaimed = seat_assignments::unclaimed(&mut look.connection, look.place.company).await?;
    }
    Ok(dashboard)
}

/// The seats that the person holds.
async fn mine(look: &mut Look<'_>, benefits: &[Benefit]) -> Result<Vec<MySeat>, Failure> {
    let Look { place, terms, connection } = look;
    let held = seat_assignments::held_by(connection, place.company, place.user, terms.now.today).await?;
    let seat = |(seat, id, state): (SeatId, _, SeatState)| {
        let benefit = benefits.iter().find(|benefit| benefit.id == id).ok_or(Failure::NotFound)?;
        let product = terms.product(&benefit.product)?;
        Ok(MySeat {
            seat,
            benefit: id,
            product: product.name.clone(),
            portal: portal(product),
            state,
            usable_until: terms.expiry(benefit)?.day(),
        })
    };
    held.into_iter().map(seat).collect()
}

/// The portal in which a subscription is used.
fn portal(product: &Product) -> (Localised, String) {
    match &product.details {
        Details::VisualStudio(details) => (details.portal.name.clone(), details.portal.url.clone()),
        Details::Software(_) | Details::Cloud(_) | Details::Technical(_) | Details::GoToMarket(_) => {
            (product.name.clone(), String::new())
        }
    }
}

/// What nobody has of what is somebody’s to put to use (R90), what ends first at the front.
async fn unused(look: &mut Look<'_>, benefits: &[Benefit]) -> Result<Vec<UnusedBenefit>, Failure> {
    let usages = Usages::of_all(look).await?;
    let mut unused = Vec::new();
    for benefit in benefits {
        let product = look.terms.product(&benefit.product)?;
        let nobody_has = usages.of(benefit, product).nobody_has;
        let is_somebodys = Matter::Unused(benefit.family).whose() != Whose::Nobodys;
        if is_somebodys && nobody_has > 0 && !look.terms.is_closed(benefit)? {
            unused.push(UnusedBenefit {
                benefit: benefit.id,
                family: benefit.family,
                product: product.name.clone(),
                pool: look.terms.pool_title(benefit)?,
                unused: nobody_has,
                unit: product.unit,
                expiry: look.terms.expiry(benefit)?,
            });
        }
    }
    unused.sort_by(|a, b| {
        (a.expiry.day(), &a.product.en, a.benefit).cmp(&(b.expiry.day(), &b.product.en, b.benefit))
    });
    Ok(unused)
}

/// How many benefits there are of each family that has one, in the order of the tabs.
fn by_family(benefits: &[UnusedBenefit]) -> Vec<(Family, u32)> {
    let count = |family| benefits.iter().filter(|benefit| benefit.family == family).count();
    let counted =
        Family::ALL.into_iter().map(|family| (family, u32::try_from(count(family)).unwrap_or(u32::MAX)));
    counted.filter(|(_, count)| *count > 0).collect()
}
