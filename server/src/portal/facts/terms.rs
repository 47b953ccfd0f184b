//! The terms of a company: the offers, the policy and the day by which everything that it holds is judged.

use std::cmp::Reverse;

use domain::{
    day::Now,
    expiry::Expiry,
    id::{CompanyId, MembershipId},
    membership::Membership,
    policy::Policy,
    programme::{Catalogue, Product, ProductCode},
};
use sqlx::AnyConnection;

use crate::db::{Error, benefits::Benefit, memberships};

/// By what a company's benefits are judged.
#[derive(Clone, Debug)]
pub struct Terms<'a> {
    /// The company.
    pub company: CompanyId,
    /// The programme.
    pub catalogue: &'a Catalogue,
    /// The policy in force for the company.
    pub policy: Policy,
    /// The offers of the company, those that have lapsed included; the one that ends first at the front.
    pub memberships: Vec<Membership>,
    /// The moment, with the company's date.
    pub now: Now,
}

impl<'a> Terms<'a> {
    /// Reads the offers of the company.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn read(
        connection: &mut AnyConnection,
        catalogue: &'a Catalogue,
        company: CompanyId,
        policy: Policy,
        now: Now,
    ) -> Result<Self, Error> {
        let memberships = memberships::of_company(connection, company).await?;
        Ok(Self { company, catalogue, policy, memberships, now })
    }

    /// The product that a row names.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] when the catalogue has no such product.
    pub fn product(&self, code: &ProductCode) -> Result<&'a Product, Error> {
        let unknown = || Error::Inconsistency { table: "benefits", column: "product", id: code.to_string() };
        self.catalogue.product(code).ok_or_else(unknown)
    }

    /// The membership that a grant names.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] when the company has no such membership.
    pub fn membership(&self, id: MembershipId) -> Result<&Membership, Error> {
        let unknown =
            || Error::Inconsistency { table: "grants", column: "membership_id", id: id.to_string() };
        self.memberships.iter().find(|membership| membership.id == id).ok_or_else(unknown)
    }

    /// The memberships that grant a benefit, the one that ends last at the front.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] when one is not the company's, or there is none.
    pub fn granting(&self, benefit: &Benefit) -> Result<Vec<&Membership>, Error> {
        let mut granting = benefit
            .grants
            .iter()
            .map(|grant| self.membership(grant.membership))
            .collect::<Result<Vec<_>, _>>()?;
        granting.sort_by_key(|membership| (Reverse(membership.anniversary), membership.id));
        granting.dedup_by_key(|membership| membership.id);
        if granting.is_empty() {
            return Err(Error::Inconsistency {
                table: "benefits",
                column: "benefit_id",
                id: benefit.id.to_string(),
            });
        }
        Ok(granting)
    }

    /// Until when a benefit lasts, and in which sense: as long as the source that ends last.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] as [`Self::granting`], or when the catalogue does not have the product.
    pub fn expiry(&self, benefit: &Benefit) -> Result<Expiry, Error> {
        let details = &self.product(&benefit.product)?.details;
        let ends = self.granting(benefit)?.into_iter().map(|held| Expiry::of(details, held, &self.policy));
        let unknown =
            || Error::Inconsistency { table: "benefits", column: "benefit_id", id: benefit.id.to_string() };
        ends.max_by_key(|expiry| expiry.day()).ok_or_else(unknown)
    }

    /// Whether no offer behind a benefit is usable any more.
    ///
    /// # Errors
    /// [`Error::Inconsistency`] as [`Self::granting`].
    pub fn is_closed(&self, benefit: &Benefit) -> Result<bool, Error> {
        let granting = self.granting(benefit)?;
        Ok(!granting.iter().any(|membership| membership.is_usable(&self.policy, self.now.today)))
    }
}
