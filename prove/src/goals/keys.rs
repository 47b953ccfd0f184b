//! G2: a key is one company’s, whoever asks at the same moment, and every showing of it is logged.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use domain::{
    command::Command,
    id::{BenefitId, KeyId},
    outcome::Outcome,
    software::Reveal,
};

use super::unguarded;
use crate::{
    cast::{self, ATELIER, Company, FJORD, LUMIERE},
    forms::{self, Said},
    founding,
    ground::{Engine, Ground, Installation},
    http::Client,
    process::Server,
    proof::{Findings, Proof},
    race::at_once,
    reading::Reading,
};

const CLIENTS: usize = 64;
/// The companies of the demonstration, beside as many that are founded for this.
const COMPANIES: [&str; 3] = [LUMIERE, FJORD, ATELIER];
const FOUNDED: usize = 3;
/// The offer of those, which brings them what all of the others have.
const OFFER: [&str; 2] = ["--offer", "action-pack"];
/// Keys in stock: of six companies that want one each, one goes without.
const STOCK: usize = 5;
/// Products of which one key is for as many machines as a company may have, so that each wants one.
const PRODUCTS: [&str; 6] = [
    "office-professional-plus-2016",
    "office-standard-2019-for-mac",
    "project-professional-2019",
    "project-standard-2019",
    "visio-professional-2019",
    "visio-standard-2019",
];

/// Shows it.
///
/// # Errors
/// Which key went where it should not.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let mut tally = Tally::default();
    for _ in 0..proof.times(1, 15) {
        installation(&ground, &mut tally, proof.times(2, PRODUCTS.len()))?;
    }
    let companies = COMPANIES.len() + FOUNDED;
    Ok(Findings {
        rounds: format!(
            "{} of {CLIENTS} clients of {companies} companies on {STOCK} keys in stock",
            tally.rounds
        ),
        result: format!(
            "{} keys with one owner each, as many as there were every time, {} companies refused by a typed 409, {} showings of \
             the same key, each logged once",
            tally.owned, tally.refused, tally.shown
        ),
        control: format!(
            "clients that look for a key and then take it: {} of {CLIENTS} took one of {STOCK}",
            tally.unguarded
        ),
        sometimes: vec![
            ("a company that went without", tally.refused),
            ("a showing", tally.shown),
            ("a foreign key asked for", tally.foreign),
        ],
    })
}

#[derive(Default)]
struct Tally {
    rounds: usize,
    owned: usize,
    refused: usize,
    shown: usize,
    foreign: usize,
    unguarded: usize,
}

/// Some of the products, in one copy of the demonstration, and then one of them without the door.
fn installation(ground: &Ground, tally: &mut Tally, most: usize) -> Result<()> {
    let installation = ground.installation()?;
    let mut race = Race::begin(&installation)?;
    for (round, product) in PRODUCTS.into_iter().take(most).enumerate() {
        race.claims(product, round, tally)?;
        tally.rounds += 1;
    }
    tally.unguarded = race.control(&installation)?;
    Ok(())
}

struct Race {
    reading: Reading,
    companies: Vec<Company>,
    /// A browser, and the place of its company.
    clients: Vec<(usize, Client)>,
    _servers: Vec<Server>,
}

impl Race {
    fn begin(installation: &Installation) -> Result<Self> {
        let processes = if installation.engine() == Engine::Postgres { 2 } else { 1 };
        let servers = (0..processes).map(|_| installation.serve()).collect::<Result<Vec<_>>>()?;
        let mut reading = installation.reading()?;
        let (mut companies, mut admins) = (Vec::new(), Vec::new());
        for name in COMPANIES {
            let company = Company::named(&mut reading, name)?;
            admins.push(cast::signed_in(&servers[0], company.admin)?);
            companies.push(company);
        }
        for number in 0..FOUNDED {
            let (name, link) = founding::company(installation, number, &OFFER)?;
            admins.push(founding::accepted(&servers[0], &link)?);
            companies.push(Company::named(&mut reading, &name)?);
        }
        let turns = servers.iter().cycle().take(CLIENTS).enumerate();
        let clients = turns.map(|(number, server)| {
            // Not in step with the servers: each company is at each of them.
            let place = (number / servers.len()) % companies.len();
            (place, admins[place].again(server.address()))
        });
        let clients = clients.collect();
        Ok(Self { reading, companies, clients, _servers: servers })
    }

    /// Everybody gets the keys of the same product, of which there are fewer than companies.
    fn claims(&mut self, product: &str, round: usize, tally: &mut Tally) -> Result<()> {
        self.reading.write(&format!(
            "DELETE FROM software_keys WHERE product = '{product}' AND key_id NOT IN
             (SELECT key_id FROM software_keys WHERE product = '{product}' ORDER BY key_id LIMIT {STOCK})"
        ))?;
        let mut benefits = Vec::new();
        for company in &self.companies {
            benefits.push(company.benefit(&mut self.reading, product)?);
        }
        let command = |place: usize| Command::GetKeys { benefit: benefits[place] };
        let said = self.send(command, &format!("claim-{round}"))?;
        let mut drawn = vec![0; self.companies.len()];
        let mut refused = BTreeSet::new();
        for (place, said) in &said {
            match said {
                Said::Done(Outcome::KeysListed { drawn: keys, .. }, _) => {
                    drawn[*place] += usize::try_from(*keys)?;
                }
                said if said.refusal() == Some("software/stock-empty") => drop(refused.insert(*place)),
                said => bail!("a client was told {said:?}"),
            }
        }
        for (place, benefit) in benefits.iter().enumerate() {
            let keys = self.reading.count(&format!("software_keys WHERE benefit_id = '{benefit}'"))?;
            ensure!(keys == drawn[place], "company {place} drew {} keys and has {keys}", drawn[place]);
            let is_right = drawn[place] == usize::from(!refused.contains(&place));
            ensure!(
                is_right,
                "company {place} drew {keys} keys, and was told that there are none: {refused:?}"
            );
        }
        let owned: usize = drawn.iter().sum();
        ensure!(owned == STOCK, "{owned} keys were drawn of {STOCK}");
        let winner = drawn.iter().position(|keys| *keys > 0).context("somebody won")?;
        tally.refused += refused.len();
        tally.owned += owned;
        self.showings(winner, benefits[winner], round, tally)
    }

    /// Everybody wants to see the same key: its company does, each time the same, and nobody else.
    fn showings(&mut self, owner: usize, benefit: BenefitId, round: usize, tally: &mut Tally) -> Result<()> {
        let key = self.reading.text(&format!(
            "SELECT key_id FROM software_keys WHERE benefit_id = '{benefit}' ORDER BY number"
        ))?;
        let key: KeyId = cast::parsed(&key)?;
        let said =
            self.send(|_| Command::RevealKey { key, manner: Reveal::Shown }, &format!("reveal-{round}"))?;
        let mut texts = BTreeSet::new();
        let (mut shown, mut foreign) = (0, 0);
        for (place, said) in said {
            match said {
                Said::Done(Outcome::KeyRevealed { .. }, Some(text)) if place == owner => {
                    shown += 1;
                    texts.insert(text);
                }
                Said::NotFound if place != owner => foreign += 1,
                said => bail!("company {place} was told {said:?} of a key of company {owner}"),
            }
        }
        ensure!(texts.len() == 1, "one key was shown in {} forms", texts.len());
        let entries = format!("events WHERE kind = 'key-revealed' AND content LIKE '%{key}%'");
        let entries = self.reading.count(&entries)?;
        ensure!(entries == shown, "{shown} showings left {entries} entries in the log");
        let first = format!("events WHERE kind = 'key-revealed' AND content LIKE '%{key}%\"first\":true%'");
        ensure!(self.reading.count(&first)? == 1, "several were the first to see the key");
        tally.shown += shown;
        tally.foreign += foreign;
        Ok(())
    }

    /// The same table, by clients that look for a key and then take it: some have to take the same one.
    fn control(&mut self, installation: &Installation) -> Result<usize> {
        let product = PRODUCTS[0];
        let stock = format!("software_keys WHERE product = '{product}'");
        let company = &self.companies[0];
        let benefit = company.benefit(&mut self.reading, product)?;
        self.reading.write(&format!(
            "UPDATE software_keys SET company_id = NULL, benefit_id = NULL, number = NULL, issued_at = NULL, issued_by = NULL,
             first_viewed_at = NULL, first_viewed_on = NULL, first_viewed_by = NULL WHERE product = '{product}'"
        ))?;
        ensure!(self.reading.count(&stock)? == STOCK, "the stock is another one");
        let free = format!("SELECT key_id FROM {stock} AND company_id IS NULL ORDER BY key_id");
        let took = unguarded::taken(installation, CLIENTS, &free, |number, key| {
            format!(
                "UPDATE software_keys SET company_id = '{}', benefit_id = '{benefit}', number = {}, issued_at = 0,
                 issued_by = '{}' WHERE key_id = '{key}'",
                company.id,
                number + 1,
                company.admin
            )
        })?;
        ensure!(took > STOCK, "the control keeps to the stock: this race shows nothing");
        Ok(took)
    }

    /// Sends a command from each client at the same moment: the place of its company, and what it was told.
    fn send(&mut self, command: impl Fn(usize) -> Command + Sync, once: &str) -> Result<Vec<(usize, Said)>> {
        let runners: Vec<_> = self.clients.iter_mut().enumerate().collect();
        let fates = at_once(
            runners,
            |(_, (_, client))| drop(client.connect()),
            |(number, (place, client))| {
                (*place, forms::post(client, &command(*place), &format!("{once}-{number:04}")))
            },
        );
        let said = fates.into_iter().map(|(place, fate)| {
            let answer = fate.answer().context("a client was not answered")?;
            Ok((place, Said::of(&answer)))
        });
        said.collect()
    }
}
