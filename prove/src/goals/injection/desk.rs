//! What is needed to send everything: a server, somebody for each request, and what the fields hold.

use std::{collections::BTreeMap, net::Ipv4Addr};

use anyhow::{Context, Result, bail};
use domain::{command::Command, id::UserId, programme::Family};

use super::inputs::{self, Request, Who};
use crate::{
    cast::{self, Company, LUMIERE, STANDS},
    ground::Installation,
    http::Client,
    process::Server,
    reading::Reading,
    worker::{Acks, Step, TURN, Worker},
};

/// The password of the demonstration's people, and one that nobody has.
const PASSWORD: &str = "atout-demonstration";
const WRONG: &str = "three small ducks";

/// A server with everything that a request names.
pub struct Desk {
    server: Server,
    reading: Reading,
    admin: UserId,
    /// People who do nothing else: their places in companies, and the addresses of their accounts.
    people: Vec<(UserId, String)>,
    /// Who has signed in so far: nobody twice from the same place.
    signed_in: u32,
}

impl Desk {
    /// Serves the installation so that every request is told of, and may come from a place of its own.
    pub fn begin(installation: &Installation) -> Result<Self> {
        let server = installation.serve_with(|command| {
            command.env("ATOUT_TRUSTED_PROXIES", "127.0.0.1").env("ATOUT_LOG", "error,server::requests=info");
        })?;
        let mut reading = installation.reading()?;
        let admin = Company::named(&mut reading, LUMIERE)?.admin;
        let people = reading.rows(
            "SELECT user_id, email FROM users JOIN accounts USING (account_id)
             WHERE password_hash IS NOT NULL AND disabled_at IS NULL
             AND accepted_at IS NOT NULL AND suspended_at IS NULL AND removed_at IS NULL
             AND user_id NOT IN (SELECT user_id FROM demonstration_accounts)
             AND user_id NOT IN (SELECT user_id FROM user_roles) ORDER BY user_id",
        )?;
        let people = people.into_iter().map(|row| Ok((cast::parsed(&row[0])?, row[1].clone())));
        let people = people.collect::<Result<_>>()?;
        Ok(Self { server, reading, admin, people, signed_in: 0 })
    }

    /// The server.
    pub const fn server(&self) -> &Server {
        &self.server
    }

    /// Everything that can be sent.
    pub fn requests(&mut self) -> Result<Vec<Request>> {
        let servers = std::slice::from_ref(&self.server);
        let mut worker = Worker::crew(servers, &mut self.reading, 1, "injection")?.remove(0);
        let commands = turn(&mut worker)?;
        let things = self.things(&worker)?;
        let [_, typed] = worker.objects().people;
        let typed = self.reading.text(&format!(
            "SELECT email FROM users JOIN accounts USING (account_id) WHERE user_id = '{typed}'"
        ))?;
        let mut requests = inputs::commands(&commands, worker.objects().software, &typed);
        requests.extend(inputs::others(|path, field| things.value(path, field))?);
        inputs::mark(&mut requests);
        Ok(requests)
    }

    fn things(&mut self, worker: &Worker) -> Result<Things> {
        let company = Company::named(&mut self.reading, LUMIERE)?.id;
        let mut benefits = BTreeMap::new();
        for family in Family::ALL {
            let one = format!(
                "SELECT benefit_id FROM benefits WHERE company_id = '{company}' AND family = '{}' ORDER BY product",
                family.code()
            );
            benefits.insert(family.code(), self.reading.text(&one)?);
        }
        benefits.insert("visual-studio", worker.objects().pool.to_string());
        benefits.insert("software", worker.objects().software.to_string());
        let people = acts().map(|act| self.person(act).map(|person| (act, person))).collect::<Result<_>>()?;
        let (_, ending) = self.person("/act/end-session")?;
        self.sign_in(&ending)?;
        let session = self.reading.text(&format!(
            "SELECT session_id FROM sessions JOIN accounts USING (account_id) WHERE email = '{ending}'"
        ))?;
        let [seat, pool, holder] = self.seated(&company)?;
        let name =
            self.reading.text(&format!("SELECT search_key FROM users WHERE user_id = '{}'", self.admin))?;
        let name = name.split(' ').next().unwrap_or_default().to_owned();
        Ok(Things { benefits, seat, pool, holder, session, admin: self.admin, name, people })
    }

    /// A Visual Studio seat that somebody uses, its pool, and the address of that person.
    fn seated(&mut self, company: &str) -> Result<[String; 3]> {
        let seated = self.reading.rows(&format!(
            "SELECT seats.seat_id, seats.benefit_id, accounts.email FROM seat_assignments
             JOIN seats ON seats.seat_id = seat_assignments.seat_id
             JOIN users ON users.user_id = seat_assignments.user_id
             JOIN accounts ON accounts.account_id = users.account_id
             WHERE users.company_id = '{company}' AND activated_at IS NOT NULL AND {STANDS}
             ORDER BY seat_assignments.seat_id"
        ))?;
        let first = seated.into_iter().next().context("nobody uses a seat")?;
        first.try_into().ok().context("a seat, a pool and an address")
    }

    /// Who does this to their own account: nobody does two of these.
    fn person(&self, act: &str) -> Result<(UserId, String)> {
        let number =
            acts().position(|other| other == act).with_context(|| format!("{act} is no such act"))?;
        self.people.get(number).cloned().context("there are as many people as acts")
    }

    /// The browser of whoever sends this request, as nobody has used it before.
    pub fn browser(&mut self, request: &Request) -> Result<Client> {
        match request.who {
            Who::Nobody => Ok(self.somewhere()),
            Who::Admin => cast::signed_in(&self.server, self.admin),
            Who::Oneself => self.person(&request.path).and_then(|(_, address)| self.sign_in(&address)),
        }
    }

    fn sign_in(&mut self, address: &str) -> Result<Client> {
        let mut client = self.somewhere();
        client.post("/act/sign-in", &[("address", address), ("password", PASSWORD)]);
        if client.is_signed_in() { Ok(client) } else { bail!("{address} was not let in") }
    }

    /// A browser at a place from which nobody has asked yet.
    fn somewhere(&mut self) -> Client {
        self.signed_in += 1;
        let [_, high, middle, low] = self.signed_in.to_be_bytes();
        Client::new(self.server.address()).from(Ipv4Addr::new(10, high, middle, low))
    }
}

fn acts() -> impl Iterator<Item = &'static str> {
    inputs::ACTS.into_iter().map(|(act, _, _)| act)
}

/// Every command once, each carried out.
fn turn(worker: &mut Worker) -> Result<Vec<Command>> {
    let (acks, mut commands) = (Acks::default(), Vec::new());
    for _ in TURN {
        commands.push(worker.next()?.0);
        match worker.step(&acks)? {
            Step::Done => {}
            step => bail!("{step:?} at {:?}", worker.next()),
        }
    }
    Ok(commands)
}

/// What the fields of requests hold.
struct Things {
    benefits: BTreeMap<&'static str, String>,
    seat: String,
    pool: String,
    holder: String,
    session: String,
    admin: UserId,
    /// The first name of the admin, who has done something.
    name: String,
    people: BTreeMap<&'static str, (UserId, String)>,
}

impl Things {
    /// Something that a field holds when it is used as it is meant: what is searched for is found, and not much else, as an
    /// answer is compared with many others.
    fn value(&self, path: &str, field: &str) -> Result<String> {
        let family = path.rsplit('/').next().unwrap_or_default();
        let place = || self.people.get(path).map_or(self.admin, |(user, _)| *user);
        Ok(match field {
            "q" if family == "seats" => &self.holder,
            "q" if family == "activity" => &self.name,
            "q" => searched(family),
            "text" | "who" => "e",
            "offer" => "gold-competency",
            "type" => "core",
            "state" if family == "seats" => "activated",
            "state" if family == "visual-studio" => "used-up",
            "state" => "available",
            "sort" if family == "seats" => "person",
            "sort" => "product",
            "page" | "everywhere" | "others" => "1",
            "size" => "25",
            "open" => self.benefits.get(family).with_context(|| format!("{path} has no rows"))?,
            "seat" => &self.seat,
            "pool" => &self.pool,
            "benefit" if path.ends_with("/people") => &self.benefits["visual-studio"],
            "benefit" => &self.benefits["software"],
            "act" => "keys",
            "from" => "2020-01-01",
            "to" => "2040-12-31",
            "before" => "1000000",
            "after" => "0",
            "token" | "id" | "flash" => NOBODYS,
            "lang" | "language" => "fr-FR",
            "theme" => "dark",
            "back" => "/benefits/software",
            "once" => inputs::KEY,
            "address" => "nobody@nowhere.example",
            "password" | "current" => WRONG,
            "session" => &self.session,
            "user" if path == "/act/demonstration" => return Ok(self.admin.to_string()),
            "user" => return Ok(place().to_string()),
            _ => bail!("nobody has said what {field} of {path} holds"),
        }
        .to_owned())
    }
}

/// A part of the names of a few products of a family, or of the addresses of people.
fn searched(family: &str) -> &'static str {
    match family {
        "software" => "exchange",
        "cloud" => "power",
        "visual-studio" => "studio",
        "technical" => "hours",
        "go-to-market" => "press",
        _ => "e",
    }
}

/// Of the form of a token and of the name of a flash, and nobody's.
const NOBODYS: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
