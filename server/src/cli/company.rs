//! `atout company`: companies, from the shell.

use anyhow::Context;
use clap::{Args, Subcommand};
use domain::{
    command::OperatorCommand,
    company::{CompanyName, Country},
    role::Role,
};

use super::{Place, address, full_name, operated};
use crate::{
    auth::invitation,
    clock::Zone,
    portal::{door::Door, operator::Made, store::Store},
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
    let mpn_id = CompanyName::parse(&arguments.mpn_id).context("the MPN ID cannot be read")?.into();
    let create = OperatorCommand::CreateCompany {
        name: CompanyName::parse(&arguments.name).context("the name of the company cannot be read")?,
        mpn_id,
        time_zone: zone,
        country: arguments
            .country
            .parse::<Country>()
            .context("the country is two capital letters, such as FR")?,
        location: CompanyName::parse(&arguments.location)
            .context("the name of the location cannot be read")?,
    };
    let (name, email) = (full_name(&arguments.admin_name)?, address(&arguments.admin)?);
    let application = arguments.place.open().await?;
    let store = Store::open(application.clone()).await?;
    let mut tx = store.database().begin().await?;
    let Made::Company(company, _) = operated(Door(&store).operate_in(&mut tx, None, create).await)? else {
        anyhow::bail!("no company was created");
    };
    let roles = vec![Role::GlobalAdmin];
    let invite = OperatorCommand::InviteUser { company, name, email, roles, is_guest: false, location: None };
    let made = operated(Door(&store).operate_in(&mut tx, None, invite).await)?;
    tx.commit().await?;
    println!("{} is company {company}.", arguments.name);
    super::user::tell(&made, |token| invitation::link(&application.config.origin(), token));
    Ok(())
}
