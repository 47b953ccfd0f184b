//! The dashboard: what needs the person who looks.

use app::portal::{Dashboard, HeldSeat, MySeat, UnusedBenefit, Viewpoint};
use domain::{
    id::{SeatId, UserId},
    language::Localised,
    programme::{Details, Family, Product},
    role::{Action, Rights, Standing},
    visual_studio::SeatState,
};
use uuid::Uuid;

use super::{
    Visit,
    look::Look,
    offer::{granting_name, lines},
    usage::Usages,
};
use crate::{
    clock::Zone,
    db::{
        benefits::{self, Benefit},
        companies, seat_assignments,
    },
    portal::Failure,
};

/// How many seats that wait for their holders are listed.
const MOST_WAITING: u32 = 5;
/// How many benefits that nobody has used are listed.
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
        waiting: Vec::new(),
        waiting_in_all: 0,
        unused: Vec::new(),
        unused_in_all: 0,
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
        dashboard.unused_in_all = u32::try_from(unused.len()).unwrap_or(u32::MAX);
        dashboard.unused = unused.into_iter().take(MOST_UNUSED).collect();
    }
    if look.may(Action::AssignBenefits) {
        (dashboard.waiting, dashboard.waiting_in_all) = waiting(&mut look).await?;
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

/// The seats that wait for their holders to sign in, and how many there are in all.
async fn waiting(look: &mut Look<'_>) -> Result<(Vec<HeldSeat>, u32), Failure> {
    let (waiting, in_all) =
        seat_assignments::waiting(&mut look.connection, look.place.company, MOST_WAITING).await?;
    let seat = |seat: seat_assignments::Waiting| {
        let product = look.terms.product(&seat.product)?.name.clone();
        Ok(HeldSeat { benefit: seat.benefit, product, name: seat.name, since: seat.since })
    };
    let waiting = waiting.into_iter().map(seat).collect::<Result<_, Failure>>()?;
    Ok((waiting, in_all))
}

/// The keys to get and the seats to assign (R90), the benefit that ends first at the front.
async fn unused(look: &mut Look<'_>, benefits: &[Benefit]) -> Result<Vec<UnusedBenefit>, Failure> {
    let usages = Usages::of_all(look).await?;
    let mut unused = Vec::new();
    for benefit in benefits {
        let product = look.terms.product(&benefit.product)?;
        let untouched = usages.of(benefit, product).untouched;
        let is_to_do = matches!(benefit.family, Family::Software | Family::VisualStudio) && untouched > 0;
        if is_to_do && !look.terms.is_closed(benefit)? {
            unused.push(UnusedBenefit {
                benefit: benefit.id,
                family: benefit.family,
                product: product.name.clone(),
                offer: granting_name(&look.terms, benefit)?,
                unused: untouched,
                expiry: look.terms.expiry(benefit)?,
            });
        }
    }
    unused.sort_by(|a, b| {
        (a.expiry.day(), &a.product.en, a.benefit).cmp(&(b.expiry.day(), &b.product.en, b.benefit))
    });
    Ok(unused)
}
