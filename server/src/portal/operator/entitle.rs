//! Writes what the offers of a company grant it, after they have changed.

use domain::{day::Now, entitlement::Entitled, id::CompanyId, policy::Policy, programme::Catalogue};

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
        for pool in entitlement.pools(product.family, &memberships) {
            let row = entitlements::Entitled {
                company,
                family: product.family,
                product: &product.code,
                pool: &pool.name,
                granted: pool.granted(),
            };
            let benefit = entitlements::put_benefit(tx, row, now.at).await?;
            entitlements::put_grants(tx, benefit, &pool.grants, entitlement.caps).await?;
            if pool.has_seats() {
                entitlements::put_seats(tx, benefit, row, now.at).await?;
            }
        }
    }
    Ok(())
}
