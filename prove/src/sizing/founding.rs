//! An installation of many companies, founded from the shell as an operator does it.

use std::{sync::Mutex, thread};

use anyhow::{Result, anyhow};

use super::measuring::User;
use crate::{
    cast::{Company, parsed},
    founding::{self, PASSWORD, said},
    ground::Installation,
};

/// How many commands of the shell run at once.
const AT_ONCE: usize = 4;

/// So many companies of so many people.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    /// The companies.
    pub companies: usize,
    /// The people of each.
    pub people: usize,
}

/// A company as it is asked for: its name, and the links of its admin and of somebody else.
struct Founded {
    name: String,
    links: [String; 2],
}

impl Town {
    /// Founds it, and gives the admin of each company, with somebody who can hold a seat.
    ///
    /// # Errors
    /// What the shell says.
    pub fn found(self, installation: &Installation) -> Result<Vec<User>> {
        let operator = ["init", "--operator", "operator@town.example", "--name", "Camille Perrin"];
        said(installation, &operator)?;
        let left = Mutex::new(0..self.companies);
        let founded = thread::scope(|scope| {
            let work = || -> Result<Vec<Founded>> {
                let next = || left.lock().ok().and_then(|mut left| left.next());
                std::iter::from_fn(next).map(|number| self.company(installation, number)).collect()
            };
            let running: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
            let ended = running.into_iter().map(|worker| worker.join().map_err(|_| anyhow!("a panic"))?);
            Ok::<_, anyhow::Error>(
                ended.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect::<Vec<_>>(),
            )
        })?;
        moved_in(installation, &founded)
    }

    fn company(self, installation: &Installation, number: usize) -> Result<Founded> {
        let offer = ["--offer", "gold-competency", "--competency", "cloud-productivity"];
        let (name, created) = founding::company(installation, number, &offer)?;
        let mut second = String::new();
        for person in 1..self.people {
            let (email, full) =
                (format!("person-{person}@company-{number}.example"), format!("Person {person}"));
            let invited = said(
                installation,
                &["user", "invite", "--company", &name, "--email", &email, "--name", &full],
            )?;
            second = if person == 1 { invited } else { second };
        }
        Ok(Founded { name, links: [created, second] })
    }
}

/// Lets the admin of each company and somebody else accept, by the links that the shell has printed.
fn moved_in(installation: &Installation, founded: &[Founded]) -> Result<Vec<User>> {
    let server = installation.serve()?;
    for link in founded.iter().flat_map(|founded| &founded.links) {
        founding::accepted(&server, link)?;
    }
    let mut reading = installation.reading()?;
    let users = founded.iter().map(|founded| {
        let company = Company::named(&mut reading, &founded.name)?;
        let pool = company.pool(&mut reading, "cloud-productivity")?;
        let holder = parsed(&reading.text(&format!(
            "SELECT user_id FROM users WHERE company_id = '{}' AND accepted_at IS NOT NULL AND user_id <> '{}'",
            company.id, company.admin
        ))?)?;
        let email = reading.text(&format!(
            "SELECT email FROM accounts JOIN users USING (account_id) WHERE user_id = '{}'",
            company.admin
        ))?;
        Ok(User { email, password: PASSWORD, pool, holder })
    });
    users.collect()
}
