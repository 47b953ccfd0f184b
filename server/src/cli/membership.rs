//! `atout membership`: the offers that companies hold, from the shell.

use anyhow::Context;
use clap::{Args, Subcommand};
use domain::{
    command::OperatorCommand,
    day::Day,
    programme::{CompetencyCode, OfferCode},
    refusal::MembershipRefusal,
};

use super::{Place, words::operated};
use crate::{
    clock::Zone,
    db::companies,
    portal::{Failure, door::Door},
};

const THERE_ALREADY: &str = "the company holds this offer already";

/// What can be said of memberships.
#[derive(Clone, Debug, Subcommand)]
pub enum Membership {
    /// Records that a company holds an offer, which gives it its benefits.
    Record(Record),
}

/// The arguments of `atout membership record`.
#[derive(Args, Clone, Debug)]
pub struct Record {
    #[command(flatten)]
    place: Place,
    /// The company, by its id, its MPN ID or its name.
    #[arg(long)]
    company: String,
    /// The offer, by its code in the catalogue.
    #[arg(long)]
    offer: String,
    /// The competency, by its code in the catalogue, with a Silver or Gold offer.
    #[arg(long)]
    competency: Option<String>,
    /// The day on which it was bought; today when it is not said.
    #[arg(long, value_name = "DATE")]
    purchased_on: Option<Day>,
    /// The day on which it became active; the day of the purchase when it is not said.
    #[arg(long, value_name = "DATE")]
    activated_on: Option<Day>,
}

/// Does what is said of memberships.
///
/// # Errors
/// The door's refusal, or whatever failed.
pub async fn run(command: Membership) -> anyhow::Result<()> {
    match command {
        Membership::Record(arguments) => record(arguments).await,
    }
}

async fn record(arguments: Record) -> anyhow::Result<()> {
    let store = arguments.place.open().await?;
    // What is not even a code names nothing of the programme.
    let unknown = |why: MembershipRefusal| Failure::Refused(why.into());
    let offer = OfferCode::parse(&arguments.offer).map_err(|_| unknown(MembershipRefusal::UnknownOffer));
    let offer = operated(offer, &store, THERE_ALREADY)?;
    let competency = arguments.competency.as_deref().map(CompetencyCode::parse).transpose();
    let competency = competency.map_err(|_| unknown(MembershipRefusal::UnknownCompetency));
    let competency = operated(competency, &store, THERE_ALREADY)?;
    let mut tx = store.database().begin().await?;
    let company = super::company_named(&mut tx, &arguments.company).await?;
    let zone =
        companies::changes::time_zone(&mut tx, company).await?.context("the company has no time zone")?;
    let today = Zone::named(&zone)?.day_of(store.clock().now());
    let purchased_on = arguments.purchased_on.unwrap_or(today);
    let activated_on = arguments.activated_on.unwrap_or(purchased_on);
    let command =
        OperatorCommand::RecordMembership { company, offer, competency, purchased_on, activated_on };
    let _ = operated(Door(&store).operate_in(&mut tx, None, command).await, &store, THERE_ALREADY)?;
    tx.commit().await?;
    println!("{} holds {} since {activated_on}.", arguments.company, arguments.offer);
    Ok(())
}
