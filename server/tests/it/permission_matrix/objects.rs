//! What commands and reads are about, in one company, or nowhere.

use std::collections::BTreeMap;

use domain::{command::Command, outcome::Outcome, programme::Family};
use server::portal::door::{Caller, Door};

use crate::support::Installation;

/// The identity of nothing.
const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// A thing that an operation names: the field or parameter, and which of the [`Objects`] it is.
pub type Named = (&'static str, fn(&Objects) -> &str);

/// One of each thing of a company.
#[derive(Clone, Debug)]
pub struct Objects {
    /// A benefit of each family.
    pub benefits: BTreeMap<&'static str, String>,
    /// A product with a key.
    pub software: String,
    pub key: String,
    /// A pool with free seats.
    pub pool: String,
    /// A seat to take back, two to move, and one that waits for its holder.
    pub held: String,
    pub moved: String,
    pub another: String,
    pub waiting: String,
    /// A change of a seat, by whoever `of` was told.
    pub event: String,
    /// Two people without a seat, and two more by their addresses.
    pub person: String,
    pub newcomer: String,
    pub typed: String,
    pub typed_too: String,
}

impl Objects {
    /// The things of a company. Somebody who may assign makes the change that can be undone; else an old one is taken.
    pub async fn of(installation: &Installation, company: &str, assigning: Option<Caller>) -> Self {
        let id = installation.company(company).await;
        let (software, key) = {
            let got = format!("FROM software_keys WHERE company_id = '{id}' ORDER BY benefit_id LIMIT 1");
            let benefit = installation.text(&format!("SELECT benefit_id {got}")).await;
            (benefit, installation.text(&format!("SELECT key_id {got}")).await)
        };
        let mut benefits = BTreeMap::new();
        for family in Family::ALL.map(Family::code) {
            let of = format!("company_id = '{id}' AND family = '{family}'");
            let one = format!("SELECT benefit_id FROM benefits WHERE {of} ORDER BY benefit_id DESC");
            benefits.insert(family, installation.text(&one).await);
        }
        let pool = benefits["visual-studio"].clone();
        let held = format!(
            "SELECT seat_id FROM seat_assignments WHERE company_id = '{id}' AND released_at IS NULL
             ORDER BY activated_at IS NULL, seat_id"
        );
        let held = installation.texts(&held).await;
        let people = installation.seatless(company, 14).await;
        let event = match assigning {
            Some(caller) => assign(installation, caller, &pool, people[12]).await,
            None => {
                installation
                    .text(&format!(
                        "SELECT event_id FROM events WHERE company_id = '{id}' AND seat_id IS NOT NULL"
                    ))
                    .await
            }
        };
        let seat = |number: usize| held.get(number).or(held.first()).unwrap().clone();
        let typed = address(installation, people[10]).await;
        let typed_too = address(installation, people[9]).await;
        let (person, newcomer) = (people[13].user.to_string(), people[11].user.to_string());
        Self {
            benefits,
            software,
            key,
            pool,
            held: seat(0),
            moved: seat(1),
            another: seat(2),
            waiting: seat(held.len() - 1),
            event,
            person,
            newcomer,
            typed,
            typed_too,
        }
    }

    /// Nothing.
    pub fn absent() -> Self {
        let nothing = || NOTHING.to_owned();
        Self {
            benefits: Family::ALL.into_iter().map(|family| (family.code(), nothing())).collect(),
            software: nothing(),
            key: nothing(),
            pool: nothing(),
            held: nothing(),
            moved: nothing(),
            another: nothing(),
            waiting: nothing(),
            event: nothing(),
            person: nothing(),
            newcomer: nothing(),
            typed: "nobody@nowhere.example".to_owned(),
            typed_too: "nobody@nowhere.example".to_owned(),
        }
    }
}

async fn address(installation: &Installation, person: Caller) -> String {
    let email = format!("SELECT email FROM accounts WHERE account_id = '{}'", person.account);
    installation.text(&email).await
}

async fn assign(installation: &Installation, caller: Caller, pool: &str, person: Caller) -> String {
    let command = Command::AssignSeat { benefit: pool.parse().unwrap(), holder: person.user };
    match Door(&installation.store).execute(caller, command, "a-change-to-undo").await.unwrap() {
        Outcome::SeatAssigned { event, .. } => event.to_string(),
        other => panic!("{other:?}"),
    }
}
