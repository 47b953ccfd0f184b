//! A key that is known beforehand, and where it is found: in the answer to its reveal, and nowhere else. Likewise a
//! session’s token, passwords, a link that was taken up, the keys of the ring and the password of the database, which are
//! found nowhere at all. Pages, reads and commands are
//! taken from the lists from which the server goes: one that is added is searched.

use std::{
    fs,
    io::{self, Write},
    sync::{Arc, Mutex},
};

use app::api::packed;
use axum::http::Request;
use domain::programme::ProductCode;
use secrecy::SecretString;
use server::{checkpoint::Keeper, demonstration, portal::door::Door};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use crate::{
    door::Admin,
    support::{Installation, browser::FORM, cast::LUMIERE},
};

/// The key: not of the form of the demonstration's, which begin with `ATOUT-`.
const CANARY: &str = "QX7VW-9HCNR-Y4PLN-TX2GB-KEY42";
const DEMONSTRATION: &str = "ATOUT-";
/// What the admin chooses by a link in the place of the password of the demonstration.
const CHOSEN: &str = "plover-q7x4kz-quinine";
/// The file of the key ring.
const RING: &str = "keyring.json";
const PRODUCT: &str = "visio-professional-2019";

/// Everything that was written to the log.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// What was written so far.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }

    /// How many lines say `what`.
    pub fn lines(&self, what: &str) -> usize {
        self.text().lines().filter(|line| line.contains(what)).count()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The forms in which a secret could be found: as it is, in parts that are no words, in small letters, in hexadecimal
/// digits.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = vec![secret.to_owned(), secret.to_lowercase()];
    let tells = |part: &&str| part.len() > 4 && part.contains(|c: char| c.is_ascii_digit());
    forms.extend(secret.split('-').filter(tells).map(str::to_owned));
    let hexadecimal = server::random::hexadecimal(secret.as_bytes());
    forms.extend([hexadecimal.to_uppercase(), hexadecimal]);
    forms
}

fn holds(text: &[u8], secret: &str) -> bool {
    let text = String::from_utf8_lossy(text);
    forms(secret).iter().any(|form| text.contains(form))
}

/// Puts the canary into the stock of its product, alone.
async fn stocked(installation: &Installation) {
    installation.write(&format!("DELETE FROM software_keys WHERE product = '{PRODUCT}'")).await;
    let mut tx = installation.application.database.begin().await.unwrap();
    let (product, key) = (ProductCode::parse(PRODUCT).unwrap(), SecretString::from(CANARY));
    Door(&installation.store).stock_keys_in(&mut tx, None, &product, vec![key]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Who asks, with all that must be found nowhere.
struct Hunt {
    admin: Admin,
    secrets: Vec<String>,
    /// The keys of the ring, which may be in its own file.
    ring: Vec<String>,
}

impl Hunt {
    /// Signs in as people do, so that the password and the token of the session travel as well.
    async fn begin(installation: Installation) -> Self {
        let mut admin = Admin::of(installation).await;
        let email = format!("SELECT email FROM accounts WHERE account_id = '{}'", admin.caller.account);
        let email = admin.installation.text(&email).await;
        admin.browser = admin.installation.browser();
        admin.browser.sign_in(&email, demonstration::PASSWORD).await;
        let token = admin.browser.session().unwrap().clone();
        let ring = fs::read_to_string(admin.installation.folder().join(RING)).unwrap();
        let ring = ring.split('"').filter(|part| part.len() == 64).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(ring.len(), 2, "one version, and the key that signs");
        let secrets = [CANARY, &token, demonstration::PASSWORD, CHOSEN].map(str::to_owned).to_vec();
        let mut hunt = Self { admin, secrets, ring };
        hunt.secrets.extend(hunt.password_of_the_database());
        hunt.take_up_a_link(&email).await;
        hunt
    }

    /// The password by which the database is reached, where it takes one.
    fn password_of_the_database(&self) -> Option<String> {
        let (person, _) = self.admin.installation.database.as_ref()?.rsplit_once('@')?;
        person.rsplit(':').next().map(str::to_owned)
    }

    /// Has the shell make a link, and goes on as whoever has opened it and chosen a password there. The link is told where
    /// it is asked for, on standard output; and stands in the page that it opens, for the form.
    async fn take_up_a_link(&mut self, email: &str) {
        let mut shell = self.admin.installation.shell(&["user", "link"]);
        let made = shell.args(["--email", email]).env("ATOUT_LOG", "trace").output().unwrap();
        let printed = String::from_utf8(made.stdout).unwrap();
        let (_, token) = printed.trim_end().rsplit_once("token=").unwrap();
        self.secrets.push(token.to_owned());
        assert!(made.stderr.len() > 1_000, "the log of the shell was not heard");
        self.is_silent(&made.stderr, "the log of the shell");
        self.admin.browser = self.admin.installation.browser();
        let page = self.admin.browser.get(&format!("/invitation?token={token}")).await;
        assert!(page.body.contains(token), "{}", page.body);
        let form = format!("token={token}&password={CHOSEN}");
        let accepted = self.admin.browser.post("/act/accept-invitation", &form).await;
        self.secrets.push(self.admin.browser.session().unwrap().clone());
        self.is_silent(accepted.body.as_bytes(), "the answer to an acceptance");
        // Once more, when it is spent.
        let spent = self.admin.browser.post("/act/accept-invitation", &form).await;
        assert!(spent.location().starts_with("/invitation?flash="), "{}", spent.location());
        self.is_silent(spent.location().as_bytes(), "the answer to a link that is spent");
    }

    fn is_silent(&self, text: &[u8], place: &str) {
        for secret in self.secrets.iter().chain(&self.ring) {
            assert!(!holds(text, secret), "{place} holds {secret}");
        }
        for secret in &self.ring {
            let raw: [u8; 32] = server::random::from_hexadecimal(secret).unwrap();
            assert!(!text.windows(32).any(|window| window == raw), "{place} holds a key of the ring");
        }
        let text = String::from_utf8_lossy(text);
        assert!(!text.contains(DEMONSTRATION), "{place} holds a key of the demonstration");
    }

    /// Every command, in place and as a page without script sends it. The key is where it is revealed.
    async fn commands(&mut self) {
        for (command, fields) in self.admin.every_command().await {
            let answer = self.admin.ask(command, &fields).await;
            assert_eq!(answer.status, 200, "{command} {}", answer.body);
            let again = self.sent_plainly(command, &fields).await;
            for text in [&answer.body, &again] {
                if command == "reveal-key" {
                    assert!(text.contains(CANARY), "{command} {text}");
                } else {
                    self.is_silent(text.as_bytes(), command);
                }
            }
            if command != "export-activity" {
                let _ = self.admin.learn(&answer).await;
            }
        }
    }

    /// The page that a form leads to, or is answered with.
    async fn sent_plainly(&mut self, command: &str, fields: &str) -> String {
        let fields = format!("{}&back=%2Fbenefits%2Fsoftware&once=once-{command}", self.admin.filled(fields));
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("accept", "text/html")];
        let browser = &mut self.admin.browser;
        let answer = browser.send(Request::post(format!("/act/{command}")), &headers, &fields).await;
        match answer.location() {
            "" => answer.body,
            page => browser.get(page).await.body,
        }
    }

    /// Every page and every read, in each form in which it can be asked for.
    async fn pages(&mut self) {
        for address in self.admin.installation.addresses(LUMIERE).await {
            for accept in ["text/html", "application/json", packed::MEDIA_TYPE] {
                let asked = Request::get(&address);
                let answer = self.admin.browser.send(asked, &[("accept", accept)], "").await;
                assert!(answer.status < 400 || answer.status == 410, "{address} {}", answer.status);
                self.is_silent(answer.body.as_bytes(), &address);
                if !address.starts_with("/api/") {
                    break;
                }
            }
        }
    }

    /// What is said when something is wrong: of the address, the method, the fields, the origin, the size.
    async fn errors(&mut self) {
        let key = &self.admin.filled("{key}");
        let long = "x".repeat(100_000);
        let site = [("sec-fetch-site", "same-origin"), ("content-type", FORM)];
        for (asked, headers, body) in [
            (Request::get("/nowhere"), &[][..], ""),
            (Request::get("/api/nowhere"), &[], ""),
            (Request::get("/act/reveal-key"), &[], ""),
            (Request::post("/act/reveal-key"), &site, "manner=shown"),
            (Request::post("/act/reveal-key"), &site, &format!("key={key}&manner=sung&once=sung")),
            (Request::post("/act/reveal-key"), &site, &format!("key={key}&manner=shown&once=x&more=1")),
            (Request::post("/act/reveal-key"), &[], &format!("key={key}&manner=shown&once=y")),
            (Request::post("/act/reveal-key"), &site, &format!("key={key}&manner=shown&once={long}")),
        ] {
            let place = format!("{asked:?} {body:.60}");
            let answer = self.admin.browser.send(asked, headers, body).await;
            assert!(answer.status == 303 || answer.status >= 400, "{place} {}", answer.status);
            self.is_silent(answer.body.as_bytes(), &place);
        }
    }

    /// A key that cannot be opened fails, and the log tells of it.
    async fn tampered(&mut self, log: &Log) {
        let key = self.admin.filled("{key}");
        let spoilt = format!("UPDATE software_keys SET nonce = ciphertext WHERE key_id = '{key}'");
        self.admin.installation.write(&spoilt).await;
        let page = self.sent_plainly("reveal-key", &format!("key={key}&manner=copied")).await;
        self.is_silent(page.as_bytes(), "the page of a key that cannot be opened");
        assert!(log.text().contains("Tampered"), "the log was not heard");
    }

    /// Every file but the ring's own.
    fn files(&self) {
        for file in fs::read_dir(self.admin.installation.folder()).unwrap() {
            let path = file.unwrap().path();
            if path.file_name().is_some_and(|name| name != RING) {
                self.is_silent(&fs::read(&path).unwrap(), &path.display().to_string());
            }
        }
    }
}

/// The goals G31 and G32, as far as a server and its files go.
#[tokio::test]
async fn a_key_is_in_the_answer_to_its_reveal_and_nowhere_else() {
    let log = Log::default();
    tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).init();
    let installation = Installation::new().await;
    stocked(&installation).await;
    let keeper = Keeper::begin(installation.application.clone());
    let mut hunt = Hunt::begin(installation).await;
    hunt.pages().await;
    hunt.commands().await;
    hunt.pages().await;
    hunt.errors().await;
    hunt.tampered(&log).await;
    for (table, rows) in hunt.admin.installation.every_row().await {
        hunt.is_silent(rows.join("\n").as_bytes(), &table);
    }
    keeper.end().await;
    let mut backup = hunt.admin.installation.shell(&["backup"]);
    let backup = backup.arg("--to").arg(hunt.admin.installation.folder().join("backup.sqlite"));
    assert!(backup.status().unwrap().success());
    // With the write-ahead log, and folded into one file.
    hunt.files();
    hunt.admin.installation.application.database.close().await;
    hunt.files();
    hunt.is_silent(log.text().as_bytes(), "the log");
}

#[test]
fn what_is_looked_for_would_be_found() {
    for text in [CANARY.to_owned(), format!("x{}", CANARY.to_lowercase()), "…9HCNR…".to_owned()] {
        assert!(holds(text.as_bytes(), CANARY), "{text}");
    }
    assert!(holds(server::random::hexadecimal(CANARY.as_bytes()).as_bytes(), CANARY));
}
