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
    ground::{Engine, Ground, Installation},
    http::Client,
    process::Server,
    proof::{Findings, Proof},
    race::at_once,
    reading::Reading,
};

/// Three companies have as many each, less one.
const CLIENTS: usize = 64;
const COMPANIES: [&str; 3] = [LUMIERE, FJORD, ATELIER];
/// Keys in stock: of three companies that want one each, one goes without.
const STOCK: usize = 2;

/// Shows it.
///
/// # Errors
/// Which key went where it should not.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let mut tally = Tally::default();
    for _ in 0..proof.times(1, 15) {
        installation(&ground, &mut tally, proof.times(4, usize::MAX))?;
    }
    let multiple = control(&ground.installation()?)?;
    Ok(Findings {
        rounds: format!("{} of {CLIENTS} clients of three companies on {STOCK} keys in stock", tally.rounds),
        result: format!(
            "{} keys with one owner each, {} companies refused by a typed 409, {} showings of the same key, each logged once",
            tally.owned, tally.refused, tally.shown
        ),
        control: format!("the next key looked up by the client: {multiple} of {CLIENTS} took one of {STOCK}"),
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
}

/// Every product of which all three companies may have a key, in one copy of the demonstration.
fn installation(ground: &Ground, tally: &mut Tally, most: usize) -> Result<()> {
    let installation = ground.installation()?;
    let mut race = Race::begin(&installation)?;
    let products = race.products()?;
    ensure!(!products.is_empty(), "no product has a key for all three companies");
    for (round, product) in products.iter().take(most).enumerate() {
        race.claims(product, round, tally)?;
        tally.rounds += 1;
    }
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
        let companies = COMPANIES.map(|name| Company::named(&mut reading, name));
        let companies = companies.into_iter().collect::<Result<Vec<_>>>()?;
        let turns = servers.iter().cycle().take(CLIENTS).enumerate();
        let clients = turns.map(|(number, server)| {
            // Not in step with the servers: each company is at each of them.
            let place = (number / servers.len()) % companies.len();
            Ok((place, cast::signed_in(server, companies[place].admin)?))
        });
        let clients = clients.collect::<Result<Vec<_>>>()?;
        Ok(Self { reading, companies, clients, _servers: servers })
    }

    /// The products of which nobody has a key yet, and each company would get one.
    fn products(&mut self) -> Result<Vec<String>> {
        self.reading.texts(
            "SELECT product FROM benefits WHERE family = 'software'
             AND product IN (SELECT product FROM software_keys WHERE company_id IS NULL)
             AND product NOT IN (SELECT product FROM software_keys WHERE company_id IS NOT NULL)
             GROUP BY product HAVING COUNT(*) = 3 ORDER BY product",
        )
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
        ensure!(!refused.is_empty(), "{drawn:?} keys were drawn of {STOCK}, and nobody went without");
        for (place, benefit) in benefits.iter().enumerate() {
            let keys = self.reading.count(&format!("software_keys WHERE benefit_id = '{benefit}'"))?;
            ensure!(keys == drawn[place], "company {place} drew {} keys and has {keys}", drawn[place]);
            let both = keys > 0 && refused.contains(&place);
            ensure!(!both, "a company that has its keys was told that there are none");
        }
        let owned: usize = drawn.iter().sum();
        ensure!((1..=STOCK).contains(&owned), "{owned} keys were drawn of {STOCK}");
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

/// The stock kept by the client instead of the database, which has to give a key away twice.
fn control(installation: &Installation) -> Result<usize> {
    for _ in 0..5 {
        let took = unguarded::seats(installation, CLIENTS, STOCK)?;
        if took > STOCK {
            return Ok(took);
        }
    }
    bail!("the control keeps to the stock: this race shows nothing")
}
