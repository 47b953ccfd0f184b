//! `atout user`: people, from the shell.

use anyhow::Context;
use clap::{Args, Subcommand};
use domain::{command::OperatorCommand, role::Role};

use super::{Place, address, full_name, operated};
use crate::{
    auth::invitation,
    portal::{door::Door, operator::Made, store::Store},
    random::Token,
};

/// What can be said of people.
#[derive(Clone, Debug, Subcommand)]
pub enum User {
    /// Invites a person to a company, and prints the single-use link.
    Invite(Invite),
}

/// The arguments of `atout user invite`.
#[derive(Args, Clone, Debug)]
pub struct Invite {
    #[command(flatten)]
    place: Place,
    /// The company, by its id, its MPN ID or its name.
    #[arg(long)]
    company: String,
    /// The person's e-mail address.
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// The person's full name.
    #[arg(long)]
    name: String,
    /// The person's roles; none makes a default user.
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// The person is a guest, not an employee.
    #[arg(long)]
    guest: bool,
}

/// Does what is said of people.
///
/// # Errors
/// The door's refusal, or whatever failed.
pub async fn run(command: User) -> anyhow::Result<()> {
    match command {
        User::Invite(arguments) => invite(arguments).await,
    }
}

async fn invite(arguments: Invite) -> anyhow::Result<()> {
    let (name, email) = (full_name(&arguments.name)?, address(&arguments.email)?);
    let known = || Role::ALL.map(Role::code).join(", ");
    let role = |code: &String| {
        Role::from_code(code).with_context(|| format!("there is no role {code}; known are {}", known()))
    };
    let roles = arguments.roles.iter().map(role).collect::<anyhow::Result<Vec<_>>>()?;
    let application = arguments.place.open().await?;
    let store = Store::open(application.clone()).await?;
    let mut tx = store.database().begin().await?;
    let company = super::company_named(&mut tx, &arguments.company).await?;
    let is_guest = arguments.guest;
    let command = OperatorCommand::InviteUser { company, name, email, roles, is_guest, location: None };
    let made = operated(Door(&store).operate_in(&mut tx, None, command).await)?;
    tx.commit().await?;
    tell(&made, |token| invitation::link(&application.config.origin(), token));
    Ok(())
}

/// Tells the shell how the person comes in.
pub fn tell(made: &Made, link: impl Fn(&Token) -> String) {
    match made {
        Made::User(_, _, Some(token)) => {
            println!("The person chooses a password here, once, within seven days:");
            println!("{}", link(token));
        }
        Made::User(_, _, None) => println!("The person signs in with the password that the account has."),
        _ => {}
    }
}
