//! Who and what there is in the demonstration, as far as proofs need them.

use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use domain::{
    command::Command,
    id::{BenefitId, SeatId, UserId},
    outcome::Outcome,
};

use crate::{
    forms::{self, Said},
    http::{Client, Fate},
    process::Server,
    reading::Reading,
};

/// The company of five hundred people.
pub const LUMIERE: &str = "Lumière Conseil";
/// A company of a hundred and twenty.
pub const FJORD: &str = "Fjord Data";
/// A company of forty.
pub const ATELIER: &str = "Atelier Numérique";

/// An assignment that stands.
pub const STANDS: &str = "released_at IS NULL AND undone_at IS NULL";

/// A company, and whoever may do everything in it.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its identity.
    pub id: String,
    /// Its Global admin.
    pub admin: UserId,
}

impl Company {
    /// The company of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(reading: &mut Reading, name: &str) -> Result<Self> {
        let id = reading.text(&format!("SELECT company_id FROM companies WHERE name = '{name}'"))?;
        let admin = format!(
            "SELECT user_id FROM users WHERE company_id = '{id}' AND user_id IN
             (SELECT user_id FROM user_roles WHERE role = 'global-admin') ORDER BY user_id"
        );
        Ok(Self { admin: parsed(&reading.text(&admin)?)?, id })
    }

    /// Active people without a role or a seat, the countries in turn.
    ///
    /// # Errors
    /// When there are not as many.
    pub fn seatless(&self, reading: &mut Reading, count: usize) -> Result<Vec<UserId>> {
        let people = reading.rows(&format!(
            "SELECT user_id, country FROM users JOIN locations USING (location_id)
             WHERE users.company_id = '{}' AND is_guest = 0 AND accepted_at IS NOT NULL
             AND suspended_at IS NULL AND removed_at IS NULL
             AND user_id NOT IN (SELECT user_id FROM user_roles)
             AND user_id NOT IN (SELECT user_id FROM demonstration_accounts)
             AND user_id NOT IN (SELECT user_id FROM seat_assignments WHERE {STANDS})
             ORDER BY user_id",
            self.id
        ))?;
        let mut countries: Vec<&String> = people.iter().map(|person| &person[1]).collect();
        countries.sort();
        countries.dedup();
        let mut turns: Vec<_> = countries
            .iter()
            .map(|country| people.iter().filter(move |person| &&person[1] == country))
            .collect();
        let mut found = Vec::new();
        while found.len() < count {
            let round: Vec<_> = turns.iter_mut().filter_map(Iterator::next).collect();
            ensure!(!round.is_empty(), "only {} people have no seat", found.len());
            for person in round {
                found.push(parsed(&person[0])?);
            }
        }
        found.truncate(count);
        Ok(found)
    }

    /// The pool of Visual Studio seats whose name ends so.
    ///
    /// # Errors
    /// When there is none.
    pub fn pool(&self, reading: &mut Reading, ending: &str) -> Result<BenefitId> {
        parsed(&reading.text(&format!(
            "SELECT benefit_id FROM benefits WHERE company_id = '{}' AND family = 'visual-studio'
             AND pool LIKE '%{ending}' ORDER BY benefit_id DESC",
            self.id
        ))?)
    }

    /// The benefit of a product.
    ///
    /// # Errors
    /// When there is none.
    pub fn benefit(&self, reading: &mut Reading, product: &str) -> Result<BenefitId> {
        parsed(&reading.text(&format!(
            "SELECT benefit_id FROM benefits WHERE company_id = '{}' AND product = '{product}'",
            self.id
        ))?)
    }
}

/// The seats of a pool that are held.
///
/// # Errors
/// What the database says.
pub fn held(reading: &mut Reading, pool: BenefitId) -> Result<Vec<SeatId>> {
    let seats = reading.texts(&format!(
        "SELECT seat_id FROM seat_assignments JOIN seats USING (seat_id)
         WHERE seats.benefit_id = '{pool}' AND {STANDS} ORDER BY seat_id"
    ))?;
    seats.iter().map(|seat| parsed(seat)).collect()
}

/// A browser in which a person of the demonstration is signed in.
///
/// # Errors
/// When the server does not let the person in.
pub fn signed_in(server: &Server, user: UserId) -> Result<Client> {
    let mut client = Client::new(server.address());
    match client.post("/act/demonstration", &[("user", &user.to_string()), ("back", "/")]) {
        Fate::Answered(answer) if answer.status == 303 => Ok(client),
        fate => anyhow::bail!("{user} was not let in: {fate:?}"),
    }
}

/// Carries a command out that nothing is against.
///
/// # Errors
/// When it is not done.
pub fn done(client: &mut Client, command: &Command, once: &str) -> Result<Outcome> {
    match forms::post(client, command, once) {
        Fate::Answered(answer) => match Said::of(&answer) {
            Said::Done(outcome, _) => Ok(outcome),
            said => anyhow::bail!("{} was not done: {said:?}", command.name()),
        },
        fate => anyhow::bail!("{} was not answered: {fate:?}", command.name()),
    }
}

/// Takes back every seat of a pool that is held.
///
/// # Errors
/// When one of them stays.
pub fn emptied(client: &mut Client, reading: &mut Reading, pool: BenefitId, once: &str) -> Result<()> {
    for (number, seat) in held(reading, pool)?.into_iter().enumerate() {
        done(client, &Command::RemoveSeat { seat }, &format!("{once}-empty-{number}"))?;
    }
    Ok(())
}

/// An identity, read from its text.
///
/// # Errors
/// When it is none.
pub fn parsed<T: FromStr>(text: &str) -> Result<T> {
    text.parse().ok().with_context(|| format!("{text:?} is no identity"))
}
