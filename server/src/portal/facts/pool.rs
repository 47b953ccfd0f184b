//! The facts of a seat pool, and of a person who is to hold one of its seats.

use std::collections::BTreeMap;

use domain::{
    id::{BenefitId, SeatId, UserId},
    programme::{Family, ProductCode},
    visual_studio::SeatPool,
};
use sqlx::AnyConnection;

use super::Terms;
use crate::db::{
    Error,
    benefits::{self, Benefit},
    seats,
    users::{self, MOST_OFFERED, Prospect, Untitled},
};

/// A pool with what the rules ask of it.
#[derive(Clone, Debug)]
pub struct PoolFacts {
    /// The benefit.
    pub benefit: Benefit,
    /// What the rules ask for.
    pub pool: SeatPool,
}

impl Terms<'_> {
    /// The facts of the pool `benefit`; none when the company has no such pool.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn seat_pool(
        &self,
        connection: &mut AnyConnection,
        benefit: BenefitId,
    ) -> Result<Option<PoolFacts>, Error> {
        let found = benefits::find(connection, self.company, benefit).await?;
        self.pool(connection, found).await
    }

    /// The facts of the pool that `seat` belongs to; none when the company has no such seat.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn pool_of_seat(
        &self,
        connection: &mut AnyConnection,
        seat: SeatId,
    ) -> Result<Option<PoolFacts>, Error> {
        let found = benefits::of_seat(connection, self.company, seat).await?;
        self.pool(connection, found).await
    }

    async fn pool(
        &self,
        connection: &mut AnyConnection,
        found: Option<Benefit>,
    ) -> Result<Option<PoolFacts>, Error> {
        match found.filter(|benefit| benefit.family == Family::VisualStudio) {
            Some(benefit) => self.pool_facts(connection, benefit).await.map(Some),
            None => Ok(None),
        }
    }

    /// The facts of a pool whose row is known.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn pool_facts(
        &self,
        connection: &mut AnyConnection,
        benefit: Benefit,
    ) -> Result<PoolFacts, Error> {
        let pool = SeatPool {
            usable_until: self.expiry(&benefit)?.day(),
            country_cap: benefit
                .grants
                .iter()
                .filter_map(|grant| grant.caps)
                .map(|caps| caps.per_country)
                .max(),
            seats: seats::of_pool(connection, self.company, benefit.id, self.now.today).await?,
        };
        Ok(PoolFacts { benefit, pool })
    }

    /// The facts of a person of the company who is to hold a seat of `product`; none for anybody else.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn holder(
        &self,
        connection: &mut AnyConnection,
        product: &ProductCode,
        user: UserId,
    ) -> Result<Option<Prospect>, Error> {
        let found = users::find_prospect(connection, self.company, product, user).await?;
        Ok(self.titled(connection, found.into_iter().collect()).await?.pop())
    }

    /// The facts of people of the company who may come to hold a seat of `product`, by name.
    ///
    /// # Errors
    /// [`Error`] of the database.
    pub async fn holders(
        &self,
        connection: &mut AnyConnection,
        product: &ProductCode,
        users: [Option<UserId>; MOST_OFFERED],
    ) -> Result<Vec<Prospect>, Error> {
        let found = users::prospects(connection, self.company, product, users).await?;
        self.titled(connection, found).await
    }

    /// Says what the pools are called of which people hold seats: these are read only where somebody does.
    async fn titled(
        &self,
        connection: &mut AnyConnection,
        people: Vec<Untitled>,
    ) -> Result<Vec<Prospect>, Error> {
        let titles = if people.iter().any(|person| person.holds.is_some()) {
            self.pool_titles(connection).await?
        } else {
            BTreeMap::new()
        };
        people.into_iter().map(|person| person.titled(&titles)).collect()
    }
}
