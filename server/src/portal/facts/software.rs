//! The facts of a software benefit.

use domain::{id::BenefitId, software::SoftwareBenefit};
use sqlx::AnyConnection;

use super::Terms;
use crate::db::{
    Error,
    benefits::{self, Benefit},
    software_keys,
};

/// A software benefit with what the rules ask of it.
#[derive(Clone, Debug)]
pub struct SoftwareFacts {
    /// The benefit.
    pub benefit: Benefit,
    /// What the rules ask for.
    pub facts: SoftwareBenefit,
}

impl Terms<'_> {
    /// The facts of the software benefit `benefit`; none when the company has no such benefit.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn software(
        &self,
        connection: &mut AnyConnection,
        benefit: BenefitId,
    ) -> Result<Option<SoftwareFacts>, Error> {
        match benefits::find(connection, self.company, benefit).await? {
            Some(benefit) => self.software_facts(connection, benefit).await,
            None => Ok(None),
        }
    }

    /// The facts of a benefit whose row is known; none when it is not software.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn software_facts(
        &self,
        connection: &mut AnyConnection,
        benefit: Benefit,
    ) -> Result<Option<SoftwareFacts>, Error> {
        let product = self.product(&benefit.product)?;
        let Some(details) = product.software() else { return Ok(None) };
        let stock = software_keys::stock(connection, self.company, benefit.id, &benefit.product).await?;
        let granted = benefit.granted.limit().unwrap_or(u32::MAX);
        let facts = SoftwareBenefit {
            keys: details.keys,
            usable_until: self.expiry(&benefit)?.day(),
            unit: product.unit,
            granted,
            units_per_key: details.units_per_key,
            activated: benefit.used,
            issued: stock.issued,
            // No more than could be drawn: how much else the operator holds would tell of other companies.
            in_stock: stock.in_stock.min(granted.max(1)),
        };
        Ok(Some(SoftwareFacts { benefit, facts }))
    }
}
