//! G34: who asks cannot tell what there is from what there is not, by no word and by no time.

use std::{net::Ipv4Addr, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use domain::{command::Command, id::UserId};

use crate::{
    cast::{self, Company, FJORD, LUMIERE, parsed},
    forms,
    ground::Installation,
    http::{Answer, Client, Fate},
    process::Server,
    proof::{Findings, Proof},
    reading::Reading,
    times::{Times, said},
};

/// How much longer one may take than the other, in the middle of all samples.
const LIMIT: Duration = Duration::from_millis(5);
/// How often samples are added where the noise of the machine hides what is looked for.
const BATCHES: usize = 5;
/// A password that nobody has.
const WRONG: &str = "nobody-has-this-one";
/// The wrong passwords that are borne from one place.
const BORNE: u32 = 20;

/// Shows it.
///
/// # Errors
/// What can be told apart.
pub fn prove(proof: &Proof) -> Result<Findings> {
    let ground = proof.ground()?;
    let installation = ground.installation()?;
    // Each sample comes from a place of its own: one that guesses is stopped soon.
    let server = installation.serve_with(|command| {
        command.env("ATOUT_TRUSTED_PROXIES", "127.0.0.1");
    })?;
    let mut asking =
        Asking { server, reading: installation.reading()?, asked: 0, limit: proof.within(LIMIT) };
    let samples = proof.times(24, 200);
    let sign_in = asking.sign_in(samples)?;
    let invitation = asking.invitation(&installation, samples)?;
    let demonstration = asking.demonstration(samples)?;
    let [command, read] = asking.objects(samples)?;
    let control = asking.control()?;
    Ok(Findings {
        rounds: format!("{samples} samples of each kind, in turn, up to {BATCHES} times as many"),
        result: format!(
            "same status and text; in the middle apart by: an address {}, an invitation {}, an identity {}, another company’s seat \
             in a command {}, its benefit in a read {}",
            said(sign_in.apart()),
            said(invitation.apart()),
            said(demonstration.apart()),
            said(command.apart()),
            said(read.apart())
        ),
        control: format!(
            "an attempt that is refused before it is hashed: apart by {}",
            said(control.apart())
        ),
        sometimes: vec![(
            "a sample",
            [sign_in, invitation, demonstration, command, read].iter().map(|pair| pair.known.count()).sum(),
        )],
    })
}

/// What is there and what is not, asked for in turn.
#[derive(Default)]
struct Pair {
    known: Times,
    unknown: Times,
}

impl Pair {
    fn apart(&self) -> Duration {
        self.known.median().abs_diff(self.unknown.median())
    }
}

/// An answer as somebody sees it who does not count letters: the status, where it leads, and the words there.
type Seen = (u16, String, String);

struct Asking {
    server: Server,
    reading: Reading,
    asked: u32,
    /// How far apart is told apart.
    limit: Duration,
}

impl Asking {
    /// Asks for one and the other in turn until the noise is small enough, or there is more than noise.
    fn pairs(
        &mut self,
        samples: usize,
        mut ask: impl FnMut(&mut Self, usize) -> Result<[(Seen, Duration); 2]>,
    ) -> Result<Pair> {
        let (mut pair, mut first) = (Pair::default(), None);
        for number in 0..samples * BATCHES {
            let [(known, known_in), (unknown, unknown_in)] = ask(self, number)?;
            ensure!(known == unknown, "told apart by what is said: {known:?} and {unknown:?}");
            let first = first.get_or_insert_with(|| known.clone());
            ensure!(*first == known, "said otherwise: {first:?} and {known:?}");
            pair.known.add(known_in);
            pair.unknown.add(unknown_in);
            if (number + 1) % samples == 0 && pair.apart() <= self.limit {
                return Ok(pair);
            }
        }
        bail!("told apart by {} in the middle of {} samples", said(pair.apart()), pair.known.count())
    }

    /// An address that somebody has, and one that nobody has.
    fn sign_in(&mut self, samples: usize) -> Result<Pair> {
        let known = self.reading.texts(
            "SELECT email FROM accounts WHERE password_hash IS NOT NULL AND disabled_at IS NULL ORDER BY account_id",
        )?;
        ensure!(known.len() >= samples, "only {} accounts", known.len());
        self.pairs(samples, |asking, number| {
            let known = &known[number % known.len()];
            // As long as the other one, so that nothing but its being there differs.
            let unknown = format!("0{}", known.get(1..).unwrap_or_default());
            Ok([asking.try_in(known)?, asking.try_in(&unknown)?])
        })
    }

    fn try_in(&mut self, address: &str) -> Result<(Seen, Duration)> {
        let fields = [("address", address), ("password", WRONG)];
        let (seen, took) = self.ask("/act/sign-in", &fields)?;
        Ok(((seen.0, seen.1, seen.2.replace(address, "")), took))
    }

    /// A link that was used, and one that never was.
    fn invitation(&mut self, installation: &Installation, samples: usize) -> Result<Pair> {
        let email = self.reading.text("SELECT email FROM accounts ORDER BY account_id DESC")?;
        let link = installation.run(&["user", "link", "--email", &email])?;
        let link = String::from_utf8_lossy(&link.stdout).into_owned();
        let used = link.split("token=").nth(1).context("no link was printed")?.trim().to_owned();
        let accepted = self.ask("/act/accept-invitation", &[("token", &used), ("password", WRONG)])?;
        ensure!(accepted.0.1 == "/", "the link was not accepted: {accepted:?}");
        self.pairs(samples, |asking, number| {
            let never = format!("{number:08x}{}", &used[8..]);
            let mut ask =
                |token: &str| asking.ask("/act/accept-invitation", &[("token", token), ("password", WRONG)]);
            Ok([ask(&used)?, ask(&never)?])
        })
    }

    /// Somebody whom the sign-in page of the demonstration does not offer, and nobody.
    fn demonstration(&mut self, samples: usize) -> Result<Pair> {
        let known = self.reading.texts(&format!(
            "SELECT user_id FROM users JOIN companies USING (company_id) WHERE name = '{LUMIERE}'
             AND user_id NOT IN (SELECT user_id FROM demonstration_accounts) ORDER BY user_id"
        ))?;
        self.pairs(samples, |asking, number| {
            let known: UserId = parsed(&known[number % known.len()])?;
            let nobody = format!("{number:08x}{}", &known.to_string()[8..]);
            let mut ask = |user: &str| asking.ask("/act/demonstration", &[("user", user)]);
            Ok([ask(&known.to_string())?, ask(&nobody)?])
        })
    }

    /// What is another company’s, and what nobody has: a seat that is to be taken back, and a benefit that is to be read.
    fn objects(&mut self, samples: usize) -> Result<[Pair; 2]> {
        let [own, other] = [LUMIERE, FJORD].map(|name| Company::named(&mut self.reading, name));
        let (admin, other) = (own?.admin, other?.id);
        let mut client = cast::signed_in(&self.server, admin)?;
        let mut of_other = |what: &str, table: &str| {
            self.reading
                .texts(&format!("SELECT {what} FROM {table} WHERE company_id = '{other}' ORDER BY {what}"))
        };
        let seats = of_other("seat_id", "seats")?;
        let benefits = of_other("benefit_id", "benefits")?;
        let command = self.pairs(samples, |_, number| {
            both(&seats, number, |seat| {
                let command = Command::RemoveSeat { seat: parsed(seat)? };
                let once = format!("stranger-{seat}-{number}");
                forms::post(&mut client, &command, &once).answer().context("a command was not answered")
            })
        })?;
        let read = self.pairs(samples, |_, number| {
            both(&benefits, number, |benefit| {
                let path = format!("/api/benefits/visual-studio?open={benefit}");
                client.get(&path).answer().context("a read was not answered")
            })
        })?;
        Ok([command, read])
    }

    /// A place that has guessed too often is refused before anything is hashed: that is told apart.
    fn control(&mut self) -> Result<Pair> {
        let mut guessing = self.client();
        for guess in 0..BORNE {
            let address = format!("guess-{guess}@nobody.example");
            guessing.post("/act/sign-in", &[("address", &address), ("password", WRONG)]);
        }
        let mut pair = Pair::default();
        for guess in 0..BORNE {
            let address = format!("another-{guess}@nobody.example");
            let fields = [("address", address.as_str()), ("password", WRONG)];
            let refused = guessing.post("/act/sign-in", &fields).answer().context("it was not answered")?;
            pair.known.add(self.ask("/act/sign-in", &fields)?.1);
            pair.unknown.add(refused.took);
        }
        ensure!(pair.apart() > self.limit, "the control is not told apart: this clock shows nothing");
        Ok(pair)
    }

    /// A browser at a place from which nobody has asked yet.
    fn client(&mut self) -> Client {
        self.asked += 1;
        let [_, high, middle, low] = self.asked.to_be_bytes();
        Client::new(self.server.address()).reading_pages().from(Ipv4Addr::new(10, high, middle, low))
    }

    /// Posts a form, and reads the page to which the answer leads.
    fn ask(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<(Seen, Duration)> {
        let mut client = self.client();
        client.connect()?;
        let answer = match client.post(path, fields) {
            Fate::Answered(answer) => answer,
            fate => bail!("{path} was not answered: {fate:?}"),
        };
        let Some(location) = answer.location else {
            return Ok(((answer.status, String::new(), words(&answer.body)), answer.took));
        };
        let page = client.get(&location).answer().context("the page after it was not answered")?;
        let to = location.split(['?', '&']).filter(|part| !part.starts_with("flash="));
        Ok(((answer.status, to.collect::<Vec<_>>().join("&"), words(&page.body)), answer.took))
    }
}

/// Asks for one of those that are there, and for one as long that nobody has.
fn both(
    known: &[String],
    number: usize,
    mut ask: impl FnMut(&str) -> Result<Answer>,
) -> Result<[(Seen, Duration); 2]> {
    let known = &known[number % known.len()];
    let nobody = format!("{number:08x}{}", &known[8..]);
    let mut seen = |id: &str| -> Result<(Seen, Duration)> {
        let answer = ask(id)?;
        let mut told = answer.json();
        // The moment at which it was told is another one each time.
        if let Some(now) = told.pointer_mut("/viewpoint/now") {
            now.take();
        }
        Ok(((answer.status, String::new(), told.to_string().replace(id, "")), answer.took))
    };
    // Not always the same one first, which may find more at hand, or less.
    let first = if number.is_multiple_of(2) { Some(seen(known)?) } else { None };
    let unknown = seen(&nobody)?;
    let known = first.map_or_else(|| seen(known), Ok)?;
    Ok([known, unknown])
}

/// The words of a page: nothing of its marks, and nothing of what its scripts are given.
fn words(page: &str) -> String {
    let mut words = String::new();
    let mut is_script = false;
    for part in page.split('<').skip(usize::from(page.contains('<'))) {
        let (mark, text) = part.split_once('>').unwrap_or(("", part));
        is_script = (is_script && !mark.starts_with("/script")) || mark.starts_with("script");
        if !is_script {
            words.extend(text.split_whitespace().flat_map(|word| [word, " "]));
        }
    }
    words.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_page_are_what_somebody_reads() {
        let page = "<p nonce=\"1\">No  such<b> address</b></p><script>let x = 1 < 2;</script><i>!</i>";
        assert_eq!(words(page), "No such address !");
        assert_eq!(words("gone"), "gone");
    }
}
