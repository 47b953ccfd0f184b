//! `atout user`: people, from the shell.

use clap::{
    Args, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use domain::{command::OperatorCommand, role::Role};

use super::{
    Place,
    words::{address, full_name, operated},
};
use crate::{
    auth::invitation,
    portal::{door::Door, operator::Made},
    random::Token,
};

/// What is said of a person who would be in a company twice.
pub const THERE_ALREADY: &str = "the company has somebody with this address already";

/// What can be said of people.
#[derive(Clone, Debug, Subcommand)]
pub enum User {
    /// Invites a person to a company, and prints the single-use link.
    Invite(Invite),
    /// Prints a single-use link with which somebody chooses another password. Until then the one before stays.
    Link(Person),
    /// Ends somebody's sessions in all companies, and lets them sign in no more.
    Disable(Person),
    /// Lets somebody who was disabled sign in again, with the password that the account has.
    Enable(Person),
}

/// The arguments of what concerns a person, whatever the company.
#[derive(Args, Clone, Debug)]
pub struct Person {
    #[command(flatten)]
    place: Place,
    /// The person's e-mail address.
    #[arg(long, value_name = "ADDRESS")]
    email: String,
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
    #[arg(long = "role", value_name = "ROLE", value_parser = role())]
    roles: Vec<Role>,
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
        User::Link(arguments) => link(arguments).await,
        User::Disable(arguments) => disable(arguments).await,
        User::Enable(arguments) => enable(arguments).await,
    }
}

/// Reads a role by its code, and lists the codes where it is not one.
fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::code))
        .try_map(|code| Role::from_code(&code).ok_or("there is no such role"))
}

async fn invite(arguments: Invite) -> anyhow::Result<()> {
    let (name, email) = (full_name(&arguments.name)?, address(&arguments.email)?);
    let store = arguments.place.open().await?;
    let mut tx = store.database().begin().await?;
    let company = super::company_named(&mut tx, &arguments.company).await?;
    let (roles, is_guest) = (arguments.roles, arguments.guest);
    let command = OperatorCommand::InviteUser { company, name, email, roles, is_guest, location: None };
    let made = operated(Door(&store).operate_in(&mut tx, None, command).await, &store, THERE_ALREADY)?;
    tx.commit().await?;
    tell(&made, |token| invitation::link(&store.origin(), token));
    Ok(())
}

async fn link(arguments: Person) -> anyhow::Result<()> {
    let email = address(&arguments.email)?;
    let store = arguments.place.open().await?;
    let made = Door(&store).operate(None, OperatorCommand::RenewLink { email }).await;
    let made = operated(made, &store, THERE_ALREADY)?;
    tell(&made, |token| invitation::link(&store.origin(), token));
    Ok(())
}

async fn disable(arguments: Person) -> anyhow::Result<()> {
    let email = address(&arguments.email)?;
    let store = arguments.place.open().await?;
    let made = Door(&store).operate(None, OperatorCommand::DisableUser { email }).await;
    operated(made, &store, "the person is disabled already")?;
    println!("The person is signed out everywhere, and can no longer sign in.");
    Ok(())
}

async fn enable(arguments: Person) -> anyhow::Result<()> {
    let email = address(&arguments.email)?;
    let store = arguments.place.open().await?;
    let made = Door(&store).operate(None, OperatorCommand::EnableUser { email }).await;
    operated(made, &store, "the person is not disabled")?;
    println!("The person can sign in again.");
    Ok(())
}

/// Tells the shell how the person comes in.
pub fn tell(made: &Made, link: impl Fn(&Token) -> String) {
    match made {
        Made::User(_, _, Some(token)) | Made::Link(_, token) => {
            println!("The person chooses a password here, once, within seven days:");
            println!("{}", link(token));
        }
        Made::User(_, _, None) => println!("The person signs in with the password that the account has."),
        _ => {}
    }
}
