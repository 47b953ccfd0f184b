//! `atout company`: companies, from the shell.

use clap::{Args, Subcommand};
use domain::{command::OperatorCommand, company::Country, role::Role};

use super::{
    Place,
    words::{address, company_name, field, full_name, operated},
};
use crate::{
    auth::invitation,
    clock::Zone,
    portal::{door::Door, operator::Made},
};

/// What can be said of companies.
#[derive(Clone, Debug, Subcommand)]
pub enum Company {
    /// Creates a company, with its first location and its Global admin, who gets a single-use link.
    Create(Create),
}

/// The arguments of `atout company create`.
#[derive(Args, Clone, Debug)]
pub struct Create {
    #[command(flatten)]
    place: Place,
    /// The name of the company.
    #[arg(long)]
    name: String,
    /// Its MPN ID.
    #[arg(long, value_name = "ID")]
    mpn_id: String,
    /// The country of its first location, by its two letters.
    #[arg(long, value_name = "CODE")]
    country: String,
    /// The name of its first location.
    #[arg(long, value_name = "NAME")]
    location: String,
    /// The time zone of its deadlines.
    #[arg(long, value_name = "ZONE", default_value = "Europe/Paris")]
    time_zone: String,
    /// The e-mail address of its Global admin.
    #[arg(long, value_name = "ADDRESS")]
    admin: String,
    /// The full name of its Global admin.
    #[arg(long, value_name = "NAME")]
    admin_name: String,
}

/// Does what is said of companies.
///
/// # Errors
/// The door's refusal, or whatever failed.
pub async fn run(command: Company) -> anyhow::Result<()> {
    match command {
        Company::Create(arguments) => create(arguments).await,
    }
}

async fn create(arguments: Create) -> anyhow::Result<()> {
    let zone = arguments.time_zone;
    let _ = Zone::named(&zone)?;
    let (code, mpn_id) = (&arguments.country, company_name("MPN ID", &arguments.mpn_id)?);
    let create = OperatorCommand::CreateCompany {
        name: company_name("name of the company", &arguments.name)?,
        mpn_id: mpn_id.into(),
        time_zone: zone,
        country: field("country", code, "two capital letters, such as FR", code.parse::<Country>())?,
        location: company_name("name of the location", &arguments.location)?,
    };
    let (name, email) = (full_name(&arguments.admin_name)?, address(&arguments.admin)?);
    let store = arguments.place.open().await?;
    let mut tx = store.database().begin().await?;
    let made = Door(&store).operate_in(&mut tx, None, create).await;
    let made = operated(made, &store, "a company with this MPN ID is there already")?;
    let Made::Company(company, _) = made else {
        anyhow::bail!("no company was created");
    };
    let roles = vec![Role::GlobalAdmin];
    let invite = OperatorCommand::InviteUser { company, name, email, roles, is_guest: false, location: None };
    let made = Door(&store).operate_in(&mut tx, None, invite).await;
    let made = operated(made, &store, super::user::THERE_ALREADY)?;
    tx.commit().await?;
    println!("{} is company {company}.", arguments.name);
    super::user::tell(&made, |token| invitation::link(&store.origin(), token));
    Ok(())
}
