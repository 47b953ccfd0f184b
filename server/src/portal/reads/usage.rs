//! How much of each benefit is used: counted by seats, by keys, by activations.

use std::collections::BTreeMap;

use domain::{
    id::BenefitId,
    programme::{Details, Family, KeyKind, Product},
};

use super::look::Look;
use crate::{
    db::{
        benefits::Benefit,
        seats::{self, Tally},
        software_keys,
    },
    portal::Failure,
};

/// How much of a benefit is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    /// How many are used.
    pub used: u32,
    /// How many wait for a lock to end.
    pub locked: u32,
    /// How many have never been used.
    pub untouched: u32,
    /// How many nobody has, and somebody could have now.
    pub nobody_has: u32,
}

/// What has been counted for a company.
#[derive(Debug, Default)]
pub(super) struct Usages {
    tallies: BTreeMap<BenefitId, Tally>,
    issued: BTreeMap<BenefitId, u32>,
}

impl Usages {
    /// Counts what the benefits of one family need.
    pub async fn of_family(look: &mut Look<'_>, family: Family) -> Result<Self, Failure> {
        match family {
            Family::Software => Ok(Self { issued: issued(look).await?, ..Self::default() }),
            Family::VisualStudio => Ok(Self { tallies: tallies(look).await?, ..Self::default() }),
            Family::Cloud | Family::Technical | Family::GoToMarket => Ok(Self::default()),
        }
    }

    /// Counts what the benefits of every family need.
    pub async fn of_all(look: &mut Look<'_>) -> Result<Self, Failure> {
        Ok(Self { tallies: tallies(look).await?, issued: issued(look).await? })
    }

    /// How much of one benefit is used. Of software, nothing is untouched once its keys have been got.
    pub fn of(&self, benefit: &Benefit, product: &Product) -> Usage {
        let granted = benefit.granted.limit().unwrap_or(u32::MAX);
        let unless = |touched: bool| if touched { 0 } else { granted };
        let used = benefit.used;
        match &product.details {
            Details::VisualStudio(_) => {
                let tally = self.tallies.get(&benefit.id).copied().unwrap_or_default();
                let nobody_has = tally.seats.saturating_sub(tally.held).saturating_sub(tally.locked);
                Usage { used: tally.held, locked: tally.locked, untouched: tally.untouched, nobody_has }
            }
            Details::Software(software) => {
                let touched =
                    used > 0 || self.issued.contains_key(&benefit.id) || software.keys == KeyKind::None;
                let untouched = unless(touched);
                Usage { used, locked: 0, untouched, nobody_has: untouched }
            }
            Details::Cloud(_) | Details::Technical(_) | Details::GoToMarket(_) => {
                let untouched = unless(used > 0);
                Usage { used, locked: 0, untouched, nobody_has: untouched }
            }
        }
    }
}

async fn tallies(look: &mut Look<'_>) -> Result<BTreeMap<BenefitId, Tally>, Failure> {
    Ok(seats::tallies(&mut look.connection, look.place.company, look.terms.now.today).await?)
}

async fn issued(look: &mut Look<'_>) -> Result<BTreeMap<BenefitId, u32>, Failure> {
    Ok(software_keys::issued(&mut look.connection, look.place.company).await?)
}
