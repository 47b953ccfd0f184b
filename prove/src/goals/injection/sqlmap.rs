//! sqlmap: whether a field of a request becomes a part of a statement, by what is answered and how soon.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use anyhow::{Context, Result, bail, ensure};

use super::{
    desk::Desk,
    inputs::{COOKIES, HEADERS, ONCE, Request, Who},
    scan::{self, Job},
    vulnerable::{QUIET, Vulnerable},
};
use crate::{ground::Engine, http::escaped};

const NAME: &str = "sqlmap";
/// As the goal says; nobody is asked, nothing else is contacted, and no answer is a reason to stop. Where the answer of a form
/// leads to a page, that page is a part of the answer.
const WORDS: [&str; 16] = [
    "--batch", "--ignore-stdin", "--disable-coloring", "--level=3", "--risk=2", "--time-sec=2",
    "--timeout=20", "--skip-waf", "--keep-alive", "--ignore-proxy", "--answers=resend=N", "--ignore-code=*",
    "--drop-set-cookie", "--flush-session", "--retries=1", "--threads=1",
];
/// What it says when it has found something, or nothing in any field, or nothing in one.
const FOUND: &str = "identified the following injection point";
const NOTHING: &str = "all tested parameters do not appear to be injectable";
const NOT_THIS_ONE: &str = " does not seem to be injectable";

/// The program, for one engine.
#[derive(Debug)]
pub struct Sqlmap {
    folder: PathBuf,
    engine: Engine,
    runs: AtomicUsize,
}

/// A request as it is sent, and what of it is scanned.
struct Scan {
    name: String,
    text: String,
    /// Fields by their names; nothing where places are marked by a star.
    fields: Vec<&'static str>,
    /// How many fields or places there are at least.
    places: usize,
    /// Whether each request comes from elsewhere, as guessing from one place is stopped soon.
    from_everywhere: bool,
}

impl Sqlmap {
    /// The program that is installed, with its files in `folder`.
    pub fn installed(folder: &Path, engine: Engine) -> Option<Self> {
        let folder = folder.join(NAME);
        let is_there = fs::create_dir(&folder).is_ok() && scan::is_installed(NAME, &folder);
        is_there.then(|| Self { folder, engine, runs: AtomicUsize::new(0) })
    }

    /// Lets it find what is there, and says how it has.
    pub fn finds(&self, vulnerable: &Vulnerable) -> Result<String> {
        let text = format!("GET {QUIET}?q=e HTTP/1.1\r\nHost: {}\r\n\r\n", vulnerable.address());
        let name = QUIET.to_owned();
        let said = self.run(&Scan { name, text, fields: vec!["q"], places: 1, from_everywhere: false })?;
        ensure!(said.contains(FOUND), "sqlmap finds nothing in the control: it shows nothing");
        let mut ways: Vec<_> = said.lines().filter_map(|line| line.trim().strip_prefix("Type: ")).collect();
        ways.dedup();
        Ok(ways.join(", "))
    }

    /// The scans of a request: of its own fields at once, and of its idempotency key, which is a new one otherwise.
    pub fn jobs<'a>(&'a self, desk: &mut Desk, request: &Request) -> Result<Vec<Job<'a>>> {
        let (once, others): (Vec<_>, Vec<_>) = request.scanned.iter().partition(|name| **name == ONCE);
        let mut jobs = Vec::new();
        for fields in [others, once].into_iter().filter(|fields| !fields.is_empty()) {
            let session = desk.browser(request)?.session().map(str::to_owned);
            let cookie = session.map_or_else(String::new, |session| format!("Cookie: {session}\r\n"));
            jobs.push(self.job(Scan {
                name: request.path.clone(),
                text: text(request, desk, &cookie),
                places: fields.len(),
                fields,
                from_everywhere: request.who != Who::Admin,
            }));
        }
        Ok(jobs)
    }

    /// The scans of the cookies of a request that is read, and of the headers of one that begins a session.
    pub fn heads<'a>(&'a self, desk: &mut Desk, requests: &[Request]) -> Result<[Job<'a>; 2]> {
        let find = |path| requests.iter().find(|request| request.path == path).context("a request");
        let (read, begun) = (find("/api/account")?, find("/act/demonstration")?);
        let session = desk.browser(read)?;
        let session = session.session().and_then(|session| session.split_once('=')).context("a session")?.1;
        let cookies: Vec<_> = COOKIES.iter().zip([session, "fr-FR", "dark"]).collect();
        let cookies: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}*")).collect();
        let headers = HEADERS.iter().zip(["Firefox/140", "fr-FR", "10.200.0.1", "0"]);
        let headers: Vec<_> = headers.map(|(name, value)| format!("{name}: {value}*\r\n")).collect();
        let marked = |request: &Request, places, head: &str| {
            let text = text(request, desk, head);
            let name = format!("the head of {}", request.path);
            self.job(Scan { name, text, fields: Vec::new(), places, from_everywhere: false })
        };
        Ok([
            marked(read, COOKIES.len(), &format!("Cookie: {}\r\n", cookies.join("; "))),
            marked(begun, HEADERS.len(), &headers.concat()),
        ])
    }

    fn job(&self, scan: Scan) -> Job<'_> {
        Box::new(move || {
            let said = self.run(&scan)?;
            ensure!(!said.contains(FOUND), "sqlmap has found something in {}: {}", scan.name, points(&said));
            let scanned = said.matches(NOT_THIS_ONE).count();
            ensure!(
                said.contains(NOTHING) && scanned >= scan.places,
                "sqlmap has come to no end with {}: {}",
                scan.name,
                scan::last_words(&said)
            );
            Ok(scanned)
        })
    }

    /// What it says of a scan.
    fn run(&self, scan: &Scan) -> Result<String> {
        let folder = self.folder.join(self.runs.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir(&folder)?;
        let request = folder.join("request");
        fs::write(&request, &scan.text)?;
        let mut command = scan::program(NAME, &folder);
        // It takes a proxy of the environment for one that it was told of, and asks nobody else by itself.
        for variable in scan::PROXIES {
            command.env_remove(variable);
        }
        command.args(WORDS).arg("-r").arg(&request).arg("--output-dir").arg(&folder);
        command.args(["--dbms", &self.engine.to_string().to_lowercase()]);
        if !scan.fields.is_empty() {
            command.args(["-p", &scan.fields.join(",")]);
        }
        if scan.text.contains("once=") && !scan.fields.contains(&ONCE) {
            command.args(["--randomize", ONCE]);
        }
        if scan.from_everywhere {
            command.args(["--tamper", "xforwardedfor"]);
        }
        let done = command.output().context("starting sqlmap")?;
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        if !done.status.success() {
            bail!("sqlmap ended ({}) at {}: {}", done.status, scan.name, scan::last_words(&said));
        }
        Ok(said)
    }
}

/// The request as it is sent.
fn text(request: &Request, desk: &Desk, head: &str) -> String {
    let pairs = request.fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    let (pairs, path) = (pairs.collect::<Vec<_>>().join("&"), &request.path);
    let always = format!("Host: {}\r\nAccept: application/json\r\n{head}", desk.server().address());
    if request.is_form() {
        let form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
        format!("POST {path} HTTP/1.1\r\n{always}{form}\r\n{pairs}")
    } else {
        format!("GET {path}?{pairs} HTTP/1.1\r\n{always}\r\n")
    }
}

/// Where it has found something, and by what.
fn points(said: &str) -> String {
    let telling = ["Parameter: ", "Type: ", "Payload: "];
    let lines =
        said.lines().map(str::trim).filter(|line| telling.iter().any(|begin| line.starts_with(begin)));
    lines.collect::<Vec<_>>().join(" | ")
}
