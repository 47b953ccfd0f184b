//! Reads about the company's benefits.

use domain::programme::Family;
use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::portal::{BenefitPage, BenefitQuery, PortalError, SeatQuery, SeatsPage};

/// One tab of the Benefits page.
#[server(name = ReadBenefits, endpoint = "benefits", input = GetUrl)]
pub async fn benefits(family: Family, query: BenefitQuery) -> Result<BenefitPage, PortalError> {
    super::door::with_status(super::door::portal()?.benefits(family, query).await)
}

/// Every seat of every pool.
#[server(name = ReadSeats, endpoint = "seats", input = GetUrl)]
pub async fn seats(query: SeatQuery) -> Result<SeatsPage, PortalError> {
    super::door::with_status(super::door::portal()?.seats(query).await)
}
