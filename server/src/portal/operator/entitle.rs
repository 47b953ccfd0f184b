//! Writes what the offers of a company grant it, after they have changed.

use domain::{
    day::Now,
    entitlement::{BenefitType, Entitled, Entitlement, Grant},
    id::CompanyId,
    membership::Membership,
    policy::Policy,
    programme::{Catalogue, Family, Level, Product, Quantity},
};

use super::super::{Failure, facts};
use crate::db::{Tx, entitlements, locations};

/// Gives the company the benefits that its memberships grant. What it has and is no longer granted stays, closed by its
/// dates: nothing that is in use is taken away here.
pub async fn entitle(
    tx: &mut Tx,
    catalogue: &Catalogue,
    (company, policy): (CompanyId, &Policy),
    now: Now,
) -> Result<(), Failure> {
    let memberships = facts::memberships(tx, company).await?;
    let countries = locations::countries(tx, company).await?;
    let entitled = Entitled { memberships: &memberships, countries: &countries, policy, today: now.today };
    for entitlement in entitled.to(catalogue) {
        let Some(product) = catalogue.product(&entitlement.product) else { continue };
        for (pool, grants) in pools(product, &entitlement, &memberships) {
            let granted = grants.iter().fold(Quantity::ZERO, |sum, grant| sum.plus(grant.quantity));
            let row = entitlements::Entitled {
                company,
                family: product.family,
                product: &product.code,
                pool: &pool,
                granted,
            };
            let benefit = entitlements::put_benefit(tx, row, now.at).await?;
            entitlements::put_grants(tx, benefit, &grants, entitlement.caps).await?;
            if product.family == Family::VisualStudio {
                entitlements::put_seats(tx, benefit, row, now.at).await?;
            }
        }
    }
    Ok(())
}

/// The pools of an entitlement: one for each grant of Visual Studio, one for all of them elsewhere.
///
/// A pool is named by what it is, not by the membership behind it: a core that moves to a better level is the same pool.
fn pools<'a>(
    product: &Product,
    entitlement: &'a Entitlement,
    held: &[Membership],
) -> Vec<(String, Vec<&'a Grant>)> {
    if product.family != Family::VisualStudio {
        return vec![("all".to_owned(), entitlement.grants.iter().collect())];
    }
    let name = |grant: &Grant| {
        let membership = held.iter().find(|membership| membership.id == grant.membership);
        let competency = membership.and_then(|membership| membership.competency.as_ref());
        match (grant.benefit_type, competency) {
            (BenefitType::Incremental, Some(competency)) => format!("incremental/{competency}"),
            _ if membership.is_some_and(|membership| membership.level == Level::ActionPack) => {
                "core/action-pack".to_owned()
            }
            _ => "core".to_owned(),
        }
    };
    entitlement.grants.iter().map(|grant| (name(grant), vec![grant])).collect()
}
