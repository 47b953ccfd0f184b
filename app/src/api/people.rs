//! Reads about the people of the company.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::portal::{Candidate, PeopleQuery, PortalError};

/// The people who match what was typed into a picker.
#[server(name = ReadPeople, endpoint = "people", input = GetUrl)]
pub async fn people(query: PeopleQuery) -> Result<Vec<Candidate>, PortalError> {
    super::door::with_status(super::door::portal()?.people(query).await)
}
